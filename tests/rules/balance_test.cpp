#include <gmock/gmock.h>

#include "rules/year.h"

/// Rules about material balance reports: V060 to V063, V066, V067, V069, V070.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Balance, AYearThatAddsUpHasNoFinding) {
  EXPECT_THAT(Year().found(), IsEmpty());
}

/// A second year in which nothing moves.
Reports two_years(const Entries& second, const std::string& pb_of_first = "610:5K#") {
  Year year;
  year.balance[0] = line("PB", pb_of_first);
  Reports out = year.reports();
  out.add({.number = 5, .date = "20270715", .period = "20270630", .kind = "P"},
          {item("A", "T", "610:4K#")});
  out.add({.number = 6, .date = "20270715", .period = "20260701/20270630", .kind = "M"}, second);
  return out;
}

TEST(V060, ABeginningIsTheEndingOfTheReportBefore) {
  EXPECT_THAT(two_years({line("PB", "610:4K#"), line("BA", "610:4K#"), line("PE", "610:4K#"),
                         line("MF", "610:0K#")})
                  .found(),
              IsEmpty());
  EXPECT_THAT(two_years({line("PB", "610:4.001K#"), line("BA", "610:4.001K#"),
                         line("PE", "610:4K#"), line("MF", "610:0.001K#")})
                  .found(),
              ElementsAre("V060 E 6/1 610"));
}

TEST(V060, BothAreComparedAsWrittenWithoutTheirAdjustments) {
  Year year;
  year.list = {item("A", "N", "610:3.6K#")};
  year.changes = {change("LD", "20260610", "A", "610:1.4K#")};
  year.balance = {line("PB", "610:5K#"), line("LD", "610:1K#"), line("RALD", "610:0.4K#"),
                  line("BA", "610:4K#"), line("PE", "610:4K#"), line("RAPE", "610:-0.4K#"),
                  line("MF", "610:0K#")};
  Reports reports = year.reports();
  reports.add({.number = 5, .date = "20270715", .period = "20270630", .kind = "P"},
              {item("A", "T", "610:3.6K#")});
  reports.add({.number = 6, .date = "20270715", .period = "20260701/20270630", .kind = "M"},
              {line("PB", "610:4K#"), line("BA", "610:4K#"), line("PE", "610:4K#"),
               line("RAPE", "610:-0.4K#"), line("MF", "610:0K#")});
  EXPECT_THAT(reports.found(), IsEmpty());
}

TEST(V060, TheFirstBeginningIsTheInitialListAfterItsAdjustment) {
  Year year;
  year.first_list = {item("A", "N", "610:5.3K#")};
  year.changes = {change("LD", "20260610", "A", "610:1.3K#")};
  year.balance = {line("PB", "610:5K#"),     line("RAPB", "610:0.3K#"), line("LD", "610:1K#"),
                  line("RALD", "610:0.3K#"), line("BA", "610:4K#"),     line("PE", "610:4K#"),
                  line("MF", "610:0K#")};
  EXPECT_THAT(year.found(), IsEmpty());
  year.balance[1] = line("RAPB", "610:0.2K#");
  EXPECT_THAT(year.found(), ElementsAre("V060 E 4/1 610"));
}

TEST(V060, AMissingBeginningIsZero) {
  Year year;
  year.balance.erase(year.balance.begin());
  EXPECT_THAT(year.found("V060"), ElementsAre("V060 E 4/0 610"));
}

TEST(V061, AConsolidatedLineIsTheSumOfItsEntries) {
  Year year;
  year.changes = {change("LD", "20260610", "A", "610:0.25K#"),
                  change("LD", "20260611", "A", "610:0.75K#")};
  EXPECT_THAT(year.found(), IsEmpty());
  year.changes[1] = change("LD", "20260611", "A", "610:0.750001K#");
  EXPECT_THAT(year.found(), ElementsAre("V061 E 4/2 610"));
}

