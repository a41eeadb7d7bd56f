#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <variant>

#include "agreement/history/account.h"
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

TextNames::Names columns_of(const SeriesSettings& series) {
  TextNames::Names columns;
  for (const FigureSettings& figure : series.figures) columns.emplace_back(figure.column.text);
  std::sort(columns.begin(), columns.end());
  return columns;
}

void expect_column(Intake& intake, const Setting& name, const TextNames::Names& columns) {
  if (name.empty() || contains(columns, name.text)) return;
  const auto near = nearest(name.text, columns);
  intake.report("W009", name.place,
                fmt::format("no [[series.figure]] has the column “{}”", name.text),
                near ? fmt::format("did you mean “{}”?", *near) : "");
}

const FigureSettings* figure_named(const SeriesSettings& series, const std::string& column) {
  for (const FigureSettings& figure : series.figures)
    if (figure.column.text == column) return &figure;
  return nullptr;
}

/// Whether the way from a figure to what it is a part of leads back to it.
bool is_part_of_itself(const SeriesSettings& series, const FigureSettings& figure) {
  const FigureSettings* at = figure_named(series, figure.part_of.text);
  for (std::size_t step = 0; at != nullptr && step <= series.figures.size(); ++step) {
    if (at == &figure) return true;
    at = figure_named(series, at->part_of.text);
  }
  return false;
}

/// A part is a figure of the series in the unit of its whole.
void check_parts(Intake& intake, const TextNames::Names& columns) {
  const SeriesSettings& series = intake.settings.series;
  for (const FigureSettings& figure : series.figures) {
    if (figure.part_of.empty()) continue;
    expect_column(intake, figure.part_of, columns);
    const FigureSettings* whole = figure_named(series, figure.part_of.text);
    if (whole == nullptr) continue;
    if (is_part_of_itself(series, figure))
      intake.report("W017", figure.part_of.place,
                    fmt::format("“{}” would be a part of itself", figure.column.text),
                    "name the figure that holds it, or take part_of out");
    else if (!whole->unit.empty() && !figure.unit.empty() && whole->unit.text != figure.unit.text)
      intake.report("W017", figure.part_of.place,
                    fmt::format("“{}” is in {}, and a part of “{}” in {}", figure.column.text,
                                figure.unit.text, whole->column.text, whole->unit.text),
                    "a part has the unit of its whole");
  }
}

/// Terms with a limit. A text with amendments may set one later: then every term counts.
TextNames::Names limited_terms(const Intake& intake) {
  TextNames::Names out;
  for (const agreement::Item& item : intake.workspace.agreement.items) {
    if (std::holds_alternative<agreement::Amendment>(item)) return intake.names.items;
    const auto* term = std::get_if<agreement::Term>(&item);
    if (term == nullptr) continue;
    const auto& rules = term->clauses.rules;
    if (std::any_of(rules.begin(), rules.end(), [](const agreement::Rule& rule) {
          return std::holds_alternative<agreement::Limit>(rule.what);
        }))
      out.emplace_back(term->head.name.text);
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Terms, parties and figures that the plan of the report names.
void check_report(Intake& intake) {
  const Settings& settings = intake.settings;
  for (const Setting& term : settings.report_terms)
    intake.expect_name(term, intake.names.items, "term");
  const TextNames::Names limited = limited_terms(intake);
  for (const Setting& term : settings.report_limits)
    intake.expect_name(term, limited, "term with a limit");
  for (const Setting& party : settings.report_parties)
    intake.expect_name(party, intake.names.parties, "party");
  for (const SidesSetting& sides : settings.report_sides)
    if (const auto both =
            agreement::on_both_sides(intake.workspace.agreement, sides.left.text, sides.right.text))
      intake.report("W017", sides.right.place,
                    fmt::format("“{}” is on both sides of the account", *both),
                    "name two sides that share no party");
  const TextNames::Names columns = columns_of(settings.series);
  check_parts(intake, columns);
  for (const Setting& figure : settings.report_metrics) expect_column(intake, figure, columns);
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
  check_made_figures(intake);
  check_report(intake);
}

}  // namespace accord::formats
