#include "chart/frame.h"

#include <algorithm>
#include <cmath>

#include "base/contract.h"
#include "chart/text_width.h"

namespace accord::chart {

namespace {

constexpr double title_size = 15;
constexpr double statement_size = 12;
constexpr double statement_line = 16;
constexpr double text_room = page_width - 2 * side;

constexpr double legend_size = 12;
constexpr double legend_line = 19;
constexpr double swatch_width = 24;
constexpr double legend_gap = 18;

/// Left edge of every entry and its row.
std::vector<std::pair<double, int>> legend_places(const std::vector<LegendEntry>& entries) {
  std::vector<std::pair<double, int>> places;
  double x = side;
  int row = 0;
  for (const LegendEntry& entry : entries) {
    const double width = swatch_width + 6 + text_width(entry.text, legend_size);
    if (x > side && x + width > page_width - side) {
      x = side;
      ++row;
    }
    places.emplace_back(x, row);
    x += width + legend_gap;
  }
  return places;
}

void draw_swatch_mark(Svg& svg, const LegendEntry& entry, double x, double y) {
  if (entry.error_bar) draw_error_bar(svg, x, y - 8, y + 8, 3, entry.colour);
  svg.mark(x, y, entry.mark, entry.colour);
}

void draw_swatch(Svg& svg, const LegendEntry& entry, double x, double y) {
  const double middle = x + swatch_width / 2;
  switch (entry.kind) {
    case LegendEntry::Kind::line:
      svg.line(x, y, x + swatch_width, y, entry.colour, 2, entry.dash);
      draw_swatch_mark(svg, entry, middle, y);
      break;
    case LegendEntry::Kind::band:
      svg.leaf("rect", {{"x", number(x)},
                        {"y", number(y - 6)},
                        {"width", number(swatch_width)},
                        {"height", "12"},
                        {"fill", code(entry.colour)},
                        {"fill-opacity", "0.08"}});
      for (const double edge : {y - 6, y + 6})
        svg.line(x, edge, x + swatch_width, edge, entry.colour, 1.6, entry.dash);
      break;
    case LegendEntry::Kind::block:
      svg.box({x + 4, y - 6, swatch_width - 8, 12}, entry.colour, entry.fill);
      break;
    case LegendEntry::Kind::frame:
      svg.leaf("rect", {{"x", number(x + 2)},
                        {"y", number(y - 6)},
                        {"width", number(swatch_width - 4)},
                        {"height", "12"},
                        {"rx", "2"},
                        {"fill", "#FFFFFF"},
                        {"stroke", code(entry.colour)},
                        {"stroke-width", "1.6"},
                        {"stroke-dasharray", pattern(entry.dash)}});
      break;
    case LegendEntry::Kind::mark:
      draw_swatch_mark(svg, entry, middle, y);
      break;
    case LegendEntry::Kind::range:
      draw_range_cap(svg, middle, y - 5, y + 6, entry.colour);
      break;
    case LegendEntry::Kind::missing:
      draw_missing(svg, middle, y);
      break;
  }
}

double overlap(const Box& a, const Box& b) {
  const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

}  // namespace

void draw_range_cap(Svg& svg, double x, double top, double bottom, Colour colour) {
  svg.line(x - 4, top, x + 4, top, colour, 2);
  svg.line(x, top, x, bottom, colour, 1.25, Dash::dotted);
}

void draw_error_bar(Svg& svg, double x, double top, double bottom, double half, Colour colour) {
  svg.line(x, top, x, bottom, colour, 1.25);
  for (const double y : {top, bottom}) svg.line(x - half, y, x + half, y, colour, 1.25);
}

void draw_missing(Svg& svg, double x, double y) {
  svg.line(x - 3.5, y - 3.5, x + 3.5, y + 3.5, Colour::black, 1.5);
  svg.line(x - 3.5, y + 3.5, x + 3.5, y - 3.5, Colour::black, 1.5);
}

double TimeScale::x(Day day) const {
  if (to == from) return (left + right) / 2;
  return left + (right - left) * static_cast<double>(day - from) / static_cast<double>(to - from);
}

double ValueScale::y(double value) const {
  ACCORD_EXPECT(!log || value > 0);
  const double share =
      log ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
  return bottom - (bottom - top) * std::clamp(share, 0.0, 1.0);
}

double heading_height(const Head& head) {
  const auto lines = wrap(head.statement, statement_size, text_room).size();
  return 26 + statement_line * static_cast<double>(lines);
}

void draw_heading(Svg& svg, const Head& head) {
  svg.text(side, 20, shorten(head.title, title_size, text_room),
           {.size = title_size, .bold = true});
  double y = 26;
  for (const std::string& line : wrap(head.statement, statement_size, text_room))
    svg.text(side, y += statement_line, line, {.size = statement_size});
}

void draw_time_axis(Svg& svg, const TimeScale& scale, double top, double bottom) {
  for (const TimeTick& tick : time_ticks(scale.from, scale.to, scale.right - scale.left)) {
    const double x = scale.x(tick.day);
    const bool major = !tick.label.empty();
    if (major)
      svg.leaf("line", {{"x1", number(x)},
                        {"y1", number(top)},
                        {"x2", number(x)},
                        {"y2", number(bottom)},
                        {"stroke", "#E3E3E3"}});
    svg.line(x, bottom, x, bottom + (major ? 5 : 3), Colour::grey);
    if (!major) continue;
    const double half = text_width(tick.label, 12) / 2;
    svg.text(std::clamp(x, side + half, page_width - side - half), bottom + 18, tick.label,
             {.align = Align::middle});
  }
  svg.line(scale.left, bottom, scale.right, bottom, Colour::grey);
}

double legend_height(const std::vector<LegendEntry>& entries) {
  const auto places = legend_places(entries);
  return places.empty() ? 0 : legend_line * (places.back().second + 1) + 4;
}

void draw_legend(Svg& svg, const std::vector<LegendEntry>& entries, double top) {
  const auto places = legend_places(entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const double y = top + legend_line * (places[i].second + 0.5);
    draw_swatch(svg, entries[i], places[i].first, y);
    svg.text(places[i].first + swatch_width + 6, y + 4, entries[i].text, {.size = legend_size});
  }
}

void Placer::block_line(double x1, double y1, double x2, double y2) {
  const double length = std::hypot(x2 - x1, y2 - y1);
  const int steps = std::max(1, static_cast<int>(length / 6));
  for (int i = 0; i <= steps; ++i)
    block({x1 + (x2 - x1) * i / steps - 2, y1 + (y2 - y1) * i / steps - 2, 4, 4});
}

double Placer::covered(const Box& place) const {
  double sum = 0;
  for (const Box& box : blocked_) sum += overlap(place, box);
  return sum;
}

bool Placer::is_free(const Box& place) const {
  return overlap(place, area_) >= place.width * place.height - 0.01 && covered(place) == 0;
}

Box Placer::place(const std::vector<Box>& places) {
  ACCORD_EXPECT(!places.empty());
  Box best;
  double least = -1;
  for (Box box : places) {
    box.x = std::max(area_.x, std::min(box.x, area_.x + area_.width - box.width));
    box.y = std::max(area_.y, std::min(box.y, area_.y + area_.height - box.height));
    const double sum = covered(box);
    if (least >= 0 && sum >= least) continue;
    best = box;
    least = sum;
  }
  block(best);
  return best;
}

Box label_box(std::string_view text, double x, double y) {
  return {x, y, text_width(text, label_size) + 4, label_height};
}

void draw_label(Svg& svg, const Box& box, std::string_view text, Colour colour) {
  svg.leaf("rect", {{"x", number(box.x)},
                    {"y", number(box.y)},
                    {"width", number(box.width)},
                    {"height", number(box.height)},
                    {"fill", "#FFFFFF"},
                    {"fill-opacity", "0.8"}});
  svg.text(box.x + 2, box.y + box.height - 3.5, text, {.size = label_size, .colour = colour});
}

void draw_value_lines(Svg& svg, const std::vector<ValueTick>& ticks, const ValueScale& scale,
                      double left, double right) {
  for (const ValueTick& tick : ticks) {
    const double y = scale.y(tick.value);
    svg.leaf("line", {{"x1", number(left)},
                      {"y1", number(y)},
                      {"x2", number(right)},
                      {"y2", number(y)},
                      {"stroke", tick.value == 0 ? "#6B6B6B" : "#E3E3E3"}});
    svg.text(left - 6, y + 4, tick.label, {.align = Align::end});
  }
}

std::string draw_nothing(const Head& head, std::string_view why) {
  const double top = heading_height(head);
  Svg svg(head, page_width, top + 40);
  draw_heading(svg, head);
  svg.text(side, top + 24, why, {.colour = Colour::grey});
  return svg.finish();
}

std::vector<Box> places_along(std::string_view text, double left, double right, double y) {
  std::vector<Box> places;
  for (const double share : {0.0, 1.0, 0.25, 0.5, 0.75})
    for (const double top : {y - label_height - 2.5, y + 2.5}) {
      Box box = label_box(text, 0, top);
      box.x = left + 3 + share * (right - left - 6 - box.width);
      places.push_back(box);
    }
  return places;
}

}  // namespace accord::chart
