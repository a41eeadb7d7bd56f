#include <gmock/gmock.h>

#include "agreement/explain/explain.h"
#include "given.h"

namespace accord::agreement {
namespace {

using ::testing::HasSubstr;

const std::string frame = R"(
  party a "A"
  party b "B"
  party both "Both" = { a, b }
  body v "Verifier"
  measure x "x" amount kg
  measure y "y" amount t
  measure sum "sum" amount kg = x + 2 * y
  measure rest "rest" amount kg = x - y
  measure share "share" amount % = x / y
  measure nested "nested" amount kg = sum + x
  measure catch "catch" flow t
  measure other "other catch" flow t
  measure all "all" flow t = catch + other
)";

Given text(const std::string& rule, const std::vector<std::string>& facts,
           const std::string& from = "2030-01-01") {
  return Given(
      frame + "term T \"T\" { obliges a verifier v from " + from + " without end " + rule + " }",
      facts);
}

TEST(Sums, PartsAreWeightedConvertedAndTheLastKnown) {
  const Given g =
      text("limit sum <= 2100 kg", {"x = 100 kg on 2030-01-01", "y = 1 t on 2030-03-01"});
  EXPECT_EQ(g.on("2030-03-02"), "met");
  const Finding f = g.finding("2030-03-02");
  EXPECT_EQ(f.rules.at(0).comparison->value_shown, "2100 kg");
  EXPECT_EQ(f.age_days, 60);  // of the oldest part
  EXPECT_EQ(f.rules[0].evidence.size(), 2U);
  EXPECT_EQ(text("limit sum <= 2099.9 kg", {"x = 100 kg on 2030-01-01", "y = 1 t on 2030-03-01"})
                .on("2030-03-02"),
            "exceeded");
  EXPECT_EQ(text("limit nested == 2200 kg", {"x = 100 kg on 2030-01-01", "y = 1 t on 2030-03-01"})
                .on("2030-03-02"),
            "met");
}

TEST(Sums, WithAPartMissingASumIsAtLeastAndNeverMet) {
  const Given below = text("limit sum <= 150 kg", {"x = 100 kg on 2030-01-01"});
  EXPECT_EQ(below.on("2030-02-01"), "no_value");
  const Finding f = below.finding("2030-02-01");
  EXPECT_EQ(f.rules.at(0).comparison->value_shown, "at least 100 kg");
  EXPECT_THAT(f.rules[0].reason, HasSubstr("no record about “y”"));
  EXPECT_EQ(text("limit sum <= 99 kg", {"x = 100 kg on 2030-01-01"}).on("2030-02-01"), "exceeded");
  EXPECT_EQ(text("limit sum >= 50 kg", {"x = 100 kg on 2030-01-01"}).on("2030-02-01"), "no_value");
  EXPECT_EQ(
      text("limit sum <= 150 kg", {"x = 100 kg on 2030-01-01", "no access to y on 2030-01-05"})
          .on("2030-02-01"),
      "not_verifiable_no_access");
}

TEST(Sums, EqualRecordsOfAPartLeaveTheSumOpenOnlyIfItsStatesDiffer) {
  const auto state = [](const std::string& rule, const std::vector<std::string>& more) {
    std::vector<std::string> facts = {"x = 40 kg on 2030-01-01", "x = 100 kg on 2030-01-01"};
    facts.insert(facts.end(), more.begin(), more.end());
    return text(rule, facts).on("2030-02-01");
  };
  EXPECT_EQ(state("limit sum <= 50 kg", {}), "undetermined");  // at least 40, or at least 100
  EXPECT_EQ(state("limit sum <= 30 kg", {}), "exceeded");
  EXPECT_EQ(state("limit sum <= 150 kg", {}), "no_value");
  EXPECT_EQ(state("limit sum == 2050 kg", {"y = 1 t on 2030-01-01"}), "exceeded");
  EXPECT_EQ(state("limit sum <= 2090 kg", {"y = 1 t on 2030-01-01"}), "undetermined");
  EXPECT_EQ(state("limit sum <= 2100 kg", {"y <= 1 t on 2030-01-01"}), "met_attested");
  // One record stands for every place in which the part occurs: 80 or 200, never 140.
  EXPECT_EQ(state("limit nested == 2140 kg", {"y = 1 t on 2030-01-01"}), "exceeded");
  EXPECT_EQ(state("limit share <= 3 %", {"y = 1 t on 2030-01-01"}), "exceeded");
  EXPECT_EQ(state("limit share <= 5 %", {"y = 1 t on 2030-01-01"}), "undetermined");
}

TEST(Sums, WithAMinusOrAShareAMissingPartGivesNoValue) {
  EXPECT_EQ(text("limit rest <= 10 kg", {"x = 5000 kg on 2030-01-01"}).on("2030-02-01"),
            "no_value");
  EXPECT_EQ(text("limit rest <= 4000 kg", {"x = 5000 kg on 2030-01-01", "y = 1 t on 2030-01-01"})
                .on("2030-02-01"),
            "met");
  EXPECT_EQ(text("limit share >= 20 %", {"x = 250 kg on 2030-01-01"}).on("2030-02-01"), "no_value");
  EXPECT_EQ(
      text("limit share >= 20 %", {"x = 250 kg on 2030-01-01", "no access to y on 2030-01-02"})
          .on("2030-02-01"),
      "not_verifiable_no_access");
}

TEST(Sums, AShareIsInPerCentWithUnitsConverted) {
  const std::vector<std::string> facts{"x = 250 kg on 2030-01-01", "y = 1 t on 2030-01-01"};
  EXPECT_EQ(text("limit share >= 25 %", facts).on("2030-02-01"), "met");
  EXPECT_EQ(text("limit share > 25 %", facts).on("2030-02-01"), "exceeded");
  EXPECT_EQ(
      text("limit share >= 25 %", facts).finding("2030-02-01").rules.at(0).comparison->value_shown,
      "25 %");
  EXPECT_EQ(text("limit share >= 25 %", {"x = 250 kg on 2030-01-01", "y = 0 t on 2030-01-01"})
                .on("2030-02-01"),
            "no_value");
}

TEST(Sums, AnAttestedPartMakesTheSumARange) {
  const std::vector<std::string> facts{"x = 100 kg on 2030-01-01", "y <= 1 t on 2030-01-01"};
  EXPECT_EQ(text("limit sum <= 2100 kg", facts).on("2030-02-01"), "met_attested");
  EXPECT_EQ(text("limit sum <= 2000 kg", facts).on("2030-02-01"), "no_value");
  EXPECT_EQ(text("limit sum < 100 kg", facts).on("2030-02-01"), "exceeded");
}

TEST(Sums, FiguresOfJointlyObligedMembersAddUp) {
  const auto joint = [](const std::vector<std::string>& facts) {
    return Given(
        frame +
            "term T \"T\" { obliges jointly both verifier v from 2030-01-01 without end limit x "
            "<= 100 kg }",
        facts);
  };
  EXPECT_EQ(
      joint({"x = 60 kg on 2030-01-01 by a", "x = 40 kg on 2030-01-02 by b"}).on("2030-02-01"),
      "met");
  EXPECT_EQ(
      joint({"x = 60 kg on 2030-01-01 by a", "x = 41 kg on 2030-01-02 by b"}).on("2030-02-01"),
      "exceeded");
  EXPECT_EQ(joint({"x = 60 kg on 2030-01-01 by a"}).on("2030-02-01"), "no_value");
  EXPECT_EQ(joint({"x = 101 kg on 2030-01-01 by a"}).on("2030-02-01"), "exceeded");
  EXPECT_EQ(joint({"x = 90 kg on 2030-01-01 by both"}).on("2030-02-01"), "met");
  EXPECT_EQ(joint({"x = 90 kg on 2030-01-01"}).on("2030-02-01"), "met");
  const Finding f = joint({"x = 90 kg on 2030-01-01"}).finding("2030-02-01");
  EXPECT_EQ(f.party, (std::vector<std::string>{"a", "b"}));
}

TEST(Sums, EachPartyIsJudgedFromItsOwnRecordsAndThoseThatNameNone) {
  const Given g(
      frame +
          "term T \"T\" { obliges each both verifier v from 2030-01-01 without end limit x "
          "<= 100 kg }",
      {"x = 60 kg on 2030-01-01 by a", "x = 200 kg on 2030-01-01 by b"});
  EXPECT_EQ(g.of("a", "2030-02-01"), "met");
  EXPECT_EQ(g.of("b", "2030-02-01"), "exceeded");
  EXPECT_EQ(g.evaluator().subjects().size(), 2U);
  EXPECT_EQ(g.finding("2030-02-01", {}, "T", "b").id, "F-T@b");
}

TEST(Sums, NumbersTooLargeToCompareGiveNoValue) {
  const Given g(R"(
    party a "A"
    unit u "u" with 999999999999999 u = 0.000000001 w
    unit w "w" with 999999999999999 w = 0.000000001 z
    unit z "z"
    measure m "m" amount z
    term T "T" { obliges a verifier none from 2030-01-01 without end limit m <= 0.000000001 u }
  )",
                {"m = 999999999999999 z on 2030-01-01"});
  EXPECT_EQ(g.on("2030-02-01"), "no_value");
}

