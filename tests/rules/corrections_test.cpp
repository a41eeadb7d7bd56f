#include <gmock/gmock.h>

#include "rules/year.h"

/// Rules about corrections: V040, V041, V043.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string natural = "610:5K#";

/// Reports 1 (two entries) and 2 in June and July, and report 3 of corrections.
std::vector<std::string> corrected(const Entries& corrections, const std::string& rule = "V04") {
  return Reports()
      .add({.number = 1},
           {change("LD", "20260610", "A", natural), change("LD", "20260611", "B", natural)})
      .add({.number = 2, .date = "20260805", .period = "20260701/20260731"},
           {change("LD", "20260710", "C", natural)})
      .add({.number = 3, .date = "20260905", .period = "20260801/20260831"}, corrections)
      .found(rule);
}

std::string changed(const std::string& status) {
  return change("LD", "20260610", "A", "610:4K#", status);
}

TEST(V040, AReferenceNamesAnEffectiveEntryOfAnEarlierReport) {
  EXPECT_THAT(corrected({changed("C/ZZ;1/1")}, "V"), IsEmpty());
  EXPECT_THAT(corrected({changed("D/ZZ;1/2")}, "V"), IsEmpty());
  for (const std::string wrong : {"1/3", "9/1", "4/1", "3/1", "3/2"})
    for (const std::string status : {"C/ZZ;", "D/ZZ;"})
      EXPECT_THAT(corrected({changed(status + wrong)}), ElementsAre("V040 E 3/1 309"))
          << status << wrong;
}

TEST(V040, AReferenceNamesTheCountryOfItsReport) {
  EXPECT_THAT(corrected({changed("C/YY;1/1"), changed("D/YY;1/1"), changed("A/YY;1/3")}),
              ElementsAre("V040 E 3/1 309", "V040 E 3/2 309", "V040 E 3/3 309"));
}

TEST(V040, AReplacedOrDeletedEntryIsNotCorrectedAgain) {
  EXPECT_THAT(corrected({changed("C/ZZ;1/1"), changed("C/ZZ;1/1")}), ElementsAre("V040 E 3/2 309"));
  EXPECT_THAT(corrected({changed("D/ZZ;1/1"), changed("C/ZZ;1/1")}), ElementsAre("V040 E 3/2 309"));
  EXPECT_THAT(corrected({changed("C/ZZ;1/1"), changed("D/ZZ;1/1")}), ElementsAre("V040 E 3/2 309"));
  EXPECT_THAT(corrected({changed("D/ZZ;1/1"), changed("D/ZZ;1/1")}), ElementsAre("V040 E 3/2 309"));
}

TEST(V040, AChainGoesOnFromTheCorrectionAndNotInCircles) {
  EXPECT_THAT(corrected({changed("C/ZZ;1/1"), changed("C/ZZ;3/1"), changed("D/ZZ;3/2")}),
              IsEmpty());
  // Each names the other: the first forward, the second one that was not applied.
  EXPECT_THAT(corrected({changed("C/ZZ;3/2"), changed("C/ZZ;3/1")}),
              ElementsAre("V040 E 3/1 309", "V040 E 3/2 309"));
}

TEST(V040, AnAddedEntryGetsAFreeNumberOfAnEarlierReport) {
  EXPECT_THAT(corrected({changed("A/ZZ;1/3")}, "V040"), IsEmpty());
  for (const std::string wrong : {"1/1", "3/9", "4/1", "9/1"})
    EXPECT_THAT(corrected({changed("A/ZZ;" + wrong)}), ElementsAre("V040 E 3/1 309")) << wrong;
  EXPECT_THAT(corrected({changed("A/ZZ;1/3"), changed("A/ZZ;1/3")}), ElementsAre("V040 E 3/2 309"));
}

TEST(V040, AnAddedEntryAnswersToBothOfItsNumbers) {
  EXPECT_THAT(corrected({changed("A/ZZ;1/3"), changed("C/ZZ;1/3")}, "V04"), IsEmpty());
  EXPECT_THAT(corrected({changed("A/ZZ;1/3"), changed("C/ZZ;3/1")}, "V04"), IsEmpty());
  EXPECT_THAT(corrected({changed("A/ZZ;1/3"), changed("D/ZZ;3/1"), changed("D/ZZ;1/3")}, "V04"),
              ElementsAre("V040 E 3/3 309"));
}

