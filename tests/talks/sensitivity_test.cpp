#include "talks/why/sensitivity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>
#include <set>
#include <tuple>

#include "random_talks.h"
#include "talks/model/utility.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::exaggerations;
using accord::talks::FairRule;
using accord::talks::Keeping;
using accord::talks::least_moves;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::prices;
using accord::talks::Range;
using accord::talks::Rule;
using accord::talks::Talks;
using accord::talks::Utility;
using How = accord::talks::Exaggeration::How;

Position party(std::string id, std::vector<accord::talks::Term> terms, const char* reservation) {
  Position out;
  out.party = std::move(id);
  out.utility = Utility{std::move(terms), {}, {}, {}};
  out.reservation = made::exactly(reservation);
  return out;
}

/// The toy of the chapter, section 14.
Talks toy() {
  Talks out;
  out.domain.issues = {made::choice("x", {"a", "b", "c"}), made::choice("y", {"p", "q"})};
  out.positions = {party("A",
                         {made::table(0, made::exactly("0.6"), {"1", "0.5", "0"}),
                          made::table(1, made::exactly("0.4"), {"1", "0"})},
                         "0.25"),
                   party("B",
                         {made::table(0, made::exactly("0.7"), {"0", "0.6", "1"}),
                          made::table(1, made::exactly("0.3"), {"0", "1"})},
                         "0.3")};
  return out;
}

TEST(TalksSensitivity, WhatEachLimitOfTheToyCosts) {
  const auto found = prices(toy());
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->why_no_solution.has_value());
  EXPECT_EQ(found->as_it_is.zone_outcomes, Number(4));
  EXPECT_EQ(found->as_it_is.outcome, (Outcome{2, 0}));
  ASSERT_EQ(found->without.size(), 2u);
  // By hand: without the value of A also (c, q), and its disagreement is 0: c, p stays.
  EXPECT_EQ(found->without[0].limit.name, "A.reservation");
  EXPECT_EQ(found->without[0].zone_outcomes, Number(5));
  EXPECT_EQ(found->without[0].outcome, (Outcome{2, 0}));
  // Without that of B also (a, p): .45 · .42 at (b, p) is the greatest product.
  EXPECT_EQ(found->without[1].zone_outcomes, Number(5));
  EXPECT_EQ(found->without[1].outcome, (Outcome{1, 0}));
  EXPECT_EQ(found->without[1].nash,
            (std::vector<Number>{made::number("0.7"), made::number("0.42")}));
}

TEST(TalksSensitivity, PricesWithoutNumbersAreSizesAlone) {
  Talks talks = toy();
  talks.positions[1].utility.reset();
  const auto found = prices(talks);
  ASSERT_TRUE(found.has_value());
  ASSERT_TRUE(found->why_no_solution.has_value());
  EXPECT_EQ(found->why_no_solution->code, "P046");
  EXPECT_TRUE(found->as_it_is.nash.empty());
  EXPECT_EQ(found->as_it_is.zone_outcomes, Number(5));  // u_A ≥ .25 alone
  EXPECT_EQ(exaggerations(talks).error().code, "P046");
}

TEST(TalksSensitivity, WhatAGainsFromAnExaggeration) {
  const auto found = exaggerations(toy());
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->size(), 8u);  // two parties, four rules
  // By hand: with weight .36 on y Nash goes from (c, p) to (b, p), which A likes best in the zone.
  const auto& one = found->front();
  EXPECT_EQ(one.party, "A");
  EXPECT_EQ(one.rule, FairRule::nash);
  EXPECT_EQ(one.gain, made::number("0.3"));
  EXPECT_EQ(one.how, How::weight_down);
  EXPECT_EQ(one.term, 1u);
}

TEST(TalksSensitivity, WhoLeavesNoZoneLosesWhatWasGained) {
  Talks talks;
  talks.domain.issues = {made::choice("x", {"a"})};
  talks.positions = {party("A", {made::table(0, made::exactly("0"), {"1"})}, "-0.02"),
                     party("B", {made::table(0, made::exactly("0"), {"1"})}, "-0.02")};
  // A weight of 0 stays 0: whatever is scaled, nothing is gained or lost.
  const auto found = exaggerations(talks);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->front().gain, Number(0));
  talks.positions[0].utility->terms.clear();
  const auto alone = exaggerations(talks);
  ASSERT_TRUE(alone.has_value());
  EXPECT_EQ(alone->front().gain, made::number("-0.02"));
  EXPECT_FALSE(alone->front().leaves_a_zone);
}

/// Of a line every bound on numbers, in order of writing: the same line with another bound.
struct Bound {
  Rule condition;
  bool of_min;
  std::function<Rule(const Number&)> with;
};

