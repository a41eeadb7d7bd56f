#include "formats/accounts/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "base/threads.h"
#include "formats/accounts/report_files.h"
#include "formats/code10/code10.h"
#include "formats/profiles/profile.h"
#include "formats/profiles/state.h"
#include "formats/report_table/report_table.h"
#include "formats/text/files.h"

namespace accord::formats {

namespace fs = std::filesystem;

namespace {

/// The bytes of one of the reports; W012 through a link that leaves the accounts.
Result<std::string> report_bytes(const fs::path& accounts, const fs::path& file) {
  std::error_code error;
  if (file != accounts && fs::is_symlink(file, error) && leads_outside(accounts, file))
    return tl::make_unexpected(outside(file));
  return file_bytes(file);
}

/// Reads the files, each into its place.
std::vector<Result<ReadReport>> read_files(const fs::path& accounts,
                                           const std::vector<fs::path>& files,
                                           const accounting::Profile& profile) {
  std::vector<Result<ReadReport>> out(files.size(), tl::make_unexpected(Error{}));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      if (auto bytes = report_bytes(accounts, files[i]))
        out[i] = read_report(std::move(*bytes), files[i].filename().string(), profile);
      else
        out[i] = tl::make_unexpected(std::move(bytes.error()));
    }
  };
  on_threads(static_cast<unsigned>(std::min<std::size_t>(
                 std::max(1U, std::thread::hardware_concurrency()), files.size())),
             work);
  return out;
}

/// A file beside the others that is there and cannot be read.
Problem unreadable(const Error& error, std::string name) {
  return {Severity::error, error.code, error.message, error.remedy, std::move(name), {}};
}

/// Tables name their profile, unless state.json does. W032 when it is not known, or when files are
/// not of its form.
std::optional<Error> choose_profile(const std::vector<fs::path>& files, bool named,
                                    accounting::Profile& profile) {
  const auto table = std::find_if(files.begin(), files.end(), is_table);
  if (!named && table != files.end()) {
    const Result<std::string> bytes = file_bytes(*table);
    if (!bytes) return bytes.error();
    const Result<std::string> id = profile_named_in(*bytes, table->string());
    if (!id) return id.error();
    const accounting::Profile* own = find_profile(*id);
    if (own == nullptr)
      return Error{
          "W032",
          id->empty() ? "the table does not name its profile" : "there is no profile “" + *id + "”",
          table->string(),
          "name it in state.json, or in a column “profile” of the table: one of " +
              table_profile_names()};
    profile = *own;
  }
  const bool tables = profile.form == accounting::Form::table;
  for (const fs::path& file : files)
    if (is_table(file) != tables)
      return Error{"W032", "the report is not of the form of the profile " + profile.id,
                   file.string(),
                   tables ? "reports of this profile are tables, *.csv"
                          : "reports of this profile are labelled, *.txt"};
  return std::nullopt;
}

using ReadTable = void (*)(std::string_view, std::string_view, accounting::StateTables&,
                           std::vector<Problem>&);

/// The text of a table beside the reports. Nothing when there is none, or, which is a problem, when
/// it cannot be read.
const std::string* table_text(const fs::path& folder, const char* name, Accounts& out) {
  if (!is_there(folder / name)) return nullptr;
  Result<std::string> bytes = leads_outside(folder, folder / name)
                                  ? tl::make_unexpected(outside(folder / name))
                                  : file_bytes(folder / name);
  if (bytes) return &(out.texts[name] = std::move(*bytes));
  out.problems.push_back(unreadable(bytes.error(), name));
  return nullptr;
}

/// True when state.json names a profile.
bool read_tables(const fs::path& folder, Accounts& out) {
  bool named = false;
  if (const std::string* text = table_text(folder, state_file, out)) {
    out.tables.has_state = true;
    named = read_state(*text, state_file, out.tables, out.profile, out.problems);
  }
  for (const auto& [name, read] : {std::pair<const char*, ReadTable>{notices_file, read_notices},
                                   {special_reports_file, read_special_reports},
                                   {uncertainty_file, read_uncertainties}})
    if (const std::string* text = table_text(folder, name, out))
      read(*text, name, out.tables, out.problems);
  out.tables.has_uncertainties = out.texts.contains(uncertainty_file);
  out.tables.sort();
  return named;
}

