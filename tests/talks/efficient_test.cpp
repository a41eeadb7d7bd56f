#include "talks/zone/efficient.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "random_talks.h"
#include "talks/model/order.h"
#include "talks/model/utility.h"
#include "talks/solve/frontier.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Answer;
using accord::talks::Efficiency;
using accord::talks::efficient;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::Range;
using accord::talks::Talks;

/// The ranges of the chapter, section 14.
Talks ranges(bool with_sum) {
  Talks out;
  out.domain.issues = {made::choice("level", {"none", "low", "high"}),
                       made::whole("visits", 0, 12, 4),
                       made::choice("relief", {"late", "step", "early"})};
  const auto range = [](const char* low, const char* high) {
    return Range{made::number(low), made::number(high)};
  };
  Position a, b;
  a.party = "A";
  a.utility.emplace();
  a.utility->terms = {made::table(0, range("0.3", "0.6"), {"0", "0.6", "1"}),
                      made::table(1, range("0.1", "0.3"), {"1", "0.7", "0.3", "0"}),
                      made::table(2, range("0.2", "0.5"), {"0", "0.6", "1"})};
  if (with_sum) a.utility->weights_sum = 1;
  a.reservation = made::exactly("0.5");
  b.party = "B";
  b.utility.emplace();
  b.utility->terms = {made::table(0, made::exactly("0.5"), {"1", "0.7", "0"}),
                      made::table(1, made::exactly("0.3"), {"0", "0.5", "0.8", "1"}),
                      made::table(2, made::exactly("0.2"), {"1", "0.5", "0"})};
  b.reservation = made::exactly("0.5");
  out.positions = {a, b};
  return out;
}

TEST(TalksEfficient, TheRangesOfTheChapter) {
  const auto with_sum = efficient(ranges(true)), without = efficient(ranges(false));
  ASSERT_TRUE(with_sum && without);
  EXPECT_EQ(with_sum->sure.size(), 2u);
  EXPECT_EQ(without->sure.size(), 2u);
  // Possibly efficient are the sure ones too.
  EXPECT_EQ(with_sum->sure.size() + with_sum->possible.size(), 10u);
  EXPECT_EQ(without->sure.size() + without->possible.size(), 11u);
  EXPECT_EQ(with_sum->excluded.size(), 14u - 10u);
  EXPECT_EQ(without->excluded.size(), 15u - 11u);
}

TEST(TalksEfficient, ASilentPartyIsNeverKnownToAgreeThatAnotherIsBetter) {
  // a is better than b for A and B, c is the same as a for both.
  Talks talks;
  talks.domain.issues = {made::choice("x", {"a", "b", "c"})};
  for (const char* party : {"A", "B"}) {
    Position position;
    position.party = party;
    position.utility.emplace();
    position.utility->terms = {made::table(0, made::exactly("1"), {"1", "0", "1"})};
    talks.positions.push_back(position);
  }
  const auto two = efficient(talks);
  ASSERT_TRUE(two.has_value());
  EXPECT_EQ(two->sure, (std::vector<std::uint64_t>{0, 2}));
  EXPECT_EQ(two->excluded, (std::vector<std::uint64_t>{1}));
  talks.domain.parties = {"A", "B", "C"};
  const auto three = efficient(talks);
  ASSERT_TRUE(three.has_value());
  EXPECT_TRUE(three->sure.empty());
  EXPECT_TRUE(three->excluded.empty());
  EXPECT_EQ(three->possible.size(), 3u);
}

