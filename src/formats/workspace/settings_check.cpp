#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <variant>

#include "base/text.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/meanings.h"

/// Names in accord.toml beside the agreement text.
namespace accord::formats {

namespace {

void check_series(Intake& intake) {
  const SeriesSettings& series = intake.settings.series;
  intake.expect_name(series.by, intake.names.parties, "party");
  intake.expect_name(intake.settings.attestations.by, intake.names.parties, "party");
  intake.expect_name(series.event, intake.names.events, "event");
  intake.expect_name(series.count_unit, intake.names.units, "unit");
  for (const FigureSettings& figure : series.figures) {
    intake.expect_name(figure.unit, intake.names.units, "unit");
    if (figure.attested) intake.expect_name(figure.attested->unit, intake.names.units, "unit");
  }
}

void check_parties(Intake& intake) {
  TextNames::Names known = intake.names.parties;
  for (const Pair& outsider : intake.settings.outsiders) known.emplace_back(outsider.key.text);
  std::sort(known.begin(), known.end());
  for (const PartyName& name : intake.settings.parties)
    for (const Setting& id : name.ids) intake.expect_name(id, known, "party");
}

/// The names under which measures of the text take figures.
TextNames::Names metric_names(const Intake& intake) {
  TextNames::Names out;
  for (const agreement::Item& item : intake.workspace.agreement.items)
    if (const auto* measure = std::get_if<agreement::Measure>(&item)) {
      out.emplace_back(measure->head.name.text);
      if (measure->data)
        for (const agreement::Name& name : *measure->data) out.emplace_back(name.text);
    }
  std::sort(out.begin(), out.end());
  return out;
}

/// Figures made of books and of counted items feed a measure of the text; those of books have a
/// unit and a party of it.
void check_made_figures(Intake& intake) {
  const BookSettings& books = intake.settings.books;
  const TextNames::Names metrics = metric_names(intake);
  for (const Setting& metric : intake.settings.item_metrics)
    intake.expect_name(metric, metrics, "measure with the data");
  if (books.folder.empty()) return;
  intake.expect_name(books.party, intake.names.parties, "party");
  for (const BookMetricSettings& metric : books.metrics) {
    intake.expect_name(metric.metric, metrics, "measure with the data");
    intake.expect_name(metric.unit, intake.names.units, "unit");
  }
}

/// Metrics of the report are columns of the series.
void check_report_metrics(Intake& intake) {
  TextNames::Names columns;
  for (const FigureSettings& figure : intake.settings.series.figures)
    columns.emplace_back(figure.column.text);
  std::sort(columns.begin(), columns.end());
  for (const Setting& metric : intake.settings.report_metrics) {
    if (contains(columns, metric.text)) continue;
    const auto near = nearest(metric.text, columns);
    intake.report("W009", metric.place,
                  fmt::format("no [[series.figure]] has the column “{}”", metric.text),
                  near ? fmt::format("did you mean “{}”?", *near) : "");
  }
}

}  // namespace

void check_settings(Intake& intake) {
  // Names that a text with errors seems to lack may stand where it could not be read.
  const Workspace& workspace = intake.workspace;
  const bool has_text_errors =
      std::any_of(workspace.problems.begin(), workspace.problems.end(), [&](const Problem& p) {
        return p.severity == Severity::error && p.file == workspace.terms_file;
      });
  if (has_text_errors || workspace.agreement.items.empty()) return;
  check_parties(intake);
  for (const Pair& unit : intake.settings.units)
    intake.expect_name(unit.value, intake.names.units, "unit");
  check_series(intake);
  intake.expect_name(intake.settings.events_by, intake.names.parties, "party");
  for (const ActivitySettings& activity : intake.settings.activities) {
    intake.expect_name(activity.activity, intake.names.activities, "activity");
    for (const Setting& site : activity.sites) intake.expect_name(site, intake.names.sites, "site");
  }
  for (const KindMeanings& kind : intake.settings.event_kinds)
    check_meanings(intake, kind.meanings);
  for (const MappedTable& table : intake.settings.tables) {
    check_meanings(intake, table.says);
    for (const KindMeanings& kind : table.kinds) check_meanings(intake, kind.meanings);
  }
  for (const Setting& unit : intake.settings.claim_units)
    intake.expect_name(unit, intake.names.units, "unit");
  for (const Setting& term : intake.settings.report_terms)
    intake.expect_name(term, intake.names.items, "term");
  check_made_figures(intake);
  check_report_metrics(intake);
}

}  // namespace accord::formats
