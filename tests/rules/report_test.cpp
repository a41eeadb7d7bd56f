#include <gmock/gmock.h>

#include "accounting/rules/rule_texts.h"
#include "rules/given.h"

/// Rules about reports, batches, exemptions and transfers.
namespace accord::accounting::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string natural = "610:5K#";

TEST(V005, NumbersOfAnAreaFollowOneAnother) {
  Reports reports;
  reports.add({.number = 1}, {change("LD", "20260610", "A", natural)});
  reports.add({.number = 2}, {change("LD", "20260611", "B", natural)});
  reports.add({.mba = "ZZA2", .number = 2}, {change("LD", "20260611", "B", natural)});
  EXPECT_THAT(reports.found("V005"), IsEmpty());
  reports.add({.number = 4}, {change("LD", "20260612", "C", natural)});
  EXPECT_THAT(reports.found("V005"), ElementsAre("V005 W 4/0 1"));
}

TEST(V005, TheLaterFileOfOneNumberIsWrong) {
  Reports reports;
  reports.add({.number = 7, .date = "20260706"}, {change("LD", "20260610", "A", natural)});
  reports.add({.number = 7, .date = "20260705"}, {change("LD", "20260611", "B", natural)});
  const auto findings = reports.state.findings();
  // The periods of the two overlap as well (V021).
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].rule, "V005");
  EXPECT_EQ(findings[0].severity, Severity::error);
  EXPECT_EQ(findings[0].file, "ZZA1-7-0.txt");
}

TEST(V090, ThirtyDaysAfterTheMonthOfTheEarliestChange) {
  const auto sent = [](const std::string& date, const std::string& status = "N") {
    return Reports()
        .add({.date = date}, {change("LD", "20260628", "A", natural),
                              change("LD", "20260601", "B", natural, status)})
        .found("V090");
  };
  EXPECT_THAT(sent("20260730"), IsEmpty());
  EXPECT_THAT(sent("20260731"), ElementsAre("V090 W 1/0 3"));
}

TEST(V090, CorrectionsHaveNoDueDay) {
  EXPECT_THAT(Reports()
                  .add({.date = "20261231"}, {change("LD", "20260601", "B", natural, "A/ZZ;0/3")})
                  .found("V090"),
              IsEmpty());
}

TEST(V090, ListsAndBalancesAreDueThirtyDaysAfterTheInventory) {
  for (const std::string kind : {"P", "M"}) {
    const auto sent = [&](const std::string& date) {
      const std::string entry =
          kind == "P" ? item("A", "N", natural) : std::string("309:N#411:PE#") + natural;
      return Reports()
          .add({.date = date, .period = "20250616/20260615", .kind = kind}, {entry})
          .found("V090");
    };
    EXPECT_THAT(sent("20260715"), IsEmpty()) << kind;
    EXPECT_THAT(sent("20260716"), ElementsAre("V090 W 1/0 3")) << kind;
  }
}

TEST(V090, AnEmptyListIsDueToo) {
  EXPECT_THAT(Reports()
                  .add({.date = "20260801", .period = "20260615", .kind = "P"}, {"309:U#"})
                  .found("V090"),
              ElementsAre("V090 W 1/0 3"));
}

TEST(V026, ABatchHasOneEntryOfACodeOnADay) {
  const std::string first = change("LD", "20260610", "A", natural);
  EXPECT_THAT(
      found({first, change("LD", "20260611", "A", natural), change("TW", "20260610", "A", natural),
             change("LD", "20260610", "B", natural)}),
      IsEmpty());
  EXPECT_THAT(found({first, change("TW", "20260610", "A", natural), first}, "V026"),
              ElementsAre("V026 E 1/3 446"));
}

TEST(V026, AReplacedEntryIsNotCounted) {
  Reports reports;
  reports.add({.number = 1}, {change("LD", "20260610", "A", natural)});
  reports.add({.number = 2}, {change("LD", "20260610", "A", "610:6K#", "C/ZZ;1/1")});
  EXPECT_THAT(reports.found("V026"), IsEmpty());
  reports.add({.number = 3}, {change("LD", "20260610", "A", "610:6K#")});
  EXPECT_THAT(reports.found("V026"), ElementsAre("V026 E 3/1 446"));
}

