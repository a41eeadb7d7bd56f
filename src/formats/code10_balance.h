#pragma once

#include <string>
#include <vector>

#include "accounting/mbr.h"

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

}  // namespace accord::formats
