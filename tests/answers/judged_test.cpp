#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/evaluate/examples.h"
#include "agreement/syntax/parse.h"
#include "answers/agreement/assess.h"
#include "answers/agreement/explain.h"
#include "answers/agreement/status.h"
#include "answers/agreement/timeline.h"

/// What is answered of a made-up agreement of two sides; every figure is worked out by hand.
namespace accord::answers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* pact = R"(accord 1
agreement pact "Pact" {
  party north "Northland"
  party south "Southland"
  body watch "Watch Commission"
  unit kg_x "kilograms of X"
  measure stock_total "stock" amount kg_x
  event aid_sent "Aid sent"
  term T-STOCK "Stock" { obliges north verifier watch from 2020-01-01 without end
    limit stock_total <= 100 kg_x }
  term O-AID "Aid" { obliges south owed north verifier none from 2020-01-01 without end
    duty aid_sent by 2020-03-31 }
  term O-LATER "Later aid" { obliges south owed north verifier none from 2030-01-01 without end
    duty aid_sent by 2030-06-30 }
})";

Day day(const char* text) {
  return *parse_day(text);
}

Assessment assessed(const std::vector<std::string>& said, assessment::Query query = {}) {
  auto workspace = std::make_shared<Workspace>();
  workspace->name = "Made up";
  workspace->agreement = agreement::parse(pact).agreement;
  std::vector<agreement::Fact> facts;
  for (const std::string& text : said) facts.push_back(*agreement::parse_fact(text).fact);
  workspace->records = agreement::records_of(facts, false).records;
  if (!query.on) query.on = day("2020-03-01");
  return Assessment::make(std::move(workspace), query).value();
}

const std::vector<std::string> beyond{"stock_total = 120 kg_x on 2020-02-01",
                                      "north suspends T-STOCK on 2020-01-20",
                                      "north suspends T-STOCK on 2020-02-05"};

TEST(Status, SaysOfEachCommitmentWhatItIsAndWhy) {
  const StatusAnswer answer = *status(assessed(beyond), {});
  ASSERT_EQ(answer.findings.size(), 3U);
  const Finding& stock = answer.findings[0];
  EXPECT_EQ(stock.id, "F-T-STOCK");
  EXPECT_EQ(stock.party_title, "Northland");
  EXPECT_EQ(stock.outcome, Outcome::not_met);
  EXPECT_EQ(stock.shown, "120 kg_x against 100 kg_x");
  EXPECT_EQ(stock.value, (Decimal{120, 0}));
  EXPECT_EQ(stock.value_bound, std::nullopt);
  EXPECT_EQ(stock.limit, Rational::of(100));
  EXPECT_EQ(stock.excess, Rational::of(20));
  EXPECT_EQ(stock.ratio, 1.2);
  EXPECT_EQ(stock.declared, "declared suspended on 2020-01-20 and again on 2020-02-05");
  EXPECT_EQ(stock.declarations.at(0).first_day, day("2020-01-20"));
  ASSERT_EQ(stock.rules.at(0).evidence.size(), 1U);
  EXPECT_EQ(stock.rules[0].evidence[0].record.file, std::nullopt);
  EXPECT_THAT(answer.closing, ElementsAre("0 met, 1 not met, 0 not shown, 2 out of the count"));
  EXPECT_EQ(answer.judged.outcomes.not_met, 1U);
  EXPECT_FALSE(answer.rests_on_unread());
}

TEST(Status, IsOfOneTermOrParty) {
  const Assessment all = assessed(beyond);
  EXPECT_EQ(status(all, {"O-AID", {}, false})->findings.size(), 1U);
  EXPECT_EQ(status(all, {"F-O-AID", {}, false})->findings.size(), 1U);
  EXPECT_EQ(status(all, {{}, "south", false})->findings.size(), 2U);
  EXPECT_THAT(status(all, {"O-AID", "north", false})->findings, IsEmpty());
  const Problem term = status(all, {"O-AIDE", {}, false}).error().problems.at(0);
  EXPECT_EQ(term.code, "C001");
  EXPECT_THAT(term.help, HasSubstr("O-AID"));
  const Problem party = status(all, {{}, "nort", false}).error().problems.at(0);
  EXPECT_EQ(party.code, "C002");
  EXPECT_THAT(party.help, HasSubstr("north"));
}

TEST(Assess, FailsAsItIsAsked) {
  const Assessment failed = assessed(beyond);
  EXPECT_TRUE(assess(failed, {})->fails);
  EXPECT_FALSE(assess(failed, {FailOn::never})->fails);
  const Assessment unknown = assessed({});
  EXPECT_FALSE(assess(unknown, {})->fails);
  EXPECT_TRUE(assess(unknown, {FailOn::not_shown})->fails);
}

TEST(Assess, SaysWhatSupposedFactsChange) {
  assessment::Query query;
  query.suppose = {"stock_total = 50 kg_x on 2020-02-20"};
  const AssessAnswer answer = *assess(assessed(beyond, query), {});
  ASSERT_EQ(answer.changes.size(), 1U);
  EXPECT_EQ(answer.changes[0].outcome_before, Outcome::not_met);
  EXPECT_EQ(answer.changes[0].outcome, Outcome::met);
  EXPECT_THAT(answer.judged.suppose, ElementsAre(query.suppose[0]));
  EXPECT_THAT(assess(assessed(beyond), {})->changes, IsEmpty());
}

TEST(Assess, HasASideForEachObligedParty) {
  const AssessAnswer answer = *assess(assessed(beyond), {});
  ASSERT_FALSE(answer.sides.empty());
  EXPECT_EQ(answer.sides[0].party_title, "Northland");
  ASSERT_EQ(answer.sides[0].held.size(), 1U);
  EXPECT_EQ(answer.sides[0].held[0].since, day("2020-02-01"));
  EXPECT_EQ(answer.sides[0].held[0].cause, std::nullopt);
}

TEST(Timeline, EndsOnTheDayAskedAbout) {
  const Assessment all = assessed(beyond);
  const TimelineAnswer answer = *timeline(all, {day("2020-02-01"), {}, "T-STOCK"});
  ASSERT_FALSE(answer.timeline_entries.empty());
  EXPECT_EQ(answer.timeline_entries[0].day, day("2020-02-01"));
  EXPECT_EQ(answer.timeline_entries[0].state, State::exceeded);
  EXPECT_EQ(answer.timeline_entries[0].known_after_days(), 0);
  EXPECT_EQ(answer.timeline_entries[0].value, (Decimal{120, 0}));
  EXPECT_EQ(answer.timeline_entries[0].value_unit, "kg_x");
  EXPECT_EQ(answer.timeline_entries[0].limit_shown, "100 kg_x");
  EXPECT_EQ(timeline(all, {day("2020-03-02"), {}, {}}).error().problems.at(0).code, "U006");
}

TEST(Explain, HasTheTimesBeyondTheLimit) {
  const FindingExplanation answer = *explain_finding(assessed(beyond), {"T-STOCK"});
  ASSERT_EQ(answer.episodes.size(), 1U);
  EXPECT_EQ(answer.episodes[0].finding, "F-T-STOCK");
  EXPECT_EQ(answer.episodes[0].first_observed, day("2020-02-01"));
  EXPECT_EQ(answer.episodes[0].first_within, std::nullopt);
  ASSERT_EQ(answer.in_words.size(), 1U);
  EXPECT_THAT(answer.in_words[0], HasSubstr("120 kg_x against 100 kg_x"));
  EXPECT_EQ(explain_finding(assessed(beyond), {"T-STOK"}).error().problems.at(0).code, "C001");
}

}  // namespace
}  // namespace accord::answers