TEST(V026, AListHasABatchOnce) {
  const Given list{.number = 1, .period = "20260630", .kind = "P"};
  EXPECT_THAT(Reports().add(list, {item("A", "N", natural), item("B", "N", natural)}).found(),
              IsEmpty());
  EXPECT_THAT(Reports().add(list, {item("A", "N", natural), item("A", "N", "610:6K#")}).found(),
              ElementsAre("V026 E 1/2 446"));
  Reports two;
  two.add(list, {item("A", "N", natural)});
  two.add({.number = 2, .date = "20260801", .period = "20260731", .kind = "P"},
          {item("A", "T", natural)});
  EXPECT_THAT(two.found("V026"), IsEmpty());
}

TEST(V027, AnEarlierWeightIsOfABatchThatWasReported) {
  const Given list{.number = 1, .date = "20260530", .period = "20260430", .kind = "P"};
  const auto ship = [](const std::string& batch, const std::string& basis) {
    return "309:N#407:1#411:LD#412:20260610#430:F/U/N/B#446:" + batch + "#469:" + basis +
           "#470:1#" + natural;
  };
  const auto with = [&](const std::string& entry) {
    return Reports().add(list, {item("A", "N", natural)}).add({.number = 2}, {entry}).found("V027");
  };
  EXPECT_THAT(with(ship("A", "T")), IsEmpty());
  EXPECT_THAT(with(ship("A", "L")), IsEmpty());
  EXPECT_THAT(with(ship("B", "T")), ElementsAre("V027 E 2/1 469"));
  EXPECT_THAT(with(ship("B", "M")), IsEmpty());
  EXPECT_THAT(with(ship("A", "M")), ElementsAre("V027 W 2/1 469"));
  EXPECT_THAT(with(ship("A", "N")), ElementsAre("V027 W 2/1 469"));
}

TEST(V027, OtherWeightsAreANewMeasurement) {
  const Given list{.number = 1, .date = "20260530", .period = "20260430", .kind = "P"};
  const auto with = [&](const std::string& code, const std::string& weights) {
    return Reports()
        .add(list, {item("A", "N", natural)})
        .add({.number = 2}, {change(code, "20260610", "A", weights)})
        .found("V027");
  };
  EXPECT_THAT(with("LD", "610:4.9K#"), IsEmpty());
  EXPECT_THAT(with("LD", "610:5K#800:1K#"), IsEmpty());
  EXPECT_THAT(with("LD", "610:5.000K#"), ElementsAre("V027 W 2/1 469"));
  EXPECT_THAT(with("DI", "610:5K#"), IsEmpty());
}

TEST(V027, ALossIsNoStatementOfABatch) {
  Reports reports;
  reports.add({}, {change("LD", "20260610", "A", natural), change("TW", "20260611", "A", natural)});
  EXPECT_THAT(reports.found("V027"), IsEmpty());
}

TEST(V032, OneKilogramOfSpecialFissionableMaterialMayBeExempt) {
  EXPECT_THAT(found({change("EQ", "20260610", "A", "700:600G#"),
                     change("EQ", "20260611", "B", "630:1000G#670:400G#")}),
              IsEmpty());
  EXPECT_THAT(found({change("EQ", "20260610", "A", "700:600G#"),
                     change("EQ", "20260611", "B", "630:1000G#670:400.000001G#")}),
              ElementsAre("V032 E 1/2 411"));
  // 500 kg at 2 per cent: 500 × 5 × 0.0004 = 1 kg.
  EXPECT_THAT(found({change("EQ", "20260610", "A", "630:500000G#670:10000G#")}), IsEmpty());
  EXPECT_THAT(found({change("EQ", "20260610", "A", "630:500000G#670:10000.000001G#")}),
              ElementsAre("V032 E 1/1 411"));
}

TEST(V032, SourceMaterialHasLimitsOfItsOwn) {
  EXPECT_THAT(found({change("EQ", "20260610", "A", "610:9000K#"),
                     change("EQ", "20260611", "B", "620:1000K#780:5001G#"),
                     change("EQ", "20260612", "C", "620:20000K#"),
                     change("EQ", "20260613", "D", "800:20000K#")}),
              IsEmpty());
  EXPECT_THAT(found({change("EQ", "20260610", "A", "610:9000K#"),
                     change("EQ", "20260611", "B", "620:1000.1K#780:5001G#"),
                     change("EQ", "20260612", "C", "620:20000K#780:100000G#"),
                     change("EQ", "20260613", "D", "620:0.1K#"),
                     change("EQ", "20260614", "E", "800:20000.1K#")}),
              ElementsAre("V032 E 1/2 411", "V032 E 1/4 411", "V032 E 1/5 411"));
}

