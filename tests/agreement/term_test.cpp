#include <gmock/gmock.h>

#include "given.h"

namespace accord::agreement {
namespace {

using ::testing::HasSubstr;

const std::string frame = R"(
  party a "A"
  party b "B"
  party c "C"
  party both "Both" = { a, b }
  body v "Verifier"
  event e "E"
  event asked "Asked"
  event ratified "Ratified"
  measure stock "stock" amount kg
  measure other "other" amount kg
  measure share "share" amount %
  question Q "Open?" { arises from asked answer yes_it_is "yes" by a answer no_it_is_not "no" by { b, c } }
)";

Given text(const std::string& items, const std::vector<std::string>& facts) {
  return Given(frame + items, facts);
}

std::string term(const std::string& more, const std::string& from = "2020-01-01 without end") {
  return "term T \"T\" { obliges a verifier v from " + from + " limit stock <= 100 kg " + more +
         " }";
}

const std::string below = "stock = 90 kg on 2020-01-01";

// --- the order of chapter 5.1
// -----------------------------------------------------------------------

TEST(Term, StepsComeInTheOrderOfTheChapter) {
  const std::string items = term("while event e", "2020-01-01 for 5 years") + R"(
    waiver W "W" { of T by v decided 2020-01-01 from 2021-01-01 without end }
    amendment M "M" { decided 2020-01-01 effective 2023-01-01 repeal T })";
  const Given g = text(items, {below});
  EXPECT_EQ(g.on("2019-12-31", "2030-01-01"), "not_in_force");
  EXPECT_EQ(g.on("2020-06-01", "2030-01-01"), "not_in_force");  // the condition
  EXPECT_EQ(g.on("2021-01-01", "2030-01-01"), "waived");        // before the condition is looked at
  EXPECT_EQ(g.on("2023-01-01", "2030-01-01"), "terminated");    // before the waiver
  EXPECT_EQ(g.on("2026-01-01", "2030-01-01"), "terminated");    // before the sunset
  EXPECT_THAT(g.finding("2021-01-01", "2030-01-01").reason,
              HasSubstr("waived by Verifier, decided on 2020-01-01: W (“W”)"));
  EXPECT_THAT(g.finding("2023-01-01", "2030-01-01").reason,
              HasSubstr("ended by M (“M”), decided on 2020-01-01"));
}

TEST(Term, TheWorstRuleDecidesAndAllAreListed) {
  const Given g = text(term("limit other <= 100 kg"), {below});
  const Finding f = g.finding("2020-02-01");
  EXPECT_EQ(f.state, State::no_value);
  ASSERT_EQ(f.rules.size(), 2U);
  EXPECT_EQ(f.deciding_rule, 1U);
  EXPECT_EQ(f.rules[0].state, State::met);
  EXPECT_EQ(f.rules[0].rule, "limit stock <= 100 kg");
  EXPECT_EQ(text(term("limit other <= 100 kg"), {"stock = 101 kg on 2020-01-01"}).on("2020-02-01"),
            "exceeded");
}

TEST(Term, AnUnknownStartIsNotInForceWithTheReason) {
  const Finding f = text(term("", "event e for 15 years"), {below}).finding("2020-02-01");
  EXPECT_EQ(f.state, State::not_in_force);
  EXPECT_EQ(f.reason, "start day not known: “E” is not on record");
  EXPECT_FALSE(f.in_force_from);
  const Finding known = text(term("", "event e for 15 years"), {below, "event e on 2020-01-16"})
                            .finding("2020-02-01");
  EXPECT_EQ(known.in_force_from, d("2020-01-16"));
  EXPECT_EQ(known.in_force_until, d("2035-01-16"));
  ASSERT_EQ(known.basis.size(), 1U);
  EXPECT_EQ(known.basis[0].says, "E");
}

