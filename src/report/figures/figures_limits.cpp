#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/units.h"
#include "base/english.h"
#include "report/figures/series_chart.h"

namespace accord::report {

namespace {

using chart::Colour;
using chart::TimeChart;
using evidence::Observation;
using evidence::Relation;

const LimitStep* limit_on(const std::vector<LimitStep>& limits, Day day) {
  for (const LimitStep& limit : limits)
    if (limit.from <= day && (!limit.to || day < *limit.to)) return &limit;
  return nullptr;
}

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

void add_limits(const Writer& w, const std::string& term, const std::vector<LimitStep>& limits,
                TimeChart& chart) {
  const evidence::Finding* finding = term.empty() ? nullptr : w.assessed.find(term);
  for (const LimitStep& limit : limits)
    chart.references.push_back(
        {.value = limit.value.approximate(),
         .label = "limit of " + limit.shown,
         .from = limit.from,
         .to = limit.to,
         .anchor = {fmt::format("{}-limit-{}", chart.head.id, to_string(limit.from)),
                    finding == nullptr ? "" : "#" + finding->id,
                    fmt::format("{}: {}", term, limit.shown)}});
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

struct MetricFigure {
  const std::string& metric;
  const std::string& term;
  const char* id;
  const char* title;
  const char* line;
};

/// A metric over time against its limit.
Sketch against_limit(Writer& w, const MetricFigure& what, std::vector<LimitStep>& limits) {
  const Series series = series_of(w, what.metric);
  limits = limit_steps(w, what.term, series.unit);
  Sketch sketch;
  sketch.chart.head = {what.id, what.title, latest_sentence(w, series, limits)};
  sketch.chart.value_title = unit_title(w, series.unit);
  add_series(w, series, limits, what.line, sketch);
  add_supposed(w, what.metric, series.unit, sketch);
  add_limits(w, what.term, limits, sketch.chart);
  return sketch;
}

/// The first number of a label: "up to 3.67 %" gives 3.67.
std::optional<Decimal> number_in(std::string_view label) {
  const std::size_t from = label.find_first_of("0123456789");
  if (from == std::string_view::npos) return std::nullopt;
  const std::string_view rest = label.substr(from);
  const ParsedDecimal parsed = parse_decimal(rest.substr(0, rest.find_first_not_of("0123456789.")));
  return parsed.fault == DecimalFault::none ? std::optional(parsed.value) : std::nullopt;
}

}  // namespace

std::vector<Drawing> heavy_water_drawings(Writer& w) {
  const auto& s = w.workspace.report;
  std::vector<LimitStep> limits;
  Sketch sketch = against_limit(w,
                                {s.heavy_water_metric, s.heavy_water_term, "fig-heavy-water",
                                 "Heavy water over time", "stock of heavy water"},
                                limits);
  sketch.chart.from_zero = false;
  std::vector<Drawing> all;
  all.push_back(finish(w, std::move(sketch)));
  return all;
}

Drawing stock_and_limit(Writer& w) {
  const auto& s = w.workspace.report;
  std::vector<LimitStep> limits;
  Sketch sketch = against_limit(w,
                                {s.total_metric, s.stock_term, "fig-stock",
                                 "Stock against the limit", "all levels and forms"},
                                limits);
  sketch.chart.log = true;
  sketch.chart.value_title += " (logarithmic)";
  // One scale of multiples has a meaning only while there is one limit.
  if (limits.size() == 1 && !limits[0].value.is_zero())
    sketch.chart.second = chart::SecondScale{"times the limit", limits[0].value.approximate()};
  return finish(w, std::move(sketch));
}

/// The bands' upper ends, as the settings name them, are drawn beside the limit.
Drawing highest_level(Writer& w) {
  const auto& s = w.workspace.report;
  std::vector<LimitStep> limits;
  Sketch sketch = against_limit(w,
                                {s.level_metric, s.level_term, "fig-level",
                                 "Highest level of enrichment", "highest level reported"},
                                limits);
  sketch.chart.lines.front().steps = true;
  sketch.chart.log = true;
  sketch.chart.value_title += " (logarithmic)";
  for (const formats::ReportColumn& band : s.bands) {
    const auto end = number_in(band.label);
    const bool is_limit = end && std::any_of(limits.begin(), limits.end(), [&](const LimitStep& l) {
                            return l.value == Rational(*end);
                          });
    if (end && !is_limit)
      sketch.chart.references.push_back({.value = Rational(*end).approximate(),
                                         .label = "band " + band.label,
                                         .colour = Colour::grey,
                                         .dash = chart::Dash::dotted});
  }
  return finish(w, std::move(sketch));
}

}  // namespace accord::report
