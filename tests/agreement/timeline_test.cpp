#include "agreement/history/timeline.h"

#include <gmock/gmock.h>

#include "support/story.h"

namespace accord::agreement {
namespace {

using tests::day;
using tests::Story;

/// Figures of the public record around two excesses of heavy water and the one of the stock.
constexpr const char* text = R"(accord 1
agreement demo "Demo" {
  party iran "Iran"
  party us "United States"
  body iaea "Agency"
  unit kg_u "kilograms of uranium"
  event report "Report"
  day start = event report
  measure stock "stock" amount kg_u
  measure water "heavy water" amount t
  measure relief "relief" activity
  term STOCK "Stock" ref "56" {
    obliges iran owed us verifier iaea from start for 15 years limit stock <= 202.8 kg_u
  }
  term WATER "Water" ref "14" {
    obliges iran owed us verifier iaea from start for 15 years limit water <= 130 t
  }
  term RELIEF "Relief" ref "21" { obliges us owed iran verifier none from start without end require relief }
  example "record" {
    given event report on 2016-01-16
    given water = 130.9 t on 2016-02-17 known 2016-02-26
    given water < 130 t on 2016-02-24 known 2016-02-26
    given water = 116.7 t on 2016-05-09 known 2016-05-27
    given relief yes on 2016-01-16
    given relief no on 2018-05-08
    given us ceases on 2018-05-08
    given iran suspends { STOCK, WATER } on 2019-05-08
    given stock = 174.1 kg_u on 2019-05-20 known 2019-05-31
    given stock = 205.0 kg_u on 2019-07-01 known 2019-07-02
    given stock = 241.6 kg_u on 2019-08-19 known 2019-08-30
    given stock = 230.0 kg_u on 2019-09-30 known 2019-10-02
  }
}
)";

TEST(Timeline, ListsEveryChangeOfStateOnItsDay) {
  const Story story(text);
  std::vector<std::pair<std::string, State>> seen;
  const TimelineQuery query{{}, day("2019-12-31"), day("2019-12-31"), "", "STOCK"};
  for (const TimelineEntry& e : timeline(*story.evaluator, query))
    if (e.kind == TimelineEntry::Kind::state) seen.emplace_back(to_string(e.day), *e.state);
  using testing::Pair;
  EXPECT_THAT(seen, testing::ElementsAre(Pair("2016-01-16", State::no_value),
                                         Pair("2019-05-20", State::met),
                                         Pair("2019-07-01", State::exceeded)));
}

TEST(Timeline, AWindowShowsOnlyWhatChangesInsideIt) {
  const Story story(text);
  const TimelineQuery query{day("2019-07-02"), day("2019-12-31"), day("2019-12-31"), "", ""};
  EXPECT_THAT(timeline(*story.evaluator, query), testing::IsEmpty());
}

TEST(Timeline, ThePartyFilterKeepsItsTermsAndItsDeclarations) {
  const Story story(text);
  for (const TimelineEntry& e :
       timeline(*story.evaluator, {{}, day("2019-12-31"), day("2019-12-31"), "us", ""}))
    EXPECT_THAT(e.parties, testing::Contains("us"));
}

TEST(Timeline, WhatWasNotYetKnownIsNotShown) {
  const Story story(text);
  for (const TimelineEntry& e :
       timeline(*story.evaluator, {{}, day("2019-07-01"), day("2019-07-01"), "", "STOCK"}))
    EXPECT_NE(e.state, State::exceeded);
}

TEST(Episodes, ThreeDaysAndTheAnnouncementOfTheFirstExcess) {
  const Story story(text);
  const auto all = episodes(*story.evaluator, {"STOCK", ""}, day("2019-12-31"), day("2019-12-31"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].first_observed, day("2019-07-01"));
  EXPECT_EQ(all[0].first_known, day("2019-07-02"));
  EXPECT_EQ(all[0].last_satisfied, day("2019-05-20"));
  EXPECT_EQ(all[0].announced, day("2019-05-08"));
  EXPECT_EQ(all[0].first_value, "205.0 kg_u");
  EXPECT_EQ(all[0].extreme, "241.6 kg_u");
  EXPECT_EQ(all[0].extreme_day, day("2019-08-19"));
  EXPECT_FALSE(all[0].first_within);
}

TEST(Episodes, ASatisfyingAttestationEndsAnEpisode) {
  const Story story(text);
  const auto all = episodes(*story.evaluator, {"WATER", ""}, day("2019-12-31"), day("2019-12-31"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].first_observed, day("2016-02-17"));
  EXPECT_EQ(all[0].first_known, day("2016-02-26"));
  EXPECT_EQ(all[0].first_within, day("2016-02-24"));
  EXPECT_EQ(all[0].duration_days, 7);
  EXPECT_FALSE(all[0].last_satisfied);
  EXPECT_FALSE(all[0].announced);
}

TEST(Episodes, ALimitThatFallsIsBrokenWithoutANewObservation) {
  const Story story(R"(accord 1 agreement demo "Demo" {
  party a "A"
  measure stock "stock" amount t
  term CAP "Cap" ref "1" { obliges a verifier none from 2020-01-01 without end
    limit stock <= 100 t then <= 50 t as of 2021-01-01 then <= 100 t as of 2022-01-01 }
  example "record" { given stock = 80 t on 2020-06-01 given stock = 70 t on 2021-06-01 }
})");
  const auto all = episodes(*story.evaluator, {"CAP", ""}, day("2023-01-01"), day("2023-01-01"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].first_observed, day("2021-01-01"));
  EXPECT_EQ(all[0].first_within, day("2022-01-01"));
  EXPECT_EQ(all[0].duration_days, 365);
  EXPECT_EQ(all[0].extreme, "80 t");
}

