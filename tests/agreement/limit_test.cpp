#include <gmock/gmock.h>

#include "given.h"

namespace accord::agreement {
namespace {

using ::testing::HasSubstr;

const std::string frame = R"(
  party a "A"
  party b "B"
  body v "Verifier"
  unit kg_a "form A"
  unit kg_b "form B" with 300 kg_a = 202.8 kg_b
  event commissioned "commissioned"
  measure stock "stock" amount kg
  measure stock_b "stock" amount kg_b
)";

std::string term(const std::string& clauses, const std::string& from = "2020-01-01 without end") {
  return frame + "term T \"T\" { obliges a verifier v from " + from + " " + clauses + " }";
}

TEST(Limit, EqualityIsWithinTheLimit) {
  for (const auto& [value, state] :
       {std::pair{"99.9", "met"}, {"100.0", "met"}, {"100.1", "exceeded"}}) {
    const Given g(term("limit stock <= 100 kg"),
                  {std::string("stock = ") + value + " kg on 2021-01-01"});
    EXPECT_EQ(g.on("2021-01-01"), state) << value;
  }
}

TEST(Limit, EveryKindOfBound) {
  const auto state = [](const std::string& bound, const std::string& value) {
    return Given(term("limit stock " + bound), {"stock = " + value + " kg on 2021-01-01"})
        .on("2021-01-01");
  };
  EXPECT_EQ(state("< 100 kg", "100"), "exceeded");
  EXPECT_EQ(state("< 100 kg", "99.999999999"), "met");
  EXPECT_EQ(state(">= 100 kg", "100"), "met");
  EXPECT_EQ(state(">= 100 kg", "99.9"), "exceeded");
  EXPECT_EQ(state("> 100 kg", "100"), "exceeded");
  EXPECT_EQ(state("== 0 kg", "0"), "met");
  EXPECT_EQ(state("== 0 kg", "0.1"), "exceeded");
  EXPECT_EQ(state("between 130 and 150 kg", "129.9"), "exceeded");
  EXPECT_EQ(state("between 130 and 150 kg", "130"), "met");
  EXPECT_EQ(state("between 130 and 150 kg", "150"), "met");
  EXPECT_EQ(state("between 130 and 150 kg", "150.1"), "exceeded");
  EXPECT_EQ(state("<= 100 kg tolerance 5 kg", "105"), "met");
  EXPECT_EQ(state("<= 100 kg tolerance 5 kg", "105.1"), "exceeded");
  EXPECT_EQ(state(">= 100 kg tolerance 5000 g", "95"), "met");
}

TEST(Limit, UncertaintyGivesFourResults) {
  const auto state = [](const std::string& value) {
    return Given(term("limit stock <= 100 kg"), {"stock = " + value + " on 2021-01-01"})
        .on("2021-01-01");
  };
  EXPECT_EQ(state("100.4 kg +/- 0.5"), "exceeded_within_uncertainty");
  EXPECT_EQ(state("100.4 kg +/- 0.3"), "exceeded");
  EXPECT_EQ(state("100.4 kg +/- 0.4"), "exceeded_within_uncertainty");  // 100.0 is within
  EXPECT_EQ(state("99.8 kg +/- 0.3"), "met_within_uncertainty");
  EXPECT_EQ(state("99.8 kg +/- 0.2"), "met");
  EXPECT_EQ(state("100 kg +/- 0"), "met");
}

TEST(Limit, UnitsConvertExactlyAndTheRatioIsThatOfTheText) {
  const Given g(term("limit stock_b <= 300 kg_a"),
                {"stock_b = 101.4 kg_b on 2021-01-01", "stock_b = 202.8 kg_b on 2021-02-01",
                 "stock_b = 150 kg_a on 2021-03-01", "stock_b = 202.9 kg_b on 2021-04-01"});
  const Finding half = g.finding("2021-01-01");
  ASSERT_TRUE(half.rules.at(0).comparison);
  const Comparison& c = *half.rules[0].comparison;
  EXPECT_EQ(fraction_string(*c.ratio), "1/2");
  EXPECT_EQ(c.value_shown, "101.4 kg_b");
  EXPECT_EQ(c.limit_shown, "300 kg_a (202.8 kg_b)");
  EXPECT_EQ(c.unit, "kg_b");
  EXPECT_EQ(to_exact_string(*c.limit), "202.8");
  EXPECT_EQ(to_exact_string(*c.margin), "101.4");
  EXPECT_EQ(g.on("2021-02-01"), "met");
  const Finding in_a = g.finding("2021-03-01");
  EXPECT_EQ(fraction_string(*in_a.rules.at(0).comparison->ratio), "1/2");
  EXPECT_EQ(in_a.rules.at(0).comparison->limit_shown, "300 kg_a");
  EXPECT_EQ(g.on("2021-04-01"), "exceeded");
}

TEST(Limit, TheTermIsInForceOnTheStartDayAndNotOnTheEndDay) {
  const Given g(term("limit stock <= 100 kg", "2020-03-01 for 10 years"),
                {"stock = 1 kg on 2020-01-01"});
  EXPECT_EQ(g.on("2020-02-29"), "not_in_force");
  EXPECT_EQ(g.on("2020-03-01"), "met");
  EXPECT_EQ(g.on("2030-02-28"), "met");
  EXPECT_EQ(g.on("2030-03-01"), "sunset");
}

TEST(Limit, TheLastStateIsCarriedForwardWithItsAge) {
  const Given g(term("limit stock <= 100 kg"),
                {"stock = 90 kg on 2021-03-10", "stock = 110 kg on 2021-04-20 known 2021-04-22"});
  EXPECT_EQ(g.on("2021-04-21", "2021-04-21"), "met");
  EXPECT_EQ(g.finding("2021-04-21", "2021-04-21").age_days, 42);
  EXPECT_EQ(g.on("2021-04-21", "2021-04-22"), "exceeded");
  EXPECT_EQ(g.on("2021-03-09", "2021-04-22"), "no_value");
}

TEST(Limit, AnAttestationIsARangeAndHasNoRatio) {
  const auto attested = [](const std::string& says) {
    return Given(term("limit stock <= 100 kg"), {"stock " + says + " on 2021-01-01 grade attested"})
        .finding("2021-02-01");
  };
  for (const char* says : {"<= 100 kg", "< 100 kg", "< 90 kg"}) {
    const Finding f = attested(says);
    EXPECT_EQ(f.state, State::met_attested) << says;
    ASSERT_TRUE(f.rules.at(0).comparison);
    EXPECT_FALSE(f.rules[0].comparison->ratio);
    EXPECT_FALSE(f.rules[0].comparison->value);
    EXPECT_EQ(f.grade, Grade::attested);
  }
  EXPECT_EQ(attested("> 100 kg").state, State::exceeded);
  EXPECT_EQ(attested(">= 101 kg").state, State::exceeded);
  EXPECT_EQ(attested(">= 100 kg").state, State::no_value);
  EXPECT_EQ(attested("< 130 kg").state, State::no_value);
  EXPECT_EQ(attested("< 90 kg").rules[0].comparison->value_shown, "below 90 kg");
}

TEST(Limit, ThreeReportsWithAttestationsOnly) {
  const Given g(term("limit stock <= 100 kg"),
                {"stock <= 100 kg on 2021-02-01", "stock <= 100 kg on 2021-05-01",
                 "stock <= 100 kg on 2021-08-01"});
  for (const char* day : {"2021-02-01", "2021-05-01", "2021-08-01"}) {
    EXPECT_EQ(g.on(day, "2021-09-01"), "met_attested") << day;
    EXPECT_FALSE(g.finding(day, "2021-09-01").rules.at(0).comparison->ratio);
  }
}

TEST(Limit, NoAccessShowsNothingButTheLastKnown) {
  const Given g(term("limit stock <= 100 kg"),
                {"stock = 110 kg on 2021-01-01", "no access to stock on 2021-02-01"});
  const Finding f = g.finding("2021-02-10");
  EXPECT_EQ(f.state, State::not_verifiable_no_access);
  EXPECT_FALSE(f.rules.at(0).comparison);
  ASSERT_TRUE(f.last_known);
  EXPECT_EQ(f.last_known->state, State::exceeded);
  EXPECT_EQ(f.last_known->age_days, 40);
  EXPECT_EQ(f.last_known->comparison->value_shown, "110 kg");
}

TEST(Limit, AFigureOfTheSameDayOutweighsNoAccess) {
  const Given g(term("limit stock <= 100 kg"), {"no access to stock on 2021-02-01 known 2021-03-01",
                                                "stock = 90 kg on 2021-02-01"});
  EXPECT_EQ(g.on("2021-03-01"), "met");
}

TEST(Limit, AReportWithoutANewFigureSaysSo) {
  Given g(term("limit stock <= 100 kg"),
          {"stock = 90 kg on 2021-01-01", "no access to stock on 2021-02-01"});
  g.records.observations[1].relation = Relation::no_figure;
  const Finding f = g.finding("2021-02-10");
  EXPECT_EQ(f.state, State::no_new_value);
  EXPECT_EQ(f.last_known->state, State::met);
  EXPECT_THAT(f.rules.at(0).reason, HasSubstr("no new figure"));
}

TEST(Limit, OlderEvidenceThanTheTextAllowsShowsNothing) {
  const Given g(term("limit stock <= 100 kg stale after 14 days"), {"stock = 90 kg on 2021-01-01"});
  EXPECT_EQ(g.on("2021-01-15"), "met");
  EXPECT_EQ(g.on("2021-01-16"), "no_value");
  EXPECT_EQ(g.finding("2021-01-16").last_known->state, State::met);
}

TEST(Limit, AbsenceOfEvidenceIsNotMet) {
  const Given g(term("limit stock <= 100 kg"), {});
  EXPECT_EQ(g.on("2021-01-01"), "no_value");
  EXPECT_THAT(g.finding("2021-01-01").rules.at(0).reason, HasSubstr("no record about “stock”"));
}

TEST(Limit, TheStepOfTheDayHolds) {
  const Given g(term("limit stock <= 130 kg then <= 90 kg as of event commissioned"),
                {"stock = 100 kg on 2020-05-01", "event commissioned on 2022-01-01"});
  EXPECT_EQ(g.on("2021-12-31", "2022-06-01"), "met");
  EXPECT_EQ(g.on("2022-01-01", "2022-06-01"), "exceeded");
  const Given later(term("limit stock <= 130 kg as of 2021-01-01 then <= 90 kg as of 2021-01-01"),
                    {"stock = 100 kg on 2020-05-01"});
  EXPECT_EQ(later.on("2020-12-31"), "not_due");
  EXPECT_EQ(later.on("2021-01-01"), "exceeded");  // of a tie the later written
}

// Chapter 3.3: of several steps the one with the latest day that has come holds. A bound without a
// day holds from the beginning, not from the start of the term.
TEST(Limit, AStepThatCameBeforeTheStartOfTheTermHoldsFromItsStart) {
  const std::string steps = "limit stock <= 130 kg then <= 90 kg as of event commissioned";
  const Given g(term(steps, "2020-01-01 without end"),
                {"stock = 100 kg on 2020-05-01", "event commissioned on 2019-12-31"});
  EXPECT_EQ(g.on("2020-05-01"), "exceeded");
  const Given fixed(term("limit stock <= 130 kg then <= 90 kg as of 2019-12-31"),
                    {"stock = 100 kg on 2020-05-01"});
  EXPECT_EQ(fixed.on("2020-05-01"), "exceeded");
}

TEST(Limit, ACorrectionOfOneSourceReplacesTheEarlierFigure) {
  const Given g(term("limit stock <= 100 kg"),
                {"stock = 110 kg on 2021-01-01", "stock = 90 kg on 2021-01-01 known 2021-02-01"});
  EXPECT_EQ(g.on("2021-03-01", "2021-03-01"), "met");
  EXPECT_EQ(g.on("2021-01-31", "2021-01-31"), "exceeded");
  const Finding f = g.finding("2021-03-01");
  ASSERT_EQ(f.rules.at(0).other_figures.size(), 1U);
  EXPECT_EQ(f.rules[0].other_figures[0].says, "110 kg");
}

TEST(Limit, OfSeveralSourcesTheBetterGradeThenTheLaterKnownDayDecides) {
  Given g(term("limit stock <= 100 kg"),
          {"stock = 90 kg on 2021-01-01 grade verified",
           "stock = 110 kg on 2021-01-01 known 2021-02-01 grade declared"});
  EXPECT_EQ(g.on("2021-03-01"), "met");
  g.records.observations[0].head.grade = Grade::declared;
  g.records.origins[0].source = "first";
  g.records.origins[1].source = "second";
  EXPECT_EQ(g.on("2021-03-01"), "exceeded");
}

TEST(Limit, EqualSourcesThatContradictEachOtherAreBothPrinted) {
  Given g(term("limit stock <= 100 kg"),
          {"stock = 90 kg on 2021-01-01", "stock = 110 kg on 2021-01-01"});
  g.records.origins[0].source = "first";
  g.records.origins[1].source = "second";
  const Finding f = g.finding("2021-03-01");
  EXPECT_EQ(f.state, State::undetermined);
  EXPECT_EQ(f.rules.at(0).evidence.size(), 2U);
  g.records.observations[0].value = {120, 0};
  EXPECT_EQ(g.on("2021-03-01"), "exceeded");
  g.records.observations[0].value = {80, 0};
  g.records.observations[1].value = {90, 0};
  EXPECT_EQ(g.on("2021-03-01"), "met");
}

TEST(Limit, AContestedReadingDoesNotChangeTheState) {
  const Given g(term("limit stock <= 10 kg reading \"a limit\" by b reading \"an estimate\" by a"),
                {"stock = 10.0 kg on 2021-01-01"});
  const Finding f = g.finding("2021-01-01");
  EXPECT_EQ(f.state, State::met);
  ASSERT_EQ(f.readings.size(), 2U);
  EXPECT_EQ(f.readings[1].text, "an estimate");
  EXPECT_EQ(f.readings[1].by, std::vector<std::string>{"a"});
}

TEST(Limit, AFigureAboutAnotherPartyDoesNotCount) {
  const Given g(term("limit stock <= 10 kg"),
                {"stock = 5 kg on 2021-01-01 by v", "stock = 50 kg on 2021-02-01 by b"});
  EXPECT_EQ(g.on("2021-03-01"), "met");
}

TEST(Limit, AnUnknownUnitIsNeverCompared) {
  Given g(term("limit stock <= 10 kg"), {"stock = 5 kg on 2021-01-01"});
  g.records.observations[0].unit = "items";
  const Finding f = g.finding("2021-03-01");
  EXPECT_EQ(f.state, State::no_value);
  EXPECT_THAT(f.rules.at(0).reason, HasSubstr("cannot be compared"));
}

}  // namespace
}  // namespace accord::agreement
