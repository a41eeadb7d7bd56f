#pragma once

#include <optional>
#include <vector>

#include "chart/frame.h"
#include "chart/time_chart.h"

namespace accord::chart {

/// What a chart has to show, and the scales that hold it.
struct Extent {
  Day from, to;
  ValueTicks ticks;
  bool log = false;
};

/// Nothing when there is no day to draw.
[[nodiscard]] std::optional<Extent> extent(const TimeChart& chart);

/// The value when it is a number that can be drawn.
[[nodiscard]] std::optional<double> drawable(const std::optional<double>& value);

/// Legend in the order of layers, then the marks used.
[[nodiscard]] std::vector<LegendEntry> legend(const TimeChart& chart);

}  // namespace accord::chart