TEST(Term, AnEndThatWaitsForAnEventIsToldAndNotGuessed) {  // agreement-2.md 11
  const std::string until = "2020-01-01 until latest(2021-01-01, event e + 1 year)";
  const Given waits = text(term("", until), {below});
  EXPECT_EQ(waits.on("2020-12-31"), "met");
  EXPECT_EQ(waits.on("2021-01-01"), "undetermined");
  const Finding f = waits.finding("2021-01-01");
  EXPECT_EQ(f.end_not_before, d("2021-01-01"));
  EXPECT_FALSE(f.in_force_until);
  ASSERT_EQ(f.end_waits_for.size(), 1U);
  EXPECT_EQ(f.reason, "whether it still applies is not known: its end waits for “" +
                          f.end_waits_for[0] + "”");
  const Given came = text(term("", until), {below, "event e on 2020-06-01"});
  EXPECT_EQ(came.on("2021-05-31"), "met");
  EXPECT_EQ(came.on("2021-06-01"), "sunset");
  // A plain event has not come; `earliest` leaves out what is not known.
  EXPECT_EQ(text(term("", "2020-01-01 until event e"), {below}).on("2030-01-01"), "met");
  EXPECT_EQ(
      text(term("", "2020-01-01 until earliest(2022-01-01, latest(2021-01-01, event e))"), {below})
          .on("2021-06-01"),
      "met");
  const Given waiver =
      text(term("", "2020-01-01 without end") +
               " waiver W \"W\" { of T by v decided 2020-01-01 from 2020-02-01 until " +
               "latest(2020-03-01, event e) }",
           {below});
  EXPECT_EQ(waiver.on("2020-02-29"), "waived");
  EXPECT_EQ(waiver.on("2020-03-01"), "undetermined");
}

TEST(Term, AnOwnEventGivesEachPartyItsOwnDay) {
  const Given g =
      text(R"(term T "T" { obliges each both verifier v from own event ratified without end
                          duty e by own event ratified + 30 days })",
           {"event ratified on 2020-01-01 by a", "event ratified on 2020-06-01 by b"});
  EXPECT_EQ(g.of("a", "2020-02-01"), "overdue");
  EXPECT_EQ(g.of("b", "2020-02-01"), "not_in_force");
  EXPECT_EQ(g.of("b", "2020-07-01"), "not_due");
  EXPECT_EQ(g.of("b", "2020-07-02"), "overdue");
}

TEST(Term, TheFindingCarriesTheWeakestGradeAndTrace) {
  Given g = text(
      "measure sum \"sum\" amount kg = stock + other term T \"T\" { obliges a verifier v from "
      "2020-01-01 without end limit sum <= 100 kg }",
      {"stock = 10 kg on 2020-01-01 grade declared", "other = 10 kg on 2020-01-05"});
  g.records.observations[1].head.trace = Trace::derived;
  const Finding f = g.finding("2020-02-01");
  EXPECT_EQ(f.grade, Grade::declared);
  EXPECT_EQ(f.trace, Trace::derived);
  g.options.min_grade = Grade::estimated;
  EXPECT_EQ(g.on("2020-02-01"), "no_value");
  g.options.min_grade = Grade::unverified;
  g.options.found_only = true;
  EXPECT_EQ(g.on("2020-02-01"), "no_value");
}

TEST(Term, ASupposedRecordMarksTheFinding) {
  Given g = text(term("", "event e without end"), {below, "event e on 2020-01-16"});
  EXPECT_FALSE(g.finding("2020-02-01").supposed);
  g.records.origins[1].supposed = true;
  EXPECT_TRUE(g.finding("2020-02-01").supposed);
}

// --- declarations
// -----------------------------------------------------------------------------------

TEST(Declarations, StandBesideTheMeasuredState) {
  const Given g = text(term("") +
                           " term U \"U\" { obliges a verifier v from 2020-01-01 without end limit "
                           "stock <= 100 kg }",
                       {"stock = 110 kg on 2020-03-01", "a suspends T on 2020-02-01",
                        "a ceases on 2020-05-01", "a resumes T on 2020-06-01"});
  const Finding suspended = g.finding("2020-03-01", "2021-01-01");
  EXPECT_EQ(suspended.state, State::exceeded);
  ASSERT_EQ(suspended.declarations.size(), 1U);
  EXPECT_EQ(suspended.declarations[0].kind, Declaration::Kind::suspends);
  EXPECT_EQ(suspended.declarations[0].day, d("2020-02-01"));
  EXPECT_TRUE(g.finding("2020-03-01", "2021-01-01", "U").declarations.empty());
  EXPECT_EQ(g.finding("2020-05-01", "2021-01-01").declarations.size(), 2U);
  const Finding after = g.finding("2020-06-01", "2021-01-01");
  ASSERT_EQ(after.declarations.size(), 1U);
  EXPECT_EQ(after.declarations[0].kind, Declaration::Kind::ceases);
}

// --- conditions
// -------------------------------------------------------------------------------------

