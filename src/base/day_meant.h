#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace accord {

/// The days that a text may mean which is no day written as 2019-07-01, the likelier first:
/// 2025-2-1, 31.12.2024, 1/7/2019 (two days), 20190701, 1 July 2019, and the nearest day to one
/// that does not exist (2025-02-30, 2025-13-01). None when it is nothing like a day.
[[nodiscard]] std::vector<Day> days_meant(std::string_view text);

/// "did you mean 2024-12-31?", for the help of a message; empty when no day is meant.
[[nodiscard]] std::string day_help(std::string_view text);

}  // namespace accord