// --- flows
// ------------------------------------------------------------------------------------------

TEST(Flows, ACapIsExceededAtOnceAndOtherwiseMetSoFar) {
  const Given g = text("limit catch per year <= 100 t",
                       {"catch = 60 t on 2030-03-01", "catch = 40 t on 2030-06-01",
                        "catch = 1 t on 2030-09-01", "catch = 50 t on 2031-02-01"});
  EXPECT_EQ(g.on("2030-02-01", "2031-12-31"), "no_value");
  EXPECT_EQ(g.on("2030-06-01", "2031-12-31"), "met");
  EXPECT_EQ(g.on("2030-09-01", "2031-12-31"), "exceeded");
  EXPECT_EQ(g.on("2030-12-31", "2031-12-31"), "exceeded");
  EXPECT_EQ(g.on("2031-01-01", "2031-12-31"), "no_value");
  EXPECT_EQ(g.on("2031-02-01", "2031-12-31"), "met");
  EXPECT_EQ(g.finding("2030-09-01", "2031-12-31").rules.at(0).comparison->value_shown, "101 t");
}

TEST(Flows, PeriodsMayBeCountedFromADay) {
  const Given g = text(
      "limit catch per year from 2030-02-05 <= 10 t",
      {"catch = 11 t on 2030-02-01", "catch = 10 t on 2030-02-05", "catch = 10 t on 2031-02-05"});
  EXPECT_EQ(g.on("2030-02-04", "2031-12-31"), "not_due");
  EXPECT_EQ(g.on("2030-02-05", "2031-12-31"), "met");
  EXPECT_EQ(g.on("2031-02-04", "2031-12-31"), "met");
  EXPECT_EQ(g.on("2031-02-05", "2031-12-31"), "met");
}

