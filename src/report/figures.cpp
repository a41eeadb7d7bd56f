#include "report/figures.h"

#include <fmt/format.h>

#include <algorithm>

#include "chart/lane_chart.h"
#include "chart/time_chart.h"
#include "report/writer.h"

namespace accord::report {

using agreement::Observation;
using agreement::Relation;
using chart::Colour;
using formats::SeriesReport;

namespace {

chart::Mark chart_mark(Mark mark) {
  switch (mark) {
    case Mark::derived:
      return chart::Mark::derived;
    case Mark::recalled:
      return chart::Mark::recalled;
    case Mark::estimated:
      return chart::Mark::estimated;
    default:
      return chart::Mark::found;
  }
}

double number(const Decimal& value) {
  return Rational(value).approximate();
}

/// The deciding bound of a term on the day of the report, in the unit of its figures.
const agreement::Comparison* comparison_of(const Writer& w, const std::string& term) {
  const agreement::Finding* f = term.empty() ? nullptr : w.assessed.find(term);
  const auto* rule = f == nullptr ? nullptr : deciding(*f);
  if (rule != nullptr && rule->comparison && rule->comparison->limit) return &*rule->comparison;
  return f != nullptr && f->last_known && f->last_known->comparison &&
                 f->last_known->comparison->limit
             ? &*f->last_known->comparison
             : nullptr;
}

chart::Anchor anchor(Writer& w, const std::string& chart_id, const SeriesReport& report,
                     const std::string& text) {
  return {fmt::format("{}-{}", chart_id, report.origin), w.cite(report.origin),
          fmt::format("{}: {}", report.id, text)};
}

/// One metric of the series as a line; attestations as ceilings, reports without access as gaps.
void add_series(Writer& w, const std::string& metric, const std::string& name,
                chart::TimeChart& chart, Drawing& out) {
  chart::Line line{.name = name};
  for (const SeriesReport* report : w.series) {
    const Observation* o = w.figure(metric, *report);
    if (o == nullptr) continue;
    const std::string said = fmt::format("{}{}", o->relation == Relation::equal ? "" : "not above ",
                                         to_string(o->value));
    if (o->relation == Relation::equal) {
      line.points.push_back({o->head.valid, number(o->value),
                             chart_mark(mark_of(o->head.trace, o->head.grade)),
                             anchor(w, chart.head.id, *report, said), ""});
      out.origins.push_back(report->origin);
    } else if (o->relation == Relation::at_most || o->relation == Relation::below) {
      chart.ceilings.push_back(
          {o->head.valid, number(o->value), anchor(w, chart.head.id, *report, said)});
    } else {
      const bool access = o->relation != Relation::no_access;
      line.points.push_back({o->head.valid, std::nullopt, chart::Mark::none,
                             anchor(w, chart.head.id, *report, access ? "no figure" : "no access"),
                             access ? "" : "no access"});
    }
  }
  chart.lines.push_back(std::move(line));
}

void add_limit(const Writer& w, const std::string& term, chart::TimeChart& chart) {
  const auto* c = comparison_of(w, term);
  if (c == nullptr) return;
  chart.references.push_back(
      {.value = c->limit->approximate(), .label = "limit of " + w.in_words(c->limit_shown)});
}

Drawing finish(chart::TimeChart chart, Drawing out) {
  chart.ceiling_name = "stated not to exceed";
  out.id = chart.head.id;
  out.title = chart.head.title;
  out.statement = chart.head.statement;
  out.svg = chart::draw(chart);
  return out;
}

std::string last_value(const Writer& w, const std::string& metric) {
  for (auto report = w.series.rbegin(); report != w.series.rend(); ++report)
    if (const Observation* o = w.figure(metric, **report);
        o != nullptr && o->relation == Relation::equal)
      return fmt::format("The latest figure is {} {} as of {} ({}).", to_string(o->value),
                         w.in_words(o->unit), to_string(o->head.valid), (*report)->id);
  return "No figure is on record.";
}

Drawing stock_and_limit(Writer& w) {
  const auto& s = w.workspace.report;
  chart::TimeChart chart;
  chart.head = {"fig-stock", "Stock against the limit", last_value(w, s.total_metric)};
  chart.value_title = "kg of uranium (logarithmic)";
  chart.log = true;
  Drawing out;
  add_series(w, s.total_metric, "all levels and forms", chart, out);
  add_limit(w, s.stock_term, chart);
  if (const auto* c = comparison_of(w, s.stock_term); c != nullptr)
    chart.second = chart::SecondScale{"times the limit", c->limit->approximate()};
  return finish(std::move(chart), std::move(out));
}

Drawing stock_by_level(Writer& w) {
  constexpr Colour colours[] = {Colour::sky,    Colour::green,     Colour::blue,
                                Colour::orange, Colour::vermilion, Colour::purple};
  const auto& s = w.workspace.report;
  chart::TimeChart chart;
  chart.head = {
      "fig-levels", "Stock by level",
      "Levels that a report does not give are left out, so a bar can be lower than the total."};
  chart.value_title = "kg of uranium";
  Drawing out;
  for (std::size_t i = 0; i < s.bands.size(); ++i)
    chart.series.push_back({s.bands[i].label, colours[i % std::size(colours)], chart::Fill::solid});
  for (const SeriesReport* report : w.series) {
    chart::Bar bar{report->as_of, report->as_of, {}, chart::Mark::none};
    for (std::size_t i = 0; i < s.bands.size(); ++i) {
      const Observation* o = w.figure(s.bands[i].metric, *report);
      if (o == nullptr || o->relation != Relation::equal) continue;
      bar.parts.push_back(
          {i,
           number(o->value),
           chart_mark(mark_of(o->head.trace, o->head.grade)),
           {fmt::format("fig-levels-{}-{}", report->origin, i), w.cite(report->origin),
            fmt::format("{}: {} {}", report->id, s.bands[i].label, to_string(o->value))}});
    }
    if (bar.parts.empty()) continue;
    chart.bars.push_back(std::move(bar));
    out.origins.push_back(report->origin);
  }
  return finish(std::move(chart), std::move(out));
}

Drawing level(Writer& w) {
  const auto& s = w.workspace.report;
  chart::TimeChart chart;
  chart.head = {"fig-level", "Highest level of enrichment", last_value(w, s.level_metric)};
  chart.value_title = "per cent";
  Drawing out;
  add_series(w, s.level_metric, "highest level reported", chart, out);
  chart.lines.back().steps = true;
  add_limit(w, s.level_term, chart);
  return finish(std::move(chart), std::move(out));
}

/// Growth between neighbouring reports with a total, per 30 days.
Drawing growth(Writer& w) {
  const auto& s = w.workspace.report;
  chart::TimeChart chart;
  chart.head = {"fig-growth", "Change of the stock between reports",
                "Difference of the totals of neighbouring reports, per 30 days; below zero where "
                "the stock fell."};
  chart.value_title = "kg of uranium per 30 days";
  chart.series.push_back({"change", Colour::blue, chart::Fill::solid});
  Drawing out;
  const Observation* last = nullptr;
  for (const SeriesReport* report : w.series) {
    const Observation* now = w.figure(s.total_metric, *report);
    if (now == nullptr || now->relation != Relation::equal) continue;
    if (last != nullptr && now->head.valid > last->head.valid) {
      const int days = now->head.valid - last->head.valid;
      const Rational rate = (Rational(now->value) - Rational(last->value)) * Rational::of(30, days);
      const Mark mark = weaker(Mark::derived, weaker(mark_of(now->head.trace, now->head.grade),
                                                     mark_of(last->head.trace, last->head.grade)));
      chart.bars.push_back(
          {last->head.valid,
           now->head.valid,
           {{0, rate.approximate(), chart_mark(mark),
             anchor(w, "fig-growth", *report, fmt::format("{} kg in 30 days", to_fixed(rate, 1)))}},
           chart::Mark::none});
      out.origins.push_back(report->origin);
    }
    last = now;
  }
  return finish(std::move(chart), std::move(out));
}

std::size_t style_of(agreement::State state) {
  switch (agreement::outcome_of(state)) {
    case agreement::Outcome::met:
      return 0;
    case agreement::Outcome::not_met:
      return 1;
    case agreement::Outcome::not_shown:
      return 2;
    case agreement::Outcome::out_of_count:
      break;
  }
  return 3;
}

chart::Lane lane_of(const Writer& w, const agreement::Finding& f,
                    const agreement::Subject& subject) {
  chart::Lane lane{.name = f.id.substr(2), .anchor = {"lane-" + f.id, "#" + f.id, f.title}};
  const auto& evaluator = w.assessed.evaluator();
  const Day to = w.assessed.on();
  std::optional<std::pair<Day, agreement::State>> open;
  const auto close = [&](std::optional<Day> end) {
    if (!open || style_of(open->second) == 3) return;
    lane.spans.push_back({open->first,
                          end ? end : std::optional(to + 1),
                          style_of(open->second),
                          {fmt::format("lane-{}-{}", f.id, to_string(open->first)), "#" + f.id,
                           plain(open->second)}});
  };
  for (const Day day : evaluator.change_days(subject, day_min - 1, to, w.assessed.known())) {
    const agreement::State state = evaluator.state(subject, day, w.assessed.known());
    if (open && style_of(open->second) == style_of(state)) continue;
    close(day);
    open.emplace(day, state);
  }
  close(std::nullopt);
  for (const agreement::DeclarationShown& d : f.declarations)
    if (d.kind != agreement::Declaration::Kind::ceases)
      lane.marks.push_back(
          {d.day,
           chart::Mark::declaration,
           Colour::black,
           "",
           {fmt::format("lane-{}-declared-{}", f.id, to_string(d.day)), "#" + f.id, d.title}});
  return lane;
}

}  // namespace

std::vector<Drawing> heavy_water_drawings(Writer& w) {
  const auto& s = w.workspace.report;
  chart::TimeChart chart;
  chart.head = {"fig-heavy-water", "Heavy water over time", last_value(w, s.heavy_water_metric)};
  chart.value_title = "tonnes";
  chart.from_zero = false;
  Drawing out;
  add_series(w, s.heavy_water_metric, "stock of heavy water", chart, out);
  add_limit(w, s.heavy_water_term, chart);
  std::vector<Drawing> all;
  all.push_back(finish(std::move(chart), std::move(out)));
  return all;
}

std::vector<Drawing> stock_drawings(Writer& w) {
  std::vector<Drawing> all;
  all.push_back(stock_and_limit(w));
  if (!w.workspace.report.bands.empty()) all.push_back(stock_by_level(w));
  if (!w.workspace.report.level_metric.empty()) all.push_back(level(w));
  all.push_back(growth(w));
  return all;
}

std::vector<Drawing> sides_drawings(Writer& w) {
  chart::LaneChart chart;
  chart.head = {"fig-sides", "Both sides over time",
                "One lane for each commitment that was ever met or not met; nothing follows from "
                "the order of the lanes."};
  chart.styles = {{"met", Colour::blue, chart::Fill::solid, 0.7},
                  {"not met", Colour::vermilion, chart::Fill::hatched, 1.0},
                  {"not shown", Colour::grey, chart::Fill::hollow, 0.4}};
  const auto& findings = w.assessed.findings();
  const auto& subjects = w.assessed.evaluator().subjects();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    chart::Lane lane = lane_of(w, findings[i], subjects[i]);
    if (std::none_of(lane.spans.begin(), lane.spans.end(),
                     [](const auto& s) { return s.style < 2; }))
      continue;
    const std::string party = w.parties(findings[i].party);
    auto group = std::find_if(chart.groups.begin(), chart.groups.end(),
                              [&](const auto& g) { return g.title == party; });
    if (group == chart.groups.end()) group = chart.groups.insert(group, {party, {}});
    group->lanes.push_back(std::move(lane));
  }
  for (const agreement::Declaration* d : ceased(w))
    chart.days.push_back({d->head.valid, w.party(d->head.party) + " ceases"});
  std::vector<Drawing> all;
  if (!chart.groups.empty())
    all.push_back({"fig-sides", chart.head.title, chart.head.statement, chart::draw(chart), {}});
  return all;
}

}  // namespace accord::report
