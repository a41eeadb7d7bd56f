#include "formats/workspace/workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "folder.h"

/// The mapping of the tables to records, row by row, by hand.
namespace accord::formats {
namespace {

using evidence::Declaration;
using evidence::Grade;
using evidence::Observation;
using evidence::Relation;
using evidence::Trace;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

const Workspace& small() {
  static const Workspace workspace = test::Folder("vectors/formats/small").read();
  return workspace;
}

const char* sign(Relation relation) {
  constexpr std::array words{"=", "<=", "<", ">=", ">", "yes", "no", "no figure", "no access"};
  return words[static_cast<std::size_t>(relation)];
}

/// "stock_kg <= 20 kg_y on 2020-01-20 known 2020-01-31 attested found"
std::string line(const Observation& o) {
  std::string out = o.metric + " " + sign(o.relation);
  if (o.relation <= Relation::above) out += " " + to_string(o.value) + " " + o.unit;
  for (const std::string& site : o.sites) out += " at " + site;
  out += " on " + to_string(o.head.valid);
  if (o.head.known != o.head.valid) out += " known " + to_string(o.head.known);
  out += std::string(" ") + word(o.head.grade) + " " + word(o.head.trace);
  return o.head.party.empty() ? out : out + " by " + o.head.party;
}

std::vector<std::string> observations_of(const Workspace& workspace, std::string_view id) {
  std::vector<std::string> out;
  for (const Observation& o : workspace.records.observations)
    if (workspace.records.origins[o.head.origin].id == id) out.push_back(line(o));
  return out;
}

TEST(Series, AStatementOfTheLimitIsAnAttestation) {
  EXPECT_THAT(
      observations_of(small(), "R1"),
      UnorderedElementsAre("reports = 1 times on 2020-01-31 verified found by watch",
                           "stock_kg <= 20 kg_y on 2020-01-20 known 2020-01-31 attested found",
                           "level_pct <= 3.5 % on 2020-01-20 known 2020-01-31 attested found",
                           "water_t = 1.5 t on 2020-01-10 known 2020-01-31 declared found"));
}

TEST(Series, FiguresHaveTheGradeOfTheirBasisAndTheirOwnMarks) {
  EXPECT_THAT(
      observations_of(small(), "R2"),
      UnorderedElementsAre("reports = 1 times on 2020-04-30 verified found by watch",
                           "stock_kg = 9.5 kg_x on 2020-04-20 known 2020-04-30 verified derived",
                           "form_kg = 9.0 kg_x on 2020-04-20 known 2020-04-30 verified derived",
                           "low_kg = 5 kg_x on 2020-04-20 known 2020-04-30 verified found",
                           "high_kg = 4.0 kg_x on 2020-04-20 known 2020-04-30 verified recalled",
                           "level_pct = 4 % on 2020-04-20 known 2020-04-30 verified found"));
  EXPECT_THAT(observations_of(small(), "R3"),
              ElementsAre("stock_kg = 9.75 kg_x on 2020-05-09 known 2020-05-10 estimated found"));
}

TEST(Series, AReportWithoutAccessSaysSoAboutEveryFigure) {
  EXPECT_THAT(observations_of(small(), "R4"),
              UnorderedElementsAre("stock_kg no access on 2020-07-31 verified found",
                                   "form_kg no access on 2020-07-31 verified found",
                                   "low_kg no access on 2020-07-31 verified found",
                                   "high_kg no access on 2020-07-31 verified found",
                                   "level_pct no access on 2020-07-31 verified found",
                                   "water_t no access on 2020-07-31 verified found"));
}

TEST(Series, OnlyAnExpectedFigureThatIsMissingIsNoted) {
  EXPECT_THAT(
      observations_of(small(), "R5"),
      UnorderedElementsAre("reports = 1 times on 2020-10-31 verified found by watch",
                           "stock_kg no figure on 2020-10-20 known 2020-10-31 verified found"));
}

TEST(Series, ReportsAreListedAndAreEvents) {
  ASSERT_EQ(small().reports.size(), 5U);
  EXPECT_EQ(small().reports[2].id, "R3");
  EXPECT_EQ(small().reports[2].kind, "update");
  EXPECT_EQ(small().reports[2].basis, "estimated_by_agency");
  EXPECT_EQ(small().labels.at("stock_kg"), "all of it");
  std::vector<std::string> quarterly;
  for (const auto& event : small().records.events)
    if (std::find(event.names.begin(), event.names.end(), "report") != event.names.end())
      quarterly.push_back(event.names.front());
  EXPECT_THAT(quarterly, ElementsAre("R1", "R2", "R5"));
}

TEST(Events, MeasuredValuesAndAttestations) {
  EXPECT_THAT(observations_of(small(), "E1"),
              ElementsAre("stock_kg < 10 kg_x on 2020-02-01 attested found"));
  EXPECT_THAT(observations_of(small(), "E4"),
              ElementsAre("work yes at s1 on 2020-05-01 verified found"));
  EXPECT_THAT(observations_of(small(), "E5"),
              ElementsAre("level_pct = 3.4 % on 2020-05-02 reported derived by alpha"));
}

TEST(Events, EveryActorHasARecordOfItsOwn) {
  std::vector<std::string> actors;
  for (const auto& event : small().records.events)
    if (event.names == std::vector<std::string>{"E6"})
      actors.push_back(event.head.party + " " + word(event.head.grade));
  EXPECT_THAT(actors,
              ElementsAre("host reported", "watch verified", "beta reported", "gamma reported"));
}

TEST(Events, WithdrawalsAndReductionsAreDeclarations) {
  std::vector<std::string> found;
  for (const Declaration& d : small().records.declarations) {
    std::string text = d.head.party + (d.kind == Declaration::Kind::ceases     ? " ceases"
                                       : d.kind == Declaration::Kind::suspends ? " suspends"
                                                                               : " refuses");
    for (const std::string& term : d.terms) text += " " + term;
    found.push_back(text + " on " + to_string(d.head.valid) + " known " + to_string(d.head.known) +
                    " " + word(d.head.grade) + ": " + d.title);
  }
  EXPECT_THAT(
      found,
      ElementsAre("alpha suspends T-1 T-2 on 2020-03-01 known 2020-03-05 declared: First step",
                  "beta ceases on 2020-04-01 known 2020-04-01 unverified: The others leave",
                  "gamma ceases on 2020-04-01 known 2020-04-01 unverified: The others leave",
                  "beta refuses O-1 on 2020-06-01 known 2020-06-01 declared: in part"));
}

TEST(Readings, TakeFromTheRowWhatTheyDoNotSay) {
  EXPECT_THAT(
      observations_of(small(), "E2"),
      ElementsAre("work no at s1 on 2020-03-01 known 2020-03-05 reported recalled by alpha",
                  "stock < 3 kg_x on 2020-02-20 known 2020-03-05 reported recalled by alpha"));
}

TEST(Obligations, ADayOfPerformanceIsAnEvent) {
  std::vector<std::string> found;
  for (const auto& event : small().records.events)
    if (event.category == "obligation")
      found.push_back(event.names[0] + " " + event.head.party + " " + to_string(event.head.valid) +
                      " " + word(event.head.trace) + (event.partly ? " partly" : ""));
  EXPECT_THAT(found, ElementsAre("O-1 beta 2020-12-30 found", "O-1 gamma 2020-12-30 found",
                                 "O-2 others 2020-06-01 recalled partly"));
}

TEST(Origins, LeadToTheRowItsTextAndItsHash) {
  const auto& origins = small().records.origins;
  const auto e2 = std::find_if(origins.begin(), origins.end(),
                               [](const evidence::Origin& origin) { return origin.id == "E2"; });
  ASSERT_NE(e2, origins.end());
  EXPECT_EQ(e2->file, "data/events.csv");
  EXPECT_EQ(e2->row, 3U);
  EXPECT_EQ(e2->text, "Alpha says so.");
  EXPECT_EQ(e2->note, "Disputed by Beta. Day known to: week.");
  EXPECT_EQ(e2->source, "b");
  // printf '%s' 'E2,2020-03-01,…,b' | sha256sum
  EXPECT_EQ(e2->sha256, "8586f12b2c51c8aa0cf01b7f7451399aedfd80aeb745589ed436f564b22c3c38");
}

TEST(Talks, OptionsStatementsAndRounds) {
  ASSERT_EQ(small().options.size(), 3U);
  EXPECT_EQ(small().options[1].id, "L-LOW");
  ASSERT_EQ(small().statements.size(), 2U);
  const talks::Statement& first = small().statements[0];
  EXPECT_EQ(first.party, "alpha");
  EXPECT_TRUE(first.red_line);
  EXPECT_TRUE(first.is_public());
  EXPECT_EQ(first.superseded, parse_day("2020-04-01"));
  EXPECT_THAT(first.acceptable, ElementsAre("L-NONE", "L-LOW"));
  EXPECT_FALSE(small().statements[1].is_public());
  ASSERT_EQ(small().rounds.size(), 2U);
  EXPECT_EQ(small().rounds[0].leads.at("alpha"), "Ms A");
  EXPECT_EQ(small().rounds[1].status, "not held");
}

TEST(Claims, KeepTheirValueAsWritten) {
  ASSERT_EQ(small().claims.size(), 2U);
  EXPECT_EQ(small().claims[0].about, "R2");
  EXPECT_EQ(small().claims[0].value, "9.5");
  EXPECT_EQ(small().claims[1].unit, "date");
}

TEST(Workspace, ListsEveryFileByPath) {
  std::vector<std::string> paths;
  for (const DataFile& file : small().files)
    paths.push_back(file.path + " " + std::to_string(file.rows));
  EXPECT_THAT(paths, ElementsAre("accord.toml 0", "data/claims.csv 2", "data/events.csv 6",
                                 "data/issues.csv 3", "data/obligations.csv 2",
                                 "data/positions.csv 2", "data/rounds.csv 2", "data/series.csv 5",
                                 "data/sources.csv 2", "data/terms.csv 6", "terms/small.accord 0"));
  EXPECT_EQ(small().sources.at("https://example.org/1"), "Paper, news");
  EXPECT_EQ(small().party_names.at("both others"), (std::vector<std::string>{"beta", "gamma"}));
  EXPECT_EQ(small().outsiders.at("host"), "The host");
}

TEST(Workspace, TheReportSettingsAreThoseOfTheFile) {
  using Kind = ReportBlock::Kind;
  const ReportPlan& plan = small().report;
  EXPECT_EQ(plan.title, "Small report");
  ASSERT_EQ(plan.sections.size(), 2U);
  EXPECT_TRUE(plan.sections[0].blocks.empty());
  const ReportSection& section = plan.sections[1];
  EXPECT_EQ(section.id + " " + section.title, "C.1 Stock and work");
  std::vector<Kind> kinds;
  for (const ReportBlock& block : section.blocks) kinds.push_back(block.kind);
  EXPECT_THAT(kinds, ElementsAre(Kind::terms, Kind::limit_chart, Kind::bands, Kind::series,
                                 Kind::account, Kind::calls));
  EXPECT_THAT(section.blocks[0].names, ElementsAre("T-1", "T-2"));
  EXPECT_EQ(section.blocks[0].title, "What Alpha owes");
  EXPECT_THAT(section.blocks[1].names, ElementsAre("T-4"));
  EXPECT_EQ(section.blocks[1].figure, "level_pct");
  EXPECT_TRUE(section.blocks[1].logarithmic);
  EXPECT_FALSE(section.blocks[1].steps);
  ASSERT_EQ(section.blocks[1].marks.size(), 1U);
  EXPECT_EQ(section.blocks[1].marks[0].label, "three and a half");
  EXPECT_EQ(section.blocks[1].marks[0].value, (Decimal{35, 1}));
  EXPECT_EQ(section.blocks[2].part + section.blocks[2].id, "levelby-level");
  EXPECT_EQ(section.blocks[3].term, "T-1");
  EXPECT_TRUE(section.blocks[3].change);
  EXPECT_THAT(section.blocks[4].names, ElementsAre("alpha", "others"));
}

TEST(Workspace, FiguresOfTheSeriesKnowWhatTheyArePartsOf) {
  std::vector<std::string> parts;
  for (const SeriesFigure& figure : small().figures)
    parts.push_back(figure.column + "<" + figure.part_of);
  EXPECT_THAT(parts, ElementsAre("stock_kg<", "form_kg<stock_kg", "low_kg<form_kg",
                                 "high_kg<form_kg", "level_pct<", "water_t<"));
  EXPECT_TRUE(small().report.shows("stock_kg"));
  EXPECT_TRUE(small().report.shows("level_pct"));
  EXPECT_FALSE(small().report.shows("water_t"));
}

}  // namespace
}  // namespace accord::formats
