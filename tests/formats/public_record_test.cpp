#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

#include "folder.h"
#include "formats/text/csv.h"

/// The tables of the 2015 accord: counts and marks as in examples/jcpoa/data/README.md, values as
/// in the tables themselves.
namespace accord::formats {
namespace {

using evidence::Grade;
using evidence::Observation;
using evidence::Relation;
using evidence::Trace;

const Workspace& record() {
  static const Workspace workspace =
      read_workspace(std::filesystem::path(ACCORD_SOURCE_DIR) / "examples/jcpoa").value();
  return workspace;
}

std::string file_of(const Observation& o) {
  return record().records.origins[o.head.origin].file;
}

/// How many figures of a column of the series have each trace.
std::map<Trace, int> traces(std::string_view column) {
  std::map<Trace, int> out;
  for (const Observation& o : record().records.observations)
    if (o.metric == column && o.relation == Relation::equal && file_of(o) == "data/quarterly.csv")
      ++out[o.head.trace];
  return out;
}

const Observation& figure(std::string_view id, std::string_view metric) {
  for (const Observation& o : record().records.observations)
    if (record().records.origins[o.head.origin].id == id && o.metric == metric) return o;
  ADD_FAILURE() << id << " " << metric;
  static const Observation none;
  return none;
}

TEST(PublicRecord, HasNoErrors) {
  EXPECT_EQ(test::errors(record().problems), "");
}

TEST(PublicRecord, HasTheRowsOfTheReadme) {
  std::map<std::string, std::size_t> rows;
  for (const DataFile& file : record().files) rows[file.path] = file.rows;
  EXPECT_EQ(rows["data/quarterly.csv"], 46U);
  EXPECT_EQ(rows["data/chronology.csv"], 60U);
  EXPECT_EQ(rows["data/attestations.csv"], 522U);
  EXPECT_EQ(rows["data/terms.csv"], 36U);
  EXPECT_EQ(rows["data/other_obligations.csv"], 16U);
  EXPECT_EQ(rows["data/sources.csv"], 269U);
  EXPECT_EQ(record().reports.size(), 46U);
  EXPECT_EQ(record().commitments.size(), 36U + 16U);
  EXPECT_EQ(record().options.size(), 39U);
  EXPECT_EQ(record().statements.size(), 30U);
  EXPECT_EQ(record().rounds.size(), 6U);
  EXPECT_EQ(record().claims.size(), 25U);
  std::map<std::string, int> kinds;
  for (const SeriesReport& report : record().reports) ++kinds[report.kind];
  EXPECT_EQ(kinds["quarterly"], 39);
  EXPECT_EQ(kinds["update"], 4);
  EXPECT_EQ(kinds["no_access_report"], 3);
}

TEST(PublicRecord, OfThirtySevenTotalsThirtyThreeWereFoundOneDerivedThreeRecalled) {
  auto found = traces("total_enriched_u_kg");
  EXPECT_EQ(found[Trace::found], 33);
  EXPECT_EQ(found[Trace::derived], 1);
  EXPECT_EQ(found[Trace::recalled], 3);
}

TEST(PublicRecord, AllEighteenFiguresOfTheSixtyPercentBandWereFound) {
  auto found = traces("u_le_60pct_kg");
  EXPECT_EQ(found[Trace::found], 18);
  EXPECT_EQ(found[Trace::derived] + found[Trace::recalled], 0);
}

TEST(PublicRecord, ThirteenOfSeventeenHeavyWaterFiguresWereFound) {
  auto found = traces("heavy_water_t");
  EXPECT_EQ(found[Trace::found], 13);
  EXPECT_EQ(found[Trace::derived], 0);
  EXPECT_EQ(found[Trace::recalled], 4);
}

/// How many figures of the bands of a level have each trace: README, “Bands”.
TEST(PublicRecord, TheBandsHaveTheMarksOfTheReadme) {
  const auto marks = [](std::string_view column) {
    auto found = traces(column);
    return std::array{found[Trace::found], found[Trace::derived], found[Trace::recalled]};
  };
  EXPECT_EQ(marks("u_le_2pct_kg"), (std::array{5, 0, 12}));
  EXPECT_EQ(marks("u_le_5pct_kg"), (std::array{3, 1, 12}));
  EXPECT_EQ(marks("u_le_20pct_kg"), (std::array{9, 2, 8}));
}

/// README, “attestations.csv”: 90 rows found, 3 derived, 429 recalled. Each row is one origin.
TEST(PublicRecord, OfTheStatementsNinetyWereFound) {
  std::map<std::uint32_t, Trace> marks;  // of rows that are records
  const auto look = [&](const auto& list) {
    for (const auto& r : list)
      if (record().records.origins[r.head.origin].file == "data/attestations.csv")
        marks[r.head.origin] = r.head.trace;
  };
  look(record().records.observations);
  look(record().records.events);
  std::map<Trace, int> counts;
  for (const auto& [origin, trace] : marks) ++counts[trace];
  // Background: 22 rows on visas, all recalled, and totals of all types of machines: 2 of the 3
  // derived (the third is read for type IR-1), 1 found, 1 recalled.
  EXPECT_EQ(counts[Trace::found], 90 - 1);
  EXPECT_EQ(counts[Trace::derived], 3 - 2);
  EXPECT_EQ(counts[Trace::recalled], 429 - 22 - 1);
  EXPECT_EQ(std::count_if(record().records.origins.begin(), record().records.origins.end(),
                          [](const auto& o) { return o.file == "data/attestations.csv"; }),
            522);
}

TEST(PublicRecord, ReportsBeforeFebruary2017StateTheLimitWithoutAFigure) {
  int attested = 0;
  for (const Observation& o : record().records.observations)
    if (o.metric == "total_enriched_u_kg" && o.relation == Relation::at_most) {
      ++attested;
      EXPECT_EQ(o.head.grade, Grade::attested);
      EXPECT_EQ(to_string(o.value) + " " + o.unit, "300 kg_uf6");
      EXPECT_LT(o.head.known, *parse_day("2017-02-01"));
    }
  EXPECT_EQ(attested, 4);
}

TEST(PublicRecord, TheFirstExcessOfTheStockIsTheRowOfFirstJuly2019) {
  const Observation& o = figure("GOV/INF/2019/8", "total_enriched_u_kg");
  EXPECT_EQ(to_string(o.value), "205.0");
  EXPECT_EQ(o.unit, "kg_u");
  EXPECT_EQ(o.head.valid, *parse_day("2019-07-01"));
  EXPECT_EQ(o.head.known, *parse_day("2019-07-01"));
  EXPECT_EQ(o.head.grade, Grade::verified);
  EXPECT_EQ(record().records.origins[o.head.origin].row, 16U);
}

TEST(PublicRecord, FromMay2021FiguresAreEstimates) {
  const Observation& o = figure("GOV/2021/28", "total_enriched_u_kg");
  EXPECT_EQ(to_string(o.value), "3241.0");
  EXPECT_EQ(o.head.grade, Grade::estimated);
  EXPECT_EQ(figure("GOV/2021/10", "total_enriched_u_kg").head.grade, Grade::verified);
  EXPECT_EQ(figure("GOV/2021/10", "total_enriched_u_kg").head.trace, Trace::found);
  EXPECT_EQ(figure("GOV/2022/39", "total_enriched_u_kg").head.trace, Trace::derived);
}

TEST(PublicRecord, HeavyWaterHasItsOwnDay) {
  const Observation& o = figure("GOV/2020/26", "heavy_water_t");
  EXPECT_EQ(to_string(o.value) + " " + o.unit, "132.6 t");
  EXPECT_EQ(o.head.valid, *parse_day("2020-05-11"));
  EXPECT_EQ(o.head.known, *parse_day("2020-06-05"));
}

TEST(PublicRecord, AfterJune2025NothingCouldBeVerified) {
  const Observation& o = figure("GOV/2025/65", "total_enriched_u_kg");
  EXPECT_EQ(o.relation, Relation::no_access);
  EXPECT_EQ(o.head.valid, *parse_day("2025-11-12"));
}

TEST(PublicRecord, TheUnitedStatesCeasedAndIranSuspendedStepByStep) {
  std::vector<std::string> found;
  for (const auto& d : record().records.declarations)
    if (d.kind != evidence::Declaration::Kind::refuses)
      found.push_back(d.head.party + " " + to_string(d.head.valid));
  EXPECT_THAT(found, testing::ElementsAre("us 2018-05-08", "iran 2019-05-08", "iran 2019-07-07",
                                          "iran 2019-09-04", "iran 2019-11-05", "iran 2020-01-05",
                                          "iran 2021-02-23"));
}

/// What the order of rows must not touch: everything but the line a row stands on.
std::vector<evidence::Origin> without_lines(std::vector<evidence::Origin> origins) {
  for (evidence::Origin& origin : origins) origin.row = 0;
  return origins;
}

TEST(PublicRecord, TheOrderOfRowsHasNoInfluence) {
  const test::Folder folder("examples/jcpoa");
  for (const auto& entry : std::filesystem::directory_iterator(folder.root() / "data")) {
    if (entry.path().extension() != ".csv") continue;
    std::string text = test::read_text(entry.path());
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at) + 1;
      lines.push_back(text.substr(at, end - at));
      at = end;
    }
    std::reverse(lines.begin() + 1, lines.end());
    text.clear();
    for (const std::string& row : lines) text += row;
    folder.write("data/" + entry.path().filename().string(), text);
  }
  const Workspace reversed = folder.read();
  EXPECT_EQ(test::errors(reversed.problems), "");
  EXPECT_EQ(reversed.records.observations, record().records.observations);
  EXPECT_EQ(reversed.records.events, record().records.events);
  EXPECT_EQ(reversed.records.declarations, record().records.declarations);
  EXPECT_EQ(without_lines(reversed.records.origins), without_lines(record().records.origins));
}

}  // namespace
}  // namespace accord::formats
