#include "report/figures/series_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/units.h"

namespace accord::report {

using evidence::Observation;
using evidence::Relation;
using formats::SeriesReport;

chart::Mark chart_mark(Mark mark) {
  switch (mark) {
    case Mark::none:
      return chart::Mark::none;
    case Mark::found:
      return chart::Mark::found;
    case Mark::derived:
      return chart::Mark::derived;
    case Mark::recalled:
      return chart::Mark::recalled;
    case Mark::estimated:
      break;
  }
  return chart::Mark::estimated;
}

const Entry* Series::last_figure() const {
  const auto last =
      std::find_if(entries.rbegin(), entries.rend(), [](const Entry& e) { return e.is_figure(); });
  return last == entries.rend() ? nullptr : &*last;
}

Series series_of(const Writer& w, const std::string& metric) {
  const agreement::Units units(w.workspace.agreement);
  Series out;
  std::vector<Entry> found;
  for (const SeriesReport* report : w.series) {
    const Observation* o = w.figure(metric, *report);
    if (o == nullptr || o->head.valid > w.assessed.on()) continue;
    if (o->relation == Relation::no_figure && report->kind == "update") continue;
    found.push_back({report, o, o->value});
  }
  for (const bool figures : {true, false})
    for (const Entry& entry : found)
      if (out.unit.empty() && !entry.is_missing() && entry.is_figure() == figures)
        out.unit = entry.record->unit;
  for (Entry& entry : found) {
    const auto factor = units.factor(entry.record->unit, out.unit);
    if (!entry.is_missing() && !factor) continue;
    if (factor) entry.value = entry.value * *factor;
    out.entries.push_back(entry);
  }
  std::stable_sort(out.entries.begin(), out.entries.end(),
                   [](const Entry& a, const Entry& b) { return a.day() < b.day(); });
  return out;
}

std::string unit_title(const Writer& w, const std::string& unit) {
  for (const agreement::Item& item : w.workspace.agreement.items)
    if (const auto* declared = std::get_if<agreement::Unit>(&item))
      if (declared->head.name.text == unit && !declared->head.title.empty())
        return declared->head.title;
  return unit == "%" ? "per cent" : unit == "t" ? "tonnes" : w.in_words(unit);
}

std::string said(const Writer& w, const Observation& o) {
  const char* words = o.relation == Relation::at_most ? "not above "
                      : o.relation == Relation::below ? "below "
                                                      : "";
  return words + w.in_words(to_string(o.value) + " " + o.unit);
}

chart::Anchor anchor(Writer& w, Sketch& sketch, const SeriesReport& report, const std::string& text,
                     std::string_view part) {
  const std::uint32_t origin = report.origin;
  if (sketch.origins.empty() || sketch.origins.back() != origin) sketch.origins.push_back(origin);
  return {fmt::format("{}-{}{}", sketch.chart.head.id, origin, part), w.cite(origin),
          fmt::format("{}: {}", report.id, text)};
}

Drawing finish(const Writer& w, Sketch sketch) {
  chart::TimeChart& chart = sketch.chart;
  chart.ceiling_name = "stated not to exceed, no figure";
  if (!chart.lines.empty() || !chart.bars.empty()) {
    Day last = w.assessed.on();
    for (const auto& line : chart.lines)
      for (const auto& point : line.points) last = std::max(last, point.day);
    chart.to = last + 30;
  }
  return {chart.head.id, chart.head.title, chart.head.statement, chart::draw(chart),
          std::move(sketch.origins)};
}

}  // namespace accord::report
