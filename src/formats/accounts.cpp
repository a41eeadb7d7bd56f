#include "formats/accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "formats/code10.h"
#include "formats/intake.h"
#include "formats/profile.h"
#include "formats/report_table.h"
#include "formats/state.h"

namespace accord::formats {

namespace fs = std::filesystem;

namespace {

/// Reads the files, each into its place; the place of one that cannot be read stays empty.
std::vector<std::optional<ReadReport>> read_files(const std::vector<fs::path>& files,
                                                  const accounting::Profile& profile) {
  std::vector<std::optional<ReadReport>> out(files.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++)
      if (auto bytes = file_bytes(files[i]))
        out[i] = read_report(std::move(*bytes), files[i].filename().string(), profile);
  };
  const auto count =
      std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return out;
}

/// ".txt" also of X.TXT.
std::string ending_of(const fs::path& file) {
  std::string out = file.extension().string();
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_table(const fs::path& file) {
  return ending_of(file) == ".csv";
}

/// What stands in the folder of reports.
struct Folder {
  std::vector<fs::path> files;
  std::vector<std::string> others;
};

Folder files_in(const fs::path& folder) {
  Folder out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path& path = at->path();
    std::error_code ignored;
    const bool is_report = ending_of(path) == ".txt" || is_table(path);
    if (is_report && !fs::is_directory(path, ignored))
      out.files.push_back(path);
    else if (!path.filename().string().starts_with('.'))
      out.others.push_back(path.filename().string());
  }
  std::sort(out.files.begin(), out.files.end());
  std::sort(out.others.begin(), out.others.end());
  return out;
}

/// Tables name their profile, unless state.json does. W032 when it is not known, or when files are
/// not of its form.
std::optional<Error> choose_profile(const std::vector<fs::path>& files, bool named,
                                    accounting::Profile& profile) {
  const auto table = std::find_if(files.begin(), files.end(), is_table);
  if (!named && table != files.end()) {
    const Result<std::string> id =
        profile_named_in(file_bytes(*table).value_or(""), table->string());
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

/// True when state.json names a profile.
bool read_tables(const fs::path& folder, Accounts& out) {
  const auto text_of = [&](const char* name) -> const std::string* {
    auto bytes = file_bytes(folder / name);
    return bytes ? &(out.texts[name] = std::move(*bytes)) : nullptr;
  };
  bool named = false;
  if (const std::string* text = text_of(state_file))
    named = read_state(*text, state_file, out.tables, out.profile, out.problems);
  for (const auto& [name, read] : {std::pair<const char*, ReadTable>{notices_file, read_notices},
                                   {special_reports_file, read_special_reports},
                                   {uncertainty_file, read_uncertainties}})
    if (const std::string* text = text_of(name)) read(*text, name, out.tables, out.problems);
  out.tables.sort();
  return named;
}

/// `files` are those of the folder, or the one that `path` names; `incoming` only have a say in the
/// profile.
Result<Accounts> read_them(const fs::path& path, const std::vector<fs::path>& files,
                           const std::vector<fs::path>& incoming = {}) {
  Accounts out;
  out.profile = code10_profile();
  std::error_code error;
  const bool named = fs::is_directory(path, error) && read_tables(path, out);
  std::vector<fs::path> all = files;
  all.insert(all.end(), incoming.begin(), incoming.end());
  if (auto refused = choose_profile(all, named, out.profile))
    return tl::unexpected(std::move(*refused));
  auto read = read_files(files, out.profile);
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!read[i])
      return fail("C007", "the file cannot be read", files[i].string(), "check its permissions");
    add_report(out, std::move(*read[i]));
  }
  return out;
}

Result<Accounts> read_folder(const fs::path& path, Folder folder,
                             const std::vector<fs::path>& incoming = {}) {
  Result<Accounts> out = read_them(path, folder.files, incoming);
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
  if (!fs::exists(path, error)) return tl::make_unexpected(nothing_there(path));
  if (!fs::is_directory(path, error)) return read_them(path, {path});
  Folder folder = files_in(path / reports_folder);
  if (folder.files.empty())
    return fail("W030",
                folder.others.empty() ? "the folder holds no reports"
                                      : fmt::format("the folder holds no reports; not read: {}",
                                                    fmt::join(folder.others, ", ")),
                path.string(),
                "put the reports into its folder reports, one a file, with names that end in .txt "
                "(labelled) or .csv (tables)");
  return read_folder(path, std::move(folder));
}

Result<Accounts> read_accounts_or_none(const fs::path& folder,
                                       const std::vector<fs::path>& incoming) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return tl::make_unexpected(nothing_there(folder));
  return read_folder(folder, files_in(folder / reports_folder), incoming);
}

}  // namespace accord::formats