TEST(V032, AnEndedExemptionMakesRoomOnItsDay) {
  EXPECT_THAT(found({change("EQ", "20260610", "A", "700:1000G#"),
                     change("EQ", "20260611", "B", "700:500G#"),
                     change("DQ", "20260611", "A", "700:500G#")}),
              IsEmpty());
  EXPECT_THAT(found({change("EQ", "20260610", "A", "700:1000G#"),
                     change("EQ", "20260611", "B", "700:500G#"),
                     change("DQ", "20260612", "A", "700:500G#")}),
              ElementsAre("V032 E 1/2 411"));
}

TEST(V032, ExemptionsOfAllAreasOfAStateAreAddedUp) {
  Reports reports;
  reports.add({}, {change("EQ", "20260610", "A", "700:600G#")});
  reports.add({.mba = "ZZB1"}, {change("EQ", "20260611", "A", "700:600G#")});
  reports.add({.mba = "YYB1", .country = "YY"}, {change("EQ", "20260611", "A", "700:900G#")});
  ASSERT_EQ(reports.state.findings().size(), 1U);
  EXPECT_EQ(reports.state.findings()[0].mba, "ZZB1");
  EXPECT_EQ(reports.state.findings()[0].found, "1.2000 kg");
}

std::string import(const std::string& day, const std::string& batch, const std::string& weights,
                   const std::string& shippers = "X1") {
  return change("RF", day, batch, "370:YY/YYB1#447:" + shippers + "#" + weights);
}
std::string exported(const std::string& day, const std::string& batch, const std::string& weights) {
  return change("SF", day, batch, "372:YY/YYB1#" + weights);
}

TEST(V085, MoreThanOneEffectiveKilogramNeedsANotice) {
  EXPECT_THAT(found({import("20260610", "A", "700:1000G#")}), IsEmpty());
  EXPECT_THAT(found({import("20260610", "A", "700:1000.1G#")}), ElementsAre("V085 W 1/1 411"));
  EXPECT_THAT(found({exported("20260610", "A", "620:20001K#")}), ElementsAre("V085 W 1/1 411"));
  // The receipt of an area inside the State needs none.
  EXPECT_THAT(found({change("RD", "20260610", "A", "370:ZZ/ZZB1#447:X1#700:1001G#")}, "V085"),
              IsEmpty());
}

TEST(V085, TheNoticeIsOfTheAreaTheBatchAndTheDirection) {
  Reports reports;
  reports.add({}, {import("20260610", "A", "700:2000G#"), exported("20260611", "B", "700:2000G#")});
  reports.state.tables.notices->push_back({true, "ZZA1", "A", "YY", {}});
  reports.state.tables.notices->push_back({true, "ZZA1", "B", "YY", {}});
  reports.state.tables.notices->push_back({false, "ZZA2", "B", "YY", {}});
  EXPECT_THAT(reports.found(), ElementsAre("V085 W 1/2 411"));
}

TEST(V085, SmallTransfersAreAddedUpOverThreeMonths) {
  const auto second = [](const std::string& period, const std::string& date,
                         const std::string& entry) {
    return Reports()
        .add({}, {exported("20260610", "A", "700:600G#")})
        .add({.number = 2, .date = date, .period = period}, {entry})
        .found("V085");
  };
  EXPECT_THAT(second("20260901/20260930", "20261005", exported("20260909", "B", "700:600G#")),
              ElementsAre("V085 W 2/1 411"));
  EXPECT_THAT(second("20260901/20260930", "20261005", exported("20260910", "B", "700:600G#")),
              IsEmpty());
  EXPECT_THAT(second("20260701/20260731", "20260805", exported("20260701", "B", "700:400G#")),
              IsEmpty());
  EXPECT_THAT(second("20260701/20260731", "20260805",
                     change("SF", "20260701", "B", "372:XX/XXB1#700:600G#")),
              IsEmpty());
  EXPECT_THAT(second("20260701/20260731", "20260805", import("20260701", "B", "700:600G#")),
              IsEmpty());
}

