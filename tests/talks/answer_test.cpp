#include <gtest/gtest.h>

#include <algorithm>

#include "made.h"
#include "talks/model/order.h"
#include "talks/model/position.h"
#include "talks/model/utility.h"

/// What a party says of an outcome: the example "marks and ranges" of the chapter, section 14.
namespace {

namespace made = accord::talks::made;
using accord::talks::Answer;
using accord::talks::Domain;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::Range;
using accord::talks::Utility;

Domain levels() {
  Domain out;
  out.issues = {made::choice("level", {"none", "low", "high"}), made::whole("visits", 0, 12, 4),
                made::choice("relief", {"late", "step", "early"})};
  return out;
}

Position position_b() {
  Position out;
  out.party = "B";
  out.utility = Utility{{made::table(0, made::exactly("0.5"), {"1", "0.7", "0"}),
                         made::table(1, made::exactly("0.3"), {"0", "0.5", "0.8", "1"}),
                         made::table(2, made::exactly("0.2"), {"1", "0.5", "0"})},
                        {},
                        {},
                        {}};
  out.reservation = made::exactly("0.5");
  return out;
}

Position marks_a() {
  Position out;
  out.party = "A";
  out.marks[0] = {{1}, {0}, {2}};
  out.marks[1] = {{1, 2}, {3}, {}};
  out.marks[2] = {{1, 2}, {}, {}};
  return out;
}

struct Zone {
  int sure = 0, possible = 0;  // possible: excluded by nobody, the sure ones too
  bool operator==(const Zone&) const = default;
};

Zone zone(const Domain& domain, const std::vector<Position>& positions, bool silent = false) {
  Zone out;
  for (const Outcome& outcome : made::outcomes(domain)) {
    bool yes = !silent, no = false;
    for (const Position& position : positions) {
      const Answer answer = accord::talks::answer_of(domain, position, outcome);
      yes = yes && answer == Answer::yes;
      no = no || answer == Answer::no;
    }
    out.sure += yes ? 1 : 0;
    out.possible += no ? 0 : 1;
  }
  return out;
}

TEST(TalksAnswer, MarksExcludeAndAcceptOnlyTogether) {
  Position a = marks_a();
  EXPECT_EQ(zone(levels(), {a, position_b()}), (Zone{0, 22}));
  a.together = true;
  EXPECT_EQ(zone(levels(), {a, position_b()}), (Zone{4, 22}));
}

Position ranges_a() {
  Position out;
  out.party = "A";
  const auto range = [](const char* low, const char* high) {
    return Range{made::number(low), made::number(high)};
  };
  out.utility = Utility{{made::table(0, range("0.3", "0.6"), {"0", "0.6", "1"}),
                         made::table(1, range("0.1", "0.3"), {"1", "0.7", "0.3", "0"}),
                         made::table(2, range("0.2", "0.5"), {"0", "0.6", "1"})},
                        {},
                        {},
                        {}};
  out.reservation = made::exactly("0.5");
  return out;
}

TEST(TalksAnswer, RangesOfWeights) {
  Position a = ranges_a();
  EXPECT_EQ(zone(levels(), {a, position_b()}), (Zone{0, 15}));
  a.utility->weights_sum = 1;
  EXPECT_EQ(zone(levels(), {a, position_b()}), (Zone{5, 14}));
  EXPECT_EQ(zone(levels(), {a, position_b()}, true), (Zone{0, 14})) << "a third party is silent";
}

TEST(TalksAnswer, LiveWithAFewValues) {
  Position a = marks_a();
  a.together = true;
  a.live_at_most = 1;
  EXPECT_EQ(zone(levels(), {a, position_b()}).sure, 10);
  a.live_at_most = 2;
  EXPECT_EQ(zone(levels(), {a, position_b()}).sure, 12);
}

TEST(TalksAnswer, WeightsByRankAreMeansOfTheFirst) {
  Position a = ranges_a();
  a.utility->weight_order = {1, 0, 2};
  // Of (none, 4, early): x in order 0.7, 0, 1: means 0.7, 0.35, 17/30.
  const auto u = accord::talks::utility_of(levels(), a, {0, 1, 2});
  ASSERT_TRUE(u.has_value());
  EXPECT_EQ(u->low, made::number("0.35"));
  EXPECT_EQ(u->high, made::number("0.7"));
}

TEST(TalksAnswer, APackageIsComparedByOrder) {
  Position a;
  a.party = "A";
  a.order[0] = {{2}, {1}, {0}};
  a.packages = {{{{1}, {1}, {1}}, true}, {{{0}, {}, {}}, false}};
  const auto answer = [&](const Outcome& o) { return accord::talks::answer_of(levels(), a, o); };
  EXPECT_EQ(answer({1, 1, 1}), Answer::yes) << "the package itself";
  EXPECT_EQ(answer({2, 1, 1}), Answer::yes) << "better on what is ranked, the same elsewhere";
  EXPECT_EQ(answer({2, 2, 1}), Answer::open) << "visits are not ranked";
  EXPECT_EQ(answer({0, 3, 2}), Answer::no) << "in a package that is out";
  EXPECT_EQ(accord::talks::broken_by(levels(), a, {0, 3, 2}),
            (std::vector<std::string>{"A.package.2"}));
}

TEST(TalksAnswer, AsGoodAsAPackageNeedsNoNumbers) {
  Position a;
  a.party = "A";
  a.order[0] = {{2}, {1}, {0}};
  a.reservation = Outcome{1, 1, 1};
  EXPECT_EQ(accord::talks::answer_of(levels(), a, {2, 1, 1}), Answer::yes);
  EXPECT_EQ(accord::talks::answer_of(levels(), a, {1, 1, 1}), Answer::yes);
  EXPECT_EQ(accord::talks::answer_of(levels(), a, {0, 1, 1}), Answer::no);
  EXPECT_EQ(accord::talks::answer_of(levels(), a, {0, 2, 1}), Answer::open);
  // With numbers: the same entry on both sides gives 0, whatever its weight.
  Position b = ranges_a();
  b.reservation = Outcome{1, 1, 1};
  EXPECT_EQ(accord::talks::answer_of(levels(), b, {1, 1, 2}), Answer::yes);
  EXPECT_EQ(accord::talks::answer_of(levels(), b, {1, 1, 0}), Answer::no);
}

TEST(TalksAnswer, SilenceIsOpen) {
  Position a;
  a.party = "A";
  for (const Outcome& outcome : made::outcomes(levels()))
    EXPECT_EQ(accord::talks::answer_of(levels(), a, outcome), Answer::open);
  a.otherwise_acceptable = true;
  EXPECT_EQ(accord::talks::answer_of(levels(), a, {0, 0, 0}), Answer::yes);
}

TEST(TalksAnswer, WordsThatContradictAreNoAndSaidSo) {
  Position a = marks_a();
  a.packages = {{{{2}, {1}, {1}}, true}};  // the level is marked no
  EXPECT_EQ(accord::talks::answer_of(levels(), a, {2, 1, 1}), Answer::no);
  EXPECT_TRUE(accord::talks::contradicts(levels(), a, {2, 1, 1}));
  EXPECT_FALSE(accord::talks::contradicts(levels(), a, {1, 1, 1}));
}

TEST(TalksDomain, NumbersAreFoundAsNumbersAndTextsByteForByte) {
  const Domain domain = levels();
  EXPECT_EQ(domain.issues[1].size(), 4u);
  EXPECT_EQ(domain.issues[1].find("24/3"), 2u);
  EXPECT_EQ(domain.issues[1].find("8.0"), 2u);
  EXPECT_EQ(domain.issues[1].find("6"), std::nullopt);
  EXPECT_EQ(domain.issues[1].find("16"), std::nullopt);
  EXPECT_EQ(domain.issues[0].find("Low"), std::nullopt);
  EXPECT_EQ(domain.outcomes(), accord::talks::Number(36));
  EXPECT_EQ(domain.rank({1, 2, 0}), accord::talks::Number(18));
  EXPECT_EQ(domain.outcome_at(18), (Outcome{1, 2, 0}));
  EXPECT_EQ(domain.words({1, 2, 0}), "level low, visits 8, relief late");
}

TEST(TalksDomain, AStepThatDoesNotReachTheEnd) {
  const auto issue = made::whole("x", 0, 10, 4);
  EXPECT_EQ(issue.size(), 3u);
  EXPECT_EQ(issue.find("10"), std::nullopt);
}

}  // namespace
