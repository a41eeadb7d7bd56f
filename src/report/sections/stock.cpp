#include <fmt/format.h>

#include <algorithm>

#include "report/sections/writer.h"

namespace accord::report {

using evidence::Observation;
using evidence::Relation;
using formats::ReportColumn;
using formats::SeriesReport;

namespace {

constexpr std::size_t reports_in_table_max = 16;  ///< the latest; all of them stand in the figures

const Cell not_computed{.text = "cannot be computed"};

const Observation* number(const Writer& w, const std::string& metric, const SeriesReport* report) {
  const Observation* o = report == nullptr ? nullptr : w.figure(metric, *report);
  return o != nullptr && o->relation == Relation::equal ? o : nullptr;
}

Mark derived_from(const Observation& a, const Observation& b) {
  return weaker(Mark::derived,
                weaker(mark_of(a.head.trace, a.head.grade), mark_of(b.head.trace, b.head.grade)));
}

/// A figure computed from two of one report.
struct Rest {
  Decimal value;
  Mark mark = Mark::derived;
};

/// The total less the form listed by level: what is in all other forms.
std::optional<Rest> rest_of(const Writer& w, const SeriesReport* report) {
  const Observation* total = number(w, w.workspace.report.total_metric, report);
  const Observation* form = number(w, w.workspace.report.form_metric, report);
  if (total == nullptr || form == nullptr || total->unit != form->unit) return std::nullopt;
  const auto rest = subtract(total->value, form->value);
  if (!rest) return std::nullopt;
  return Rest{*rest, derived_from(*total, *form)};
}

Cell other_forms(const Writer& w, const SeriesReport* report) {
  const std::optional<Rest> rest = rest_of(w, report);
  if (!rest) return not_computed;
  return {.text = to_string(rest->value), .mark = rest->mark};
}

/// The change of what is in all other forms, where both reports give the total and the form.
Cell change_of_other_forms(const Writer& w) {
  const std::optional<Rest> now = rest_of(w, w.current);
  const std::optional<Rest> then = rest_of(w, w.previous);
  const auto change = now && then ? subtract(now->value, then->value) : std::nullopt;
  if (!change) return not_computed;
  return {.text = (change->mantissa > 0 ? "+" : "") + to_string(*change),
          .mark = weaker(now->mark, then->mark)};
}

/// Level by level: now, then, change; then by form.
Table stock_table(Writer& w) {
  const auto& settings = w.workspace.report;
  Table table{"stock-by-level",
              "Stock by level and form",
              "",
              {{"part"}, {"now", true}, {"previous report", true}, {"change", true}},
              {}};
  if (w.current != nullptr)
    table.statement = fmt::format(
        "As of {} ({}){}.", to_string(w.current->as_of), w.current->id,
        w.previous == nullptr
            ? ""
            : fmt::format(", against {} ({})", to_string(w.previous->as_of), w.previous->id));
  const auto add = [&](const std::string& metric, std::string shown) {
    table.rows.push_back({"",
                          {{.text = std::move(shown)},
                           w.figure_cell(metric, w.current),
                           w.figure_cell(metric, w.previous),
                           w.change_cell(metric)}});
  };
  const auto published = [&](const std::string& metric, const SeriesReport* report) {
    return report != nullptr && w.figure(metric, *report) != nullptr;
  };
  table.rows.push_back(
      {"", {{.text = "By level; a level is listed when one of the two reports gives it"}}, true});
  for (const ReportColumn& band : settings.bands)
    if (published(band.metric, w.current) || published(band.metric, w.previous))
      add(band.metric, w.label(band.metric));
  if (table.rows.size() == 1)
    table.rows.push_back({"",
                          {{.text = "any level"},
                           {.text = "not published"},
                           {.text = "not published"},
                           not_computed}});
  table.rows.push_back({"", {{.text = "By form"}}, true});
  if (!settings.form_metric.empty()) {
    add(settings.form_metric, w.label(settings.form_metric));
    table.rows.push_back({"",
                          {{.text = "in all other forms: the total less the row above"},
                           other_forms(w, w.current),
                           other_forms(w, w.previous),
                           change_of_other_forms(w)}});
  }
  add(settings.total_metric, w.label(settings.total_metric));
  return table;
}

/// The ratio the evaluator gives on the day of the figure, when it rests on this very report.
Cell ratio_cell(const Writer& w, const SeriesReport& report) {
  for (const agreement::Subject& subject : w.assessed.evaluator().subjects()) {
    if (subject.term != w.workspace.report.stock_term) continue;
    const evidence::Finding f =
        w.assessed.evaluator().evaluate(subject, report.as_of, w.assessed.known());
    const auto* rule = deciding(f);
    if (rule == nullptr || !rule->comparison || !rule->comparison->ratio ||
        rule->evidence.empty() || rule->evidence.front().origin != report.origin)
      break;
    const evidence::Evidence& e = rule->evidence.front();
    return {.text = to_fixed(*rule->comparison->ratio, 2),
            .mark = weaker(Mark::derived, mark_of(e.trace, e.grade))};
  }
  return {.text = "no figure to compare"};
}

Cell rate_cell(const Observation* now, const Observation* then) {
  if (now == nullptr || then == nullptr || !(then->head.valid < now->head.valid))
    return not_computed;
  const int days = now->head.valid - then->head.valid;
  const Rational rate = (Rational(now->value) - Rational(then->value)) * Rational::of(30, days);
  return {.text = (rate.is_negative() ? "" : "+") + to_fixed(rate, 1),
          .mark = derived_from(*now, *then)};
}

/// Total, its ratio to the limit of its day, and its change for every 30 days.
Table progress(Writer& w) {
  const auto& settings = w.workspace.report;
  std::vector<std::string> metrics{settings.total_metric};
  if (!settings.level_metric.empty()) metrics.push_back(settings.level_metric);
  Table table = series_table(w, "series", "Report by report", metrics);
  table.columns.insert(table.columns.begin() + 3,
                       {{"times the limit", true}, {"change in 30 days", true}});
  const Observation* then = nullptr;
  std::size_t at = 0;
  for (const SeriesReport* report : w.series) {
    const Observation* now = number(w, settings.total_metric, report);
    if (at < table.rows.size() && table.rows[at].cells.front().text == report->id) {
      auto& cells = table.rows[at++].cells;
      cells.insert(cells.begin() + 3, {ratio_cell(w, *report), rate_cell(now, then)});
    }
    if (now != nullptr) then = now;
  }
  return table;
}

}  // namespace

Table series_table(Writer& w, std::string id, std::string title,
                   const std::vector<std::string>& metrics) {
  Table table{std::move(id), std::move(title), "", {{"report"}, {"as of"}}, {}};
  for (const std::string& metric : metrics) table.columns.push_back({w.label(metric), true});
  std::vector<const SeriesReport*> shown;
  for (const SeriesReport* report : w.series)
    if (std::any_of(metrics.begin(), metrics.end(), [&](const std::string& metric) {
          const Observation* o = w.figure(metric, *report);
          return o != nullptr && o->relation != Relation::no_figure;
        }))
      shown.push_back(report);
  const std::size_t first =
      shown.size() > reports_in_table_max ? shown.size() - reports_in_table_max : 0;
  table.statement = "Reports without any of these figures are in the annex.";
  if (first > 0)
    table.statement =
        fmt::format("The latest {} of {} reports with such figures; the rest are in the figure. {}",
                    reports_in_table_max, shown.size(), table.statement);
  for (std::size_t i = first; i < shown.size(); ++i) {
    std::vector<Cell> cells{{.text = shown[i]->id, .href = w.cite(shown[i]->origin, table.id)},
                            {.text = to_string(shown[i]->as_of)}};
    for (const std::string& metric : metrics) cells.push_back(w.figure_cell(metric, shown[i]));
    table.rows.push_back({"", std::move(cells)});
  }
  return table;
}

void add_stock(Writer& w, Section& out) {
  out.blocks.emplace_back(stock_table(w));
  out.blocks.emplace_back(progress(w));
}

}  // namespace accord::report