void add_bounds(const Rule& line, const std::function<Rule(Rule)>& put, std::vector<Bound>& out) {
  if (line.form == Rule::Form::bounds || line.form == Rule::Form::sum)
    for (const bool of_min : {true, false})
      if (of_min ? line.min.has_value() : line.max.has_value())
        out.push_back({line, of_min, [=](const Number& bound) {
                         Rule other = line;
                         (of_min ? other.min : other.max) = bound;
                         return put(other);
                       }});
  for (std::size_t i = 0; i < line.parts.size(); ++i)
    add_bounds(
        line.parts[i],
        [=](Rule part) {
          Rule other = line;
          other.parts[i] = std::move(part);
          return put(other);
        },
        out);
}

bool has_zone(const Talks& talks) {
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    bool kept = true;
    for (const auto& rule : talks.domain.rules)
      kept = kept && keeps(talks.domain, rule.rule, outcome);
    for (const Position& position : talks.positions)
      kept = kept && broken_by(talks.domain, position, outcome).empty();
    if (kept) return true;
  }
  return false;
}

Number value_of(const Talks& talks, const Rule& condition, const Outcome& outcome) {
  if (condition.form == Rule::Form::bounds)
    return talks.domain.issues[condition.issue].number_at(outcome[condition.issue]);
  Number out;
  for (const auto& [issue, times] : condition.terms)
    out += times * talks.domain.issues[issue].number_at(outcome[issue]);
  return out;
}

/// name, of the least bound, from, to
using Row = std::tuple<std::string, bool, Number, Number>;

Number distance(const Number& a, const Number& b) {
  return a < b ? b - a : a - b;
}

/// Each bound tried with every value of the domain; the nearest that opens the zone.
std::vector<Row> moves_by_hand(const Talks& talks) {
  std::vector<Row> out;
  for (std::size_t p = 0; p < talks.positions.size(); ++p) {
    const Position& position = talks.positions[p];
    for (std::size_t l = 0; l < position.red_lines.size(); ++l) {
      std::vector<Bound> bounds;
      add_bounds(
          position.red_lines[l].rule, [](Rule rule) { return rule; }, bounds);
      for (const Bound& bound : bounds) {
        const Number from = bound.of_min ? *bound.condition.min : *bound.condition.max;
        std::optional<Number> to;
        for (const Outcome& outcome : made::outcomes(talks.domain)) {
          const Number value = value_of(talks, bound.condition, outcome);
          if (to && distance(value, from) >= distance(*to, from)) continue;
          Talks moved = talks;
          moved.positions[p].red_lines[l].rule = bound.with(value);
          if (has_zone(moved)) to = value;
        }
        if (to)
          out.emplace_back(position.party + "." + position.red_lines[l].id, bound.of_min, from,
                           *to);
      }
    }
    if (!position.utility || !std::holds_alternative<Range>(position.reservation)) continue;
    const Number from = std::get<Range>(position.reservation).low;
    std::optional<Number> to;
    const std::string name = position.party + ".reservation";
    for (const Outcome& outcome : made::outcomes(talks.domain)) {
      bool kept = true;
      for (const auto& rule : talks.domain.rules)
        kept = kept && keeps(talks.domain, rule.rule, outcome);
      for (const Position& other : talks.positions)
        for (const std::string& broken : broken_by(talks.domain, other, outcome))
          kept = kept && broken == name;
      if (!kept) continue;
      const Number most = utility_of(talks.domain, position, outcome)->high;
      if (!to || most > *to) to = most;
    }
    if (to) out.emplace_back(name, true, from, *to);
  }
  return out;
}

/// Bounds on an issue or a sum, alone or inside another condition. `turned`: in a place where the
/// condition must not hold; of sums there is no next value, so there only issues have bounds.
Rule numeric_line(const Talks& talks, std::size_t issue) {
  Rule bounds = made::at_least(issue, *rc::gen::inRange(0, 4));
  if (*rc::gen::arbitrary<bool>()) {
    bounds.max = *rc::gen::inRange(0, 4);
    if (*rc::gen::arbitrary<bool>()) bounds.min.reset();
  }
  const int kind = *rc::gen::inRange(0, 5);
  if (kind == 0) {
    bounds.form = Rule::Form::sum;
    bounds.terms = {{issue, *rc::gen::element(-2, -1, 1, 3)}};
    if (talks.domain.issues.size() > issue + 1 && talks.domain.issues[issue + 1].is_numeric())
      bounds.terms.emplace_back(issue + 1, *rc::gen::element(-1, 1));
  }
  if (kind <= 1) return bounds;
  Rule out, other;
  other.form = Rule::Form::in;
  other.issue = 0;
  other.values = {0};
  out.form = kind == 2   ? Rule::Form::negation
             : kind == 3 ? Rule::Form::any
                         : Rule::Form::implication;
  if (kind == 2) out.parts = {bounds};
  if (kind == 3) out.parts = {other, bounds};
  if (kind == 4)
    out.parts =
        *rc::gen::arbitrary<bool>() ? std::vector{bounds, other} : std::vector{other, bounds};
  return out;
}

