#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "chart/style.h"

/// Horizontal bars, one below the other, each with its name at the left and its value behind it.
namespace accord::chart {

struct BarKind {
  std::string name{};  ///< in the legend, when a bar is of this kind
  Colour colour = Colour::blue;
  Fill fill = Fill::solid;
};

struct HorizontalBar {
  std::string name{};
  double value = 0;      ///< negative: to the left of zero
  std::string shown{};   ///< the value as it is read: "74.2 %"
  std::size_t kind = 0;  ///< index into `kinds`
  Anchor anchor{};
};

struct BarChart {
  Head head{};
  std::string value_title{};  ///< what and unit, below the axis
  std::vector<BarKind> kinds{};
  std::vector<HorizontalBar> bars{};  ///< from top to bottom
};

/// One SVG document. Bars whose value is not finite are left out; without bars: heading and the
/// words "nothing to draw".
[[nodiscard]] std::string draw(const BarChart& chart);

}  // namespace accord::chart
