#include <gmock/gmock.h>

#include "agreement/explain/explain.h"
#include "agreement/history/timeline.h"
#include "given.h"

/// Records that name nobody (agreement-2, 9), by hand.
namespace accord::agreement {
namespace {

using testing::HasSubstr;

constexpr const char* setting = R"(
  party alva "Alva" party borg "Borg" party pair "Both" = { alva, borg } party corin "Corin"
  body council "Council" event shot "Shot" event survey "Survey" event joins "Acceptance"
  event call "Call" event reply "Reply" site weir "Weir"
  measure stock "salt" amount kg measure water "water" flow kg measure damming "damming" activity
)";

Given given(const std::string& terms, const std::vector<std::string>& facts) {
  return Given(setting + terms, facts);
}

constexpr const char* each_cap =
    R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end limit water per year <= 5 kg })";

TEST(Each, AnUnnamedAmountThatWouldMakeADifferenceLeavesItOpen) {
  const Given g =
      given(each_cap, {"water = 3 kg on 2030-02-01 by alva", "water = 4 kg on 2030-03-01"});
  EXPECT_EQ(g.of("alva", "2030-02-28"), "met");
  EXPECT_EQ(g.of("alva", "2030-03-01"), "undetermined");
  // Borg has nothing on record: 4 kg would be within its limit, none at all would be no value.
  EXPECT_EQ(g.of("borg", "2030-03-01"), "undetermined");
  const Finding f = g.finding("2030-03-01", {}, "T", "alva");
  ASSERT_TRUE(f.not_attributed);
  EXPECT_EQ(f.not_attributed->if_attributed, State::exceeded);
  EXPECT_EQ(f.not_attributed->if_not, State::met);
  EXPECT_EQ(f.not_attributed->says, "4 kg recorded; the record does not say by whom");
  ASSERT_EQ(f.not_attributed->records.size(), 1U);
  EXPECT_EQ(f.not_attributed->records.front().says, "4 kg");
  ASSERT_TRUE(f.rules.front().comparison);
  EXPECT_EQ(f.rules.front().comparison->value_shown, "3 kg");
  // 4 kg not attributed; 2 kg and 5 kg are left: they need not be too much.
  ASSERT_TRUE(f.not_attributed->together);
  EXPECT_EQ(f.not_attributed->together->state, State::undetermined);
  EXPECT_EQ(f.not_attributed->together->says,
            "4 kg not attributed; 7 kg left under the limits of all");
  EXPECT_THAT(explain(f, g.records, PartyTitles(g.agreement())),
              HasSubstr("Names nobody: 4 kg recorded; the record does not say by whom."));
}

TEST(Each, TogetherIsExceededWhenThereIsNoRoomForWhatNobodyClaims) {
  const Given g =
      given(each_cap, {"water = 3 kg on 2030-02-01 by alva", "water = 8 kg on 2030-03-01"});
  const Finding f = g.finding("2030-03-01", {}, "T", "borg");
  EXPECT_EQ(f.state, State::undetermined);
  EXPECT_EQ(f.not_attributed->together->state, State::exceeded);
  const Given own =
      given(each_cap, {"water = 6 kg on 2030-02-01 by alva", "water = 1 kg on 2030-03-01"});
  EXPECT_EQ(own.of("alva", "2030-03-01"), "exceeded");
  EXPECT_EQ(own.finding("2030-03-01", {}, "T", "borg").not_attributed->together->state,
            State::exceeded);
}

TEST(Each, TheSameStateEitherWayStands) {
  const std::string limit =
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end limit stock <= 60 kg })";
  const Given g =
      given(limit, {"stock = 50 kg on 2030-02-01 by alva", "stock = 55 kg on 2030-03-01"});
  EXPECT_EQ(g.of("alva", "2030-03-01"), "met");
  EXPECT_EQ(g.of("borg", "2030-03-01"), "undetermined");
  const Finding f = g.finding("2030-03-01", {}, "T", "alva");
  ASSERT_TRUE(f.not_attributed);
  EXPECT_FALSE(f.not_attributed->if_attributed);
  EXPECT_EQ(f.rules.front().comparison->value_shown, "50 kg");
  const Given more =
      given(limit, {"stock = 50 kg on 2030-02-01 by alva", "stock = 70 kg on 2030-03-01"});
  EXPECT_EQ(more.of("alva", "2030-03-01"), "undetermined");
  const Given over =
      given(limit, {"stock = 65 kg on 2030-02-01 by alva", "stock = 70 kg on 2030-03-01"});
  EXPECT_EQ(over.of("alva", "2030-03-01"), "exceeded");
}

