#pragma once

#include <optional>
#include <vector>

#include "chart/frame.h"
#include "chart/number_chart.h"

/// Axes and legend of a chart over numbers. Internal to `chart`.
namespace accord::chart {

struct NumberScale {
  double from = 0, to = 1;
  double left = 0, right = 1;
  [[nodiscard]] double x(double value) const {
    return left + (right - left) * (value - from) / (to - from);
  }
};

struct NumberExtent {
  double from = 0, to = 1;  ///< of x
  double spacing = 1;       ///< the least distance of two neighbouring x of one line
  std::vector<ValueTick> x_ticks;
  ValueTicks y;
};

/// The chart with what can be drawn: values that are no numbers, or beyond any axis, are missing.
[[nodiscard]] NumberChart drawable_part(NumberChart chart);
/// Of a drawable chart. Nothing when there is neither a point nor a range.
[[nodiscard]] std::optional<NumberExtent> extent(const NumberChart& chart);
[[nodiscard]] std::vector<LegendEntry> legend(const NumberChart& chart);
[[nodiscard]] Mark mark_of(Shape shape);
/// Whole numbers from `first` to `last`, every one or those that 2, 5, 10 … divide.
[[nodiscard]] std::vector<ValueTick> whole_ticks(double first, double last, int count_max);

}  // namespace accord::chart
