#include "chart/number_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/frame.h"
#include "chart/number_chart_extent.h"
#include "chart/text_width.h"

namespace accord::chart {

namespace {

constexpr double title_height = 30;   // title of the values, above the plot
constexpr double axis_height = 42;    // labels and title below the plot
constexpr double headroom = 22;       // above the highest tick, for crosses, flags and labels
constexpr double missing_depth = 10;  // of crosses, below the upper edge of the headroom
constexpr double radius_max = 3.8;
constexpr double flag_height = 9;

/// One chart being drawn: places first, then layers from the back to the front.
class Painter {
 public:
  Painter(const NumberChart& chart, const NumberExtent& extent)
      : chart_(chart),
        extent_(extent),
        legend_(legend(chart)),
        placer_(layout()),
        svg_(chart.head, page_width, legend_top_ + legend_height(legend_) + 4) {}

  std::string paint() {
    draw_heading(svg_, chart_.head);
    for (const NumberBand& band : chart_.bands) fill_band(band);
    draw_value_axis();
    draw_number_axis();
    for (const NumberBand& band : chart_.bands) draw_edges(band);
    for (const NumberReference& reference : chart_.references) draw_reference(reference);
    for (const NumberLine& line : chart_.lines) draw_line(line);
    for (const NumberLine& line : chart_.lines) draw_points(line);
    for (const NumberFlag& flag : chart_.flags) draw_flag(flag);
    for (const NumberFlag& flag : chart_.flags) label_flag(flag);
    for (const NumberReference& reference : chart_.references) label_reference(reference);
    for (const NumberLine& line : chart_.lines) label_points(line);
    draw_legend(svg_, legend_, legend_top_);
    return svg_.finish();
  }

 private:
  const NumberChart& chart_;
  const NumberExtent& extent_;
  std::vector<LegendEntry> legend_;
  NumberScale x_;
  ValueScale y_;
  double plot_top_ = 0;
  double legend_top_ = 0;
  double radius_ = radius_max;
  Placer placer_;  // after the scales: layout() sets them
  Svg svg_;

  Box layout() {
    double labels = 0;
    for (const ValueTick& tick : extent_.y.ticks)
      labels = std::max(labels, text_width(tick.label, 12));
    x_ = {extent_.from, extent_.to, side + labels + 10, page_width - side - 6};
    plot_top_ = heading_height(chart_.head) + title_height;
    y_ = {extent_.y.low, extent_.y.high, plot_top_ + headroom,
          plot_top_ + headroom + chart_.plot_height, false};
    legend_top_ = y_.bottom + axis_height;
    radius_ = std::clamp(0.4 * (x_.x(extent_.from + extent_.spacing) - x_.left), 1.2, radius_max);
    return {x_.left, plot_top_, x_.right - x_.left, y_.bottom - plot_top_};
  }

  void draw_value_axis() {
    svg_.text(side, plot_top_ - 7, chart_.y_title, {.colour = Colour::grey});
    draw_value_lines(svg_, extent_.y.ticks, y_, x_.left, x_.right);
  }

  void draw_number_axis() {
    for (const ValueTick& tick : extent_.x_ticks) {
      const double x = x_.x(tick.value);
      svg_.line(x, y_.bottom, x, y_.bottom + 5, Colour::grey);
      const double half = text_width(tick.label, 12) / 2;
      svg_.text(std::min(x, page_width - side - half), y_.bottom + 18, tick.label,
                {.align = Align::middle});
    }
    svg_.line(x_.left, y_.bottom, x_.right, y_.bottom, Colour::grey);
    svg_.text((x_.left + x_.right) / 2, y_.bottom + 34, chart_.x_title,
              {.align = Align::middle, .colour = Colour::grey});
  }

  /// The path of one edge; backwards it goes on from where another ended.
  [[nodiscard]] std::string edge(const NumberBand& band, bool upper, bool backwards) const {
    std::string out;
    const std::size_t count = band.steps.size();
    for (std::size_t i = 0; i < count; ++i) {
      const NumberBand::Step& step = band.steps[backwards ? count - 1 - i : i];
      const double y = y_.y(upper ? step.high : step.low);
      const double half = backwards ? -0.5 : 0.5;
      out += fmt::format("{}{} {}H{}", out.empty() && !backwards ? "M" : "L",
                         number(x_.x(step.x - half)), number(y), number(x_.x(step.x + half)));
    }
    return out;
  }

  void fill_band(const NumberBand& band) {
    if (band.steps.empty()) return;
    svg_.leaf("path", {{"d", edge(band, true, false) + edge(band, false, true) + "Z"},
                       {"fill", code(band.colour)},
                       {"fill-opacity", "0.08"}});
  }