TEST(V061, TheAdjustmentIsAddedToTheLine) {
  Year year;
  year.changes = {change("LD", "20260610", "A", "610:1.4K#")};
  year.balance.insert(year.balance.begin() + 2, line("RALD", "610:0.4K#"));
  EXPECT_THAT(year.found(), IsEmpty());
  year.balance[2] = line("RALD", "610:-0.4K#");
  EXPECT_THAT(year.found(), ElementsAre("V061 E 4/2 610"));
}

TEST(V061, ThePeriodBeginsAfterTheInventoryBeforeAndEndsWithThisOne) {
  Year year;
  Reports reports = year.reports();
  reports.add({.number = 5, .date = "20250715", .period = "20250601/20250630"},
              {change("LD", "20250630", "A", "610:2K#")});
  reports.add({.number = 6, .date = "20260805", .period = "20260701/20260731"},
              {change("LD", "20260701", "A", "610:2K#")});
  EXPECT_THAT(reports.found(), IsEmpty());
  Year edges;
  edges.changes = {change("LD", "20260630", "A", "610:1K#")};
  EXPECT_THAT(edges.found(), IsEmpty());
}

TEST(V061, ALineWithoutEntriesAndEntriesWithoutALineAreBothToldOf) {
  Year year;
  year.balance.insert(year.balance.begin() + 2, line("TW", "610:0.5K#"));
  EXPECT_THAT(year.found("V061"), ElementsAre("V061 E 4/3 610"));
  Year missing;
  missing.balance = {line("PB", "610:5K#"), line("BA", "610:5K#"), line("PE", "610:4K#"),
                     line("MF", "610:1K#")};
  EXPECT_THAT(missing.found(), ElementsAre("V061 E 4/0 610"));
}

TEST(V061, RebatchingIsLeftOutAndADifferenceIsALine) {
  Year year;
  year.changes = {
      change("RM", "20260610", "A", "610:3K#"), change("RP", "20260610", "B", "610:3K#"),
      change("RD", "20260611", "C", "370:ZZ/ZZB1#447:X#610:2K#"),
      change("DI", "20260612", "C", "610:0.5K#"), change("LD", "20260613", "B", "610:2.5K#")};
  year.balance = {line("PB", "610:5K#"),   line("RD", "610:2K#"), line("LD", "610:2.5K#"),
                  line("DI", "610:0.5K#"), line("BA", "610:4K#"), line("PE", "610:4K#"),
                  line("MF", "610:0K#")};
  EXPECT_THAT(year.found("V06"), IsEmpty());
  year.balance[3] = line("DI", "610:0.4K#");
  EXPECT_THAT(year.found("V061"), ElementsAre("V061 E 4/4 610"));
}

TEST(V061, EachLabelIsABalanceOfItsOwn) {
  const std::string both = "630:1000G#670:40G#";
  Year year;
  year.first_list = {item("A", "N", both)};
  year.changes = {change("LD", "20260610", "A", "630:100G#670:4G#")};
  year.list = {item("A", "T", "630:900G#670:36G#")};
  year.balance = {line("PB", both), line("LD", "630:100G#670:4G#"), line("BA", "630:900G#670:36G#"),
                  line("PE", "630:900G#670:36G#"), line("MF", "630:0G#670:0G#")};
  EXPECT_THAT(year.found(), IsEmpty());
  year.changes = {change("LD", "20260610", "A", "630:100G#670:4.5G#")};
  EXPECT_THAT(year.found(), ElementsAre("V061 E 4/2 670"));
}

TEST(V061, ACodeInTwoEntriesOfTwoCategoriesIsOneLineForEach) {
  Year year;
  year.first_list = {item("A", "N", "610:5K#"), item("T", "N", "800:7K#")};
  year.list = {item("A", "T", "610:4K#"), item("T", "T", "800:6K#")};
  year.changes.push_back(change("LD", "20260611", "T", "800:1K#"));
  year.balance = {line("PB", "610:5K#800:7K#"), line("LD", "610:1K#"),
                  line("LD", "800:1K#"),        line("BA", "610:4K#800:6K#"),
                  line("PE", "610:4K#800:6K#"), line("MF", "610:0K#800:0K#")};
  EXPECT_THAT(year.found(), IsEmpty());
}

