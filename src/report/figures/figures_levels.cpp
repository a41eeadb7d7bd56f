#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/units.h"
#include "base/english.h"
#include "report/figures/series_chart.h"

namespace accord::report {

namespace {

using chart::Colour;
using evidence::Observation;
using evidence::Relation;

/// Parts of one report: its bands, then what the total holds beyond them.
chart::Bar bar_of(Writer& w, const Entry& total, const std::string& unit, Sketch& sketch) {
  const auto& bands = w.workspace.report.bands;
  const Day day = total.day();
  chart::Bar bar{day, day, {}, chart_mark(total.mark())};
  const agreement::Units units(w.workspace.agreement);
  Rational rest = total.value;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Observation* o = w.figure(bands[i].metric, *total.report);
    const auto factor = o == nullptr ? std::nullopt : units.factor(o->unit, unit);
    if (!factor || o->relation != Relation::equal) continue;
    const Rational value = Rational(o->value) * *factor;
    rest = rest - value;
    const std::string text =
        fmt::format("{}, {}, {}", bands[i].label, said(w, *o), word(o->head.trace));
    bar.parts.push_back({i, value.approximate(), chart_mark(mark_of(o->head.trace, o->head.grade)),
                         anchor(w, sketch, *total.report, text, fmt::format("-{}", i))});
  }
  if (rest > Rational())
    bar.parts.push_back({bands.size(), rest.approximate(), chart::Mark::none,
                         anchor(w, sketch, *total.report,
                                "in no published level: " + to_exact_string(rest), "-rest")});
  return bar;
}

Drawing stock_by_level(Writer& w) {
  constexpr Colour colours[] = {Colour::sky,    Colour::green,     Colour::blue,
                                Colour::orange, Colour::vermilion, Colour::purple};
  const auto& s = w.workspace.report;
  const Series totals = series_of(w, s.total_metric);
  Sketch sketch;
  sketch.chart.head = {
      "fig-levels", "Stock by level",
      "The published levels of each report, one on top of the other, up to its total; "
      "what the total holds beyond them is in levels not published or in other forms."};
  sketch.chart.value_title = unit_title(w, totals.unit);
  for (std::size_t i = 0; i < s.bands.size(); ++i)
    sketch.chart.series.push_back({s.bands[i].label, colours[i % std::size(colours)]});
  sketch.chart.series.push_back(
      {"level not published, or other forms", Colour::grey, chart::Fill::hollow});
  chart::Line gaps;
  for (const Entry& e : totals.entries) {
    if (e.report->kind == "update") continue;
    if (e.is_figure()) {
      sketch.chart.bars.push_back(bar_of(w, e, totals.unit, sketch));
      continue;
    }
    const std::string why = e.missing_words();
    gaps.points.push_back(
        {e.day(), std::nullopt, chart::Mark::none, anchor(w, sketch, *e.report, why), why});
  }
  sketch.chart.lines.push_back(std::move(gaps));
  return finish(w, std::move(sketch));
}

/// Growth between neighbouring quarterly reports with a total, per 30 days.
Drawing growth(Writer& w) {
  const Series totals = series_of(w, w.workspace.report.total_metric);
  Sketch sketch;
  sketch.chart.head = {
      "fig-growth", "Change of the stock between reports",
      "Computed: difference of the totals of neighbouring quarterly reports, for each 30 "
      "days between them; below zero where the stock fell."};
  sketch.chart.value_title = unit_title(w, totals.unit) + " per 30 days";
  sketch.chart.series = {{"change; both totals found or estimated", Colour::blue}};
  const Entry* last = nullptr;
  for (const Entry& now : totals.entries) {
    if (now.report->kind == "update") continue;
    const bool neighbours = last != nullptr && now.is_figure();
    if (neighbours && now.day() > last->day()) {
      const Day from = last->day();
      const Day to = now.day();
      const Rational change = now.value - last->value;
      const Rational rate = change * Rational::of(30, to - from);
      const std::string text = fmt::format(
          "{} {} in {}, {} in 30 days, since {}", to_exact_string(change), w.in_words(totals.unit),
          counted(to - from, "day"), to_fixed(rate, 1), last->report->id);
      const Mark mark = weaker(now.mark(), last->mark());
      sketch.chart.bars.push_back(
          {from,
           to,
           {{0, rate.approximate(), chart_mark(mark), anchor(w, sketch, *now.report, text)}},
           chart::Mark::none});
    }
    last = now.is_figure() ? &now : nullptr;
  }
  return finish(w, std::move(sketch));
}

}  // namespace

std::vector<Drawing> stock_drawings(Writer& w) {
  if (w.workspace.report.total_metric.empty()) return {};
  return {stock_and_limit(w)};
}

std::vector<Drawing> level_drawings(Writer& w) {
  std::vector<Drawing> all;
  if (!w.workspace.report.bands.empty()) all.push_back(stock_by_level(w));
  if (!w.workspace.report.level_metric.empty()) all.push_back(highest_level(w));
  all.push_back(growth(w));
  return all;
}

}  // namespace accord::report
