#include "accounting/rules/not_applied.h"

#include <gmock/gmock.h>

#include "rules/given.h"

/// What a check did not look at is said: reporting chapter, 10 and 10.1, rule by rule.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Everything that may stand beside the reports.
Reports complete() {
  Reports out;
  out.state.tables.has_state = out.state.tables.has_uncertainties = true;
  out.state.tables.assessment_day = *parse_day("2026-08-01");
  return out;
}

TEST(NotApplied, NothingWhenAllTablesAreThere) {
  EXPECT_THAT(complete().state.left_out(), IsEmpty());
}

TEST(NotApplied, WithoutUncertaintiesNothingIsComparedWithThem) {
  Reports reports = complete();
  reports.state.tables.has_uncertainties = false;
  EXPECT_THAT(reports.state.left_out(),
              ElementsAre("there is no uncertainty.csv: V069 against σ(MUF)",
                          "there is no uncertainty.csv: V083"));
}

TEST(NotApplied, WithoutStateNothingIsKnownOfAreasAndOfToday) {
  Reports reports = complete();
  reports.state.tables.has_state = false;
  reports.state.tables.assessment_day.reset();
  EXPECT_THAT(
      reports.state.left_out(),
      ElementsAre("there is no state.json: V025 of areas that account for all uranium together",
                  "there is no state.json: V070 of inventories that no report names",
                  "there is no state.json: V082 of shipments without a receipt"));
}

TEST(NotApplied, AStateWithoutADayOfAssessmentHasNoToday) {
  Reports reports = complete();
  reports.state.tables.assessment_day.reset();
  EXPECT_THAT(
      reports.state.left_out(),
      ElementsAre("state.json gives no assessment_day: V070 of inventories that no report names",
                  "state.json gives no assessment_day: V082 of shipments without a receipt"));
}

TEST(NotApplied, OtherFormsHaveOtherRules) {
  Reports reports = complete();
  reports.state.tables.assessment_day.reset();
  reports.state.profile = *formats::find_profile("euratom-2025-974");
  const auto left_out = reports.state.left_out();
  EXPECT_THAT(left_out, testing::Contains(
                            "state.json gives no assessment_day: V091 since the last inventory"));
  EXPECT_THAT(left_out,
              testing::Contains("state.json gives no assessment_day: V093 since the last report"));
  reports.state.profile =
      *formats::find_profile("canada-regdoc-2.13.1");  // no notices, business days
  reports.state.tables.notices.reset();
  for (const std::string& line : reports.state.left_out())
    EXPECT_EQ(line.find("V085"), std::string::npos) << line;
  EXPECT_THAT(reports.state.left_out(),
              testing::Contains("state.json names no holidays: V090 for public holidays"));
}

TEST(NotApplied, AWeightWithoutARowIsNamed) {
  Reports reports = complete();
  const Given balance{"ZZA1", 1, "20260705", "20260601/20260630", "M"};
  reports.add(balance, {"309:N#411:MF#630:1G#670:1G#", "309:N#411:MF#610:1K#620:0K#"});
  reports.add({"ZZA1", 2}, {change("DI", "20260610", "A", "630:1G#")});
  EXPECT_THAT(
      reports.state.left_out(),
      ElementsAre(
          "uncertainty.csv has no σ(MUF) of ZZA1/610, ZZA1/630, ZZA1/670: V069 against σ(MUF)",
          "uncertainty.csv has no uncertainty of transfers of ZZA1/630: V083"));
  for (const int label : {610, 630, 670})
    reports.state.tables.muf.push_back(
        {"ZZA1", material::Kind{static_cast<std::uint16_t>(label)}, {}});
  reports.state.tables.transfers.push_back({"ZZA1", material::Kind{630}, {}, {}});
  EXPECT_THAT(reports.state.left_out(), IsEmpty());
}

TEST(NotApplied, OneLineForEachCause) {
  EXPECT_THAT(not_applied_lines({{"there is no a.csv", "V001", ""},
                                 {"there is no b.csv", "V002", "of one"},
                                 {"there is no b.csv", "V003", ""},
                                 {"there is no b.csv", "V004", ""}}),
              ElementsAre("there is no a.csv: V001 was not applied",
                          "there is no b.csv: V002 of one, V003 and V004 were not applied"));
}

}  // namespace
}  // namespace accord::accounting::test
