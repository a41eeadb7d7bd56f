#include "chart/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "base/contract.h"
#include "chart/frame.h"
#include "chart/text_width.h"
#include "chart/ticks.h"
#include "chart/time_chart_extent.h"

namespace accord::chart {

namespace {

constexpr double row_height = 22;
constexpr double bar_height = 14;
constexpr double names_max = 210;
constexpr double axis_height = 42;
constexpr double gap = 5;

/// Places of one chart; scale of the values from left to right.
struct Layout {
  std::vector<const HorizontalBar*> bars;
  std::vector<LegendEntry> legend;
  ValueTicks ticks;
  double names = 0;  // right edge of the names
  double left = 0, right = 0, top = 0, bottom = 0;

  [[nodiscard]] double x(double value) const {
    return left + (right - left) * (value - ticks.low) / (ticks.high - ticks.low);
  }
};

Layout lay_out(const BarChart& chart) {
  Layout out;
  double names = 0;
  double shown = 0;
  double low = 0;
  double high = 0;
  std::vector<bool> used(chart.kinds.size());
  for (const HorizontalBar& bar : chart.bars) {
    ACCORD_EXPECT(bar.kind < chart.kinds.size());
    if (!drawable(bar.value)) continue;
    out.bars.push_back(&bar);
    used[bar.kind] = true;
    names = std::max(names, text_width(bar.name, 12));
    shown = std::max(shown, text_width(bar.shown, label_size));
    low = std::min(low, bar.value);
    high = std::max(high, bar.value);
  }
  for (std::size_t i = 0; i < chart.kinds.size(); ++i)
    if (used[i])
      out.legend.push_back({.kind = LegendEntry::Kind::block,
                            .text = chart.kinds[i].name,
                            .colour = chart.kinds[i].colour,
                            .fill = chart.kinds[i].fill});
  out.ticks = linear_ticks(low, high, 9);
  out.names = side + std::min(names, names_max);
  out.left = out.names + 8 + (low < 0 ? shown + gap : 0);
  out.right = page_width - side - shown - gap - 2;
  out.top = heading_height(chart.head) + 12;
  out.bottom = out.top + row_height * static_cast<double>(out.bars.size()) + 4;
  return out;
}

void draw_axis(Svg& svg, const Layout& layout, const std::string& title) {
  for (const ValueTick& tick : layout.ticks.ticks) {
    const double x = layout.x(tick.value);
    svg.leaf("line", {{"x1", number(x)},
                      {"y1", number(layout.top)},
                      {"x2", number(x)},
                      {"y2", number(layout.bottom)},
                      {"stroke", tick.value == 0 ? "#6B6B6B" : "#E3E3E3"}});
    svg.text(x, layout.bottom + 16, tick.label, {.align = Align::middle});
  }
  svg.text((layout.left + layout.right) / 2, layout.bottom + 33, title,
           {.align = Align::middle, .colour = Colour::grey});
}

void draw_bar(Svg& svg, const Layout& layout, const HorizontalBar& bar, const BarKind& kind,
              double top) {
  const double zero = layout.x(0);
  const double end = layout.x(bar.value);
  const double base = top + row_height / 2 + 4;
  const bool negative = bar.value < 0;
  svg.open_anchor(bar.anchor);
  svg.text(layout.names, base, shorten(bar.name, 12, names_max), {.align = Align::end});
  svg.box(
      {std::min(zero, end), top + (row_height - bar_height) / 2, std::abs(end - zero), bar_height},
      kind.colour, kind.fill);
  svg.text(end + (negative ? -gap : gap), base, bar.shown,
           {.size = label_size, .align = negative ? Align::end : Align::start});
  svg.close_anchor(bar.anchor);
}

}  // namespace

std::string draw(const BarChart& chart) {
  const Layout layout = lay_out(chart);
  if (layout.bars.empty()) return draw_nothing(chart.head, "nothing to draw");
  const double legend_top = layout.bottom + axis_height;
  Svg svg(chart.head, page_width, legend_top + legend_height(layout.legend) + 4);
  draw_heading(svg, chart.head);
  draw_axis(svg, layout, chart.value_title);
  double top = layout.top + 2;
  for (const HorizontalBar* bar : layout.bars) {
    draw_bar(svg, layout, *bar, chart.kinds[bar->kind], top);
    top += row_height;
  }
  draw_legend(svg, layout.legend, legend_top);
  return svg.finish();
}

}  // namespace accord::chart