TEST(Flows, WithoutPeriodTheSumIsSinceTheStart) {
  const Given g = text(
      "limit catch <= 100 t",
      {"catch = 60 t on 2029-12-31", "catch = 60 t on 2030-03-01", "catch = 41 t on 2031-06-01"});
  EXPECT_EQ(g.on("2030-03-01", "2032-01-01"), "met");
  EXPECT_EQ(g.on("2031-06-01", "2032-01-01"), "exceeded");
}

TEST(Flows, AFloorIsJudgedOnTheLastCompletePeriod) {
  const Given g = text(
      "limit catch per year >= 100 t",
      {"catch = 60 t on 2030-03-01", "catch = 30 t on 2030-12-31", "catch = 100 t on 2031-06-01"});
  EXPECT_EQ(g.on("2030-12-31", "2033-01-01"), "not_due");
  EXPECT_EQ(g.on("2031-01-01", "2033-01-01"), "exceeded");
  EXPECT_EQ(g.on("2031-06-01", "2033-01-01"), "met");
  EXPECT_EQ(g.on("2032-01-01", "2033-01-01"), "met");
  EXPECT_EQ(g.on("2033-01-01", "2033-01-01"), "no_value");
}

TEST(Flows, TheWordsOfAFloorAreThoseOfAMinimum) {
  const Given g = text("limit catch per month >= 100 t",
                       {"catch = 60 t on 2030-01-10", "catch = 45 t on 2030-01-25",
                        "catch = 70 t on 2030-02-12", "catch = 110 t on 2030-03-05"});
  const auto said = [&](const char* day) {
    return sentence(*g.finding(day, "2030-12-31").rules.at(0).comparison);
  };
  EXPECT_EQ(g.on("2030-02-20", "2030-12-31"), "met");  // January; February has not ended
  EXPECT_EQ(said("2030-02-20"),
            "105 t against 100 t: 5 t above the minimum, 1.05 times the minimum");
  EXPECT_EQ(g.on("2030-03-04", "2030-12-31"), "exceeded");
  EXPECT_EQ(said("2030-03-04"), "70 t, short of 100 t by 30 t, 0.70 times the minimum");
  EXPECT_EQ(g.finding("2030-03-04", "2030-12-31").rules.at(0).period->last, d("2030-02-28"));
  EXPECT_EQ(said("2030-03-05"),
            "110 t against 100 t: 10 t above the minimum, 1.10 times the minimum");
}

TEST(Flows,
     WhatCameBeforeTheTermBeganIsNotOfIt) {  // agreement-2.md 3.3: not before the start of the term
  const Given g = text("limit catch per month <= 100 t",
                       {"catch = 90 t on 2030-01-02", "catch = 20 t on 2030-01-20"}, "2030-01-15");
  EXPECT_EQ(g.on("2030-01-31"), "met");
  EXPECT_EQ(g.finding("2030-01-31").rules.at(0).comparison->value_shown, "20 t");
}

