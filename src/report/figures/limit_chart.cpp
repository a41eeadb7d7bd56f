#include "report/figures/limit_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/units.h"
#include "base/english.h"
#include "report/figures/series_chart.h"
#include "report/sections/blocks.h"

/// A figure of the verifier's series over time against the limit of a term.
namespace accord::report {

using chart::Colour;
using chart::TimeChart;
using evidence::Observation;
using evidence::Relation;

const LimitStep* limit_on(const std::vector<LimitStep>& limits, Day day) {
  for (const LimitStep& limit : limits)
    if (limit.from <= day && (!limit.to || day < *limit.to)) return &limit;
  return nullptr;
}

void add_limits(const Writer& w, const std::string& name, const std::vector<LimitStep>& limits,
                TimeChart& chart) {
  const evidence::Finding* finding = w.assessed.find(name);
  for (const LimitStep& limit : limits)
    chart.references.push_back(
        {.value = limit.value.approximate(),
         .label = "limit of " + limit.shown,
         .from = limit.from,
         .to = limit.to,
         .anchor = {fmt::format("{}-limit-{}", chart.head.id, to_string(limit.from)),
                    finding == nullptr ? "" : "#" + finding->id,
                    fmt::format("{}: {}", name, limit.shown)}});
}

void shape(const ReportBlock& block, const std::vector<LimitStep>& limits, TimeChart& chart) {
  chart.from_zero = !block.cut;
  chart.lines.front().steps = chart.lines.front().steps || block.steps;
  if (block.logarithmic) {
    chart.log = true;
    chart.value_title += " (logarithmic)";
  }
  // One scale of multiples has a meaning only while there is one limit.
  if (block.multiples && limits.size() == 1 && !limits[0].value.is_zero())
    chart.second = chart::SecondScale{"times the limit", limits[0].value.approximate()};
  for (const formats::ReportMark& mark : block.marks) {
    const bool is_limit = std::any_of(limits.begin(), limits.end(), [&](const LimitStep& l) {
      return l.value == Rational(mark.value);
    });
    if (!is_limit)
      chart.references.push_back({.value = Rational(mark.value).approximate(),
                                  .label = mark.label,
                                  .colour = Colour::grey,
                                  .dash = chart::Dash::dotted});
  }
}

namespace {

/// The line with its gaps, statements without a figure, and the figures worth a label: the first
/// above the limit of its day after one within, and the last.
void add_series(Writer& w, const Series& series, const std::vector<LimitStep>& limits,
                const std::string& name, Sketch& sketch) {
  chart::Line line{.name = name};
  bool above = false;
  for (const Entry& e : series.entries) {
    const Day day = e.day();
    const std::string text = said(w, *e.record);
    if (e.is_figure()) {
      const LimitStep* limit = limit_on(limits, day);
      const bool now_above = limit != nullptr && e.value > limit->value;
      const bool labelled = (now_above && !above) || &e == series.last_figure();
      above = now_above;
      const std::string whole = fmt::format("{} as of {}, {}, {}", text, to_string(day),
                                            word(e.record->head.grade), word(e.record->head.trace));
      line.points.push_back({day, e.value.approximate(), chart_mark(e.mark()),
                             anchor(w, sketch, *e.report, whole),
                             labelled ? to_string(e.record->value) : ""});
    } else if (e.is_ceiling()) {
      sketch.chart.ceilings.push_back(
          {day, e.value.approximate(), anchor(w, sketch, *e.report, text)});
    } else if (e.is_missing()) {
      const char* why = e.missing_words();
      line.points.push_back(
          {day, std::nullopt, chart::Mark::none, anchor(w, sketch, *e.report, why), why});
    }
  }
  sketch.chart.lines.push_back(std::move(line));
}

/// Figures that somebody supposes stand apart: no line joins them to what is on record.
void add_supposed(Writer& w, const std::string& metric, const std::string& unit, Sketch& sketch) {
  const agreement::Units units(w.workspace.agreement);
  const auto is_looked_up = [&](const Observation& o) {
    for (const agreement::Item& item : w.workspace.agreement.items) {
      const auto* measure = std::get_if<agreement::Measure>(&item);
      if (measure == nullptr || measure->head.name.text != o.metric || !measure->data) continue;
      return std::any_of(measure->data->begin(), measure->data->end(),
                         [&](const agreement::Name& n) { return n.text == metric; });
    }
    return false;
  };
  const evidence::Records& records = w.assessed.records();
  for (const Observation& o : records.observations) {
    const auto factor = units.factor(o.unit, unit);
    if (!records.origins[o.head.origin].supposed || o.relation != Relation::equal || !factor ||
        !is_looked_up(o) || o.head.valid > w.assessed.on())
      continue;
    const std::string text = "supposed: " + said(w, o);
    sketch.chart.lines.push_back(
        {.name = "",
         .colour = Colour::purple,
         .points = {{o.head.valid,
                     (Rational(o.value) * *factor).approximate(),
                     chart::Mark::supposed,
                     {fmt::format("{}-{}", sketch.chart.head.id, o.head.origin),
                      w.cite(o.head.origin), text},
                     "supposed " + to_string(o.value)}}});
  }
}

/// "The latest figure is … as of … (…)[, N times the limit of …]. N later reports give none."
std::string latest_sentence(const Writer& w, const Series& series,
                            const std::vector<LimitStep>& limits) {
  const Entry* last = series.last_figure();
  if (last == nullptr) return "No figure is on record.";
  const Day day = last->day();
  std::string out = fmt::format("The latest figure is {} as of {} ({})", said(w, *last->record),
                                to_string(day), last->report->id);
  if (const LimitStep* limit = limit_on(limits, day); limit != nullptr && !limit->value.is_zero())
    out += fmt::format(", {} times the limit of {}", to_fixed(last->value / limit->value, 2),
                       limit->shown);
  const auto silent =
      std::count_if(series.entries.begin(), series.entries.end(),
                    [&](const Entry& e) { return e.is_missing() && e.day() > day; });
  if (silent == 0) return out + ".";
  return out + fmt::format(". {} {} no figure.", counted(silent, "later report"),
                           silent == 1 ? "gives" : "give");
}

/// A series of the verifier's reports, with what somebody supposes beside it.
void add_figures_of_series(Writer& w, const ReportBlock& block, const Series& series,
                           const std::vector<LimitStep>& limits, Sketch& sketch) {
  const std::string& term = block.names.front();
  add_series(w, series, limits, block.line.empty() ? w.name_of(block.figure) : block.line, sketch);
  add_supposed(w, block.figure, series.unit, sketch);
  add_limits(w, term, limits, sketch.chart);
}

}  // namespace

void add_limit_chart(Writer& w, const ReportBlock& block, Section& out) {
  if (block.figure.empty()) return add_findings_charts(w, block, out);
  const Series series = series_of(w, block.figure);
  const std::string& term = block.names.front();
  const std::vector<LimitStep> limits = limit_steps(w, term, series.unit);
  Sketch sketch;
  sketch.chart.head = {
      w.own_id("fig-" + (block.id.empty() ? "limit-" + term : block.id)),
      block.title.empty() ? w.name_of(block.figure) + " against the limit" : block.title,
      block.statement.empty() ? latest_sentence(w, series, limits) : block.statement};
  sketch.chart.value_title = unit_title(w, series.unit);
  add_figures_of_series(w, block, series, limits, sketch);
  shape(block, limits, sketch.chart);
  add_figures(w, {finish(w, std::move(sketch))}, out);
}

}  // namespace accord::report
