#pragma once

#include <string>
#include <vector>

#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"
#include "base/result.h"

/// Reports of forms whose file syntax no source states (Euratom, United Kingdom, Canada): a CSV
/// table of their fields, one report a file, one line a row (docs/reference/profiles.md).
namespace accord::formats {

struct ReportTable {
  accounting::Report report;
  std::vector<accounting::Finding> findings;  ///< V001 to V004, V006, V007; in order of place
};

/// The profile that the column `profile` of the table names in its first row; empty when there is
/// no such column, or no row. I001, I002, I006: nothing of the table can be read.
[[nodiscard]] Result<std::string> profile_named_in(std::string_view bytes, std::string_view file);

/// Reads one report, UTF-8 with a header line. Columns may stand in any order and be left out where
/// the form does not need them; a column that the form does not have is a finding (V001), as is
/// everything else that is wrong; what is not damaged is read. A decrease may be written with or
/// without a minus, in one way within a file (V003). Contract: the profile is a table.
[[nodiscard]] ReportTable read_report_table(std::string bytes, std::string file,
                                            const accounting::Profile& profile);

/// The canonical form: the column `profile`, then all fields that the form has for this kind of
/// report, in the order of the profile; contents as they were read. `read_report_table` of the
/// result gives the same entries.
[[nodiscard]] std::string write_report_table(const accounting::Report& report,
                                             const accounting::Profile& profile);

}  // namespace accord::formats