TEST(V085, WithoutATableOfNoticesItIsNotApplied) {
  Reports reports;
  reports.state.tables.notices.reset();
  reports.add({}, {import("20260610", "A", "700:2000G#")});
  EXPECT_THAT(reports.found(), IsEmpty());
  EXPECT_THAT(reports.state.left_out(), Contains("there is no notices.csv: V085"));
}

TEST(V084, AnUnknownBatchIsShownWithItsCandidates) {
  Reports reports;
  reports.add({}, {import("20260610", "A", natural, "UNKNOWN"), import("20260611", "B", natural)});
  EXPECT_THAT(reports.found(), ElementsAre("V084 W 1/1 447"));
  EXPECT_EQ(reports.state.findings()[0].expected, "");
  reports.add({.mba = "YYB1", .country = "YY"},
              {change("SF", "20260605", "Y7", "372:ZZ/ZZA1#" + natural)});
  const auto findings = reports.state.findings();
  const auto unknown = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding& f) { return f.rule == "V084"; });
  ASSERT_NE(unknown, findings.end());
  EXPECT_THAT(unknown->expected, testing::HasSubstr("YYB1 report 1, entry 1"));
}

TEST(RuleTexts, EachRuleOfTheProfileIsExplained) {
  for (const RuleSeverity& s : formats::code10_profile().severities) {
    const RuleText* text = rule_text(s.rule.substr(0, 4));
    ASSERT_NE(text, nullptr) << s.rule;
    EXPECT_FALSE(text->meaning.empty() || text->compares.empty() || text->remedy.empty() ||
                 text->source.empty())
        << s.rule;
  }
  EXPECT_EQ(rule_text("V009"), nullptr);
  EXPECT_TRUE(std::is_sorted(rule_texts().begin(), rule_texts().end(),
                             [](const auto& a, const auto& b) { return a.rule < b.rule; }));
  EXPECT_EQ(rule_texts().back().rule, "V093");
}

/// Which profile has a rule: reporting chapter, sections 4.2, 5 and 10.
TEST(RuleTexts, AProfileHasTheRulesOfItsForm) {
  const auto in = [](std::string_view rule, std::string_view id) {
    return severity_in(rule, *formats::find_profile(id));
  };
  const std::string_view code10 = "iaea-code10-labelled-2011", euratom = "euratom-302-2005",
                         later = "euratom-2025-974", uk = "uk-nsr-2019",
                         canada = "canada-regdoc-2.13.1";
  for (const auto id : {euratom, uk, canada}) EXPECT_EQ(in("V093", id), std::nullopt) << id;
  EXPECT_EQ(in("V093", later), Severity::error);
  for (const auto id : {euratom, later, uk, canada}) {
    EXPECT_EQ(in("V008", id), std::nullopt) << id;       // the letter O in codes of 430
    EXPECT_EQ(in("V065", id), Severity::error) << id;    // MUF is booked
    EXPECT_EQ(in("V091", id), Severity::warning) << id;  // an inventory each year
  }
  EXPECT_EQ(in("V065", code10), std::nullopt);
  EXPECT_EQ(in("V042", code10), std::nullopt);  // check values
  EXPECT_EQ(in("V042", euratom), Severity::error);
  EXPECT_EQ(in("V005 gap", code10), Severity::warning);
  EXPECT_EQ(in("V005 gap", euratom), Severity::error);  // “no gaps”
  EXPECT_EQ(in("V005 gap", canada), std::nullopt);
  EXPECT_EQ(in("V005", canada), Severity::error);
  EXPECT_EQ(in("V029", euratom), Severity::error);  // a special report is required
  EXPECT_EQ(in("V029", code10), Severity::warning);
}

TEST(RuleTexts, APartBelongsToARule) {
  for (const RulePart& part : rule_parts())
    EXPECT_NE(rule_text(part.rule.substr(0, 4)), nullptr) << part.rule;
  // Each part that a profile names has its words.
  for (const std::string_view id : formats::profile_ids())
    for (const RuleSeverity& s : formats::find_profile(id)->severities)
      EXPECT_TRUE(s.rule.size() == 4 ||
                  std::any_of(rule_parts().begin(), rule_parts().end(),
                              [&](const RulePart& part) { return part.rule == s.rule; }))
          << id << " " << s.rule;
}

}  // namespace
}  // namespace accord::accounting::test