TEST(Episodes, OfAMinimumOverAPeriodTheDayIsTheLastOfThePeriod) {
  const Story story(R"(accord 1 agreement demo "Demo" {
  party a "A"
  measure oxide "oxide delivered" flow t
  term SUPPLY "Supply" ref "1" { obliges a verifier none from 2025-01-01 without end limit oxide per month >= 100 t }
  example "record" {
    given oxide = 105 t on 2025-01-25
    given oxide = 70 t on 2025-02-12
    given oxide = 60 t on 2025-03-10
    given oxide = 110 t on 2025-04-20
  }
})");
  const auto all = episodes(*story.evaluator, {"SUPPLY", ""}, day("2025-04-30"), day("2025-04-30"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].kind, Episode::Kind::below);
  EXPECT_EQ(all[0].last_satisfied, day("2025-01-25"));
  EXPECT_EQ(all[0].first_observed, day("2025-02-28"));
  EXPECT_EQ(all[0].first_known, day("2025-02-28"));
  EXPECT_EQ(all[0].first_value, "70 t");
  EXPECT_EQ(all[0].extreme, "60 t");
  EXPECT_EQ(all[0].extreme_day, day("2025-03-31"));
  EXPECT_EQ(all[0].first_within, day("2025-04-20"));
}

TEST(Timeline, AGroupStandsForItsMembersAndAFindingForItsParty) {
  const Story story(R"(accord 1 agreement demo "Demo" {
  party a "A"
  party b "B"
  party both "Both" = { a, b }
  measure stock "stock" amount t
  term CAP "Cap" ref "1" { obliges each both verifier none from 2020-01-01 without end limit stock <= 100 t }
  example "record" {
    given stock = 80 t on 2020-06-01 by a
    given b suspends CAP on 2020-07-01
  }
})");
  const auto shown = [&](const std::string& party, const std::string& term) {
    std::vector<std::string> out;
    for (const TimelineEntry& e :
         timeline(*story.evaluator, {{}, day("2020-12-31"), day("2020-12-31"), party, term}))
      out.push_back(e.parties.at(0) + " " + (e.state ? word(*e.state) : "declares"));
    return out;
  };
  const std::vector<std::string> all{"a no_value", "b no_value", "a met", "b declares"};
  EXPECT_EQ(shown("", "CAP"), all);
  EXPECT_EQ(shown("both", ""), all);
  EXPECT_EQ(shown("", "CAP@b"), (std::vector<std::string>{"b no_value", "b declares"}));
  EXPECT_EQ(shown("", "F-CAP@a"), (std::vector<std::string>{"a no_value", "a met"}));
}

TEST(StateSince, IsTheFirstDayOfTheUnbrokenRun) {
  const Story story(text);
  const Day known = day("2019-12-31");
  EXPECT_EQ(state_since(*story.evaluator, {"STOCK", ""}, day("2019-12-01"), known),
            day("2019-07-01"));
  EXPECT_EQ(state_since(*story.evaluator, {"STOCK", ""}, day("2019-06-30"), known),
            day("2019-05-20"));
  EXPECT_EQ(state_since(*story.evaluator, {"STOCK", ""}, day("2016-01-15"), known), std::nullopt);
}

}  // namespace
}  // namespace accord::agreement