TEST(V040, AReferenceStaysInItsArea) {
  Reports reports;
  reports.add({.mba = "ZZA1"}, {change("LD", "20260610", "A", natural)});
  reports.add({.mba = "ZZB1", .number = 2}, {changed("C/ZZ;1/1")});
  EXPECT_THAT(reports.found("V04"), ElementsAre("V040 E 2/1 309"));
}

TEST(V040, WhatIsNotAppliedLeavesTheEntryAsItWas) {
  Year year;
  Reports reports = year.reports();
  reports.add({.number = 5, .date = "20260801", .period = "20260701/20260731"},
              {change("LD", "20260610", "A", "610:2K#", "C/ZZ;2/7")});
  EXPECT_THAT(reports.found(), ElementsAre("V040 E 5/1 309"));
}

TEST(V041, CorrectionsNeedAReferenceAndNewEntriesHaveNone) {
  EXPECT_THAT(corrected({changed("C"), changed("D"), changed("A"), changed("N/ZZ;1/1")}, "V041"),
              ElementsAre("V041 E 3/1 309", "V041 E 3/2 309", "V041 E 3/3 309", "V041 E 3/4 309"));
  EXPECT_THAT(corrected({changed("U"), changed("U/ZZ;1/1")}), IsEmpty());
}

TEST(V041, ANewEntryWithAReferenceCountsAndReplacesNothing) {
  Reports reports;
  reports.add({.number = 1, .date = "20260615", .period = "20260531", .kind = "P"},
              {item("A", "N", "610:5K#")});
  reports.add({.number = 2}, {change("LD", "20260610", "A", "610:3K#"),
                              change("LD", "20260611", "A", "610:2.5K#", "N/ZZ;2/1")});
  // Both count: 5.5 of 5 kg.
  EXPECT_THAT(reports.found(), ElementsAre("V041 E 2/2 309", "V031 W 2/2 610"));
}

/// Report 5 corrects something of the reports of a year.
std::vector<std::string> after_the_balance(const std::string& correction,
                                           const Year& year = Year()) {
  Reports reports = year.reports();
  reports.add({.number = 5, .date = "20260805", .period = "20260701/20260731"},
              {change("LD", "20260701", "A", "610:0.1K#"), correction});
  return reports.found("V043");
}

TEST(V043, ACorrectionOfAReportedPeriodIsToldOf) {
  const auto on = [](const std::string& day, const std::string& status) {
    return change("LD", day, "A", "610:1K#", status);
  };
  EXPECT_THAT(after_the_balance(on("20260610", "C/ZZ;2/1")), ElementsAre("V043 W 5/2 309"));
  EXPECT_THAT(after_the_balance("309:D/ZZ;2/1#"), ElementsAre("V043 W 5/2 309"));
  EXPECT_THAT(after_the_balance(on("20260630", "A/ZZ;2/2")), ElementsAre("V043 W 5/2 309"));
  // The old day is in the balance, the new one is not.
  EXPECT_THAT(after_the_balance(on("20260702", "C/ZZ;2/1")), ElementsAre("V043 W 5/2 309"));
  EXPECT_THAT(after_the_balance(on("20260701", "A/ZZ;2/2")), IsEmpty());
  EXPECT_THAT(after_the_balance(on("20260702", "C/ZZ;5/1")), IsEmpty());
  // The new day is in the balance, the old one is not.
  EXPECT_THAT(after_the_balance(on("20260630", "C/ZZ;5/1")), ElementsAre("V043 W 5/2 309"));
}

TEST(V043, OnlyABalanceWithASmallerNumberWasReleasedBefore) {
  Reports reports;
  reports.add({.number = 2}, {change("LD", "20260610", "A", "610:2K#")});
  reports.add({.number = 3, .date = "20260712"},
              {change("LD", "20260610", "A", "610:1K#", "C/ZZ;2/1")});
  reports.add({.number = 4, .date = "20260715", .period = "20250701/20260630", .kind = "M"},
              {line("PB", "610:5K#")});
  EXPECT_THAT(reports.found("V043"), IsEmpty());
}

TEST(V043, WhatIsNotAppliedChangesNoBalance) {
  EXPECT_THAT(after_the_balance("309:D/ZZ;2/9#"), IsEmpty());
}

TEST(V043, AnItemOfAListIsOfTheDayOfItsInventory) {
  EXPECT_THAT(after_the_balance("309:D/ZZ;3/1#"), ElementsAre("V043 W 5/2 309"));
  EXPECT_THAT(after_the_balance("309:D/ZZ;1/1#"), ElementsAre("V043 W 5/2 309"));
}

}  // namespace
}  // namespace accord::accounting::test