TEST(Each, OutsideOfARangeTheSideCounts) {
  const std::string range =
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end
    limit stock between 10 and 20 kg })";
  const auto alva = [&](const char* unnamed) {
    return given(range, {"stock = 5 kg on 2030-02-01 by alva", unnamed}).of("alva", "2030-03-01");
  };
  EXPECT_EQ(alva("stock = 7 kg on 2030-03-01"), "exceeded");
  EXPECT_EQ(alva("stock = 30 kg on 2030-03-01"), "undetermined");
  EXPECT_EQ(alva("stock = 15 kg on 2030-03-01"), "undetermined");
}

TEST(Each, WhatSaysNoneSpeaksForEveryone) {
  EXPECT_EQ(given(each_cap, {"water = 0 kg on 2030-02-01"}).of("borg", "2030-03-01"), "met");
  EXPECT_EQ(given(each_cap, {"no access to water on 2030-02-01"}).of("borg", "2030-03-01"),
            "not_verifiable_no_access");
  const std::string dam =
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end prohibit damming })";
  EXPECT_EQ(given(dam, {"damming no on 2030-02-01"}).of("alva", "2030-03-01"), "met");
}

TEST(Each, AnActivityThatIsSeenIsByOneOfThem) {
  const Given g = given(
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end prohibit damming })",
      {"damming no on 2030-02-01", "damming yes at weir on 2030-02-10"});
  EXPECT_EQ(g.of("alva", "2030-02-09"), "met");
  EXPECT_EQ(g.of("alva", "2030-02-10"), "undetermined");
  const Finding f = g.finding("2030-02-10", {}, "T", "borg");
  EXPECT_EQ(f.not_attributed->if_attributed, State::exceeded);
  EXPECT_EQ(f.not_attributed->if_not, State::met);
  EXPECT_EQ(f.not_attributed->says, "seen at Weir on 2030-02-10; the record does not say by whom");
  EXPECT_EQ(f.not_attributed->together->state, State::exceeded);
  EXPECT_EQ(f.not_attributed->together->says, "seen, by one of them");
}

TEST(Each, AnActOfNobodyDoesNotPerform) {
  const Given g = given(
      R"(term T "T" { obliges each pair verifier none from 2030-01-01 without end duty survey by 2030-06-01 })",
      {"event survey on 2030-05-01", "event survey on 2030-05-05 by borg"});
  EXPECT_EQ(g.of("alva", "2030-07-01"), "undetermined");
  EXPECT_EQ(g.of("borg", "2030-07-01"), "performed");
  EXPECT_FALSE(g.finding("2030-07-01", {}, "T", "alva")
                   .not_attributed->together);  // a duty has no such line
}

TEST(Each, AnOwnEventOfNobodyLeavesDaysOpen) {
  const Given g = given(
      R"(term T "T" { obliges each pair verifier none from own event joins without end limit stock <= 60 kg })",
      {"event joins on 2030-02-01", "event joins on 2030-03-01 by borg",
       "stock = 50 kg on 2030-01-01 by alva", "stock = 50 kg on 2030-01-01 by borg"});
  EXPECT_EQ(g.of("alva", "2030-01-31"), "not_in_force");
  EXPECT_EQ(g.of("alva", "2030-02-01"), "undetermined");
  EXPECT_EQ(g.of("borg", "2030-02-28"), "undetermined");
  EXPECT_EQ(g.of("borg", "2030-03-01"), "met");
}

TEST(Each, CallsDaysAndConditionsOfNobodyCountForAll) {
  const Given g = given(R"(term T "T" { obliges each pair verifier none from event joins without end
      duty reply within 5 days of each call while event shot })",
                        {"event joins on 2030-01-01", "event shot on 2030-01-02",
                         "event call on 2030-02-01", "event reply on 2030-02-03 by alva"});
  EXPECT_EQ(g.of("alva", "2030-03-01"), "performed");
  EXPECT_EQ(g.of("borg", "2030-03-01"), "overdue");
  EXPECT_FALSE(g.finding("2030-03-01", {}, "T", "borg").not_attributed);
}

