#include "chart/time_chart.h"

#include <algorithm>
#include <cmath>

#include "base/contract.h"
#include "chart/frame.h"
#include "chart/text_width.h"
#include "chart/time_chart_extent.h"

namespace accord::chart {

namespace {

constexpr double titles_height = 24;  // axis titles above the plot
constexpr double time_height = 24;    // labels of the time axis
constexpr double mark_radius = 3.6;
constexpr double headroom = 22;       // above the highest tick, for crosses and labels
constexpr double missing_depth = 10;  // crosses, below the upper edge of the headroom

double tick_width(const ValueTicks& ticks) {
  double width = 0;
  for (const ValueTick& tick : ticks.ticks) width = std::max(width, text_width(tick.label, 12));
  return width;
}

ValueTicks second_ticks(const Extent& extent, double unit) {
  const double low = extent.ticks.low / unit;
  const double high = extent.ticks.high / unit;
  ValueTicks out = extent.log ? log_ticks(low, high, 9) : linear_ticks(low, high, 9);
  std::erase_if(out.ticks, [&](const ValueTick& tick) {
    return tick.value < low * (1 - 1e-9) || tick.value > high * (1 + 1e-9);
  });
  return out;
}

/// One chart being drawn: places first, then layers from the back to the front.
class Painter {
 public:
  Painter(const TimeChart& chart, const Extent& extent)
      : chart_(chart),
        extent_(extent),
        legend_(legend(chart)),
        placer_(layout()),
        svg_(chart.head, page_width, legend_top_ + legend_height(legend_) + 4) {}

  std::string paint() {
    draw_heading(svg_, chart_.head);
    for (const Zone& zone : chart_.zones) draw_zone(zone);
    draw_value_axis();
    draw_time_axis(svg_, time_, plot_top_, value_.bottom);
    for (const Bar& bar : chart_.bars) draw_bar(bar);
    for (const Reference& reference : chart_.references) draw_reference(reference);
    for (const Ceiling& ceiling : chart_.ceilings) draw_ceiling(ceiling);
    for (const Line& line : chart_.lines) draw_line(line);
    for (const Line& line : chart_.lines) draw_points(line);
    for (const Zone& zone : chart_.zones) label_zone(zone);
    for (const Reference& reference : chart_.references) label_reference(reference);
    for (const Line& line : chart_.lines) label_points(line);
    draw_legend(svg_, legend_, legend_top_);
    return svg_.finish();
  }

 private:
  const TimeChart& chart_;
  const Extent& extent_;
  std::vector<LegendEntry> legend_;
  TimeScale time_;
  ValueScale value_;
  ValueTicks second_;
  double plot_top_ = 0;
  double legend_top_ = 0;
  Placer placer_;  // after the scales: layout() sets them
  Svg svg_;

  Box layout() {
    double right = page_width - side - 4;
    if (chart_.second) {
      second_ = second_ticks(extent_, chart_.second->unit);
      right -= tick_width(second_) + 8;
    }
    time_ = {extent_.from, extent_.to, side + tick_width(extent_.ticks) + 10, right};
    const double top = heading_height(chart_.head) + titles_height;
    plot_top_ = top;
    value_ = {extent_.ticks.low, extent_.ticks.high, top + headroom,
              top + headroom + chart_.plot_height, extent_.log};
    legend_top_ = value_.bottom + time_height;
    return {time_.left, plot_top_, time_.right - time_.left, value_.bottom - plot_top_};
  }

  void draw_value_axis() {
    const bool cut = !extent_.log && value_.low > 0;
    svg_.text(side, plot_top_ - 7,
              chart_.value_title + (cut ? " (axis does not start at zero)" : ""),
              {.colour = Colour::grey});
    draw_value_lines(svg_, extent_.ticks.ticks, value_, time_.left, time_.right);
    if (!chart_.second) return;
    svg_.text(page_width - side, plot_top_ - 7, chart_.second->title,
              {.align = Align::end, .colour = Colour::grey});
    for (const ValueTick& tick : second_.ticks) {
      const double y = value_.y(tick.value * chart_.second->unit);
      svg_.line(time_.right, y, time_.right + 4, y, Colour::grey);
      svg_.text(time_.right + 7, y + 4, tick.label);
    }
  }

