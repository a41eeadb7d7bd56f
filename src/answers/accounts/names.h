#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "accounting/reports/report.h"

/// Names of what stands in accounts, as ZZC1/12/3.
namespace accord::answers {

/// "ZZC1/12/3", of a note "ZZC1/12/N1".
[[nodiscard]] std::string entry_name(const accounting::Report& report,
                                     const accounting::Entry& entry);

/// 1 to 999,999,999; 0 for anything else.
[[nodiscard]] std::uint32_t counting_number(std::string_view digits);

}  // namespace accord::answers
