#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

/// The files of reports in a folder of accounts.
namespace accord::formats {

/// Where they stand: in its folder `reports`; in the folder itself when that is missing or empty
/// and at least one of its files looks like a report.
[[nodiscard]] std::filesystem::path reports_place(const std::filesystem::path& accounts);

struct ReportFiles {
  std::vector<std::filesystem::path> files;  ///< by name
  /// What stands among them and is not read, by name within the accounts: another ending, a folder,
  /// a text without a label; reports beside the folder `reports`. Names that begin with a dot are
  /// left out; beside the reports of a flat folder also the names that accord itself gives.
  std::vector<std::string> others;
};

/// None when there are none. @error W012: `reports` leads outside; C007, E008: it cannot be read.
[[nodiscard]] Result<ReportFiles> report_files(const std::filesystem::path& accounts);

/// Whether the name ends in .csv, in small letters or capitals.
[[nodiscard]] bool is_table(const std::filesystem::path& file);

}  // namespace accord::formats
