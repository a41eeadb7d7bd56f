#include "chart/lane_chart.h"

#include <algorithm>
#include <set>

#include "base/contract.h"
#include "chart/frame.h"
#include "chart/text_width.h"

namespace accord::chart {

namespace {

constexpr double name_width = 214;
constexpr double row_height = 16;
constexpr double group_height = 22;
constexpr double bar_height = 11;
constexpr double label_width_max = 235;
constexpr std::size_t rows_max = 14;
constexpr double day_label_height = 30;  // two rows
constexpr double mark_radius = 3.6;

/// Where a labelled mark goes: its row, and whether its label stands at its left.
struct MarkPlace {
  std::size_t row = 0;
  bool left = false;
  std::string label;
};

struct LanePlan {
  std::size_t rows = 1;
  std::vector<MarkPlace> marks;  // as in the lane
};

std::optional<TimeScale> time_scale(const LaneChart& chart) {
  std::vector<Day> days;
  for (const DayLine& line : chart.days) days.push_back(line.day);
  for (const LaneGroup& group : chart.groups)
    for (const Lane& lane : group.lanes) {
      for (const LaneMark& mark : lane.marks) days.push_back(mark.day);
      for (const Span& span : lane.spans) {
        days.push_back(span.from);
        if (span.to) days.push_back(*span.to);
      }
    }
  if (days.empty()) return std::nullopt;
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  const std::int32_t space = std::max(1, (*last - *first) / 60);
  const Day from = chart.from.value_or(*first - space);
  return TimeScale{from, std::max(chart.to.value_or(*last + space), from + 1), side + name_width,
                   page_width - side};
}

/// Rows of one lane: each label takes the first row where it covers nothing.
class Rows {
 public:
  explicit Rows(double right) : right_(right) {}

  MarkPlace place(const LaneMark& mark, double x) {
    MarkPlace out;
    if (!mark.label.empty()) {
      out.label = shorten(mark.label, label_size, label_width_max);
      const double width = text_width(out.label, label_size) + 12;
      out.left = x + width > right_;
      for (out.row = 0; out.row < rows_max; ++out.row)
        if (take(out.row, out.left ? x - width : x - 5, out.left ? x + 5 : x + width)) return out;
      out.label.clear();
    }
    out.row = 0;
    take(0, x - 5, x + 5);
    return out;
  }
  [[nodiscard]] std::size_t count() const { return std::max<std::size_t>(1, taken_.size()); }

 private:
  bool take(std::size_t row, double from, double to) {
    if (row >= taken_.size()) taken_.resize(row + 1);
    for (const auto& [a, b] : taken_[row])
      if (from < b && a < to) return false;
    taken_[row].emplace_back(from, to);
    return true;
  }
  double right_;
  std::vector<std::vector<std::pair<double, double>>> taken_;
};

LanePlan plan(const Lane& lane, const TimeScale& time) {
  LanePlan out;
  out.marks.resize(lane.marks.size());
  std::vector<std::size_t> order(lane.marks.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return lane.marks[a].day < lane.marks[b].day;
  });
  Rows rows(time.right);
  for (const std::size_t i : order)
    if (time.holds(lane.marks[i].day))
      out.marks[i] = rows.place(lane.marks[i], time.x(lane.marks[i].day));
  out.rows = rows.count();
  return out;
}

class Painter {
 public:
  Painter(const LaneChart& chart, const TimeScale& time)
      : chart_(chart),
        time_(time),
        legend_(legend()),
        height_(plan_all()),
        svg_(chart.head, page_width, height_ + legend_height(legend_) + 4) {}

  std::string paint() {
    draw_heading(svg_, chart_.head);
    draw_time_axis(svg_, time_, top_, bottom_);
    draw_day_lines();
    double y = top_ + 4;
    std::size_t index = 0;
    for (const LaneGroup& group : chart_.groups) {
      if (!group.title.empty()) {
        svg_.text(side, y + 15, group.title, {.size = 12.5, .bold = true});
        y += group_height;
      }
      for (const Lane& lane : group.lanes) {
        draw_lane(lane, plans_[index], y);
        y += row_height * static_cast<double>(plans_[index++].rows);
      }
    }
    draw_legend(svg_, legend_, height_);
    return svg_.finish();
  }

 private:
  const LaneChart& chart_;
  TimeScale time_;
  std::vector<LegendEntry> legend_;
  std::vector<LanePlan> plans_;
  double top_ = 0;
  double bottom_ = 0;
  double height_;  // up to the legend
  Svg svg_;

  double plan_all() {
    top_ = heading_height(chart_.head) + 6 + (chart_.days.empty() ? 0 : day_label_height);
    bottom_ = top_ + 8;
    for (const LaneGroup& group : chart_.groups) {
      if (!group.title.empty()) bottom_ += group_height;
      for (const Lane& lane : group.lanes) {
        plans_.push_back(plan(lane, time_));
        bottom_ += row_height * static_cast<double>(plans_.back().rows);
      }
    }
    return bottom_ + 26;
  }