TEST(V062, TheAdjustedBookAndTheMufFollowFromTheLines) {
  Year year;
  year.balance[2] = line("BA", "610:4.5K#");
  year.balance[4] = line("MF", "610:0.5K#");
  EXPECT_THAT(year.found(), ElementsAre("V062 E 4/3 610"));
  Year muf;
  muf.balance[4] = line("MF", "610:1K#");
  EXPECT_THAT(muf.found(), ElementsAre("V062 E 4/5 610"));
}

TEST(V062, TheBookBeforeDifferencesIsCheckedWhenItIsGiven) {
  const auto with = [](const std::string& be, const std::string& ba) {
    Year year;
    year.changes = {change("RD", "20260610", "C", "370:ZZ/ZZB1#447:X#610:2K#"),
                    change("DI", "20260612", "C", "610:3K#")};
    year.balance = {line("PB", "610:5K#"), line("RD", "610:2K#"), line("BE", be),
                    line("DI", "610:3K#"), line("BA", ba),        line("PE", "610:4K#"),
                    line("MF", "610:0K#")};
    return year.found("V062");
  };
  EXPECT_THAT(with("610:7K#", "610:4K#"), IsEmpty());
  EXPECT_THAT(with("610:6K#", "610:4K#"), ElementsAre("V062 E 4/3 610"));
  EXPECT_THAT(with("610:7K#", "610:5K#"), ElementsAre("V062 E 4/5 610", "V062 E 4/7 610"));
}

TEST(V062, AdjustmentsMakeUpForTheRoundingOfTheBook) {
  Year year;
  year.first_list = {item("A", "N", "610:5.3K#")};
  year.changes = {change("LD", "20260610", "A", "610:1.3K#")};
  year.list = {item("A", "N", "610:4K#")};
  // RABA = PB − LD − BA = 5.3 − 1.4 − 4; RAMF = BA − PE − MF = 4 − 4 − 0.2.
  year.balance = {line("PB", "610:5.3K#"), line("LD", "610:1.4K#"),    line("RALD", "610:-0.1K#"),
                  line("BA", "610:4K#"),   line("RABA", "610:-0.1K#"), line("PE", "610:4K#"),
                  line("MF", "610:0.2K#"), line("RAMF", "610:-0.2K#")};
  EXPECT_THAT(year.found(), IsEmpty());
  year.balance[4] = line("RABA", "610:0.1K#");
  EXPECT_THAT(year.found(), ElementsAre("V062 E 4/4 610"));
}

TEST(V062, ACategoryChangeAddsToOneCategoryAndTakesFromTheOther) {
  Year year;
  year.first_list = {item("A", "N", "610:5K#"), item("D", "N", "620:3K#")};
  year.changes = {change("ND", "20260610", "A", "610:1K#620:1K#")};
  year.list = {item("A", "N", "610:4K#"), item("D", "T", "620:4K#")};
  year.balance = {line("PB", "610:5K#620:3K#"), line("ND", "610:1K#620:1K#"),
                  line("BA", "610:4K#620:4K#"), line("PE", "610:4K#620:4K#"),
                  line("MF", "610:0K#620:0K#")};
  EXPECT_THAT(year.found("V06"), IsEmpty());
  year.balance[2] = line("BA", "610:6K#620:2K#");
  EXPECT_THAT(year.found("V062").size(), 4U);  // BA and MF of both
}

TEST(V063, TheEndingInventoryIsTheSumOfItsList) {
  Year year;
  year.list = {item("A", "N", "610:1.5K#"), item("B", "N", "610:2.5K#")};
  EXPECT_THAT(year.found(), IsEmpty());
  year.list[1] = item("B", "N", "610:2.499999K#");
  EXPECT_THAT(year.found(), ElementsAre("V063 E 4/4 610"));
}