TEST(Each, WhatAGroupDoesEachMemberDoes) {
  const Given g = given(R"(term T "T" { obliges each pair verifier none from 2030-01-01 without end
      duty survey by 2030-06-01 prohibit damming }
    term J "J" { obliges jointly pair verifier none from 2030-01-01 without end duty reply within 5 days of each call }
    term C "C" { obliges corin verifier none from 2030-01-01 without end prohibit damming })",
                        {"event survey on 2030-05-01 by pair", "damming no on 2030-01-05 by pair",
                         "event call on 2030-02-01", "event call on 2030-02-02",
                         "event reply on 2030-02-03 by pair"});
  EXPECT_EQ(g.of("alva", "2030-07-01"), "met");
  EXPECT_EQ(g.of("borg", "2030-07-01"), "met");
  EXPECT_EQ(g.on("2030-07-01", {}, "J"), "overdue");  // one answer to one of two calls
  EXPECT_EQ(g.on("2030-07-01", {}, "C"), "no_value");
}

TEST(Each, AFigureOfAGroupNamesNobodyInIt) {
  const std::string limit =
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end limit stock <= 60 kg }
         term C "C" { obliges corin verifier council from 2030-01-01 without end limit stock <= 60 kg })";
  EXPECT_EQ(given(limit, {"stock = 70 kg on 2030-02-01 by pair"}).of("alva", "2030-03-01"),
            "undetermined");
  EXPECT_EQ(given(limit, {"stock = 0 kg on 2030-02-01 by pair"}).of("alva", "2030-03-01"), "met");
  EXPECT_EQ(given(limit, {"stock = 70 kg on 2030-02-01 by pair"}).on("2030-03-01", {}, "C"),
            "no_value");
}

TEST(Single, ARecordThatNamesNobodyIsItsOwnUnlessOthersMayBeMeant) {
  const std::string a =
      R"(term T "T" { obliges alva verifier council from 2030-01-01 without end limit water per year <= 5 kg })";
  const std::string others[] = {
      R"(term B "B" { obliges borg verifier council from 2030-01-01 without end limit water per year <= 5 kg })",
      R"(term B "B" { obliges jointly { borg, corin } verifier council from 2030-01-01 without end
           limit water <= 9 kg })",
      R"(measure both "both" flow kg = water + water
         term B "B" { obliges each { borg, corin } verifier council from 2030-01-01 without end limit both <= 9 kg })"};
  const std::vector<std::string> facts{"water = 6 kg on 2030-02-01"};
  EXPECT_EQ(given(a, facts).on("2030-03-01"), "exceeded");
  for (const std::string& other : others)
    EXPECT_EQ(given(a + other, facts).on("2030-03-01"), "undetermined");
  // The Council reports about the one obliged; of two it does not say whom it means.
  const std::vector<std::string> reported{"water = 6 kg on 2030-02-01 by council"};
  EXPECT_EQ(given(a, reported).on("2030-03-01"), "exceeded");
  EXPECT_EQ(given(a + others[0], reported).on("2030-03-01"), "undetermined");
}

TEST(Single, ACallIsNoSubjectOfARule) {
  const Given g = given(
      R"(term T "T" { obliges alva verifier none from 2030-01-01 without end duty call by 2030-06-01 }
    term B "B" { obliges borg verifier none from 2030-01-01 without end duty reply within 5 days of each call })",
      {"event call on 2030-02-01"});
  EXPECT_EQ(g.on("2030-03-01"), "performed");
}

