#include "chart/number_chart_extent.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "chart/text_width.h"
#include "chart/time_chart_extent.h"

namespace accord::chart {

namespace {

constexpr int ticks_max = 9;
constexpr int whole_ticks_max = 24;
constexpr std::size_t label_digits_max = 10;
constexpr double legend_text_max = 300;

/// Steps of an axis cannot be smaller than this.
std::optional<double> near_zero(const std::optional<double>& value) {
  return value && std::abs(*value) < 1e-200 ? std::optional(0.0) : value;
}

void gather(const NumberLine& line, std::vector<double>& x, std::vector<double>& y) {
  for (const NumberPoint& point : line.points) {
    x.push_back(point.x);
    if (point.y) y.insert(y.end(), {*point.y - point.error, *point.y + point.error});
  }
}

std::vector<double> values_of(const NumberChart& chart, std::vector<double>& x) {
  std::vector<double> y{0};
  if (chart.x_range) x = {chart.x_range->first, chart.x_range->second};
  for (const NumberLine& line : chart.lines) gather(line, x, y);
  for (const NumberBand& band : chart.bands)
    for (const NumberBand::Step& step : band.steps) y.insert(y.end(), {step.low, step.high});
  for (const NumberReference& reference : chart.references) y.push_back(reference.y);
  for (const NumberFlag& flag : chart.flags) y.push_back(flag.y);
  return y;
}

double spacing_of(const NumberChart& chart, double width) {
  double least = width;
  for (const NumberLine& line : chart.lines)
    for (std::size_t i = 1; i < line.points.size(); ++i)
      if (line.points[i].x > line.points[i - 1].x)
        least = std::min(least, line.points[i].x - line.points[i - 1].x);
  return least;
}

/// Very small and very large values keep their labels short.
ValueTicks with_short_labels(ValueTicks ticks) {
  for (ValueTick& tick : ticks.ticks)
    if (tick.label.size() > label_digits_max) tick.label = fmt::format("{:.3g}", tick.value);
  return ticks;
}

}  // namespace

std::vector<ValueTick> whole_ticks(double first, double last, int count_max) {
  double step = 1;
  for (int i = 0; (last - first) / step + 1 > count_max; ++i) step *= i % 3 == 1 ? 2.5 : 2;
  std::vector<ValueTick> out;
  for (double k = std::ceil(first / step); k * step <= last; ++k)
    out.push_back({k * step, fmt::format("{:.0f}", k * step)});
  return out;
}

NumberChart drawable_part(NumberChart chart) {
  for (NumberLine& line : chart.lines) {
    std::erase_if(line.points, [](const NumberPoint& point) { return !drawable(point.x); });
    for (NumberPoint& point : line.points) {
      point.y = near_zero(drawable(point.y));
      point.error = *near_zero(drawable(point.error).value_or(0));
    }
  }
  for (NumberBand& band : chart.bands) {
    std::erase_if(band.steps, [](const NumberBand::Step& step) {
      return !drawable(step.x) || !drawable(step.low) || !drawable(step.high);
    });
    for (NumberBand::Step& step : band.steps) {
      step.low = *near_zero(step.low);
      step.high = *near_zero(step.high);
    }
  }
  std::erase_if(chart.references, [](const NumberReference& r) { return !drawable(r.y); });
  std::erase_if(chart.flags,
                [](const NumberFlag& flag) { return !drawable(flag.x) || !drawable(flag.y); });
  return chart;
}

std::optional<NumberExtent> extent(const NumberChart& chart) {
  std::vector<double> x;
  const std::vector<double> y = values_of(chart, x);
  if (x.empty()) return std::nullopt;
  const auto [x_low, x_high] = std::minmax_element(x.begin(), x.end());
  NumberExtent out;
  if (chart.whole) {
    out.from = *x_low - 0.5;
    out.to = *x_high + 0.5;
    out.x_ticks = whole_ticks(*x_low, *x_high, whole_ticks_max);
  } else {
    ValueTicks ticks = with_short_labels(linear_ticks(std::min(0.0, *x_low), *x_high, 12));
    out.from = ticks.low;
    out.to = ticks.high;
    out.x_ticks = std::move(ticks.ticks);
  }
  out.spacing = spacing_of(chart, out.to - out.from);
  const auto [y_low, y_high] = std::minmax_element(y.begin(), y.end());
  out.y = with_short_labels(chart.probability ? linear_ticks(0, 1, ticks_max)
                                              : linear_ticks(*y_low, *y_high, ticks_max));
  return out;
}

Mark mark_of(Shape shape) {
  constexpr std::array marks{Mark::none,  Mark::found,    Mark::derived, Mark::estimated,
                             Mark::event, Mark::recalled, Mark::supposed};
  return marks[static_cast<std::size_t>(shape)];
}

NumberLine line_style(std::size_t i) {
  constexpr std::array colours{Colour::blue,   Colour::vermilion, Colour::green, Colour::black,
                               Colour::orange, Colour::purple,    Colour::sky};
  constexpr std::array dashes{Dash::solid, Dash::dashed, Dash::dotted};
  constexpr std::array shapes{Shape::circle,  Shape::square, Shape::triangle,
                              Shape::diamond, Shape::ring,   Shape::open_triangle};
  NumberLine out;
  out.colour = colours[i % colours.size()];
  out.dash = dashes[i % dashes.size()];
  out.shape = shapes[i % shapes.size()];
  return out;
}

std::vector<LegendEntry> legend(const NumberChart& chart) {
  std::vector<LegendEntry> entries;
  bool missing = false;
  for (const NumberLine& line : chart.lines) {
    const auto any = [&](auto what) {
      return std::any_of(line.points.begin(), line.points.end(), what);
    };
    missing = missing || any([](const NumberPoint& point) { return !point.y; });
    if (line.name.empty()) continue;
    entries.push_back({.kind = line.joined ? LegendEntry::Kind::line : LegendEntry::Kind::mark,
                       .text = shorten(line.name, 12, legend_text_max),
                       .colour = line.colour,
                       .dash = line.dash,
                       .mark = mark_of(line.shape),
                       .error_bar = any([](const NumberPoint& point) { return point.error > 0; })});
  }
  for (const NumberBand& band : chart.bands)
    entries.push_back({.kind = LegendEntry::Kind::band,
                       .text = shorten(band.name, 12, legend_text_max),
                       .colour = band.colour,
                       .dash = band.dash});
  if (missing) entries.push_back({.kind = LegendEntry::Kind::missing, .text = "no value"});
  return entries;
}

}  // namespace accord::chart