TEST(V063, TheAdjustmentIsAddedAndAMissingLabelIsZero) {
  Year year;
  year.list = {item("A", "N", "610:3.6K#")};
  year.balance.insert(year.balance.begin() + 4, line("RAPE", "610:-0.4K#"));
  EXPECT_THAT(year.found(), IsEmpty());
  year.list.push_back(item("T", "N", "800:1K#"));
  EXPECT_THAT(year.found(), ElementsAre("V063 E 4/0 800"));
}

TEST(V063, WithoutAListThereIsNothingToCompareWith) {
  Year year;
  year.list = {};
  year.balance[3] = line("PE", "610:3K#");
  year.balance[4] = line("MF", "610:1K#");
  EXPECT_THAT(year.found("V06"), IsEmpty());
}

TEST(V063, AnEmptyListIsOfNothing) {
  Year year;
  year.list = {"309:U#"};
  EXPECT_THAT(year.found(), ElementsAre("V063 E 4/4 610"));
}

struct Order {
  const char* what;
  Entries lines;
  std::vector<std::string> found;
};

TEST(V066, LinesStandInTheOrderOfTheChapter) {
  const std::string w = "610:1K#";
  const auto l = [&](const std::string& code) { return line(code, w); };
  const std::vector<Order> orders{
      {"all in order",
       {l("PB"), l("RF"), l("GA"), l("LD"), l("SD"), l("BE"), l("DI"), l("BA"), l("PE"), l("MF")},
       {}},
      {"a decrease before an increase",
       {l("PB"), l("LD"), l("RF"), l("BA"), l("PE"), l("MF")},
       {"V066 E 4/3 411"}},
      {"a change before the beginning",
       {l("LD"), l("PB"), l("BA"), l("PE"), l("MF")},
       {"V066 E 4/2 411"}},
      {"a difference before the book",
       {l("PB"), l("DI"), l("BE"), l("BA"), l("PE"), l("MF")},
       {"V066 E 4/3 411"}},
      {"the physical inventory before the book",
       {l("PB"), l("PE"), l("BA"), l("MF")},
       {"V066 E 4/3 411"}},
      {"a code twice", {l("PB"), l("LD"), l("LD"), l("BA"), l("PE"), l("MF")}, {"V066 E 4/3 411"}},
      {"rebatching",
       {l("PB"), l("RM"), l("RP"), l("BA"), l("PE"), l("MF")},
       {"V066 E 4/2 411", "V066 E 4/3 411"}},
      {"lines that are missing", {l("PB"), l("BA")}, {"V066 E 4/0 610", "V066 E 4/0 610"}},
      {"roundings anywhere",
       {l("RAMF"), l("PB"), l("RAPE"), l("LD"), l("BA"), l("PE"), l("MF"), l("RAPB")},
       {}}};
  for (const Order& order : orders) {
    Year year;
    year.balance = order.lines;
    EXPECT_EQ(year.found("V066"), order.found) << order.what;
  }
}

TEST(V066, AChangeThatHoldsBothCategoriesStandsAnywhereAmongTheChanges) {
  const std::string w = "610:1K#620:1K#";
  const auto l = [&](const std::string& code) { return line(code, w); };
  const auto with = [&](const Entries& lines) {
    Year year;
    year.balance = lines;
    return year.found("V066");
  };
  EXPECT_THAT(with({l("PB"), l("ND"), l("RF"), l("BA"), l("PE"), l("MF")}), IsEmpty());
  EXPECT_THAT(with({l("PB"), l("RF"), l("LD"), l("ND"), l("BA"), l("PE"), l("MF")}), IsEmpty());
  EXPECT_THAT(with({l("PB"), l("LD"), l("ND"), l("RF"), l("BA"), l("PE"), l("MF")}),
              ElementsAre("V066 E 4/4 411"));
  EXPECT_THAT(with({l("PB"), l("BA"), l("ND"), l("PE"), l("MF")}), ElementsAre("V066 E 4/3 411"));
  EXPECT_THAT(with({l("ND"), l("PB"), l("BA"), l("PE"), l("MF")}), ElementsAre("V066 E 4/2 411"));
  // With one category it has its place.
  EXPECT_THAT(with({l("PB"), l("LD"), line("ND", "620:1K#"), l("BA"), l("PE"), l("MF")}),
              ElementsAre("V066 E 4/3 411"));
  EXPECT_THAT(with({l("PB"), l("LD"), line("ND", "610:1K#"), l("BA"), l("PE"), l("MF")}),
              IsEmpty());
}