TEST(Jointly, AnAmountOfNobodyIsThatOfAllAndStandsAgainstTheMembersByItsDay) {
  const std::string joint =
      R"(term T "T" { obliges jointly pair verifier council from 2030-01-01 without end limit stock <= 100 kg })";
  const std::vector<std::string> members{"stock = 40 kg on 2030-02-01 by alva",
                                         "stock = 40 kg on 2030-02-10 by borg"};
  const auto with = [&](const char* unnamed) {
    std::vector<std::string> facts = members;
    facts.emplace_back(unnamed);
    return given(joint, facts).on("2030-03-01");
  };
  EXPECT_EQ(with("stock = 120 kg on 2030-02-09"), "met");
  EXPECT_EQ(with("stock = 120 kg on 2030-02-10"), "met");  // of one day the members stand
  EXPECT_EQ(with("stock = 120 kg on 2030-02-11"), "exceeded");
  EXPECT_EQ(with("stock = 120 kg on 2030-02-11 by pair"), "exceeded");
}

TEST(Conditions, LookAtWhatIsJudgedOfTheOtherTerm) {
  const Given g =
      given(std::string(each_cap) +
                R"(term U "U" { obliges each pair verifier none from 2030-01-01 without end
                                 limit stock <= 60 kg while T is met })",
            {"water = 3 kg on 2030-02-01 by alva", "water = 4 kg on 2030-03-01",
             "stock = 10 kg on 2030-01-05 by alva"});
  EXPECT_EQ(g.on("2030-02-28", {}, "U", "alva"), "met");
  EXPECT_EQ(g.on("2030-03-01", {}, "U", "alva"), "undetermined");
}

TEST(Timeline, ShowsTheDayOnWhichItBecomesOpen) {
  const Given g =
      given(each_cap, {"water = 3 kg on 2030-02-01 by alva", "water = 4 kg on 2030-03-01"});
  TimelineQuery query;
  query.known = d("2030-06-01");
  query.term = "T";
  query.party = "alva";
  const std::vector<TimelineEntry> entries = timeline(g.evaluator(), query);
  ASSERT_FALSE(entries.empty());
  EXPECT_EQ(entries.back().day, d("2030-03-01"));
  EXPECT_EQ(entries.back().state, State::undetermined);
  EXPECT_THAT(entries.back().note, HasSubstr("4 kg recorded; the record does not say by whom"));
}

TEST(Amendments, FromTheDayOfEachPartysOwnEvent) {
  const std::string text =
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end limit stock <= 85 kg }
    term ONE "One" { obliges alva verifier council from 2030-01-01 without end limit stock <= 85 kg }
    amendment P "P" { decided 2030-02-01 effective own event joins + 45 days
      replace T { limit stock <= 60 kg } repeal ONE
      term NEW "New" { obliges each pair verifier none from 2030-01-01 without end limit stock <= 65 kg } })";
  const std::vector<std::string> facts{"event joins on 2030-03-10 by alva",
                                       "stock = 70 kg on 2030-03-01 by alva",
                                       "stock = 70 kg on 2030-03-01 by borg"};
  const Given g = given(text, facts);
  EXPECT_EQ(g.of("alva", "2030-04-23"), "met");
  EXPECT_EQ(g.of("alva", "2030-04-24"), "exceeded");
  EXPECT_EQ(g.of("borg", "2031-01-01"), "met");
  EXPECT_EQ(g.on("2030-04-23", {}, "ONE"), "met");
  EXPECT_EQ(g.on("2030-04-24", {}, "ONE"), "terminated");
  EXPECT_EQ(g.on("2030-04-24", {}, "NEW", "alva"), "exceeded");
  EXPECT_EQ(g.on("2031-01-01", {}, "NEW", "borg"), "not_in_force");
  const std::vector<Day> days =
      g.evaluator().change_days({"T", "alva"}, d("2030-04-01"), d("2030-05-01"), d("2030-06-01"));
  EXPECT_THAT(days, testing::ElementsAre(d("2030-04-24")));
}

TEST(Amendments, AnAcceptanceOfNobodyLeavesItOpen) {
  const Given g = given(
      R"(term T "T" { obliges each pair verifier council from 2030-01-01 without end limit stock <= 85 kg }
    amendment P "P" { decided 2030-02-01 effective own event joins replace T { limit stock <= 60 kg } })",
      {"event joins on 2030-03-10", "stock = 70 kg on 2030-03-01 by alva",
       "stock = 50 kg on 2030-03-01 by borg"});
  EXPECT_EQ(g.of("alva", "2030-04-01"), "undetermined");
  EXPECT_EQ(g.of("borg", "2030-04-01"), "met");
}

}  // namespace
}  // namespace accord::agreement
