#include "chart/time_chart_extent.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace accord::chart {

namespace {

constexpr int value_ticks_max = 9;

struct Gathered {
  std::vector<Day> days;
  std::vector<double> values;
};

void gather(const Bar& bar, Gathered& out) {
  out.days.insert(out.days.end(), {bar.from, bar.to});
  double above = 0;
  double below = 0;
  for (const BarPart& part : bar.parts)
    if (const auto value = drawable(part.value)) (*value < 0 ? below : above) += *value;
  out.values.insert(out.values.end(), {above, below});
}

Gathered gather(const TimeChart& chart) {
  Gathered out;
  for (const Bar& bar : chart.bars) gather(bar, out);
  for (const Line& line : chart.lines)
    for (const Point& point : line.points) {
      out.days.push_back(point.day);
      if (const auto value = drawable(point.value)) out.values.push_back(*value);
    }
  for (const Ceiling& ceiling : chart.ceilings) {
    out.days.push_back(ceiling.day);
    if (const auto value = drawable(ceiling.value)) out.values.push_back(*value);
  }
  for (const Reference& reference : chart.references)
    if (const auto value = drawable(reference.value)) out.values.push_back(*value);
  for (const Zone& zone : chart.zones)
    for (const auto& edge : {zone.low, zone.high})
      if (const auto value = drawable(edge)) out.values.push_back(*value);
  return out;
}

ValueTicks ticks(const TimeChart& chart, std::vector<double> values, bool log) {
  if (values.empty()) values = {0, 1};
  if (!log && (chart.from_zero || !chart.bars.empty())) values.push_back(0);
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return log ? log_ticks(*low, *high, value_ticks_max) : linear_ticks(*low, *high, value_ticks_max);
}

void add_marks(const TimeChart& chart, std::vector<LegendEntry>& entries) {
  std::set<Mark> used;
  bool missing = false;
  for (const Line& line : chart.lines)
    for (const Point& point : line.points) {
      if (drawable(point.value))
        used.insert(point.mark);
      else
        missing = true;
    }
  for (const Bar& bar : chart.bars) used.insert(bar.mark);
  used.erase(Mark::none);
  const bool one = chart.lines.size() == 1;
  for (const Mark mark : used)
    entries.push_back({.kind = LegendEntry::Kind::mark,
                       .text = word(mark),
                       .colour = one ? chart.lines.front().colour : Colour::black,
                       .mark = mark});
  if (missing) entries.push_back({.kind = LegendEntry::Kind::missing, .text = "no figure"});
}

}  // namespace

std::optional<double> drawable(const std::optional<double>& value) {
  return value && std::isfinite(*value) && std::abs(*value) < 1e15 ? value : std::nullopt;
}

std::optional<Extent> extent(const TimeChart& chart) {
  Gathered found = gather(chart);
  if (found.days.empty()) return std::nullopt;
  const auto [first, last] = std::minmax_element(found.days.begin(), found.days.end());
  const std::int32_t space = std::max(1, (*last - *first) / 40);
  Extent out;
  out.from = chart.from.value_or(*first - space);
  out.to = std::max(chart.to.value_or(*last + space), out.from + 1);
  out.log = chart.log && chart.bars.empty() &&
            std::all_of(found.values.begin(), found.values.end(), [](double v) { return v > 0; }) &&
            !found.values.empty();
  out.ticks = ticks(chart, std::move(found.values), out.log);
  return out;
}

std::vector<LegendEntry> legend(const TimeChart& chart) {
  std::vector<LegendEntry> entries;
  for (const Series& series : chart.series)
    entries.push_back({.kind = LegendEntry::Kind::block,
                       .text = series.name,
                       .colour = series.colour,
                       .fill = series.fill});
  std::set<std::string> hatched;
  for (const Bar& bar : chart.bars)
    for (const BarPart& part : bar.parts)
      if (part.mark == Mark::recalled || part.mark == Mark::derived)
        hatched.insert(word(part.mark));
  if (!hatched.empty())
    entries.push_back({.kind = LegendEntry::Kind::block,
                       .text = hatched.size() > 1 ? "derived or recalled" : *hatched.begin(),
                       .colour = Colour::grey,
                       .fill = Fill::hatched});
  for (const Line& line : chart.lines)
    if (!line.name.empty())
      entries.push_back({.kind = LegendEntry::Kind::line,
                         .text = line.name,
                         .colour = line.colour,
                         .dash = line.dash});
  if (!chart.ceilings.empty())
    entries.push_back({.kind = LegendEntry::Kind::range, .text = chart.ceiling_name});
  add_marks(chart, entries);
  return entries;
}

}  // namespace accord::chart