TEST(Conditions, PerformingRestsOnThePartysOwnWordAsAWhole) {
  const Given g = text(term("while performing(b)"),
                       {below, "b suspends T on 2020-02-01", "b ceases on 2020-03-01",
                        "b resumes on 2020-05-01", "c ceases on 2020-06-01"});
  EXPECT_EQ(g.on("2020-02-29", "2021-01-01"), "met");
  EXPECT_EQ(g.on("2020-03-01", "2021-01-01"), "not_in_force");
  EXPECT_EQ(g.finding("2020-03-05", "2021-01-01").reason,
            "B has declared that it ceases as a whole (2020-03-01)");
  ASSERT_EQ(g.finding("2020-03-05", "2021-01-01").basis.size(), 1U);
  EXPECT_EQ(g.on("2020-05-01", "2021-01-01"), "met");
  EXPECT_EQ(g.on("2020-07-01", "2021-01-01"), "met");
}

TEST(Conditions, AnEventHoldsFromItsFirstDayAndIsNeverUnknown) {
  const Given g = text(term("unless event e"), {below, "event e on 2020-03-01 known 2020-04-01"});
  EXPECT_EQ(g.on("2020-03-15", "2020-03-15"), "met");
  EXPECT_EQ(g.on("2020-03-15", "2020-04-01"), "not_in_force");
  EXPECT_EQ(g.on("2020-02-29", "2020-04-01"), "met");
  EXPECT_EQ(g.finding("2020-04-01").reason, "“E” has happened (2020-03-01)");
}

TEST(Conditions, AQuestionIsFalseBeforeItArisesAndOpenWithoutAnAssumption) {
  Given g = text(term("unless Q is yes_it_is"), {below, "event asked on 2020-03-01"});
  EXPECT_EQ(g.on("2020-02-29", "2021-01-01"), "met");
  const Finding f = g.finding("2020-03-01", "2021-01-01");
  EXPECT_EQ(f.state, State::undetermined);
  ASSERT_EQ(f.answers.size(), 2U);
  EXPECT_EQ(f.answers[0].answer, "yes_it_is");
  EXPECT_EQ(f.answers[0].state, State::not_in_force);
  EXPECT_EQ(f.answers[1].state, State::met);
  EXPECT_EQ(f.answers[1].by, (std::vector<std::string>{"b", "c"}));
  g.options.assume = {{"Q", "yes_it_is"}};
  EXPECT_EQ(g.on("2020-03-01", "2021-01-01"), "not_in_force");
  EXPECT_EQ(g.on("2020-02-29", "2021-01-01"), "met");
  g.options.assume = {{"Q", "no_it_is_not"}};
  EXPECT_EQ(g.on("2020-03-01", "2021-01-01"), "met");
}

std::string other_term(const std::string& rule) {
  return " term O \"O\" { obliges b verifier v from 2020-01-01 without end " + rule + " }";
}

TEST(Conditions, TheOutcomeOfAnotherTermOnTheSameDay) {
  const std::string items = other_term("limit other <= 10 kg");
  const auto state = [&](const std::string& condition, const std::string& fact) {
    std::vector<std::string> facts{below};
    if (!fact.empty()) facts.push_back(fact);
    return text(term("while " + condition) + items, facts).on("2020-02-01");
  };
  EXPECT_EQ(state("O is met", "other = 10 kg on 2020-01-01"), "met");
  EXPECT_EQ(state("O is met", "other = 11 kg on 2020-01-01"), "not_in_force");
  EXPECT_EQ(state("O is met", ""), "undetermined");
  EXPECT_EQ(state("O is not_met", "other = 11 kg on 2020-01-01"), "met");
  EXPECT_EQ(state("O is not_met", ""), "undetermined");
  EXPECT_EQ(state("O is not_shown", ""), "met");
  EXPECT_EQ(state("O is not_shown", "other = 10 kg on 2020-01-01"), "not_in_force");
  // Out of the count: neither met nor not met.
  const Given later = text(
      term("while O is met") +
          " term O \"O\" { obliges b verifier v from 2025-01-01 without end limit other <= 1 kg }",
      {below});
  EXPECT_EQ(later.on("2020-02-01"), "undetermined");
  EXPECT_TRUE(later.finding("2020-02-01").answers.empty());
}

TEST(Conditions, AnOpenQuestionReachesThroughOtherTerms) {
  const Given g =
      text(term("while O is met") + other_term("limit other <= 10 kg unless Q is yes_it_is"),
           {below, "other = 5 kg on 2020-01-01", "event asked on 2020-02-01"});
  const Finding f = g.finding("2020-03-01");
  EXPECT_EQ(f.state, State::undetermined);
  ASSERT_EQ(f.answers.size(), 2U);
  EXPECT_EQ(f.answers[0].state, State::undetermined);  // O is then out of the count
  EXPECT_EQ(f.answers[1].state, State::met);
}