TEST(V067, AnAdjustmentIsAtMostHalfAUnitForEachTerm) {
  struct Case {
    std::string code, amount;
    bool found;
  };
  // Units of kilograms. Terms: PB the 2 entries of the first list, LD 3 entries, PE 1 entry of the
  // list, BE 1 and the line LD, BA the same and DI, MF 2.
  const std::vector<Case> cases{
      {"RAPB", "1K", false},       {"RAPB", "1.000001K", true},  {"RALD", "1.5K", false},
      {"RALD", "-1.5K", false},    {"RALD", "-1.500001K", true}, {"RAPE", "0.5K", false},
      {"RAPE", "0.500001K", true}, {"RABE", "1K", false},        {"RABE", "1.000001K", true},
      {"RABA", "1.5K", false},     {"RABA", "1.500001K", true},  {"RAMF", "1K", false},
      {"RAMF", "1.000001K", true}, {"RATW", "0.000001K", true}};
  for (const Case& c : cases) {
    Year year;
    year.first_list = {item("A", "N", "610:3K#"), item("B", "N", "610:2K#")};
    year.changes = {change("LD", "20260610", "A", "610:0.5K#"),
                    change("LD", "20260611", "A", "610:0.25K#"),
                    change("LD", "20260612", "A", "610:0.25K#")};
    year.balance.insert(year.balance.begin() + 2, line("DI", "610:0K#"));
    year.balance.push_back(line(c.code, "610:" + c.amount + "#"));
    EXPECT_EQ(year.found("V067").size(), c.found ? 1U : 0U) << c.code << " " << c.amount;
  }
}

/// A year in which this much is missing.
Reports missing(const std::string& label, const std::string& muf, const std::string& unit) {
  const auto w = [&](const std::string& amount) { return label + ":" + amount + unit + "#"; };
  Year year;
  year.first_list = {item("A", "N", w(muf))};
  year.changes = {};
  year.list = {"309:U#"};
  year.balance = {line("PB", w(muf)), line("BA", w(muf)), line("PE", w("0")), line("MF", w(muf))};
  return year.reports();
}

TEST(V069, MoreThanASignificantQuantityIsToldOf) {
  EXPECT_THAT(missing("700", "8000", "G").found("V069"), IsEmpty());
  EXPECT_THAT(missing("700", "8000.000001", "G").found("V069"), ElementsAre("V069 W 4/4 700"));
  EXPECT_THAT(missing("610", "10000", "K").found("V069"), IsEmpty());
  EXPECT_THAT(missing("610", "10000.1", "K").found("V069"), ElementsAre("V069 W 4/4 610"));
  EXPECT_THAT(missing("620", "20000.1", "K").found("V069"), ElementsAre("V069 W 4/4 620"));
  EXPECT_THAT(missing("800", "20000.1", "K").found("V069"), ElementsAre("V069 W 4/4 800"));
  // U-235 of low enriched uranium counts from 75 kg, enriched uranium by its isotope only.
  EXPECT_THAT(missing("670", "75000", "G").found("V069"), IsEmpty());
  EXPECT_THAT(missing("670", "75000.1", "G").found("V069"), ElementsAre("V069 W 4/4 670"));
  EXPECT_THAT(missing("630", "9000000", "G").found("V069"), IsEmpty());
}