  void draw_edges(const NumberBand& band) {
    if (band.steps.empty()) return;
    for (const bool upper : {true, false})
      svg_.leaf("path", {{"d", edge(band, upper, false)},
                         {"fill", "none"},
                         {"stroke", code(band.colour)},
                         {"stroke-width", "1.6"},
                         {"stroke-dasharray", pattern(band.dash)}});
    for (const NumberBand::Step& step : band.steps)
      for (const double value : {step.low, step.high})
        placer_.block_line(x_.x(step.x - 0.5), y_.y(value), x_.x(step.x + 0.5), y_.y(value));
  }

  void draw_reference(const NumberReference& reference) {
    const double y = y_.y(reference.y);
    svg_.open_anchor(reference.anchor);
    svg_.line(x_.left, y, x_.right, y, reference.colour, 1.6, reference.dash);
    svg_.close_anchor(reference.anchor);
    placer_.block_line(x_.left, y, x_.right, y);
  }

  void label_reference(const NumberReference& reference) {
    if (reference.label.empty()) return;
    const double y = y_.y(reference.y);
    draw_label(svg_, placer_.place(places_along(reference.label, x_.left, x_.right, y)),
               reference.label, reference.colour);
  }

  void draw_line(const NumberLine& line) {
    const NumberPoint* before = nullptr;
    for (const NumberPoint& point : line.points) {
      if (!point.y) {
        before = nullptr;
        continue;
      }
      if (before != nullptr && line.joined) {
        const double x1 = x_.x(before->x);
        const double y1 = y_.y(*before->y);
        svg_.line(x1, y1, x_.x(point.x), y_.y(*point.y), line.colour, 1.8, line.dash);
        placer_.block_line(x1, y1, x_.x(point.x), y_.y(*point.y));
      }
      before = &point;
    }
  }

  void draw_points(const NumberLine& line) {
    for (const NumberPoint& point : line.points) {
      const double x = x_.x(point.x);
      svg_.open_anchor(point.anchor);
      if (point.y) {
        draw_value(line, point, x);
      } else {
        draw_missing(svg_, x, plot_top_ + missing_depth);
        placer_.block({x - 5, plot_top_ + missing_depth - 5, 10, 10});
      }
      svg_.close_anchor(point.anchor);
    }
  }

  void draw_value(const NumberLine& line, const NumberPoint& point, double x) {
    const double y = y_.y(*point.y);
    if (point.error > 0) {
      const auto kept = [&](double value) {
        return chart_.probability ? std::clamp(value, 0.0, 1.0) : value;
      };
      const double top = y_.y(kept(*point.y + point.error));
      const double bottom = y_.y(kept(*point.y - point.error));
      draw_error_bar(svg_, x, top, bottom, std::min(4.0, radius_), line.colour);
      placer_.block({x - 4, top, 8, bottom - top});
    }
    svg_.mark(x, y, mark_of(line.shape), line.colour, radius_);
    placer_.block({x - 5, y - 5, 10, 10});
  }

  [[nodiscard]] double foot_of(const NumberFlag& flag) const { return y_.y(flag.y) - radius_ - 3; }

  void draw_flag(const NumberFlag& flag) {
    const double x = x_.x(flag.x);
    const double foot = foot_of(flag);
    svg_.open_anchor(flag.anchor);
    svg_.mark(x, foot - flag_height / 2, Mark::declaration, Colour::vermilion, flag_height / 2);
    svg_.close_anchor(flag.anchor);
    placer_.block({x - 2, foot - flag_height - 2, flag_height + 4, flag_height + 4});
  }

  void label_flag(const NumberFlag& flag) {
    if (flag.label.empty()) return;
    const double x = x_.x(flag.x);
    const double foot = foot_of(flag);
    const double width = label_box(flag.label, 0, 0).width;
    const double top = foot - flag_height / 2 - label_height / 2;
    draw_label(svg_,
               placer_.place({label_box(flag.label, x - width - 3, top),
                              label_box(flag.label, x + flag_height + 4, top),
                              label_box(flag.label, x - width / 2, top - label_height),
                              label_box(flag.label, x - width - 3, top - label_height),
                              label_box(flag.label, x + 12, top + 2 * label_height)}),
               flag.label, Colour::black);
  }

  void label_points(const NumberLine& line) {
    for (const NumberPoint& point : line.points) {
      if (point.label.empty()) continue;
      const double x = x_.x(point.x);
      const double y = point.y ? y_.y(*point.y) : plot_top_ + missing_depth;
      const double width = label_box(point.label, 0, 0).width;
      const Box label =
          placer_.place({label_box(point.label, x - width / 2, y - label_height - 5),
                         label_box(point.label, x + 7, y - label_height / 2),
                         label_box(point.label, x - width - 7, y - label_height / 2),
                         label_box(point.label, x - width / 2, y + 6),
                         label_box(point.label, x - width / 2, y + 6 + label_height)});
      draw_label(svg_, label, point.label, Colour::black);
    }
  }
};

}  // namespace

std::string draw(const NumberChart& given) {
  const NumberChart chart = drawable_part(given);
  if (const auto found = extent(chart)) return Painter(chart, *found).paint();
  return draw_nothing(chart.head, "nothing to draw");
}

}  // namespace accord::chart