  [[nodiscard]] std::vector<LegendEntry> legend() const {
    std::set<std::size_t> styles;
    std::set<Mark> marks;
    for (const LaneGroup& group : chart_.groups)
      for (const Lane& lane : group.lanes) {
        for (const Span& span : lane.spans) styles.insert(span.style);
        for (const LaneMark& mark : lane.marks) marks.insert(mark.mark);
      }
    std::vector<LegendEntry> out;
    for (const std::size_t i : styles) {
      ACCORD_EXPECT(i < chart_.styles.size());
      const SpanStyle& style = chart_.styles[i];
      const bool thin = style.height < 0.4;
      out.push_back({.kind = thin ? LegendEntry::Kind::line : LegendEntry::Kind::block,
                     .text = style.name,
                     .colour = style.colour,
                     .fill = style.fill});
    }
    marks.erase(Mark::none);
    for (const Mark mark : marks)
      out.push_back({.kind = LegendEntry::Kind::mark, .text = word(mark), .mark = mark});
    return out;
  }

  void draw_day_lines() {
    Placer placer(
        {time_.left, top_ - day_label_height, time_.right - time_.left, day_label_height});
    for (const DayLine& line : chart_.days) {
      if (!time_.holds(line.day)) continue;
      const double x = time_.x(line.day);
      svg_.line(x, top_, x, bottom_, Colour::grey, 1, Dash::dotted);
      if (const auto box = free_place(placer, line.label, x)) {
        placer.block(*box);
        draw_label(svg_, *box, line.label, Colour::grey);
      }
    }
  }

  /// Above the line, in the lower row or in the upper one; nothing when both are full.
  [[nodiscard]] std::optional<Box> free_place(const Placer& placer, const std::string& label,
                                              double x) const {
    const double width = label_box(label, 0, 0).width;
    for (const double y : {top_ - label_height - 1, top_ - 2 * label_height - 1})
      for (const double left : {x - width / 2, x - width, x})
        if (const Box box = label_box(label, left, y); placer.is_free(box)) return box;
    return std::nullopt;
  }

  void draw_lane(const Lane& lane, const LanePlan& plan, double y) {
    const bool linked = !lane.anchor.id.empty();
    if (linked) svg_.open_anchor(lane.anchor);
    svg_.text(side + 6, y + 12, shorten(lane.name, label_size, name_width - 14),
              {.size = label_size});
    if (linked) svg_.close_anchor(lane.anchor);
    const double height = row_height * static_cast<double>(plan.rows);
    svg_.leaf("line", {{"x1", number(time_.left)},
                       {"y1", number(y + height)},
                       {"x2", number(time_.right)},
                       {"y2", number(y + height)},
                       {"stroke", "#EEEEEE"}});
    for (const Span& span : lane.spans) draw_span(span, y);
    for (std::size_t i = 0; i < lane.marks.size(); ++i)
      if (time_.holds(lane.marks[i].day)) draw_mark(lane.marks[i], plan.marks[i], y);
  }

  void draw_span(const Span& span, double y) {
    const Day from = std::max(span.from, time_.from);
    const Day to = std::min(span.to.value_or(time_.to), time_.to);
    if (to < from) return;
    const SpanStyle& style = chart_.styles[span.style];
    const double height = bar_height * style.height;
    // A state of a few days stays visible.
    const double width = std::max(1.5, time_.x(to) - time_.x(from));
    svg_.open_anchor(span.anchor);
    svg_.box({time_.x(from), y + (row_height - height) / 2, width, height}, style.colour,
             style.fill);
    svg_.close_anchor(span.anchor);
  }

  void draw_mark(const LaneMark& mark, const MarkPlace& place, double y) {
    const double x = time_.x(mark.day);
    const double middle = y + row_height * (static_cast<double>(place.row) + 0.5);
    svg_.open_anchor(mark.anchor);
    svg_.mark(x, middle, mark.mark, mark.colour, mark_radius);
    if (!place.label.empty())
      svg_.text(place.left ? x - 8 : x + 8, middle + 4, place.label,
                {.size = label_size, .align = place.left ? Align::end : Align::start});
    svg_.close_anchor(mark.anchor);
  }
};

}  // namespace

std::string draw(const LaneChart& chart) {
  if (const auto time = time_scale(chart)) return Painter(chart, *time).paint();
  const double top = heading_height(chart.head);
  Svg svg(chart.head, page_width, top + 40);
  draw_heading(svg, chart.head);
  svg.text(side, top + 24, "nothing on record", {.colour = Colour::grey});
  return svg.finish();
}

}  // namespace accord::chart
