#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/books/stock.h"
#include "base/decimal.h"
#include "base/problem.h"
#include "base/rational.h"
#include "claims/claims.h"
#include "evidence/record.h"
#include "formats/settings/defaults.h"
#include "formats/settings/mapping.h"
#include "formats/settings/report_plan.h"
#include "formats/text/setting.h"
#include "items/items.h"

/// accord.toml as plain values with their places (docs/reference/workspace.md). What its names
/// refer to is checked later, beside the agreement text and the tables.
namespace accord::formats {

/// What a report of basis `limit_statement_only` states about a figure: "<= 100 t".
struct Attestation {
  evidence::Relation relation{};
  Decimal value;
  Setting unit;
};

/// One column of the verifier's series.
struct FigureSettings {
  Setting column;
  Setting unit;
  std::string label;
  Setting trace;            ///< mark column; may be empty
  std::string trace_entry;  ///< "le2" of "verified_bands:le2"; may be empty
  std::optional<Attestation> attested;
  std::optional<Decimal> not_above;
  Setting as_of;    ///< column of the figure's own day
  Setting part_of;  ///< column of the figure that it is a part of; may be empty
  std::optional<evidence::Grade> grade;
  bool expected = false;
};

struct SeriesSettings {
  Setting file, by, event;
  Setting count_metric, count_unit;  ///< both or none
  std::vector<FigureSettings> figures;
};

struct PartyName {
  Setting name;
  std::vector<Setting> ids;
};

struct Pair {
  Setting key, value;
};

/// A metric of the events table that is a yes or a no.
struct ActivitySettings {
  Setting metric, activity;
  std::vector<Setting> sites;
};

/// Facts that a row states in words.
struct ReadingSettings {
  Setting row;
  std::vector<Setting> says;
  Setting answers;    ///< the call or period that its events answer; empty: what the row says
  bool part = false;  ///< its events were done in part only
};

/// A figure that the books of a party give, day by day.
struct BookMetricSettings {
  Setting metric, unit;
  material::MassUnit counted_in = material::MassUnit::kilogram;  ///< what `unit` is
  accounting::StockQuery query;
  std::vector<Setting> areas;  ///< those of the query
};

struct BookSettings {
  Setting folder, party;
  std::vector<BookMetricSettings> metrics;
};

/// Statements of reports about single commitments.
struct AttestationSettings {
  Setting file, by;
  std::vector<Setting> background;  ///< rows set aside
};

/// The two sides of an account.
struct SidesSetting {
  Setting left, right;
};

struct Settings {
  std::string name;
  Setting terms;
  std::vector<PartyName> parties;
  std::vector<Pair> outsiders, units;
  Rational coverage{Rational::of(2)};  ///< [record] k: the factor of every uncertainty judged
  SeriesSettings series;
  Setting events, events_by;
  std::vector<ActivitySettings> activities;
  Setting commitments;  ///< [terms] file
  Setting obligations;
  AttestationSettings attestations;
  std::vector<Setting> partly;
  Setting issues, positions, rounds, claims, sources;
  std::vector<ReadingSettings> readings;
  std::vector<Setting> background_rows, background_kinds;  ///< [background]
  std::vector<KindMeanings> event_kinds;                   ///< [events.kinds]
  std::vector<MappedTable> tables;                         ///< [[table]]
  Setting item_database, item_changes, item_notices, item_inspections;
  items::ItemSettings item_settings;
  std::vector<Setting> item_metrics;  ///< names of [[items.metric]]
  std::vector<Setting> item_words;    ///< types, sites and statuses that [[items.metric]] names
  BookSettings books;
  claims::ClaimSettings claim_settings;
  std::vector<Setting> claim_units;  ///< units of the text that [claims.units] names
  ReportPlan report;
  std::vector<Default> defaults;           ///< [settings]
  std::vector<Setting> report_terms;       ///< every term that [report] or [claims] names
  std::vector<Setting> report_limits;      ///< those of which [report] asks for a limit
  std::vector<Setting> report_parties;     ///< every party that [report] names
  std::vector<SidesSetting> report_sides;  ///< of accounts that [report] asks for
  std::vector<Setting> report_metrics;     ///< every metric that [report] or [claims] names
};

struct ReadSettings {
  Settings settings;
  std::vector<Problem> problems;  ///< W003, W005–W007, W013–W017
};

[[nodiscard]] ReadSettings read_settings(std::string_view text, std::string_view file);

}  // namespace accord::formats
