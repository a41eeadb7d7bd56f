#include <gmock/gmock.h>

#include "given.h"

namespace accord::agreement {
namespace {

using ::testing::HasSubstr;

Given text(const std::string& rule, const std::vector<std::string>& facts) {
  return Given(R"(
    party a "A"
    party b "B"
    body v "Verifier"
    site north "North"
    site hall "Hall" in north
    site cellar "Cellar" in hall
    site south "South"
    measure work "work" activity
    term T "T" { obliges a verifier v from 2020-01-01 without end )" +
                   rule + " }",
               facts);
}

TEST(Prohibit, AYesInsideTheAreaIsAnExcessUntilALaterNoForThatPlace) {
  const Given g = text("prohibit work at south",
                       {"work no at south on 2020-02-01", "work yes at south on 2020-03-01",
                        "work no at north on 2020-03-15", "work no at south on 2020-04-01"});
  EXPECT_EQ(g.on("2020-01-31", "2021-01-01"), "no_value");
  EXPECT_EQ(g.on("2020-02-01", "2021-01-01"), "met");
  EXPECT_EQ(g.on("2020-03-01", "2021-01-01"), "exceeded");
  EXPECT_EQ(g.on("2020-03-31", "2021-01-01"), "exceeded");
  EXPECT_EQ(g.on("2020-04-01", "2021-01-01"), "met");
  EXPECT_EQ(g.finding("2020-03-01", "2021-01-01").rules.at(0).evidence.at(0).says, "seen at South");
}

TEST(Prohibit, ASiteIncludesThoseInsideIt) {
  EXPECT_EQ(text("prohibit work at north", {"work yes at cellar on 2020-03-01"}).on("2020-04-01"),
            "exceeded");
  EXPECT_EQ(
      text("prohibit work outside north", {"work yes at cellar on 2020-03-01"}).on("2020-04-01"),
      "no_value");
  EXPECT_EQ(
      text("prohibit work outside hall", {"work yes at north on 2020-03-01"}).on("2020-04-01"),
      "no_value");  // seen somewhere in the north: perhaps in the hall
  EXPECT_EQ(
      text("prohibit work outside north", {"work yes at south on 2020-03-01"}).on("2020-04-01"),
      "exceeded");
  EXPECT_EQ(text("prohibit work at cellar", {"work no at hall on 2020-03-01"}).on("2020-04-01"),
            "met");
}

TEST(Prohibit, IsMetOnlyByANoAboutTheWholeArea) {
  EXPECT_EQ(
      text("prohibit work outside north", {"work no at south on 2020-03-01"}).on("2020-04-01"),
      "no_value");
  EXPECT_EQ(
      text("prohibit work outside north", {"work no outside north on 2020-03-01"}).on("2020-04-01"),
      "met");
  EXPECT_EQ(text("prohibit work outside north", {"work no on 2020-03-01"}).on("2020-04-01"), "met");
  EXPECT_EQ(text("prohibit work", {"work no outside south on 2020-03-01"}).on("2020-04-01"),
            "no_value");
  EXPECT_EQ(text("prohibit work at { north, south }",
                 {"work no at south on 2020-03-01", "work no at north on 2020-03-02"})
                .on("2020-04-01"),
            "met");
  const Finding f = text("prohibit work", {"work no at south on 2020-03-01"}).finding("2020-04-01");
  EXPECT_THAT(f.rules.at(0).reason, HasSubstr("whole area"));
}

TEST(Prohibit, AYesAtAnUndeclaredPlaceIsOutsideEveryDeclaredSite) {
  Given g = text("prohibit work outside north", {"work yes at south on 2020-03-01"});
  g.records.observations[0].sites = {"nowhere_known"};
  EXPECT_EQ(g.on("2020-04-01"), "exceeded");
}

TEST(Prohibit, NoAccessAfterwardsShowsTheLastKnownOnly) {
  const Given g = text("prohibit work at south",
                       {"work yes at south on 2020-03-01", "no access to work on 2020-05-01"});
  const Finding f = g.finding("2020-06-01");
  EXPECT_EQ(f.state, State::not_verifiable_no_access);
  ASSERT_TRUE(f.last_known);
  EXPECT_EQ(f.last_known->state, State::exceeded);
  EXPECT_EQ(f.last_known->age_days, 92);
}

TEST(Prohibit, OnOneDayTheBetterGradeDecidesAndEqualOnesAreUndetermined) {
  EXPECT_EQ(text("prohibit work at south", {"work yes at south on 2020-03-01 grade reported",
                                            "work no on 2020-03-01 grade verified"})
                .on("2020-04-01"),
            "met");
  EXPECT_EQ(text("prohibit work at south", {"work yes at south on 2020-03-01 grade verified",
                                            "work no on 2020-03-01 grade reported"})
                .on("2020-04-01"),
            "exceeded");
  const Given equal =
      text("prohibit work at south", {"work yes at south on 2020-03-01", "work no on 2020-03-01"});
  EXPECT_EQ(equal.on("2020-04-01"), "undetermined");
  EXPECT_EQ(equal.finding("2020-04-01").rules.at(0).evidence.size(), 2U);
}

TEST(Prohibit, AContradictionAboutAnotherPlaceLeavesNothingOpen) {
  // Equal records contradict each other about the south; nobody denies what was seen in the north.
  const std::vector<std::string> facts = {"work yes at { north, south } on 2020-03-01",
                                          "work no outside hall on 2020-03-01"};
  EXPECT_EQ(text("prohibit work at north", facts).on("2020-04-01"), "exceeded");
  EXPECT_EQ(text("prohibit work at south", facts).on("2020-04-01"), "undetermined");
}

TEST(Prohibit, ANoThatIsOutweighedContradictsNobody) {
  for (const char* known : {"2020-03-01", "2020-03-05"})
    EXPECT_EQ(text("prohibit work at south",
                   {"work yes on 2020-03-01 known 2020-03-03 grade reported",
                    "work no on 2020-03-01 known 2020-03-03 grade reported",
                    std::string("work yes on 2020-03-01 known ") + known + " grade verified"})
                  .on("2020-04-01"),
              "no_value");  // seen, but nobody says where
}

TEST(Prohibit, AContradictionLeavesAnOlderExcessThatStandsEitherWay) {
  const std::vector<std::string> contradiction = {"work yes at south on 2020-03-01",
                                                  "work no at south on 2020-03-01"};
  const auto with = [&](const std::string& older) {
    std::vector<std::string> facts = contradiction;
    facts.push_back(older);
    return text("prohibit work at { north, south }", facts).on("2020-04-01");
  };
  EXPECT_EQ(with("work yes at north on 2020-02-01"), "exceeded");
  EXPECT_EQ(with("work yes at south on 2020-02-01"), "undetermined");
  EXPECT_EQ(with("work no on 2020-02-01"), "undetermined");
}

TEST(Require, TheLastWordDecides) {
  const Given g = text("require work", {"work yes on 2020-02-01", "work no on 2020-03-01",
                                        "work yes on 2020-04-01"});
  EXPECT_EQ(g.on("2020-01-31", "2021-01-01"), "no_value");
  EXPECT_EQ(g.on("2020-02-01", "2021-01-01"), "met");
  EXPECT_EQ(g.on("2020-03-01", "2021-01-01"), "not_performed");
  EXPECT_EQ(g.on("2020-04-01", "2021-01-01"), "met");
}

TEST(Require, EverySiteNamedIsLookedAt) {
  const Given g = text("require work at { north, south }",
                       {"work yes at north on 2020-02-01", "work yes at south on 2020-02-03",
                        "work no at south on 2020-03-01"});
  EXPECT_EQ(g.on("2020-02-02", "2021-01-01"), "no_value");
  EXPECT_EQ(g.on("2020-02-03", "2021-01-01"), "met");
  EXPECT_EQ(g.finding("2020-02-03", "2021-01-01").rules.at(0).evidence.size(), 2U);
  EXPECT_EQ(g.on("2020-03-01", "2021-01-01"), "not_performed");
}

TEST(Require, EqualRecordsAboutPartOfThePlaceThatContradictEachOtherLeaveItOpen) {
  const std::vector<std::string> facts = {"work yes at north on 2020-03-01",
                                          "work no at north on 2020-03-01"};
  EXPECT_EQ(text("require work", facts).on("2020-04-01"), "undetermined");
  std::vector<std::string> more = facts;
  more.push_back("work yes at south on 2020-03-01");
  EXPECT_EQ(text("require work", more).on("2020-04-01"), "met");
}

TEST(Require, OfOneDayTheWeightiestYesCounts) {
  EXPECT_EQ(text("require work at north", {"work yes on 2020-03-01 grade reported",
                                           "work no at north on 2020-03-01 grade declared",
                                           "work yes at north on 2020-03-01 grade verified"})
                .on("2020-04-01"),
            "met");
}

TEST(Require, OldWordsShowNothing) {
  const Given g = text("require work stale after 1 month", {"work yes on 2020-02-01"});
  EXPECT_EQ(g.on("2020-03-01"), "met");
  EXPECT_EQ(g.on("2020-03-02"), "no_value");
  EXPECT_EQ(g.finding("2020-03-02").last_known->state, State::met);
}

}  // namespace
}  // namespace accord::agreement