RC_GTEST_PROP(TalksSensitivity, LeastMovesAreThoseOfTryingEveryValue, ()) {
  Talks talks = made::random_talks(3);
  for (Position& position : talks.positions) {
    position.red_lines.clear();
    if (*rc::gen::inRange(0, 2) == 0) position.marks.clear();
    for (std::size_t i = 0; i < talks.domain.issues.size(); ++i)
      if (talks.domain.issues[i].is_numeric() && *rc::gen::arbitrary<bool>())
        position.red_lines.push_back(
            {"R" + std::to_string(position.red_lines.size() + 1), "", numeric_line(talks, i)});
  }
  const auto keeping = Keeping::of(talks);
  RC_ASSERT(keeping.has_value());
  const auto found = least_moves(*keeping);
  if (!found) {
    RC_ASSERT(found.error().code == "P042");
    return;
  }
  std::vector<Row> rows;
  for (const auto& move : *found)
    rows.emplace_back(keeping->limits()[move.limit].name, move.of_min, move.from, move.to);
  if (has_zone(talks)) {
    RC_ASSERT(rows.empty());
    return;
  }
  RC_CLASSIFY(!rows.empty());
  RC_ASSERT(rows == moves_by_hand(talks));
}

RC_GTEST_PROP(TalksSensitivity, ZonesWithoutALimitAreCounted, ()) {
  const Talks talks = made::random_talks(3);
  const auto found = prices(talks);
  if (!found) {
    RC_ASSERT(found.error().code == "P042");
    return;
  }
  for (const auto& price : found->without) {
    std::int64_t left = 0;
    const Talks fallen = without(talks, price.limit);
    for (const Outcome& outcome : made::outcomes(talks.domain)) {
      bool kept = true;
      for (const auto& rule : talks.domain.rules)
        kept = kept && keeps(talks.domain, rule.rule, outcome);
      for (const Position& position : fallen.positions)
        kept = kept && broken_by(talks.domain, position, outcome).empty();
      left += kept ? 1 : 0;
    }
    RC_ASSERT(price.zone_outcomes == Number(left));
  }
}

TEST(TalksSensitivity, ALineInsideAConditionMovesByOneValue) {
  // Level low needs at least 8 visits; B wants at most 4 and level low.
  Talks talks;
  talks.domain.issues = {made::choice("level", {"none", "low"}), made::whole("visits", 0, 12, 4)};
  Position a, b;
  a.party = "A";
  b.party = "B";
  Rule low, most, line;
  low.form = Rule::Form::in;
  low.values = {1};
  most.form = Rule::Form::bounds;
  most.issue = 1;
  most.max = 4;
  line.form = Rule::Form::implication;
  line.parts = {low, made::at_least(1, 8)};
  a.red_lines = {{"R1", "", line}};
  b.red_lines = {{"R1", "", low}, {"R2", "", most}};
  talks.positions = {a, b};
  const auto keeping = Keeping::of(talks);
  ASSERT_TRUE(keeping.has_value());
  const auto found = least_moves(*keeping);
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].from, Number(8));
  EXPECT_EQ((*found)[0].to, Number(4));
  EXPECT_TRUE((*found)[0].of_min);
  EXPECT_EQ((*found)[0].outcome, (Outcome{1, 1}));
  EXPECT_EQ((*found)[1].from, Number(4));
  EXPECT_EQ((*found)[1].to, Number(8));
  EXPECT_FALSE((*found)[1].of_min);
}

TEST(TalksSensitivity, WalkAwayValuesComeDownToWhatTheOthersWouldSign) {
  // x from 0 to 10: A takes x/10, B what is left; each wants 0.7.
  Talks talks;
  talks.domain.issues = {made::whole("x", 0, 10)};
  for (const char* id : {"A", "B"}) {
    accord::talks::PointsTerm term{0, {1, 1}, {{0, 0}, {10, 1}}};
    if (*id == 'B') term.points = {{0, 1}, {10, 0}};
    talks.positions.push_back(party(id, {term}, "0.7"));
  }
  const auto keeping = Keeping::of(talks);
  ASSERT_TRUE(keeping.has_value());
  const auto found = least_moves(*keeping);
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].to, made::number("0.3"));
  EXPECT_EQ((*found)[0].outcome, Outcome{3});
  EXPECT_EQ((*found)[1].to, made::number("0.3"));
}

}  // namespace
