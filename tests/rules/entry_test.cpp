#include <gmock/gmock.h>

#include "rules/given.h"

/// Rules about one entry by itself.
namespace accord::accounting::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string natural = "610:5K#";
const std::string low_enriched = "630:1000G#670:40G#";
/// Shipper, receiver and shipper's batch of an import.
const std::string from_abroad = "370:YY/YYB2#372:ZZ/ZZA1#447:B1#";

TEST(V020, AChangeOnTheFirstAndLastDayIsInThePeriod) {
  EXPECT_THAT(
      found({change("LD", "20260601", "A", natural), change("LD", "20260630", "B", natural)}),
      IsEmpty());
}

TEST(V020, ANewChangeOutsideThePeriodIsAnError) {
  EXPECT_THAT(
      found({change("LD", "20260531", "A", natural), change("LD", "20260701", "B", natural)},
            "V020"),
      ElementsAre("V020 E 1/1 412", "V020 E 1/2 412"));
}

TEST(V020, ACorrectionMayBeAboutAnotherPeriod) {
  EXPECT_THAT(found({change("LD", "20260312", "A", natural, "C/ZZ;1/1")}, "V020"), IsEmpty());
}

TEST(V020, AReportDatedBeforeItsEndIsAWarning) {
  EXPECT_THAT(Reports().add({.date = "20260629"}, {change("LD", "20260601", "A", natural)}).found(),
              ElementsAre("V020 W 1/0 3"));
  EXPECT_THAT(Reports().add({.date = "20260630"}, {change("LD", "20260601", "A", natural)}).found(),
              IsEmpty());
  EXPECT_THAT(
      Reports()
          .add({.date = "20260629", .period = "20260630", .kind = "P"}, {item("A", "N", natural)})
          .found(),
      ElementsAre("V020 W 1/0 3"));
}

TEST(V022, AnImportNamesItsShipperAndTheShippersBatch) {
  EXPECT_THAT(found({change("RF", "20260610", "A", "370:YY/YYB2#447:B1#" + natural)}), IsEmpty());
  EXPECT_THAT(found({change("RF", "20260610", "A", "372:ZZ/ZZA1#" + natural)}),
              ElementsAre("V022 E 1/1 370", "V022 E 1/1 447"));
}

TEST(V022, AShipmentNamesItsReceiver) {
  EXPECT_THAT(found({change("SD", "20260610", "A", "372:ZZ/ZZB1#" + natural)}), IsEmpty());
  EXPECT_THAT(found({change("SD", "20260610", "A", "370:ZZ/ZZA1#" + natural)}),
              ElementsAre("V022 E 1/1 372"));
}

TEST(V022, PartnersStandWithTransfersOnly) {
  EXPECT_THAT(found({change("RS", "20260610", "A", "447:B1#" + natural)}), IsEmpty());
  EXPECT_THAT(found({change("LD", "20260610", "A", from_abroad + natural)}),
              ElementsAre("V022 E 1/1 370", "V022 E 1/1 372", "V022 E 1/1 447"));
  EXPECT_THAT(found({change("SD", "20260610", "A", "372:ZZ/ZZB1#447:B1#" + natural)}),
              ElementsAre("V022 E 1/1 447"));
}

TEST(V022, ADeletionHasNoneOfThem) {
  EXPECT_THAT(found({"309:D/ZZ;1/1#411:RF#"}, "V022"), IsEmpty());
}

TEST(V023, EnrichedUraniumHasAnIsotopeWeight) {
  for (const std::string isotope : {"640:40G#", "660:40G#", "670:40G#"})
    EXPECT_THAT(found({change("LD", "20260610", "A", "630:1000G#" + isotope)}), IsEmpty());
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:1000G#650:40G#")}),
              ElementsAre("V023 E 1/1 630"));
  EXPECT_THAT(found({change("LD", "20260610", "A", "600:1000G#")}), ElementsAre("V023 E 1/1 600"));
}

TEST(V023, AnIsotopeIsNotMoreThanItsElement) {
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:40G#670:40G#")}), IsEmpty());
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:40G#670:40.000001G#")}),
              ElementsAre("V023 E 1/1 670"));
  EXPECT_THAT(found({change("LD", "20260610", "A", "700:40G#720:41G#")}),
              ElementsAre("V023 E 1/1 720"));
  EXPECT_THAT(found({change("LD", "20260610", "A", "620:1K#780:1001G#")}, "V023"),
              ElementsAre("V023 E 1/1 780"));
}

TEST(V023, ALossOfAnIsotopeIsNotBoundToTheLossOfItsElement) {
  for (const std::string code : {"LN", "NP", "DI"})
    EXPECT_THAT(found({change(code, "20260610", "A", "630:40G#670:41G#")}, "V023"), IsEmpty())
        << code;
}

TEST(V023, TheUnitIsThatOfTheLabel) {
  EXPECT_THAT(found({change("LD", "20260610", "A", "610:5000G#")}), ElementsAre("V023 E 1/1 610"));
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:1K#670:40G#")}),
              ElementsAre("V023 E 1/1 630"));
}

TEST(V023, ARoundingNeedsNoIsotope) {
  const std::string balance = "309:N#411:";
  EXPECT_THAT(Reports()
                  .add({.kind = "M"}, {balance + "RALD#630:0.4G#", balance + "PB#630:5G#670:1G#",
                                       balance + "PE#630:5G#"})
                  .found("V023"),
              ElementsAre("V023 E 1/3 630"));
}

TEST(V024, EnrichedUraniumIsAboveNatural) {
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:10000G#670:72.000001G#")}), IsEmpty());
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:10000G#670:72G#")}),
              ElementsAre("V024 E 1/1 630"));
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:10000G#640:40G#670:40G#")}), IsEmpty());
  EXPECT_THAT(found({change("LD", "20260610", "A", "630:10000G#660:70G#")}),
              ElementsAre("V024 E 1/1 630"));
}