TEST(Conditions, KleenesThreeValues) {
  // Q is unknown, event e is true, event ratified is false.
  const std::vector<std::string> facts{below, "event asked on 2020-01-02", "event e on 2020-01-02"};
  const auto state = [&](const std::string& condition) {
    return text(term("while " + condition), facts).on("2020-02-01");
  };
  const std::string open = "Q is yes_it_is", yes = "event e", no = "event ratified";
  EXPECT_EQ(state(open + " or " + yes), "met");
  EXPECT_EQ(state(open + " or " + no), "undetermined");
  EXPECT_EQ(state(open + " or " + open), "undetermined");
  EXPECT_EQ(state(open + " and " + yes), "undetermined");
  EXPECT_EQ(state(open + " and " + no), "not_in_force");
  EXPECT_EQ(state("not " + open), "undetermined");
  EXPECT_EQ(state("not " + no), "met");
  EXPECT_EQ(state("not " + yes), "not_in_force");
  EXPECT_EQ(state("not (" + open + " and " + no + ")"), "met");
  EXPECT_EQ(state("(" + no + " or " + yes + ") and (" + yes + " or " + open + ")"), "met");
}

TEST(Conditions, OneThatDecidesAgainstOutweighsAnOpenOne) {
  EXPECT_EQ(
      text(term("while Q is yes_it_is while event ratified"), {below, "event asked on 2020-01-02"})
          .on("2020-02-01"),
      "not_in_force");
}

// --- amendments and waivers
// ---------------------------------------------------------------------------

TEST(Amendments, CountFromTheDecisionForThoseWhoAskAndFromTheirDayForWhatHolds) {
  // An extension as that of 2021: decided 2021-02-03, effective 2021-02-04.
  const Given g =
      text(R"(term T "T" { obliges a verifier v from 2018-02-05 for 3 years limit stock <= 700 kg }
      amendment X "X" { decided 2021-02-03 effective 2021-02-04 replace T { from 2018-02-05 for 8 years } })",
           {"stock = 651 kg on 2020-09-01"});
  EXPECT_EQ(g.finding("2021-02-02").in_force_until, d("2021-02-05"));
  EXPECT_EQ(g.on("2021-02-05", "2021-02-05"), "met");
  EXPECT_EQ(g.finding("2021-02-04").in_force_until, d("2026-02-05"));
  EXPECT_EQ(g.on("2026-02-04"), "met");
  EXPECT_EQ(g.on("2026-02-05"), "sunset");
}

TEST(Amendments, MayBeEffectiveBeforeTheyWereDecided) {
  const Given g = text(term("") + R"(amendment X "X" { decided 2020-06-01 effective 2020-02-01
                                       replace T { limit stock <= 80 kg } })",
                       {below});
  EXPECT_EQ(g.on("2020-03-01", "2020-05-31"), "met");
  EXPECT_EQ(g.on("2020-03-01", "2020-06-01"), "exceeded");
  EXPECT_EQ(g.on("2020-01-31", "2020-06-01"), "met");
}

TEST(Amendments, ReplaceOnlyTheKindsNamed) {
  const Given g = text(R"(measure work "work" activity
      term T "T" { obliges a owed b verifier v from 2020-01-01 without end
        limit stock <= 100 kg limit other <= 100 kg prohibit work }
      amendment X "X" { decided 2020-02-01 effective 2020-02-01 replace T { limit stock <= 80 kg } })",
                       {below, "other = 200 kg on 2020-01-01", "work no on 2020-01-01"});
  EXPECT_EQ(g.finding("2020-01-31", "2021-01-01").rules.size(), 3U);
  const Finding after = g.finding("2020-02-01", "2021-01-01");
  ASSERT_EQ(after.rules.size(), 2U);
  EXPECT_EQ(after.rules[0].rule, "prohibit work");
  EXPECT_EQ(after.rules[1].rule, "limit stock <= 80 kg");
  EXPECT_EQ(after.owed, std::vector<std::string>{"b"});
}

