#include "accounting/books/stock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "accounting/books/books.h"
#include "accounting/state.h"

/// Stocks day by day beside the books asked for one day at a time, and small sets by hand.
namespace accord::accounting {
namespace {

using material::Kind;
using material::MassSum;
using testing::ElementsAre;

// --- by hand
// --------------------------------------------------------------------------------------

struct Given {
  std::string mba = "ZZA1";
  int number = 1;
  std::string date = "20260705", period = "20260601/20260630", kind = "I";
};

Report report(const Given& given, const std::vector<std::string>& entries) {
  std::string out;
  for (std::size_t i = 0; i < entries.size(); ++i)
    out += "001:OI/ZZ;" + std::to_string(given.number) + "#002:" + std::to_string(i + 1) + "/" +
           std::to_string(entries.size()) + "#003:" + given.date + "#006:DOE,J#010:" + given.kind +
           "#015:" + given.period + "#207:ZZFA#307:" + given.mba + "#" + entries[i] + "\n";
  return formats::read_code10(out, given.mba + "-" + std::to_string(given.number)).report;
}

std::string change(const std::string& code, const std::string& day, const std::string& batch,
                   const std::string& more, const std::string& status = "N") {
  return "309:" + status + "#407:1#411:" + code + "#412:" + day + "#430:F/U/N/B#446:" + batch +
         "#469:M#470:1#" + more;
}

std::string item(const std::string& batch, const std::string& weights) {
  return "309:N#407:1#430:F/U/N/B#446:" + batch + "#469:M#470:1#" + weights;
}

Report list(const std::vector<std::string>& items, const std::string& mba = "ZZA1") {
  return report({mba, 1, "20260605", "20260531", "P"}, items);
}

std::vector<StockFigure> figures(const std::vector<Report>& reports, const StockQuery& query,
                                 const std::vector<std::string_view>& areas = {}) {
  return stock_figures(reports, test::code10_signs(), areas, {query}).front();
}

/// "2026-06-10 known 2026-07-05: 150 by ZZA1-2/1": the figure in grams and what made it known.
std::vector<std::string> said(const std::vector<StockFigure>& list) {
  std::vector<std::string> out;
  for (const StockFigure& f : list)
    out.push_back(
        to_string(f.valid) + " known " + to_string(f.known) + ": " +
        (f.stock.below_zero > 0 ? "nothing"
                                : (f.stock.unknown > 0 ? "at least " : "") +
                                      to_string(f.stock.amount, material::MassUnit::gram)) +
        " by " + f.source->file + "/" + std::to_string(f.entry == nullptr ? 0 : f.entry->number));
  return out;
}

StockQuery enriched() {
  return {{Kind::enriched_uranium}, {}, {}, {}};
}
StockQuery up_to(const char* level) {
  StockQuery out = enriched();
  out.up_to = parse_decimal(level).value;
  return out;
}
StockQuery above(const char* level) {
  StockQuery out = enriched();
  out.above = parse_decimal(level).value;
  return out;
}

TEST(Stock, AnInventoryAndEachDayOfChangesGiveAFigure) {
  EXPECT_THAT(
      said(figures({list({item("A", "630:100G#670:3G#")}),
                    report({.number = 2}, {change("RN", "20260610", "B", "630:50G#670:2G#"),
                                           change("RN", "20260610", "C", "630:1.5G#670:0.1G#"),
                                           change("LD", "20260620", "A", "630:100G#670:3G#")})},
                   enriched())),
      ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                  "2026-06-10 known 2026-07-05: 151.5 by ZZA1-2/2",
                  "2026-06-20 known 2026-07-05: 51.5 by ZZA1-2/3"));
}

TEST(Stock, WhatWasSentToAnAreaIsUnderWayOnceItReports) {
  const Report sent = report({.number = 2, .date = "20260610"},
                             {change("SD", "20260606", "A", "372:ZZ/ZZA2#630:40G#670:1.2G#")});
  const Report first = report({"ZZA2", 1, "20260620", "20260620/20260620", "I"},
                              {change("LN", "20260620", "Q", "700:1G#")});
  EXPECT_THAT(said(figures({list({item("A", "630:100G#670:3G#")}), sent, first}, enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                          "2026-06-06 known 2026-06-10: 60 by ZZA1-2/1",
                          "2026-06-06 known 2026-06-20: 100 by ZZA2-1/0"));
}

TEST(Stock, ACorrectionMayWaitForTheReportThatItNames) {
  const Report named = report({.number = 2, .date = "20260720"},
                              {change("LD", "20260620", "A", "630:10G#670:0.3G#")});
  const Report addition = report({.number = 3, .date = "20260710"},
                                 {change("LD", "20260607", "A", "630:5G#670:0.1G#", "A/ZZ;2/2")});
  EXPECT_THAT(said(figures({list({item("A", "630:100G#670:3G#")}), named, addition}, enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                          "2026-06-07 known 2026-07-20: 95 by ZZA1-3/1",
                          "2026-06-20 known 2026-07-20: 85 by ZZA1-2/1"));
}

TEST(Stock, AnEmptyInventoryIsNewsOnlyOfAnAreaThatHeldSomething) {
  const std::string nothing = "309:N#407:1#430:F/U/N/B#446:X#469:M#470:1#610:3K#";
  const std::vector<Report> reports{
      list({item("A", "630:100G#670:3G#")}), list({nothing}, "ZZA2"),
      report({.number = 2, .period = "20260630", .kind = "P"}, {nothing}),
      report({"ZZA2", 2, "20260705", "20260630", "P"}, {nothing}),
      report({"ZZA2", 3, "20260805", "20260731", "P"}, {nothing})};
  EXPECT_THAT(said(figures(reports, enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                          "2026-06-30 known 2026-07-05: 0 by ZZA1-2/0"));
}

TEST(Stock, ACorrectionGivesAnotherFigureOfEveryDayItChangesKnownLater) {
  EXPECT_THAT(
      said(figures({list({item("A", "630:100G#670:3G#")}),
                    report({.number = 2}, {change("RN", "20260610", "B", "630:50G#670:2G#"),
                                           change("RN", "20260620", "C", "630:10G#670:0.1G#")}),
                    report({.number = 3, .date = "20260801"},
                           {change("RN", "20260610", "B", "630:40G#670:2G#", "C/ZZ;2/1")})},
                   enriched())),
      ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                  "2026-06-10 known 2026-07-05: 150 by ZZA1-2/1",
                  "2026-06-10 known 2026-08-01: 140 by ZZA1-3/1",
                  "2026-06-20 known 2026-07-05: 160 by ZZA1-2/2",
                  "2026-06-20 known 2026-08-01: 150 by ZZA1-3/1"));
}

TEST(Stock, ADeletedChangeLeavesItsDayWithTheStockBefore) {
  EXPECT_THAT(
      said(figures({list({item("A", "630:100G#670:3G#")}),
                    report({.number = 2}, {change("RN", "20260610", "B", "630:50G#670:2G#")}),
                    report({.number = 3, .date = "20260801"}, {"309:D/ZZ;2/1#"})},
                   enriched())),
      ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                  "2026-06-10 known 2026-07-05: 150 by ZZA1-2/1",
                  "2026-06-10 known 2026-08-01: 100 by ZZA1-3/1"));
}

TEST(Stock, ALevelAtTheBoundIsWithinIt) {
  // 367 g in 10 kg are 3.67 %; one microgram more is above.
  const std::vector<Report> reports{
      list({item("AT", "630:10000G#670:367G#"), item("BEYOND", "630:10000G#670:367.000001G#")})};
  EXPECT_EQ(figures(reports, up_to("3.67"))[0].stock.amount, MassSum(10'000'000'000));
  EXPECT_EQ(figures(reports, above("3.67"))[0].stock.amount, MassSum(10'000'000'000));
}

TEST(Stock, LevelsFollowABatchThroughRebatchingAndCategoryChange) {
  const std::vector<Report> reports{
      list({item("LOW", "630:1000G#670:20G#"), item("HIGH", "630:1000G#670:100G#")}),
      report({.number = 2}, {change("RM", "20260610", "LOW", "630:500G#670:10G#"),
                             change("RP", "20260610", "HIGH", "630:500G#670:10G#"),
                             change("EN", "20260612", "LOW", "630:100G#670:2G#610:0.1K#")})};
  // 2 % stays 2 %; 110 g in 1500 g are 7.3 %.
  EXPECT_THAT(said(figures(reports, up_to("5"))),
              ElementsAre("2026-05-31 known 2026-06-05: 1000 by ZZA1-1/2",
                          "2026-06-10 known 2026-07-05: 500 by ZZA1-2/2",
                          "2026-06-12 known 2026-07-05: 400 by ZZA1-2/3"));
  EXPECT_EQ(figures(reports, above("5"))[2].stock.amount, MassSum(1'500'000'000));
}

TEST(Stock, ABatchWithoutItsFissileWeightMakesALevelAtLeast) {
  const std::vector<Report> reports{list({item("A", "630:100G#670:3G#"), item("B", "630:50G#")})};
  EXPECT_THAT(said(figures(reports, up_to("5"))),
              ElementsAre("2026-05-31 known 2026-06-05: at least 100 by ZZA1-1/2"));
  EXPECT_THAT(said(figures(reports, enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: 150 by ZZA1-1/2"));
}

TEST(Stock, UnifiedUraniumHidesHowMuchIsEnriched) {
  const std::vector<Report> reports{
      list({item("A", "630:100G#670:3G#"), item("B", "600:50G#670:2G#")})};
  EXPECT_THAT(said(figures(reports, enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: at least 100 by ZZA1-1/2"));
  StockQuery both = above("3");
  both.elements.push_back(Kind::unified_uranium);
  EXPECT_THAT(said(figures(reports, both)),  // 3 % is not above 3 %; 4 % is
              ElementsAre("2026-05-31 known 2026-06-05: 50 by ZZA1-1/2"));
}

TEST(Stock, BelowZeroNothingIsShown) {
  EXPECT_THAT(
      said(figures({list({item("A", "630:100G#670:3G#")}),
                    report({.number = 2}, {change("LD", "20260610", "B", "630:50G#670:1G#"),
                                           change("LD", "20260611", "A", "630:80G#670:2G#")})},
                   enriched())),
      ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                  "2026-06-10 known 2026-07-05: 50 by ZZA1-2/1",
                  "2026-06-11 known 2026-07-05: nothing by ZZA1-2/2"));
}

TEST(Stock, WhatIsUnderWayBetweenTwoAreasIsStillHeld) {
  const std::string to = "372:ZZ/ZZA2#", from = "370:ZZ/ZZA1#447:A#";
  const std::vector<Report> reports{
      list({item("A", "630:100G#670:3G#")}), list({item("X", "630:7G#670:0.2G#")}, "ZZA2"),
      report({.number = 2}, {change("SD", "20260610", "A", to + "630:100G#670:3G#")}),
      report({"ZZA2", 2, "20260801", "20260701/20260731"},
             {change("RD", "20260702", "A2", from + "630:100G#670:3G#")})};
  EXPECT_THAT(said(figures(reports, enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: 107 by ZZA2-1/1",
                          "2026-06-10 known 2026-07-05: 107 by ZZA1-2/1",
                          "2026-07-02 known 2026-08-01: 107 by ZZA2-2/1"));
  StockQuery one = enriched();
  one.areas = {"ZZA1"};
  EXPECT_THAT(said(figures(reports, one)),
              ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                          "2026-06-10 known 2026-07-05: 0 by ZZA1-2/1"));
}

TEST(Stock, AReceiptBeforeItsShipmentStandsInTwoBooksAndShowsNothing) {
  const std::string to = "372:ZZ/ZZA2#", from = "370:ZZ/ZZA1#447:A#";
  EXPECT_THAT(
      said(figures(
          {list({item("A", "630:100G#670:3G#")}), list({item("X", "630:7G#670:0.2G#")}, "ZZA2"),
           report({.number = 2}, {change("SD", "20260610", "A", to + "630:100G#670:3G#")}),
           report({"ZZA2", 2}, {change("RD", "20260608", "A2", from + "630:100G#670:3G#")})},
          enriched())),
      ElementsAre("2026-05-31 known 2026-06-05: 107 by ZZA2-1/1",
                  "2026-06-08 known 2026-07-05: nothing by ZZA2-2/1",
                  "2026-06-10 known 2026-07-05: 107 by ZZA1-2/1"));
}

TEST(Stock, AnAreaWithoutAnyReportMakesTheStockAtLeast) {
  const std::vector<Report> reports{
      list({item("A", "630:100G#670:3G#")}),
      report({"ZZA2", 1, "20260620", "20260531", "P"}, {item("B", "630:9G#670:0.2G#")})};
  EXPECT_THAT(said(figures(reports, enriched(), {"ZZA1", "ZZA2"})),
              ElementsAre("2026-05-31 known 2026-06-05: at least 100 by ZZA1-1/1",
                          "2026-05-31 known 2026-06-20: 109 by ZZA2-1/1"));
}

TEST(Stock, AReportDatedBeforeItsChangesIsKnownOnTheirDay) {
  EXPECT_THAT(said(figures({list({item("A", "630:100G#670:3G#")}),
                            report({.number = 2, .date = "20260606"},
                                   {change("RN", "20260610", "B", "630:50G#670:2G#")})},
                           enriched())),
              ElementsAre("2026-05-31 known 2026-06-05: 100 by ZZA1-1/1",
                          "2026-06-10 known 2026-06-10: 150 by ZZA1-2/1"));
}

// --- the made-up State
// ----------------------------------------------------------------------------

class StateStock : public testing::TestWithParam<const char*> {
 protected:
  static const test::State& state() {
    static std::map<std::string, test::State> read;
    const std::string name = GetParam();
    if (!read.contains(name)) read.emplace(name, test::read_state(name));
    return read.at(name);
  }
};

/// What stands on a day, as known on a day.
const StockFigure* standing(const std::vector<StockFigure>& list, Day valid, Day known) {
  const StockFigure* out = nullptr;
  for (const StockFigure& f : list)
    if (f.valid <= valid && f.known <= known) out = &f;
  return out;
}

TEST_P(StateStock, EveryDayIsTheBookAsKnownOnEveryDay) {
  std::set<Day> known;
  std::set<std::string> areas;
  for (const Report& r : state().reports) {
    known.insert(r.header.date);
    areas.insert(std::string(r.header.mba));
  }
  std::size_t compared = 0;
  for (const std::string& mba : areas) {
    std::vector<StockQuery> queries;
    for (const Kind kind : {Kind::enriched_uranium, Kind::natural_uranium, Kind::plutonium})
      queries.push_back({{kind}, {mba}, {}, {}});
    const auto all = stock_figures(state().reports, test::code10_signs(), {}, queries);
    for (auto k = known.begin(); k != known.end();
         std::advance(k, std::min<std::ptrdiff_t>(29, std::distance(k, known.end())))) {
      const Effective entries = effective(state().reports, *k);
      const Books books(entries, test::code10_signs());
      for (std::size_t q = 0; q < queries.size(); ++q)
        for (std::int32_t back = 0; back < 400; back += 11) {
          const Day day = *k - back;
          const StockFigure* f = standing(all[q], day, *k);
          const MassSum book = at(books.on(mba, day), queries[q].elements[0]);
          if (f == nullptr || f->stock.below_zero > 0) {
            EXPECT_LE(book, MassSum()) << mba << to_string(day) << to_string(*k);
            continue;
          }
          EXPECT_EQ(f->stock.amount, book) << mba << to_string(day) << to_string(*k);
          ++compared;
        }
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST_P(StateStock, DisjointLevelsAddUpToAllOfIt) {
  const std::vector<StockQuery> queries{enriched(), up_to("4"), above("4")};
  const auto all = stock_figures(state().reports, test::code10_signs(), {}, queries);
  std::size_t compared = 0;
  for (const StockFigure& f : all[0]) {
    const StockFigure* low = standing(all[1], f.valid, f.known);
    const StockFigure* high = standing(all[2], f.valid, f.known);
    if (low == nullptr || high == nullptr) continue;
    if (low->stock.below_zero + high->stock.below_zero > 0) continue;
    const MassSum sum = low->stock.amount + high->stock.amount;
    if (low->stock.unknown == 0)
      EXPECT_EQ(sum, f.stock.amount) << to_string(f.valid);
    else
      EXPECT_LE(sum, f.stock.amount) << to_string(f.valid);
    ++compared;
  }
  EXPECT_GT(compared, 100U);
}

TEST_P(StateStock, WhatIsKnownLaterChangesNothingKnownBefore) {
  const Day until = parse_day("2024-06-30").value();
  std::vector<Report> early;
  for (const Report& r : state().reports)
    if (r.header.date <= until) early.push_back(r);
  const auto all = figures(state().reports, up_to("5"));
  const auto before = figures(early, up_to("5"));
  std::vector<StockFigure> kept;
  for (const StockFigure& f : all)
    if (f.known <= until) kept.push_back(f);
  EXPECT_EQ(said(kept), said(before));
}

INSTANTIATE_TEST_SUITE_P(Made, StateStock, testing::Values("clean", "errors"));

}  // namespace
}  // namespace accord::accounting