TEST(V024, NaturalUraniumIsWithinItsLimits) {
  for (const std::string fissile : {"70G", "72G"})
    EXPECT_THAT(found({change("LD", "20260610", "A", "610:10K#770:" + fissile + "#")}), IsEmpty());
  for (const std::string fissile : {"69.999999G", "72.000001G"})
    EXPECT_THAT(found({change("LD", "20260610", "A", "610:10K#770:" + fissile + "#")}),
                ElementsAre("V024 E 1/1 610"));
}

TEST(V024, DepletedUraniumIsBelowNatural) {
  EXPECT_THAT(found({change("LD", "20260610", "A", "620:10K#780:69.999999G#")}), IsEmpty());
  EXPECT_THAT(found({change("LD", "20260610", "A", "620:10K#780:70G#")}),
              ElementsAre("V024 E 1/1 620"));
}

TEST(V024, LossesDifferencesAndCategoryChangesAreNoComposition) {
  for (const std::string code : {"LN", "NP", "DI"})
    EXPECT_THAT(found({change(code, "20260610", "A", "630:10000G#670:1G#")}, "V024"), IsEmpty())
        << code;
  EXPECT_THAT(found({change("DE", "20260610", "A", "620:5K#630:5000G#670:30G#")}), IsEmpty());
}

TEST(V024, AListIsCheckedToo) {
  EXPECT_THAT(Reports()
                  .add({.period = "20260630", .kind = "P"}, {item("A", "N", "630:100G#670:0.5G#")})
                  .found(),
              ElementsAre("V024 E 1/1 630"));
}

TEST(V025, ACategoryChangeHasTheWeightsOfItsTwoCategories) {
  EXPECT_THAT(found({change("NE", "20260610", "A", "610:5K#630:5000G#670:50G#")}), IsEmpty());
  EXPECT_THAT(found({change("NE", "20260610", "A", "610:5K#620:5K#")}),
              ElementsAre("V025 E 1/1 411"));
  EXPECT_THAT(found({change("NE", "20260610", "A", "610:5K#")}), ElementsAre("V025 E 1/1 411"));
  EXPECT_THAT(found({change("ND", "20260610", "A", "610:5K#620:5K#800:1K#")}),
              ElementsAre("V025 E 1/1 411"));
}

TEST(V025, UnifiedUraniumHasNoCategories) {
  Reports reports;
  reports.state.tables.areas.push_back({"ZZA1", "ZZFA", "", true, {}});
  reports.add({}, {change("NE", "20260610", "A", "610:5K#630:5000G#670:50G#")});
  EXPECT_THAT(reports.found(), ElementsAre("V025 E 1/1 411"));
}

TEST(V028, ItemMaterialHasItems) {
  const auto entry = [](const std::string& description, const std::string& items) {
    return "309:N#407:1#411:LD#412:20260610#430:" + description + "#446:A#469:M#470:" + items +
           "#610:5K#";
  };
  EXPECT_THAT(found({entry("F/U/N/B", "0")}), IsEmpty());
  EXPECT_THAT(found({entry("B/Q/2/F", "1")}), IsEmpty());
  EXPECT_THAT(found({entry("B/Q/2/F", "0")}), ElementsAre("V028 W 1/1 470"));
  EXPECT_THAT(found({entry("Q/S/A/A", "0")}), ElementsAre("V028 W 1/1 470"));
}

TEST(V029, AnAccidentalLossHasASpecialReport) {
  Reports reports;
  reports.add({}, {change("LA", "20260610", "A", natural), change("GA", "20260610", "B", natural)});
  EXPECT_THAT(reports.found(), ElementsAre("V029 W 1/1 411", "V029 W 1/2 411"));
  reports.state.tables.special_reports->push_back({"S1", "ZZA1", "A", {}, code("LA")});
  reports.state.tables.special_reports->push_back({"S2", "ZZA1", "B", {}, code("LA")});
  EXPECT_THAT(reports.found(), ElementsAre("V029 W 1/2 411"));
}

TEST(V029, WithoutATableOfSpecialReportsItIsNotApplied) {
  Reports reports;
  reports.state.tables.special_reports.reset();
  reports.add({}, {change("LA", "20260610", "A", natural)});
  EXPECT_THAT(reports.found(), IsEmpty());
  EXPECT_THAT(reports.state.left_out(), Contains("there is no special_reports.csv: V029"));
}

TEST(V029, WhatAnInventoryFindsIsNoAccident) {
  Reports reports;
  reports.state.tables.special_reports->push_back({"S1", "ZZA1", "A", {}, code("LA")});
  reports.add({}, {change("LA", "20260630", "A", natural)});
  EXPECT_THAT(reports.found(), IsEmpty());
  reports.add({.number = 2, .period = "20260630", .kind = "P"}, {item("B", "N", natural)});
  EXPECT_THAT(reports.found(), ElementsAre("V029 E 1/1 412"));
}

TEST(Entries, APlaceIsThatOfTheLabel) {
  Reports reports;
  reports.add({}, {change("LD", "20260610", "A", natural), change("LD", "20260702", "B", natural)});
  const auto findings = reports.state.findings();
  ASSERT_EQ(findings.size(), 1U);
  const std::string& text = *reports.state.reports[0].text;
  const std::size_t column = text.find("20260702") - text.find('\n');
  EXPECT_EQ(findings[0].place, (Place{2, static_cast<std::uint32_t>(column), 8}));
  EXPECT_EQ(findings[0].found, "2026-07-02");
  EXPECT_EQ(findings[0].expected, "20260601/20260630");
}

}  // namespace
}  // namespace accord::accounting::test
