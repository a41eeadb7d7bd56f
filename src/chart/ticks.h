#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace accord::chart {

struct ValueTick {
  double value = 0;
  std::string label;
};

/// An axis that covers all values; both ends are ticks.
struct ValueTicks {
  double low = 0, high = 1;
  std::vector<ValueTick> ticks;
};

/// Steps of 1, 2 or 5 times a power of ten, at most `count_max` (at least 3) ticks. Finite; low <=
/// high; equal ends are widened.
[[nodiscard]] ValueTicks linear_ticks(double low, double high, int count_max);

/// 1, 2 and 5 times powers of ten, or only powers of ten when these would be more than `count_max`.
/// 0 < low <= high.
[[nodiscard]] ValueTicks log_ticks(double low, double high, int count_max);

struct TimeTick {
  Day day;
  std::string label;  ///< "" for a minor tick
};

/// Days, weeks, months, quarters or years, the finest whose labels at 12 pixels fit into `width`
/// pixels. Labels: 2019-07-01, 2019-07, 2019 Q3, 2019. Sorted by day, within [from, to].
[[nodiscard]] std::vector<TimeTick> time_ticks(Day from, Day to, double width);

}  // namespace accord::chart
