#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "chart/svg.h"
#include "chart/ticks.h"

/// What all drawings share: page, scales, axes, legend and the placing of labels.
namespace accord::chart {

/// 720 pixels fill the text width of an A4 page (170 mm): 12 pixels print as 8 points.
inline constexpr double page_width = 720;
inline constexpr double side = 8;  ///< free space at the left and right edge

struct TimeScale {
  Day from, to;
  double left = 0, right = 1;
  [[nodiscard]] double x(Day day) const;
  [[nodiscard]] bool holds(Day day) const { return from <= day && day <= to; }
};

struct ValueScale {
  double low = 0, high = 1;
  double top = 0, bottom = 1;
  bool log = false;
  /// Contract on a logarithmic scale: value > 0. Values beyond the ends are drawn at the ends.
  [[nodiscard]] double y(double value) const;
};

/// Height that title and statement take.
[[nodiscard]] double heading_height(const Head& head);
void draw_heading(Svg& svg, const Head& head);

/// Ticks, labels and (light) vertical lines from `top` to `bottom`; needs 20 pixels below.
void draw_time_axis(Svg& svg, const TimeScale& scale, double top, double bottom);

/// Labels and (light) lines of the values, from `left` to `right`.
void draw_value_lines(Svg& svg, const std::vector<ValueTick>& ticks, const ValueScale& scale,
                      double left, double right);

/// A drawing without a figure: its heading and a word why.
[[nodiscard]] std::string draw_nothing(const Head& head, std::string_view why);

struct LegendEntry {
  enum class Kind : std::uint8_t { line, band, block, frame, mark, range, missing };
  Kind kind = Kind::line;
  std::string text{};
  Colour colour = Colour::black;
  Dash dash = Dash::solid;
  Fill fill = Fill::solid;
  Mark mark = Mark::none;  ///< also on a line
  bool error_bar = false;  ///< on a line or mark
};

[[nodiscard]] double legend_height(const std::vector<LegendEntry>& entries);
void draw_legend(Svg& svg, const std::vector<LegendEntry>& entries, double top);

/// "Not above": a cap at `top` with a dotted stem down to `bottom`.
void draw_range_cap(Svg& svg, double x, double top, double bottom, Colour colour);
/// The bar of an error, with caps of `half` pixels to both sides.
void draw_error_bar(Svg& svg, double x, double top, double bottom, double half, Colour colour);
/// A cross: a report without a figure.
void draw_missing(Svg& svg, double x, double y);

/// Finds for each label, among the places offered, the one that covers least of what is drawn.
class Placer {
 public:
  explicit Placer(const Box& area) : area_(area) {}
  void block(const Box& box) { blocked_.push_back(box); }
  /// Blocks a thin corridor along a stroke.
  void block_line(double x1, double y1, double x2, double y2);
  /// The best of the places (at least one), moved into the area; it is blocked from then on. Of
  /// equals, the first.
  Box place(const std::vector<Box>& places);
  /// True when the place lies in the area and covers nothing.
  [[nodiscard]] bool is_free(const Box& place) const;

 private:
  [[nodiscard]] double covered(const Box& place) const;
  Box area_;
  std::vector<Box> blocked_;
};

/// Text over what is drawn, with a light ground. `box` as given by the placer for `label_box`.
void draw_label(Svg& svg, const Box& box, std::string_view text, Colour colour);
inline constexpr double label_size = 11.5;
inline constexpr double label_height = 14;
/// A box of the size of a label with its left upper corner at (x, y).
[[nodiscard]] Box label_box(std::string_view text, double x, double y);
/// Places for the label of a horizontal line, above and below it: first at its ends.
[[nodiscard]] std::vector<Box> places_along(std::string_view text, double left, double right,
                                            double y);

}  // namespace accord::chart
