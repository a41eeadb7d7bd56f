#include "agreement/explain/depends.h"

#include <gmock/gmock.h>

#include "agreement/syntax/parse.h"

namespace accord::agreement {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* text = R"(accord 1
agreement demo "Demo" {
  party a "A"
  party b "B"
  event report "Report"
  event quarrel "Quarrel"
  day start = event report
  measure stock "stock" amount t
  measure relief "relief" activity
  question Q "Is it so?" { arises from quarrel answer yes_so "yes" by a answer not_so "no" by b }
  term CURB "Curb" ref "1" { obliges a owed b verifier none from start for 15 years limit stock <= 5 t }
  term RELIEF "Relief" ref "2" {
    obliges b owed a verifier none from start without end require relief while performing(a)
  }
  term REST "Rest" ref "3" {
    obliges b owed a verifier none from start without end require relief while RELIEF is met
  }
  term OPEN "Open" ref "4" {
    obliges b owed a verifier none from start without end require relief unless Q is yes_so
  }
  term STAYS "Stays" ref "5" {
    obliges b owed a verifier none from start without end require relief unless performing(a)
  }
}
)";

Dependence demo() {
  Parsed parsed = parse(text);
  EXPECT_TRUE(parsed.problems.empty());
  return depends(parsed.agreement);
}

std::vector<std::string> names(const Dependence& d) {
  std::vector<std::string> out;
  for (const DependNode& n : d.nodes) out.push_back(n.name);
  return out;
}

TEST(Depends, ATermRestsOnItsDayItsMeasureItsPartiesAndItsConditions) {
  const Dependence d = demo();
  EXPECT_THAT(d.edges, Contains(DependEdge{"CURB", "start", "starts on", false}));
  EXPECT_THAT(d.edges, Contains(DependEdge{"CURB", "stock", "is judged by", false}));
  EXPECT_THAT(d.edges,
              Contains(DependEdge{"start", "report", "is counted from the day of", false}));
  EXPECT_THAT(d.edges, Contains(DependEdge{"OPEN", "Q", "does not hold once it is yes_so:", true}));
  EXPECT_THAT(d.edges, Contains(DependEdge{"Q", "quarrel", "arises from", false}));
}

TEST(Depends, WhatFallsWhenASideCeasesIncludesWhatRestsOnWhatFell) {
  const auto falls = falls_when_ceases(demo(), "a");
  ASSERT_EQ(falls.size(), 2U);  // not STAYS: it begins to hold, it does not fall
  EXPECT_EQ(falls[0].term, "RELIEF");
  EXPECT_EQ(falls[1].term, "REST");
  EXPECT_THAT(falls[1].because, HasSubstr("RELIEF, which holds while this party performs: a"));
  EXPECT_TRUE(falls_when_ceases(demo(), "b").empty());
}

TEST(Depends, AroundAQuestionKeepsWhatLeadsToItAndWhatRestsOnIt) {
  EXPECT_THAT(names(around(demo(), "Q")), testing::IsSupersetOf({"quarrel", "Q", "OPEN"}));
  EXPECT_THAT(names(around(demo(), "Q")), testing::Not(Contains("CURB")));
}

TEST(Depends, AroundAPartyKeepsItsTermsByOneStep) {
  EXPECT_THAT(names(around(demo(), "a")),
              ElementsAre("a", "CURB", "RELIEF", "REST", "OPEN", "STAYS"));
}

TEST(Depends, AnUnknownNameGivesNothing) {
  EXPECT_TRUE(around(demo(), "nobody").nodes.empty());
}

TEST(Depends, TheTextListsEachEdgeBelowWhatRests) {
  EXPECT_THAT(
      depends_text(demo()),
      HasSubstr("term RELIEF  Relief\n  is owed by b\n  is owed to a\n  starts on start\n"));
}

}  // namespace
}  // namespace accord::agreement