TEST(V069, HighEnrichedUraniumCountsFromTwentyFiveKilogramsOfUranium235) {
  const auto with = [](const std::string& element, const std::string& isotope) {
    const std::string w = "630:" + element + "G#670:" + isotope + "G#";
    Year year;
    year.first_list = {item("A", "N", w)};
    year.changes = {};
    year.list = {"309:U#"};
    year.balance = {line("PB", w), line("BA", w), line("PE", "630:0G#670:0G#"), line("MF", w)};
    return year.found("V069");
  };
  EXPECT_THAT(with("125000", "25000"), IsEmpty());
  EXPECT_THAT(with("125000.5", "25000.1"), ElementsAre("V069 W 4/4 670"));  // 20.00 %
  EXPECT_THAT(with("125001", "25000.1"), IsEmpty());                        // below 20 %
}

TEST(V069, ThreeStandardDeviationsAreALimitWhereOneIsGiven) {
  const auto with = [](const std::string& muf, const std::string& mba) {
    Reports reports = missing("700", muf, "G");
    reports.state.tables.muf.push_back({mba, material::Kind::plutonium, {2'000'000}});
    return reports.found("V069");
  };
  EXPECT_THAT(with("6", "ZZA1"), IsEmpty());
  EXPECT_THAT(with("6.000001", "ZZA1"), ElementsAre("V069 W 4/4 700"));
  EXPECT_THAT(with("-6.000001", "ZZA1"), ElementsAre("V069 W 4/4 700"));
  EXPECT_THAT(with("6.000001", "ZZA2"), IsEmpty());
}

TEST(V070, EachInventoryHasAListAndABalance) {
  Year no_balance;
  no_balance.balance = {};
  EXPECT_THAT(no_balance.found(), ElementsAre("V070 E 3/0 10"));
  Year no_list;
  no_list.list = {};
  EXPECT_THAT(no_list.found(), ElementsAre("V005 W 4/0 1", "V070 E 4/0 10"));
  Year first_only;
  first_only.list = first_only.balance = {};
  EXPECT_THAT(first_only.found(), IsEmpty());
}

TEST(V070, AnInventoryOfTheTableIsDueAfterThirtyDays) {
  const auto on = [](Day day) {
    Reports reports = Year().reports();
    reports.state.tables.areas.push_back(
        {"ZZA1", "ZZFA", "", false, {*day_of(2026, 6, 30), *day_of(2026, 9, 1)}});
    reports.state.tables.assessment_day = day;
    return reports.found();
  };
  EXPECT_THAT(on(*day_of(2026, 10, 1)), IsEmpty());
  EXPECT_THAT(on(*day_of(2026, 10, 2)), ElementsAre("V070 E 0/0 10", "V070 E 0/0 10"));
}

TEST(V070, ACorrectionReportIsNoInventory) {
  Reports reports = Year().reports();
  reports.add({.number = 5, .date = "20260801", .period = "20260731", .kind = "P"},
              {item("A", "L", "610:4K#", "C/ZZ;3/1")});
  // It corrects a list whose balance was reported, and that is all.
  EXPECT_THAT(reports.found(), ElementsAre("V043 W 5/1 309"));
}

TEST(Balance, CorrectionsOfABalanceAreNoBalanceOfTheirOwn) {
  Year year;
  year.balance[1] = line("LD", "610:2K#");
  Reports reports = year.reports();
  EXPECT_THAT(reports.found(), ElementsAre("V061 E 4/2 610", "V062 E 4/3 610"));
  reports.add({.number = 5, .date = "20260725", .period = "20250701/20260630", .kind = "M"},
              {line("LD", "610:1K#", "C/ZZ;4/2")});
  EXPECT_THAT(reports.found(), IsEmpty());
}

}  // namespace
}  // namespace accord::accounting::test