TEST(Flows, ExactlyZeroIsACapOfZero) {  // agreement-2.md 3.3
  const Given g = text("limit catch per month == 0 t", {"catch = 0 t on 2030-02-16"});
  EXPECT_EQ(g.on("2030-01-20", "2030-12-31"), "no_value");
  EXPECT_EQ(g.on("2030-02-20", "2030-12-31"), "met");
  EXPECT_EQ(g.on("2030-03-05", "2030-12-31"), "no_value");
  EXPECT_EQ(text("limit catch per month == 0 t", {"catch = 1 t on 2030-02-16"}).on("2030-02-20"),
            "exceeded");
}

TEST(Flows, TheLastPeriodStandsBesideTheRunningOne) {  // agreement-2.md 8
  const Given g = text("limit catch per month <= 0 t", {"catch = 3 t on 2030-02-16"}, "2030-02-10");
  EXPECT_EQ(g.on("2030-02-20", "2030-12-31"), "exceeded");
  EXPECT_FALSE(g.finding("2030-02-28", "2030-12-31").rules.at(0).last_period);
  EXPECT_EQ(g.on("2030-03-01", "2030-12-31"), "no_value");
  const auto last = g.finding("2030-03-01", "2030-12-31").rules.at(0).last_period;
  ASSERT_TRUE(last);
  EXPECT_EQ(last->days.first, d("2030-02-10"));  // not before the start of the term
  EXPECT_EQ(sentence(*last), "2030-02: exceeded, 3 t against 0 t");
  EXPECT_EQ(sentence(*g.finding("2030-04-01", "2030-12-31").rules.at(0).last_period),
            "2030-03: no value");
  const Given counted =
      text("limit catch per month from 2030-01-15 <= 2 t", {"catch = 1 t on 2030-01-20"});
  EXPECT_EQ(sentence(*counted.finding("2030-02-20").rules.at(0).last_period),
            "2030-01-15..2030-02-14: met, 1 t against 2 t");
}

TEST(Flows, ASumOfFlowsWithAMissingPartIsAtLeast) {
  EXPECT_EQ(text("limit all per year <= 18 t", {"catch = 10 t on 2030-03-01"}).on("2030-04-01"),
            "no_value");
  EXPECT_EQ(text("limit all per year <= 18 t",
                 {"catch = 10 t on 2030-03-01", "other = 8 t on 2030-03-01"})
                .on("2030-04-01"),
            "met");
  EXPECT_EQ(text("limit all per year <= 18 t", {"catch = 19 t on 2030-03-01"}).on("2030-04-01"),
            "exceeded");
}

TEST(Flows, OfAJointQuotaAllThatWasDeliveredAddsUpWhoeverItIsRecordedFor) {
  const auto joint = [](const std::vector<std::string>& facts) {
    return Given(frame +
                     "term T \"T\" { obliges jointly both verifier v from 2030-01-01 without end "
                     "limit catch per year <= 7 t }",
                 facts)
        .on("2030-06-01");
  };
  EXPECT_EQ(joint({"catch = 3 t on 2030-01-15 by a", "catch = 5 t on 2030-02-15"}), "exceeded");
  EXPECT_EQ(joint({"catch = 5 t on 2030-01-15", "catch = 3 t on 2030-02-15 by a"}), "exceeded");
  EXPECT_EQ(joint({"catch = 5 t on 2030-01-15", "catch = 2 t on 2030-02-15 by a"}), "met");
  EXPECT_EQ(joint({"catch = 2 t on 2030-02-15 by a"}), "no_value");  // of b nothing is known
}

TEST(Flows, ACorrectionReplacesAndASecondAccountIsNotAddedTwice) {
  Given g = text("limit catch per year <= 100 t",
                 {"catch = 110 t on 2030-03-01", "catch = 90 t on 2030-03-01 known 2030-03-10"});
  EXPECT_EQ(g.on("2030-03-09", "2030-03-09"), "exceeded");
  EXPECT_EQ(g.on("2030-03-10"), "met");
  Given two = text("limit catch per year <= 100 t",
                   {"catch = 60 t on 2030-03-01", "catch = 60 t on 2030-03-01 grade declared"});
  EXPECT_EQ(two.on("2030-03-10"), "met");  // two accounts of one day: the verified one stands
  for (int i : {0, 1}) {
    two.records.origins[static_cast<std::size_t>(i)].file = "deliveries.csv";
    two.records.origins[static_cast<std::size_t>(i)].id = i == 0 ? "D1" : "D2";
    two.records.observations[static_cast<std::size_t>(i)].head.grade = Grade::verified;
  }
  EXPECT_EQ(two.on("2030-03-10"), "exceeded");  // two rows of one table: two deliveries
}

}  // namespace
}  // namespace accord::agreement
