#include "agreement/account.h"

#include <gmock/gmock.h>

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
    given relief yes on 2016-01-16
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
    seen.push_back(to_string(line.day) + (line.left ? " left " : " right ") + word(line.what) +
                   " " + line.term);
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
    EXPECT_NE(s.party, "fr");
  }
}

TEST(Account, ExchangingTheSidesExchangesTheColumns) {  // property 10 of the chapter
  const Story story(text);
  const Account a = account(*story.evaluator, "iran", "us", day("2023-12-31"), day("2023-12-31"));
  const Account b = account(*story.evaluator, "us", "iran", day("2023-12-31"), day("2023-12-31"));
  ASSERT_EQ(a.lines.size(), b.lines.size());
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    EXPECT_EQ(a.lines[i].left, !b.lines[i].left);
    EXPECT_EQ(a.lines[i].term, b.lines[i].term);
    EXPECT_EQ(a.lines[i].day, b.lines[i].day);
    EXPECT_EQ(a.lines[i].what, b.lines[i].what);
  }
  ASSERT_EQ(a.standing.size(), b.standing.size());
  for (std::size_t i = 0; i < a.standing.size(); ++i)
    EXPECT_EQ(a.standing[i].left, !b.standing[i].left);
}

TEST(Account, TheTextHasTwoColumns) {
  const Story story(text);
  const std::string shown =
      account_text(account(*story.evaluator, "iran", "us", day("2019-12-31"), day("2019-12-31")));
  EXPECT_THAT(shown,
              testing::HasSubstr("day         iran                                        us\n"));
  EXPECT_THAT(shown, testing::HasSubstr("CURB Curb: exceeded since 2019-07-01"));
}

}  // namespace
}  // namespace accord::agreement