  [[nodiscard]] Box place_of(const Zone& zone) const {
    const double left =
        zone.from ? time_.x(std::clamp(*zone.from, time_.from, time_.to)) : time_.left;
    const double right =
        zone.to ? time_.x(std::clamp(*zone.to, time_.from, time_.to)) : time_.right;
    const double top = zone.high ? value_.y(*zone.high) : plot_top_;
    const double bottom = zone.low ? value_.y(*zone.low) : value_.bottom;
    return {left, top, std::max(0.0, right - left), std::max(0.0, bottom - top)};
  }

  void draw_zone(const Zone& zone) { svg_.box(place_of(zone), zone.colour, Fill::solid, 0.12); }

  void label_zone(const Zone& zone) {
    if (zone.label.empty()) return;
    const Box box = place_of(zone);
    const double low = box.y + box.height - label_height - 3;
    const Box label = placer_.place(
        {label_box(zone.label, box.x + 3, box.y + 3), label_box(zone.label, box.x + 3, low)});
    draw_label(svg_, label, zone.label, Colour::grey);
  }

  [[nodiscard]] std::pair<double, double> span_of(const Bar& bar) const {
    if (bar.from < bar.to) {
      const double inset = time_.x(bar.to) - time_.x(bar.from) > 5 ? 1 : 0;
      return {time_.x(bar.from) + inset, time_.x(bar.to) - inset};
    }
    double width = 9;
    for (const Bar& other : chart_.bars)
      if (other.from != bar.from)
        width = std::min(width, 0.8 * std::abs(time_.x(other.from) - time_.x(bar.from)));
    width = std::max(width, 3.0);
    return {time_.x(bar.from) - width / 2, time_.x(bar.from) + width / 2};
  }

  void draw_bar(const Bar& bar) {
    if (!time_.holds(bar.from) || !time_.holds(bar.to)) return;
    const auto [left, right] = span_of(bar);
    double above = 0;
    double below = 0;
    for (const BarPart& part : bar.parts) {
      ACCORD_EXPECT(part.series < chart_.series.size());
      const auto value = drawable(part.value);
      if (!value) continue;
      double& base = *value < 0 ? below : above;
      const double y1 = value_.y(base);
      const double y2 = value_.y(base += *value);
      draw_part(part, {left, std::min(y1, y2), right - left, std::abs(y1 - y2)});
    }
    const double top = value_.y(above);
    placer_.block({left, top, right - left, value_.y(below) - top});
    if (bar.mark != Mark::none)
      svg_.mark((left + right) / 2, top - mark_radius - 3, bar.mark, Colour::black,
                mark_radius - 0.6);
  }

  void draw_part(const BarPart& part, const Box& box) {
    const Series& series = chart_.series[part.series];
    const bool weak = part.mark == Mark::recalled || part.mark == Mark::derived;
    svg_.open_anchor(part.anchor);
    svg_.box(box, series.colour, weak && series.fill == Fill::solid ? Fill::hatched : series.fill);
    svg_.close_anchor(part.anchor);
  }

  [[nodiscard]] std::optional<std::pair<double, double>> span_of(const Reference& reference) const {
    const Day from = std::max(reference.from.value_or(time_.from), time_.from);
    const Day to = std::min(reference.to.value_or(time_.to), time_.to);
    if (to < from || !drawable(reference.value)) return std::nullopt;
    return std::pair{time_.x(from), time_.x(to)};
  }

  void draw_reference(const Reference& reference) {
    const auto span = span_of(reference);
    if (!span) return;
    const double y = value_.y(reference.value);
    svg_.open_anchor(reference.anchor);
    svg_.line(span->first, y, span->second, y, reference.colour, 1.6, reference.dash);
    svg_.close_anchor(reference.anchor);
    placer_.block_line(span->first, y, span->second, y);
  }

  void label_reference(const Reference& reference) {
    const auto span = span_of(reference);
    if (!span || reference.label.empty()) return;
    const double y = value_.y(reference.value);
    draw_label(svg_, placer_.place(places_along(reference.label, span->first, span->second, y)),
               reference.label, reference.colour);
  }

  void draw_ceiling(const Ceiling& ceiling) {
    if (!time_.holds(ceiling.day) || !drawable(ceiling.value)) return;
    const double x = time_.x(ceiling.day);
    const double y = value_.y(ceiling.value);
    svg_.open_anchor(ceiling.anchor);
    draw_range_cap(svg_, x, y, value_.bottom, Colour::black);
    svg_.close_anchor(ceiling.anchor);
    placer_.block({x - 4, y, 8, value_.bottom - y});
  }

