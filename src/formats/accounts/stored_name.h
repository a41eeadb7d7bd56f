#pragma once

#include <set>
#include <string>

#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"

namespace accord::formats {

/// The name of the file under which accounts keep a report: area, number and type, as
/// "ZZC1-0012-M.txt"; of a table ".csv". Letters and digits of the area stay, at most
/// `area_length_max` of them; every other character becomes "_", so that a name never leaves its
/// folder and nothing has to be quoted. A name that is taken gets "_2", "_3" and so on; two reports
/// of one number are for V005 to judge.
[[nodiscard]] std::string stored_name(const accounting::Header& header, accounting::Form form,
                                      const std::set<std::string>& taken);

inline constexpr std::size_t area_length_max = 32;

}  // namespace accord::formats
