#include "formats/accounts/report_files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <system_error>

#include "base/text.h"
#include "formats/accounts/accounts.h"
#include "formats/report_table/report_table.h"
#include "formats/text/files.h"

namespace accord::formats {

namespace fs = std::filesystem;

namespace {

/// ".txt" also of X.TXT.
std::string ending_of(const fs::path& file) {
  std::string out = file.extension().string();
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_text(const fs::path& file) {
  return ending_of(file) == ".txt";
}

/// Names that stand beside the reports and are none.
bool is_own_name(const std::string& name) {
  constexpr std::array<std::string_view, 7> names{
      state_file,  notices_file,  special_reports_file, uncertainty_file,
      "README.md", "accord.toml", "ledger.db"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "610:" anywhere: three digits and a colon after the beginning, a separator or a line end.
bool has_label(std::string_view text) {
  const auto digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1))
    if (at >= 3 && digit(text[at - 1]) && digit(text[at - 2]) && digit(text[at - 3]) &&
        (at == 3 || !digit(text[at - 4])))
      return true;
  return false;
}

enum class Looks { like_a_report, like_none, unclear };

/// A text with a label, or a table that names its profile, is a report; a readable text without any
/// label is none. What cannot be read at all may be either.
Looks looks(const fs::path& accounts, const fs::path& file) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) return Looks::like_none;
  if (leads_outside(accounts, file)) return Looks::unclear;
  const Result<std::string> bytes = file_bytes(file);
  if (!bytes) return is_table(file) ? Looks::like_none : Looks::unclear;
  if (is_table(file)) {
    const Result<std::string> profile = profile_named_in(*bytes, file.string());
    return profile && !profile->empty() ? Looks::like_a_report : Looks::like_none;
  }
  if (has_label(*bytes)) return Looks::like_a_report;
  const bool readable =
      !trim(*bytes).empty() && !invalid_utf8_at(*bytes) && bytes->find('\0') == std::string::npos;
  return readable ? Looks::like_none : Looks::unclear;
}

std::vector<fs::path> entries_of(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> out;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

/// Every text and table of the folder `reports` is taken for a report.
ReportFiles among_reports(const std::vector<fs::path>& entries) {
  ReportFiles out;
  for (const fs::path& path : entries) {
    if (is_text(path) || is_table(path))
      out.files.push_back(path);
    else if (!path.filename().string().starts_with('.'))
      out.others.push_back((fs::path(reports_folder) / path.filename()).string());
  }
  return out;
}

/// A report beside the folder `reports`, where none is looked for.
bool is_left_out(const fs::path& accounts, const fs::path& path) {
  const std::string name = path.filename().string();
  return (is_text(path) || is_table(path)) && !name.starts_with('.') && !is_own_name(name) &&
         looks(accounts, path) == Looks::like_a_report;
}

/// Of a flat folder what looks like a report, and what may be one when there is one.
ReportFiles in_flat_folder(const fs::path& folder, const std::vector<fs::path>& entries) {
  ReportFiles out;
  bool any = false;
  std::error_code ignored;
  for (const fs::path& path : entries) {
    const std::string name = path.filename().string();
    if (name.starts_with('.') || is_own_name(name) || fs::is_directory(path, ignored)) continue;
    const Looks how = is_text(path) || is_table(path) ? looks(folder, path) : Looks::like_none;
    any = any || how == Looks::like_a_report;
    if (how == Looks::like_none)
      out.others.push_back(name);
    else
      out.files.push_back(path);
  }
  return any ? out : ReportFiles();
}

}  // namespace

bool is_table(const fs::path& file) {
  return ending_of(file) == ".csv";
}

fs::path reports_place(const fs::path& accounts) {
  const Result<ReportFiles> found = report_files(accounts);
  return found && !found->files.empty() ? found->files.front().parent_path()
                                        : accounts / reports_folder;
}

Result<ReportFiles> report_files(const fs::path& accounts) {
  const fs::path folder = accounts / reports_folder;
  if (leads_outside(accounts, folder)) return tl::make_unexpected(outside(folder));
  std::error_code error;
  const bool has_folder = is_there(folder);
  const std::vector<fs::path> inner =
      has_folder ? entries_of(folder, error) : std::vector<fs::path>();
  if (error) return tl::make_unexpected(cannot_read(folder, error.value()));
  const std::vector<fs::path> outer = entries_of(accounts, error);
  // Beside a folder `reports` a folder that may not be listed is no loss.
  if (error && !has_folder) return tl::make_unexpected(cannot_read(accounts, error.value()));
  if (inner.empty()) return in_flat_folder(accounts, outer);
  ReportFiles out = among_reports(inner);
  for (const fs::path& path : outer)
    if (is_left_out(accounts, path)) out.others.push_back(path.filename().string());
  return out;
}

}  // namespace accord::formats