  /// Strokes between neighbouring figures; one end recalled makes the stroke dashed.
  void draw_line(const Line& line) {
    const Point* before = nullptr;
    for (const Point& point : line.points) {
      if (!time_.holds(point.day)) continue;
      if (!drawable(point.value)) {
        before = nullptr;
        continue;
      }
      if (before != nullptr) {
        const bool weak = before->mark == Mark::recalled || point.mark == Mark::recalled;
        draw_stroke(line, *before, point, weak ? Dash::dashed : line.dash);
      }
      before = &point;
    }
  }

  void draw_stroke(const Line& line, const Point& a, const Point& b, Dash dash) {
    const double x1 = time_.x(a.day);
    const double x2 = time_.x(b.day);
    const double y1 = value_.y(*a.value);
    const double y2 = value_.y(*b.value);
    const double bend = line.steps ? y1 : y2;
    svg_.line(x1, y1, x2, bend, line.colour, 1.8, dash);
    placer_.block_line(x1, y1, x2, bend);
    if (!line.steps || y1 == y2) return;
    svg_.line(x2, y1, x2, y2, line.colour, 1.8, dash);
    placer_.block_line(x2, y1, x2, y2);
  }

  void draw_points(const Line& line) {
    draw_missing_zones(line);
    for (const Point& point : line.points) {
      if (!time_.holds(point.day)) continue;
      const double x = time_.x(point.day);
      const auto value = drawable(point.value);
      const double y = value ? value_.y(*value) : plot_top_ + missing_depth;
      svg_.open_anchor(point.anchor);
      if (value)
        svg_.mark(x, y, point.mark, line.colour, mark_radius);
      else
        draw_missing(svg_, x, y);
      svg_.close_anchor(point.anchor);
      placer_.block({x - 5, y - 5, 10, 10});
    }
  }

  void draw_missing_zones(const Line& line) {
    for (std::size_t i = 0; i < line.points.size();) {
      const std::size_t end = end_of_missing(line, i);
      if (end > i && !line.points[i].label.empty())
        draw_missing_zone(line.points[i], line.points[end - 1]);
      i = std::max(end, i + 1);
    }
  }

  [[nodiscard]] std::size_t end_of_missing(const Line& line, std::size_t begin) const {
    std::size_t end = begin;
    while (end < line.points.size() && !drawable(line.points[end].value) &&
           time_.holds(line.points[end].day) && line.points[end].label == line.points[begin].label)
      ++end;
    return end;
  }

  void draw_missing_zone(const Point& first, const Point& last) {
    const double left = std::max(time_.left, time_.x(first.day) - 6);
    const double right = std::min(time_.right, time_.x(last.day) + 6);
    svg_.box({left, plot_top_, right - left, value_.bottom - plot_top_}, Colour::grey,
             Fill::hatched, 0.25);
    const double y = plot_top_ + 2 * missing_depth;
    const Box size = label_box(first.label, 0, y);
    const double middle = (left + right - size.width) / 2;
    const Box label = placer_.place({label_box(first.label, middle, y),
                                     label_box(first.label, left - size.width - 2, y),
                                     label_box(first.label, right + 2, y),
                                     label_box(first.label, middle, y + 2 * label_height)});
    draw_label(svg_, label, first.label, Colour::black);
  }

  void label_points(const Line& line) {
    for (const Point& point : line.points) {
      if (!time_.holds(point.day) || !drawable(point.value) || point.label.empty()) continue;
      const double x = time_.x(point.day);
      const double y = value_.y(*point.value);
      const double width = label_box(point.label, 0, 0).width;
      const Box label = placer_.place({label_box(point.label, x - width / 2, y - label_height - 5),
                                       label_box(point.label, x - width - 6, y - label_height / 2),
                                       label_box(point.label, x + 6, y - label_height / 2),
                                       label_box(point.label, x - width - 4, y - label_height - 4),
                                       label_box(point.label, x - width / 2, y + 5),
                                       label_box(point.label, x + 8, y + 6)});
      draw_label(svg_, label, point.label, Colour::black);
    }
  }
};

}  // namespace

std::string draw(const TimeChart& chart) {
  ACCORD_EXPECT(!chart.second || chart.second->unit > 0);
  const auto found = extent(chart);
  return found ? Painter(chart, *found).paint() : draw_nothing(chart.head, "no figure on record");
}

}  // namespace accord::chart
