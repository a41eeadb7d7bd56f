#include <fmt/format.h>

#include <algorithm>

#include "report/sections/blocks.h"
#include "report/sections/series_figures.h"

/// The verifier's reports, one row a report, with ratio to a limit and change.
namespace accord::report {

using evidence::Observation;
using evidence::Relation;
using formats::SeriesReport;

namespace {

constexpr std::size_t reports_in_table_max = 16;  ///< the latest; all of them stand in the figures

/// The ratio the evaluator gives on the day of the figure, when it rests on this very report.
Cell ratio_cell(const Writer& w, const std::string& term, const SeriesReport& report) {
  for (const agreement::Subject& subject : w.assessed.evaluator().subjects()) {
    if (subject.term != term) continue;
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
    return not_computed();
  const int days = now->head.valid - then->head.valid;
  const Rational rate = (Rational(now->value) - Rational(then->value)) * Rational::of(30, days);
  return {.text = (rate.is_negative() ? "" : "+") + to_fixed(rate, 1),
          .mark = derived_from(*now, *then)};
}

std::vector<const SeriesReport*> reports_with(const Writer& w,
                                              const std::vector<std::string>& figures) {
  std::vector<const SeriesReport*> out;
  for (const SeriesReport* report : w.series)
    if (std::any_of(figures.begin(), figures.end(), [&](const std::string& figure) {
          const Observation* o = w.figure(figure, *report);
          return o != nullptr && o->relation != Relation::no_figure;
        }))
      out.push_back(report);
  return out;
}

Table series_table(Writer& w, const ReportBlock& block) {
  Table table{w.own_id(block.id.empty() ? "series" : block.id),
              block.title.empty() ? "Report by report" : block.title,
              "",
              {{"report"}, {"as of"}},
              {}};
  for (const std::string& figure : block.names) table.columns.push_back({w.label(figure), true});
  const std::vector<const SeriesReport*> shown = reports_with(w, block.names);
  const std::size_t first =
      shown.size() > reports_in_table_max ? shown.size() - reports_in_table_max : 0;
  table.statement = "Reports without any of these figures are in the annex.";
  if (first > 0)
    table.statement = fmt::format(
        "The latest {} of {} reports with such figures{}. {}", reports_in_table_max, shown.size(),
        w.is_drawn(block.names.front()) ? "; the rest are in the figure" : "", table.statement);
  if (!block.statement.empty()) table.statement = block.statement;
  for (std::size_t i = first; i < shown.size(); ++i) {
    std::vector<Cell> cells{{.text = shown[i]->id, .href = w.cite(shown[i]->origin, table.id)},
                            {.text = to_string(shown[i]->as_of)}};
    for (const std::string& figure : block.names) cells.push_back(w.figure_cell(figure, shown[i]));
    table.rows.push_back({"", std::move(cells)});
  }
  return table;
}

/// A column behind the one of the first figure; `cell` is asked for every report of the series.
template <class CellOf>
void add_column(const Writer& w, Table& table, const char* title, CellOf cell) {
  constexpr std::ptrdiff_t place = 3;
  table.columns.insert(table.columns.begin() + place, Column{title, true});
  std::size_t at = 0;
  for (const SeriesReport* report : w.series) {
    Cell made = cell(*report);
    if (at == table.rows.size() || table.rows[at].cells.front().text != report->id) continue;
    auto& cells = table.rows[at++].cells;
    cells.insert(cells.begin() + place, std::move(made));
  }
}

}  // namespace

void add_series(Writer& w, const ReportBlock& block, Section& out) {
  Table table = series_table(w, block);
  if (table.rows.empty()) return;
  if (block.change) {
    const Observation* then = nullptr;
    add_column(w, table, "change in 30 days", [&](const SeriesReport& report) {
      const Observation* now = number(w, block.names.front(), &report);
      Cell made = rate_cell(now, then);
      if (now != nullptr) then = now;
      return made;
    });
  }
  if (!block.term.empty())
    add_column(w, table, "times the limit",
               [&](const SeriesReport& report) { return ratio_cell(w, block.term, report); });
  out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