TEST(Amendments, ApplyInOrderOfEffectThenDecisionThenPlace) {
  const auto limit = [](const std::string& first, const std::string& second) {
    const Given g = text(term("") + "amendment X \"X\" { " + first +
                             " replace T { limit stock <= 10 kg } } amendment Y \"Y\" { " + second +
                             " replace T { limit stock <= 20 kg } }",
                         {below});
    return g.finding("2021-01-01").rules.at(0).rule;
  };
  EXPECT_EQ(
      limit("decided 2020-02-01 effective 2020-05-01", "decided 2020-02-02 effective 2020-04-01"),
      "limit stock <= 10 kg");
  EXPECT_EQ(
      limit("decided 2020-02-02 effective 2020-05-01", "decided 2020-02-01 effective 2020-05-01"),
      "limit stock <= 10 kg");
  EXPECT_EQ(
      limit("decided 2020-02-01 effective 2020-05-01", "decided 2020-02-01 effective 2020-05-01"),
      "limit stock <= 20 kg");
}

TEST(Amendments, AddAndEndTerms) {
  const Given g =
      text(term("") + R"(amendment X "X" { decided 2020-11-20 effective 2021-01-01 repeal T
      term N "N" { obliges each both verifier v from 2021-01-01 without end limit stock <= 80 kg } })",
           {std::string(below) + " by a"});
  EXPECT_EQ(g.evaluator().subjects().size(), 3U);
  EXPECT_EQ(g.on("2020-12-31", "2021-06-01"), "met");
  EXPECT_EQ(g.on("2021-01-01", "2021-06-01"), "terminated");
  EXPECT_EQ(g.on("2020-12-31", "2021-06-01", "N", "a"), "not_in_force");
  EXPECT_EQ(g.on("2021-01-01", "2021-06-01", "N", "a"), "exceeded");
}

TEST(Amendments, WhoIsObligedMayChange) {
  const Given g = text(term("") + R"(amendment X "X" { decided 2020-06-01 effective 2020-06-01
                                       replace T { obliges each { a, b } } })",
                       {std::string(below) + " by a", std::string(below) + " by b"});
  EXPECT_EQ(g.on("2020-05-01"), "met");
  EXPECT_EQ(g.on("2020-07-01"), "not_in_force");
  EXPECT_EQ(g.of("b", "2020-05-01"), "not_in_force");
  EXPECT_EQ(g.of("b", "2020-07-01"), "met");
}

TEST(Waivers, CoverThePartiesNamedForTheirPeriod) {
  const Given g = text(R"(term T "T" { obliges each both verifier v from 1997-04-29 without end
        limit share >= 1 % as of 1997-04-29 + 3 years then >= 20 % as of 1997-04-29 + 5 years
          then >= 45 % as of 1997-04-29 + 7 years then >= 100 % as of 1997-04-29 + 10 years }
      waiver W "W" { of T for a by v decided 2006-12-08 from 1997-04-29 + 10 years until 1997-04-29 + 15 years })",
                       {"share = 45 % on 2004-01-01 by a", "share = 45 % on 2004-01-01 by b"});
  EXPECT_EQ(g.of("a", "2000-04-28", "2013-01-01"), "not_due");
  EXPECT_EQ(g.of("a", "2004-04-29", "2013-01-01"), "met");
  EXPECT_EQ(g.of("a", "2007-04-29", "2013-01-01"), "waived");
  EXPECT_EQ(g.of("b", "2007-04-29", "2013-01-01"), "exceeded");
  EXPECT_EQ(g.of("a", "2012-04-28", "2013-01-01"), "waived");
  EXPECT_EQ(g.of("a", "2012-04-29", "2013-01-01"), "exceeded");
}

TEST(Waivers, CountFromTheirDecision) {
  const Given g =
      text(term("") +
               R"(waiver W "W" { of T by v decided 2020-06-01 from 2020-02-01 until 2020-03-01 })",
           {below});
  EXPECT_EQ(g.on("2020-02-15", "2020-05-31"), "met");
  EXPECT_EQ(g.on("2020-02-15", "2020-06-01"), "waived");
}

// --- examples
// -----------------------------------------------------------------------------------------

TEST(Examples, AFailingOneNamesTheStateFound) {
  const Parsed parsed = parse(R"(accord 1
agreement demo "Demo" {
  party a "A"
  measure stock "stock" amount t
  term T-1 "Cap" { obliges a verifier none from 2016-01-16 for 15 years limit stock <= 130 t }
  example "over" {
    given stock = 130.9 t on 2016-02-17
    expect T-1 met on 2016-02-17
    expect T-1 exceeded on 2016-02-17
  }
})");
  const std::vector<Problem> problems = run_examples(parsed.agreement, "demo.accord");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(brief(problems[0]),
            "8:16: error: example “over”: T-1 is exceeded on 2016-02-17, expected met  [A070]\n");
  EXPECT_EQ(problems[0].file, "demo.accord");
}

}  // namespace
}  // namespace accord::agreement
