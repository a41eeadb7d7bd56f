#include <gmock/gmock.h>

#include "rules/year.h"

/// Rules about periods and the running account: V021, V030, V031.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string natural = "610:1K#";

Given month(int number, const std::string& period, const std::string& date = "20260930") {
  return {.number = number, .date = date, .period = period};
}

std::vector<std::string> periods(const std::vector<std::string>& all) {
  Reports reports;
  for (std::size_t i = 0; i < all.size(); ++i)
    reports.add(month(static_cast<int>(i + 1), all[i]),
                {change("LD", all[i].substr(0, 8), "B" + std::to_string(i), natural)});
  return reports.found("V021");
}

TEST(V021, ChangeReportsDoNotOverlap) {
  EXPECT_THAT(periods({"20260601/20260630", "20260701/20260731"}), IsEmpty());
  EXPECT_THAT(periods({"20260601/20260630", "20260630/20260731"}), ElementsAre("V021 E 2/0 15"));
  EXPECT_THAT(periods({"20260601/20260630", "20260610/20260610"}), ElementsAre("V021 E 2/0 15"));
  // Months without a change have no report.
  EXPECT_THAT(periods({"20260301/20260331", "20260601/20260630"}), IsEmpty());
}

TEST(V021, TheLaterReportIsTheOneWithTheLargerNumber) {
  EXPECT_THAT(periods({"20260701/20260731", "20260601/20260701"}), ElementsAre("V021 E 2/0 15"));
}

TEST(V021, EveryReportThatOverlapsAnEarlierOneIsToldOfOnce) {
  EXPECT_THAT(periods({"20260605/20260610", "20260608/20260620", "20260601/20260630",
                       "20260701/20260731", "20260625/20260715"}),
              ElementsAre("V021 E 2/0 15", "V021 E 3/0 15", "V021 E 5/0 15"));
}

TEST(V021, AreasAndCorrectionReportsAreApart) {
  Reports reports;
  reports.add(month(1, "20260601/20260630"), {change("LD", "20260610", "A", natural)});
  reports.add({.mba = "ZZB1", .number = 1}, {change("LD", "20260610", "A", natural)});
  reports.add(month(2, "20260601/20260630"),
              {change("LD", "20260610", "A", "610:2K#", "C/ZZ;1/1"), "309:U#"});
  EXPECT_THAT(reports.found("V021"), IsEmpty());
  reports.add(month(3, "20260601/20260630"), {change("LD", "20260610", "A", "610:2K#", "C/ZZ;2/1"),
                                              change("LD", "20260611", "A", "610:2K#")});
  EXPECT_THAT(reports.found("V021"), ElementsAre("V021 E 3/0 15"));
}

TEST(V021, ABalanceBeginsOnTheDayAfterTheOneBefore) {
  Year year;
  EXPECT_THAT(year.found(), IsEmpty());
  for (const std::string begin : {"20250630", "20250702"}) {
    year.period = begin + "/20260630";
    EXPECT_THAT(year.found(), ElementsAre("V021 E 4/0 15")) << begin;
  }
}

TEST(V021, ASecondBalanceFollowsTheFirst) {
  const auto from = [](const std::string& begin) {
    Reports reports = Year().reports();
    reports.add({.number = 5, .date = "20270715", .period = "20270630", .kind = "P"},
                {item("A", "T", "610:4K#")});
    reports.add({.number = 6, .date = "20270715", .period = begin + "/20270630", .kind = "M"},
                {line("PB", "610:4K#"), line("BA", "610:4K#"), line("PE", "610:4K#"),
                 line("MF", "610:0K#")});
    return reports.found();
  };
  EXPECT_THAT(from("20260701"), IsEmpty());
  EXPECT_THAT(from("20260702"), ElementsAre("V021 E 6/0 15"));
  EXPECT_THAT(from("20260630"), ElementsAre("V021 E 6/0 15"));
}

TEST(V030, RebatchingTakesOffWhatItAdds) {
  const auto rebatch = [](const std::string& off, const std::string& on) {
    return found({change("RM", "20260610", "A", off), change("RP", "20260610", "B", on)}, "V030");
  };
  EXPECT_THAT(rebatch("610:3K#", "610:3.000K#"), IsEmpty());
  EXPECT_THAT(rebatch("610:3K#", "610:2.999999K#"), ElementsAre("V030 E 1/0 610"));
  EXPECT_THAT(rebatch("630:100G#670:4G#", "630:100G#670:4.1G#"), ElementsAre("V030 E 1/0 670"));
  EXPECT_THAT(rebatch("610:3K#", "800:3K#"), ElementsAre("V030 E 1/0 610", "V030 E 1/0 800"));
}

TEST(V030, OneBatchIntoSeveralIsAddedUp) {
  EXPECT_THAT(
      found({change("RM", "20260610", "A", "610:3K#"), change("RP", "20260610", "B", "610:1K#"),
             change("RP", "20260611", "C", "610:2K#")}),
      IsEmpty());
}

TEST(V030, EachReportIsASumOfItsOwn) {
  Reports reports;
  reports.add(month(1, "20260601/20260630", "20260705"),
              {change("RM", "20260610", "A", "610:3K#")});
  reports.add(month(2, "20260701/20260731", "20260805"),
              {change("RP", "20260710", "B", "610:3K#")});
  EXPECT_THAT(reports.found(), ElementsAre("V030 E 1/0 610", "V030 E 2/0 610"));
  // An entry that is added to the first report counts there.
  reports.add(month(3, "20260801/20260831", "20260905"),
              {change("RP", "20260610", "C", "610:3K#", "A/ZZ;1/2"), "309:D/ZZ;2/1#"});
  EXPECT_THAT(reports.found(), IsEmpty());
}