/// `files` are those of the folder, or the one that `path` names; `incoming` only have a say in the
/// profile.
Result<Accounts> read_them(const fs::path& path, const std::vector<fs::path>& files,
                           const std::vector<fs::path>& incoming = {},
                           const accounting::Profile* profile = nullptr) {
  Accounts out;
  out.profile = profile == nullptr ? code10_profile() : *profile;
  std::error_code error;
  const bool by_state = fs::is_directory(path, error) && read_tables(path, out);
  const bool named = by_state || profile != nullptr;
  // Nothing says what profile the reports are of when state.json, which may name it, is wrong.
  if (std::any_of(out.problems.begin(), out.problems.end(),
                  [](const Problem& p) { return p.file == state_file; }))
    return out;
  std::vector<fs::path> all = files;
  all.insert(all.end(), incoming.begin(), incoming.end());
  if (auto refused = choose_profile(all, named, out.profile))
    return tl::unexpected(std::move(*refused));
  auto read = read_files(path, files, out.profile);
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i])
      add_report(out, std::move(*read[i]));
    else if (files[i] == path)
      return tl::make_unexpected(std::move(read[i].error()));
    else
      out.problems.push_back(
          unreadable(read[i].error(), files[i].lexically_relative(path).string()));
  }
  return out;
}

Result<Accounts> read_folder(const fs::path& path, ReportFiles folder,
                             const std::vector<fs::path>& incoming = {},
                             const accounting::Profile* profile = nullptr) {
  Result<Accounts> out = read_them(path, folder.files, incoming, profile);
  if (out) out->not_read = std::move(folder.others);
  return out;
}

Error nothing_there(const fs::path& path) {
  return {"W001", "there is no such file or folder", path.string(),
          "name a folder of accounts, or a report"};
}

}  // namespace

ReadReport read_report(std::string bytes, std::string file, const accounting::Profile& profile) {
  if (profile.form == accounting::Form::table) {
    ReportTable read = read_report_table(std::move(bytes), std::move(file), profile);
    return {std::move(read.report), std::move(read.findings)};
  }
  Code10 read = read_code10(std::move(bytes), std::move(file), profile);
  return {std::move(read.report), std::move(read.findings)};
}

void add_report(Accounts& accounts, ReadReport read) {
  accounts.reports.push_back(std::move(read.report));
  std::move(read.findings.begin(), read.findings.end(), std::back_inserter(accounts.findings));
}

Result<Accounts> read_accounts(const fs::path& path) {
  std::error_code error;
  if (!is_there(path)) return tl::make_unexpected(nothing_there(path));
  if (!fs::is_directory(path, error)) return read_them(path, {path});
  Result<ReportFiles> folder = report_files(path);
  if (!folder) return tl::make_unexpected(std::move(folder.error()));
  if (folder->files.empty())
    return fail("W030",
                folder->others.empty() ? "the folder holds no reports"
                                       : fmt::format("the folder holds no reports; not read: {}",
                                                     fmt::join(folder->others, ", ")),
                path.string(),
                "put the reports into it, or into its folder reports, one a file, with names that "
                "end in .txt (labelled) or .csv (tables)");
  return read_folder(path, std::move(*folder));
}

Result<Accounts> read_accounts_or_none(const fs::path& folder,
                                       const std::vector<fs::path>& incoming,
                                       const accounting::Profile* profile) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return tl::make_unexpected(nothing_there(folder));
  Result<ReportFiles> within = report_files(folder);
  if (!within) return tl::make_unexpected(std::move(within.error()));
  return read_folder(folder, std::move(*within), incoming, profile);
}

}  // namespace accord::formats
