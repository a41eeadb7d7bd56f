#pragma once

#include <string>
#include <vector>

#include "accounting/books/mbr.h"
#include "accounting/reports/profile.h"

namespace accord::formats {

/// What the header of a balance report says.
struct BalanceHeader {
  std::string country, facility, mba, encoder;
  std::uint32_t number = 0;  ///< of the report in its area
  Day date;                  ///< of the report
  Day begin, end;            ///< of the period
};

/// A material balance report in the labelled form: one category after the other, isotopes beside
/// their element, weights in the unit of account. `kinds` in order, as `accounting::computed_mbr`
/// and `rounded_mbr` give them. Without a line the report is the empty one.
[[nodiscard]] std::string write_balance(const BalanceHeader& header,
                                        const std::vector<accounting::MbrKind>& kinds,
                                        const accounting::Signs& signs);

/// What the reader of reports makes of the bytes of `write_balance`.
struct ReadBalance {
  std::vector<accounting::Finding> findings;
  bool same = false;  ///< header and lines are those that were to be written
};

/// Reads a written balance as any report is read; `file` names it in findings. A report with a
/// finding, or one that does not say the same, must not be given to anybody.
[[nodiscard]] ReadBalance read_balance(const std::string& bytes, const std::string& file,
                                       const BalanceHeader& header,
                                       const std::vector<accounting::MbrKind>& kinds,
                                       const accounting::Profile& profile);

}  // namespace accord::formats
