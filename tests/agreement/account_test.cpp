#include "agreement/history/account.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <utility>

#include "support/story.h"

namespace accord::agreement {
namespace {

using tests::day;
using tests::Story;
using Word = AccountLine::Word;

constexpr const char* text = R"(accord 1
agreement demo "Demo" {
  party iran "Iran"
  party us "United States"
  party fr "France"
  party others "The others" = { us, fr }
  body unsc "Council"
  measure stock "stock" amount t
  measure relief "relief" activity
  event end_of_rest "Remaining measures ended"
  term CURB "Curb" ref "1" { obliges iran owed others verifier none from 2016-01-16 without end limit stock <= 5 t }
  term RELIEF "Relief" ref "2" { obliges us owed iran verifier none from 2016-01-16 without end require relief }
  term REST "Rest" ref "3" {
    obliges each others owed iran verifier none from 2016-01-16 without end duty end_of_rest by 2023-10-18
  }
  term ELSEWHERE "Elsewhere" ref "4" {
    obliges unsc owed fr verifier none from 2016-01-16 without end require relief
  }
  example "record" {
    given stock = 4 t on 2016-02-01
    given relief yes on 2016-01-16 by us
    given relief no on 2018-05-08
    given us ceases on 2018-05-08
    given iran suspends CURB on 2019-05-08
    given stock = 6 t on 2019-07-01
  }
}
)";

TEST(Account, ShowsByDayWhatEachSidePerformedStoppedAndDeclared) {
  const Story story(text);
  const Account a = account(*story.evaluator, "iran", "us", day("2023-12-31"), day("2023-12-31"));
  std::vector<std::string> seen;
  for (const AccountLine& line : a.lines)
    seen.push_back(fmt::format("{} {} {} {}", to_string(line.day), word(line.side), word(line.what),
                               line.term));
  EXPECT_THAT(
      seen, testing::ElementsAre("2016-01-16 right performed RELIEF",
                                 "2016-02-01 left performed CURB", "2018-05-08 right declared ",
                                 "2018-05-08 right stopped RELIEF", "2019-05-08 left declared CURB",
                                 "2019-07-01 left stopped CURB", "2023-10-19 right due REST"));
}

TEST(Account, LeavesOutTermsThatAreNotBetweenTheTwo) {
  const Story story(text);
  const Account a = account(*story.evaluator, "iran", "us", day("2023-12-31"), day("2023-12-31"));
  for (const AccountStanding& s : a.standing) {
    EXPECT_NE(s.term, "ELSEWHERE");
    EXPECT_NE(s.parties, std::vector<std::string>{"fr"});
  }
}

/// The same account seen from the other side.
Account exchanged(Account a) {
  const auto other = [](AccountSide side) {
    return side == AccountSide::joint  ? side
           : side == AccountSide::left ? AccountSide::right
                                       : AccountSide::left;
  };
  std::swap(a.left, a.right);
  std::swap(a.left_title, a.right_title);
  for (AccountLine& line : a.lines) line.side = other(line.side);
  for (AccountStanding& s : a.standing) s.side = other(s.side);
  return a;
}

TEST(Account, ExchangingTheSidesExchangesTheColumns) {  // property 10 of the chapter
  const Story story(text);
  const Day last = day("2023-12-31");
  const Account a = account(*story.evaluator, "iran", "us", last, last);
  EXPECT_EQ(account_text(exchanged(a)),
            account_text(account(*story.evaluator, "us", "iran", last, last)));
}

constexpr const char* corridor = R"(accord 1
agreement corridor "Corridor" {
  party north "North"
  party south "South"
  party east "East"
  party all "All" = { north, south, east }
  event arrival "Arrival"
  event inspected "Inspected"
  measure passage "passage" activity
  term INSPECT "Inspection" ref "1" {
    obliges jointly all owed all verifier none from 2030-01-01 without end
    duty inspected within 3 days of each arrival
  }
  term LIST "List" ref "2" {
    obliges jointly { north, east } owed south verifier none from 2030-01-01 without end duty inspected by 2030-03-01
  }
  term PASSAGE "Passage" ref "3" {
    obliges each all owed all verifier none from 2030-01-01 without end require passage
  }
  example "record" {
    given event arrival on 2030-02-01
    given event inspected on 2030-02-03 by east
    given passage yes on 2030-02-01 by north
  }
}
)";

std::vector<std::string> standing_of(const Account& a) {
  std::vector<std::string> out;
  for (const AccountStanding& s : a.standing)
    out.push_back(fmt::format("{} {} {}", s.term, word(s.side), fmt::join(s.parties, "+")));
  return out;
}

TEST(Account, WhatBothOweTogetherIsJoint) {
  const Story story(corridor);
  const Day last = day("2030-03-10");
  const Account a = account(*story.evaluator, "north", "south", last, last);
  EXPECT_THAT(standing_of(a),
              testing::ElementsAre("INSPECT joint north+south+east", "LIST left north+east",
                                   "PASSAGE left north", "PASSAGE right south"));
  EXPECT_EQ(account_text(exchanged(a)),
            account_text(account(*story.evaluator, "south", "north", last, last)));
  EXPECT_THAT(account_text(a),
              testing::HasSubstr("2030-02-03  All, jointly: performed: INSPECT Inspection"));
  // Of two who owe LIST together none is owed it.
  EXPECT_THAT(standing_of(account(*story.evaluator, "north", "east", last, last)),
              testing::ElementsAre("INSPECT joint north+south+east", "PASSAGE left north",
                                   "PASSAGE right east"));
}

TEST(Account, ASideIsNotSetAgainstAGroupThatHoldsIt) {
  const Story story(corridor);
  const Agreement& agreement = story.evaluator->agreement();
  EXPECT_EQ(on_both_sides(agreement, "north", "all"), "north");
  EXPECT_EQ(on_both_sides(agreement, "all", "east"), "east");
  EXPECT_EQ(on_both_sides(agreement, "north", "north"), "north");
  EXPECT_FALSE(on_both_sides(agreement, "north", "south"));
}

TEST(Account, TheTextHasTwoColumns) {
  const Story story(text);
  const std::string shown =
      account_text(account(*story.evaluator, "iran", "us", day("2019-12-31"), day("2019-12-31")));
  EXPECT_THAT(shown,
              testing::HasSubstr(
                  "day         Iran                                        United States\n"));
  EXPECT_THAT(shown, testing::HasSubstr("CURB Curb: exceeded since 2019-07-01"));
}

}  // namespace
}  // namespace accord::agreement