/// A list of 5 kg in batch A on 31 May 2026, and changes of June.
std::vector<std::string> run(const Entries& changes) {
  return Reports()
      .add({.number = 1, .date = "20260615", .period = "20260531", .kind = "P"},
           {item("A", "N", "610:5K#")})
      .add({.number = 2}, changes)
      .found();
}

const std::string from_b1 = "370:ZZ/ZZB1#447:X#";

TEST(V031, ZeroIsNotBelowZero) {
  EXPECT_THAT(
      run({change("LD", "20260610", "A", "610:2K#"), change("TW", "20260611", "A", "610:3.000K#")}),
      IsEmpty());
  EXPECT_THAT(run({change("LD", "20260610", "A", "610:2K#"),
                   change("TW", "20260611", "A", "610:3.000001K#")}),
              ElementsAre("V031 W 2/2 610"));
}

TEST(V031, OnOneDayIncreasesComeFirstAndDecreasesLast) {
  for (const std::string& increase :
       {change("RN", "20260610", "C", "447:X#610:2K#"), change("GA", "20260610", "C", "610:2K#"),
        change("RP", "20260610", "C", "610:2K#")}) {
    const Entries changes{change("LD", "20260610", "C", "610:1.5K#"), increase};
    std::vector<std::string> found;
    for (const std::string& f : run(changes))
      if (f.substr(0, 4) == "V031") found.push_back(f);
    EXPECT_THAT(found, IsEmpty()) << increase;
  }
  EXPECT_THAT(run({change("LD", "20260610", "C", "610:1.5K#"),
                   change("RN", "20260611", "C", "447:X#610:2K#")}),
              ElementsAre("V031 W 2/1 610"));
}

TEST(V031, ACategoryChangeComesBetweenThem) {
  // 5 kg become depleted and leave on the same day: in this order only.
  EXPECT_THAT(run({change("LD", "20260610", "A", "620:5K#"),
                   change("ND", "20260610", "A", "610:5K#620:5K#")}),
              IsEmpty());
  EXPECT_THAT(run({change("ND", "20260610", "A", "610:5K#620:5K#"),
                   change("LD", "20260610", "A", "610:1K#")}),
              ElementsAre("V031 W 2/2 610"));
}

TEST(V031, RebatchingMovesBetweenBatchesAndNotTheBook) {
  EXPECT_THAT(
      run({change("RM", "20260610", "A", "610:4K#"), change("RP", "20260610", "C", "610:4K#"),
           change("LD", "20260611", "C", "610:3.5K#")}),
      IsEmpty());
  EXPECT_THAT(
      run({change("RM", "20260610", "A", "610:4K#"), change("RP", "20260610", "C", "610:4K#"),
           change("LD", "20260611", "A", "610:1.5K#")}),
      ElementsAre("V031 W 2/3 610"));
}

TEST(V031, ADifferenceTakesOffItsBatch) {
  EXPECT_THAT(
      run({change("RD", "20260610", "C", from_b1 + "610:2K#"),
           change("DI", "20260610", "C", "610:0.5K#"), change("LD", "20260611", "C", "610:1.5K#")}),
      ElementsAre("V080 E 2/1 447"));
  EXPECT_THAT(
      run({change("RD", "20260610", "C", from_b1 + "610:2K#"),
           change("DI", "20260610", "C", "610:0.5K#"), change("LD", "20260611", "C", "610:1.6K#")}),
      ElementsAre("V080 E 2/1 447", "V031 W 2/3 610"));
}

TEST(V031, ABatchAndTheBookAreEachToldOfOnce) {
  // The batch at the first entry, the book at the second; then both stay below.
  EXPECT_THAT(
      run({change("LD", "20260610", "C", "610:4K#"), change("LD", "20260611", "A", "610:4K#"),
           change("LD", "20260612", "C", "610:1K#")}),
      ElementsAre("V031 W 2/1 610", "V031 W 2/2 610"));
  // Both at once are one.
  EXPECT_THAT(run({change("LD", "20260610", "C", "610:6K#")}), ElementsAre("V031 W 2/1 610"));
}

TEST(V031, AnInventoryBeginsTheAccountAgain) {
  Reports reports;
  reports.add({.number = 1, .date = "20260615", .period = "20260531", .kind = "P"},
              {item("A", "N", "610:5K#")});
  reports.add({.number = 2}, {change("LD", "20260630", "A", "610:6K#")});
  reports.add({.number = 3, .date = "20260705", .period = "20260630", .kind = "P"},
              {item("A", "N", "610:2K#")});
  reports.add(
      month(4, "20260701/20260731", "20260805"),
      {change("LD", "20260701", "A", "610:1.5K#"), change("LD", "20260702", "A", "610:1K#")});
  EXPECT_THAT(reports.found("V031"), ElementsAre("V031 W 2/1 610", "V031 W 4/2 610"));
}

TEST(V031, LabelsAreAccountsOfTheirOwn) {
  EXPECT_THAT(run({change("LD", "20260610", "A", "610:1K#800:1K#")}),
              ElementsAre("V031 W 2/1 800"));
}

TEST(V031, AnEntryWithoutABatchMovesTheBookAlone) {
  const std::string unnamed =
      "309:N#407:1#411:LD#412:20260610#430:F/U/N/B#446:A BATCH NAME TOO LONG#469:M#470:1#610:";
  EXPECT_THAT(run({unnamed + "3K#"}), IsEmpty());
  EXPECT_THAT(run({unnamed + "5.1K#"}), ElementsAre("V031 W 2/1 610"));
}

}  // namespace
}  // namespace accord::accounting::test