TEST(TalksEfficient, TooManyOutcomesSayWhatWouldHelp) {
  Talks talks;
  talks.domain.issues = {made::whole("x", 0, 20'000)};
  talks.domain.parties = {"A", "B"};
  const auto found = efficient(talks);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, "P061");
  EXPECT_NE(found.error().remedy.find("coarser"), std::string::npos);
}

/// Section 6.3 by definition, from the model's differences.
struct Beats {
  bool surely = true, possibly = true, above_surely = false, above_possibly = false;

  void add(const Talks& talks, const Position& position, const Outcome& a, const Outcome& b) {
    if (const auto d = difference(talks.domain, position, a, b)) {
      surely = surely && d->low.sign() >= 0;
      possibly = possibly && d->high.sign() >= 0;
      above_surely = above_surely || d->low.sign() > 0;
      above_possibly = above_possibly || d->high.sign() > 0;
      return;
    }
    const bool reaches = at_least_as_good(position, a, b), lower = worse(position, a, b);
    surely = surely && reaches;
    possibly = possibly && !lower;
    above_surely = above_surely || worse(position, b, a);
    above_possibly = above_possibly || !at_least_as_good(position, b, a);
  }
};

RC_GTEST_PROP(TalksEfficient, IsThatOfTheDefinition, ()) {
  const Talks talks = made::random_talks(3);
  const auto found = efficient(talks, {}, *rc::gen::inRange(1u, 4u));
  if (!found) {
    RC_ASSERT(found.error().code == "P042");
    return;
  }
  std::vector<Outcome> left;
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    bool kept = true;
    for (const auto& rule : talks.domain.rules)
      kept = kept && keeps(talks.domain, rule.rule, outcome);
    for (const Position& position : talks.positions)
      kept = kept && answer_of(talks.domain, position, outcome) != Answer::no;
    if (kept) left.push_back(outcome);
  }
  Efficiency expected;
  for (const Outcome& outcome : left) {
    bool surely = false, possibly = false;
    for (const Outcome& other : left) {
      if (other == outcome) continue;
      Beats beats;
      for (const Position& position : talks.positions) beats.add(talks, position, other, outcome);
      if (!talks.silent_parties().empty()) beats.add(talks, Position(), other, outcome);
      surely = surely || (beats.surely && beats.above_surely);
      possibly = possibly || (beats.possibly && beats.above_possibly);
    }
    const auto rank = static_cast<std::uint64_t>(*talks.domain.rank(outcome).to_int64());
    (surely ? expected.excluded : possibly ? expected.possible : expected.sure).push_back(rank);
  }
  RC_ASSERT(found->sure == expected.sure);
  RC_ASSERT(found->possible == expected.possible);
  RC_ASSERT(found->excluded == expected.excluded);
}

RC_GTEST_PROP(TalksEfficient, OfExactNumbersItIsTheFrontier, ()) {
  Talks talks;
  talks.domain = made::random_domain(3);
  for (const char* party : {"A", "B", "C"}) {
    Position position;
    position.party = party;
    position.utility = made::random_utility(talks.domain, true);
    if (*rc::gen::arbitrary<bool>()) position.utility->cap = made::small_number();
    position.reservation = made::exactly("-3");
    talks.positions.push_back(position);
  }
  const auto found = efficient(talks);
  RC_ASSERT(found && found->possible.empty());
  std::map<std::vector<Number>, std::vector<std::uint64_t>> points;
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    std::vector<Number> point;
    bool in = true;
    for (const Position& position : talks.positions) {
      point.push_back(utility_of(talks.domain, position, outcome)->low);
      in = in && point.back() >= Number(-3);
    }
    if (in)
      points[point].push_back(static_cast<std::uint64_t>(*talks.domain.rank(outcome).to_int64()));
  }
  std::vector<std::uint64_t> expected;
  for (const auto& [point, ranks] : points) {
    const bool beaten = std::any_of(points.begin(), points.end(), [&](const auto& other) {
      bool all = other.first != point;
      for (std::size_t i = 0; i < point.size(); ++i) all = all && other.first[i] >= point[i];
      return all;
    });
    if (!beaten) expected.insert(expected.end(), ranks.begin(), ranks.end());
  }
  std::sort(expected.begin(), expected.end());
  RC_ASSERT(found->sure == expected);
}

}  // namespace
