#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"
#include "accounting/reports/tables.h"
#include "base/problem.h"
#include "base/result.h"

/// The accountancy reports of a State or a facility, with what is known beside them.
namespace accord::formats {

/// Names in a folder of accounts; all but the reports may be missing.
inline constexpr const char* reports_folder =
    "reports";  ///< one report a file: labelled, *.txt, or tables of another profile, *.csv, in
                ///< small letters or capitals
inline constexpr const char* state_file = "state.json";
inline constexpr const char* notices_file = "notices.csv";
inline constexpr const char* special_reports_file = "special_reports.csv";
inline constexpr const char* uncertainty_file = "uncertainty.csv";

struct Accounts {
  std::vector<accounting::Report> reports;    ///< by name of their file
  std::vector<accounting::Finding> findings;  ///< of the reader, V001 to V008 and V028
  accounting::Profile profile;
  accounting::StateTables tables;
  /// In the folder of reports, by name: what is not read, because its name has another ending or it
  /// is a folder. Names that begin with a dot are left out.
  std::vector<std::string> not_read;
  std::vector<Problem> problems;  ///< of the tables, and files that are there and cannot be read
  std::map<std::string, std::string> texts;  ///< of the tables, for excerpts
};

/// A folder, or a single report. Files are read on as many threads as the machine has; the result
/// does not depend on their number.
/// A file of the folder that is there and cannot be read is a problem of the accounts (C007, E008);
/// with an error in state.json the reports are not read, since it says what they are.
/// @error C007, E008: the one report, or the folder of reports, cannot be read; W001: there is no
/// such file or folder; W030: a folder without reports; W032: the profile of a table is not known,
/// or a file is not of the form of the profile; I001, I002, I006: that table cannot be read.
[[nodiscard]] Result<Accounts> read_accounts(const std::filesystem::path& path);

/// The same of a folder that may hold no reports yet. `incoming` are files that shall be added: in
/// an empty folder they decide the profile. `profile`: of reports that do not name it, where no
/// state.json does. W001, C007, E008, W032.
[[nodiscard]] Result<Accounts> read_accounts_or_none(
    const std::filesystem::path& folder, const std::vector<std::filesystem::path>& incoming,
    const accounting::Profile* profile = nullptr);

struct ReadReport {
  accounting::Report report;
  std::vector<accounting::Finding> findings;
};

/// A report in the form of the profile.
[[nodiscard]] ReadReport read_report(std::string bytes, std::string file,
                                     const accounting::Profile& profile);

/// One more report, as if its file were there.
void add_report(Accounts& accounts, ReadReport read);

}  // namespace accord::formats
