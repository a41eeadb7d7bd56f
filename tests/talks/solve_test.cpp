#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "made.h"
#include "talks/solve/frontier.h"
#include "talks/solve/solutions.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Domain;
using accord::talks::FairRule;
using accord::talks::Frontier;
using accord::talks::frontier;
using accord::talks::Method;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::SolveOptions;
using accord::talks::Talks;
using accord::talks::Utility;

Position party(std::string id, std::vector<accord::talks::Term> terms, const char* reservation) {
  Position out;
  out.party = std::move(id);
  out.utility = Utility{std::move(terms), {}, {}, {}};
  if (reservation != nullptr) out.reservation = made::exactly(reservation);
  return out;
}

std::vector<std::vector<std::string>> points_of(const Frontier& front) {
  std::vector<std::vector<std::string>> out;
  for (const auto& point : front.points) {
    out.emplace_back();
    for (const Number& u : point.utilities) out.back().push_back(u.decimal());
  }
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

std::string chosen(const Talks& talks, const Frontier& front, FairRule rule) {
  return talks.domain.words(front.points[solution(front, rule).chosen].first);
}

TEST(TalksSolve, TheToyOfTheChapter) {
  for (const Method method : {Method::enumerate, Method::merge}) {
    const auto front = frontier(toy(), {method, 1, {}});
    ASSERT_TRUE(front.has_value());
    EXPECT_EQ(points_of(*front), (std::vector<std::vector<std::string>>{
                                     {"0.7", "0.42"}, {"0.4", "0.7"}, {"0.3", "0.72"}}));
    EXPECT_EQ(front->ideal, (std::vector<Number>{made::number("0.7"), made::number("0.72")}));
    EXPECT_EQ(chosen(toy(), *front, FairRule::nash), "x c, y p");
    EXPECT_EQ(chosen(toy(), *front, FairRule::ks), "x c, y p");
    EXPECT_EQ(chosen(toy(), *front, FairRule::egal), "x c, y p");
    EXPECT_EQ(chosen(toy(), *front, FairRule::welfare), "x b, y p");
    EXPECT_EQ(solution(*front, FairRule::nash).value, made::number("0.06"));
    EXPECT_EQ(solution(*front, FairRule::egal).value, made::number("0.15"));
    EXPECT_EQ(solution(*front, FairRule::welfare).value, made::number("1.12"));
    EXPECT_EQ(relative_gains(*front, 0)[1], Number(2) / Number(7));
    if (method == Method::enumerate)
      EXPECT_EQ(front->zone_outcomes, Number(4));
    else
      EXPECT_EQ(front->zone_outcomes, std::nullopt);
  }
}

TEST(TalksSolve, SumsOfTenthsAreNotRounded) {
  // Section 3: 13 outcomes in the zone and 7 efficient points; binary fractions find 9.
  Talks talks;
  std::vector<accord::talks::Term> up, down;
  const char* weights[] = {"0.1", "0.2", "0.3", "0.3"};
  for (std::size_t i = 0; i < 4; ++i) {
    talks.domain.issues.push_back(made::choice("i" + std::to_string(i), {"no", "yes"}));
    up.push_back(made::table(i, made::exactly(weights[i]), {"0", "1"}));
    down.push_back(made::table(i, made::exactly(weights[i]), {"1", "0"}));
  }
  talks.positions = {party("A", up, "0.3"), party("B", down, nullptr)};
  const auto walked = frontier(talks, {Method::enumerate, 1, {}});
  const auto merged = frontier(talks, {Method::merge, 1, {}});
  ASSERT_TRUE(walked && merged);
  EXPECT_EQ(walked->zone_outcomes, Number(13));
  EXPECT_EQ(walked->points.size(), 7u);
  EXPECT_EQ(points_of(*walked), points_of(*merged));
  EXPECT_EQ(walked->disagreement, merged->disagreement);
}

/// Outcomes with the given utilities, one issue.
Talks listed(const std::vector<std::vector<std::string>>& points,
             const std::vector<const char*>& reservations) {
  Talks out;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < points.size(); ++i) names.push_back("o" + std::to_string(i));
  out.domain.issues = {made::choice("o", names)};
  for (std::size_t p = 0; p < reservations.size(); ++p) {
    std::vector<std::string> values;
    for (const auto& point : points) values.push_back(point[p]);
    out.positions.push_back(party(std::string(1, static_cast<char>('A' + p)),
                                  {made::table(0, made::exactly("1"), values)}, reservations[p]));
  }
  return out;
}

TEST(TalksSolve, KalaiSmorodinskyIsTheLeastRatioAndNotTheSmallestGap) {
  const auto front =
      frontier(listed({{"1", "0"}, {"0.95", "0.45"}, {"0.42", "0.46"}, {"0", "1"}}, {"0", "0"}));
  ASSERT_TRUE(front.has_value());
  EXPECT_EQ(front->points[solution(*front, FairRule::ks).chosen].first, Outcome{1});
  accord::talks::SolutionOptions gap;
  gap.smallest_gap = true;
  EXPECT_EQ(front->points[solution(*front, FairRule::ks, gap).chosen].first, Outcome{2});
}

TEST(TalksSolve, NashListsEverySetOfGainersWhereNotAllCanGain) {
  const auto front = frontier(listed({{"0.6", "0.7"}, {"0.675", "0.6"}}, {"0.6", "0.6"}));
  ASSERT_TRUE(front.has_value());
  const auto nash = solution(*front, FairRule::nash);
  EXPECT_EQ(nash.maximisers.size(), 2u);
  EXPECT_TRUE(nash.some_cannot_gain);
}

TEST(TalksSolve, NoZoneIsAnAnswer) {
  const auto front = frontier(listed({{"1", "0"}, {"0", "1"}}, {"0.5", "0.5"}));
  ASSERT_TRUE(front.has_value());
  EXPECT_TRUE(front->points.empty());
  EXPECT_EQ(front->zone_outcomes, Number(0));
}

TEST(TalksSolve, NumbersAreNeeded) {
  Talks talks = toy();
  talks.positions[1].utility.reset();
  EXPECT_EQ(frontier(talks).error().code, "P046");
  talks = toy();
  talks.domain.parties = {"A", "B", "C"};
  EXPECT_EQ(frontier(talks).error().code, "P046");
  talks = toy();
  talks.positions.pop_back();
  EXPECT_EQ(frontier(talks).error().code, "P052");
}

TEST(TalksSolve, TenToTheFiftyOutcomesAreCountedExactly) {
  Talks talks;
  std::vector<accord::talks::Term> up, down;
  const std::vector<std::string> rising{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  std::vector<std::string> falling(rising.rbegin(), rising.rend());
  for (std::size_t i = 0; i < 50; ++i) {
    talks.domain.issues.push_back(made::choice("i" + std::to_string(i), rising));
    up.push_back(made::table(i, made::exactly("1"), rising));
    down.push_back(made::table(i, made::exactly("1"), falling));
  }
  talks.positions = {party("A", up, "0"), party("B", down, "0")};
  const auto front = frontier(talks);
  ASSERT_TRUE(front.has_value());
  ASSERT_EQ(front->points.size(), 451u);  // u_A + u_B = 450
  Number sum;
  for (const auto& point : front->points) sum += *point.outcomes;
  EXPECT_EQ(sum.text(), "1" + std::string(50, '0'));
  EXPECT_EQ(talks.domain.outcomes().text(), "1" + std::string(50, '0'));
  // Of least rank: all that is needed on the last issues.
  Outcome expected(50, 0);
  expected[49] = 9;
  expected[48] = 4;
  EXPECT_EQ(front->points[450 - 13].first, expected);
}

// --- against brute force, written from section 6.1 alone

Talks random_talks() {
  using rc::gen::inRange;
  Talks out;
  const auto issues = *inRange<std::size_t>(1, 5);
  for (std::size_t i = 0; i < issues; ++i) {
    std::vector<std::string> values;
    for (int v = *inRange(1, 5); v > 0; --v) values.push_back("v" + std::to_string(v));
    out.domain.issues.push_back(made::choice("i" + std::to_string(i), values));
  }
  const auto small = [] {
    return Number(*rc::gen::inRange(-3, 7)) / Number(*rc::gen::element(1, 2, 3));
  };
  const auto parties = *inRange<std::size_t>(2, 5);
  for (std::size_t p = 0; p < parties; ++p) {
    Position position;
    position.party = std::string(1, static_cast<char>('A' + p));
    position.utility.emplace();
    for (std::size_t i = 0; i < issues; ++i) {
      accord::talks::TableTerm term{i, {1, 1}, {}};
      for (std::uint32_t v = 0; v < out.domain.issues[i].size(); ++v) {
        const Number value = small();
        term.values.push_back({value, value});
      }
      position.utility->terms.emplace_back(term);
    }
    if (issues > 1 && *inRange(0, 3) == 0) {
      const Number value = small();
      accord::talks::BoxTerm box{{{0, {}, {}, {0}}, {issues - 1, {}, {}, {0}}},
                                 {1, 1},
                                 {value, value},
                                 *rc::gen::arbitrary<bool>()};
      position.utility->terms.emplace_back(box);
    }
    if (*inRange(0, 3) > 0) {
      const Number r = small() - Number(4);
      position.reservation = accord::talks::Range{r, r};
    }
    if (*inRange(0, 2) == 0) {
      accord::talks::Rule no;
      no.form = accord::talks::Rule::Form::not_in;
      no.issue = issues - 1;
      no.values = {0};
      position.red_lines.push_back({"R1", "", no});
    }
    out.positions.push_back(position);
  }
  return out;
}

using Vector = std::vector<Number>;

std::map<Vector, std::pair<std::uint64_t, Outcome>> zone_by_hand(const Talks& talks) {
  std::map<Vector, std::pair<std::uint64_t, Outcome>> out;
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    Vector point;
    bool in = true;
    for (const Position& p : talks.positions) {
      in = in && broken_by(talks.domain, p, outcome).empty();
      point.push_back(utility_of(talks.domain, p, outcome)->low);
    }
    if (!in) continue;
    const auto [at, is_new] = out.try_emplace(point, 0, outcome);
    ++at->second.first;
  }
  return out;
}

bool covers(const Vector& a, const Vector& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] < b[i]) return false;
  return a != b;
}

RC_GTEST_PROP(TalksSolve, TheFrontierIsThatOfBruteForceByEveryMethod, ()) {
  const Talks talks = random_talks();
  const auto zone = zone_by_hand(talks);
  std::map<Vector, std::pair<std::uint64_t, Outcome>> expected;
  std::uint64_t outcomes = 0;
  for (const auto& [point, what] : zone) {
    outcomes += what.first;
    if (std::none_of(zone.begin(), zone.end(),
                     [&](const auto& o) { return covers(o.first, point); }))
      expected.emplace(point, what);
  }
  for (const auto& options :
       {SolveOptions{Method::enumerate, 1, {}}, SolveOptions{Method::enumerate, 3, {}},
        SolveOptions{Method::groups, 1, {}}}) {
    const auto front = frontier(talks, options);
    RC_ASSERT(front.has_value());
    RC_ASSERT(front->points.size() == expected.size());
    for (const auto& point : front->points) {
      const auto found = expected.find(point.utilities);
      RC_ASSERT(found != expected.end());
      RC_ASSERT(*point.outcomes == Number(static_cast<std::int64_t>(found->second.first)));
      RC_ASSERT(point.first == found->second.second);
    }
    if (*options.method == Method::enumerate)
      RC_ASSERT(front->zone_outcomes == Number(static_cast<std::int64_t>(outcomes)));
    for (std::size_t i = 0; i < talks.positions.size() && !zone.empty(); ++i) {
      Number least = zone.begin()->first[i], most = least;
      for (const auto& [point, what] : zone) {
        least = std::min(least, point[i]);
        most = std::max(most, point[i]);
      }
      RC_ASSERT(front->ideal[i] == most);
      if (!front->has_reservation[i]) RC_ASSERT(front->disagreement[i] == least);
    }
  }
}

Vector sorted(Vector v) {
  std::sort(v.begin(), v.end());
  return v;
}

RC_GTEST_PROP(TalksSolve, EveryMaximiserOfEveryRuleIsFound, ()) {
  const Talks talks = random_talks();
  const auto front = frontier(talks);
  RC_ASSERT(front.has_value());
  if (front->points.empty()) return;
  const auto zone = zone_by_hand(talks);
  const Vector &d = front->disagreement, &a = front->ideal;
  const auto leximin_of_gains = [&](const Vector& u) {
    Vector out = u;
    for (std::size_t i = 0; i < u.size(); ++i) out[i] -= d[i];
    return sorted(out);
  };
  const auto leximin_of_ratios = [&](const Vector& u) {
    Vector out = u;
    for (std::size_t i = 0; i < u.size(); ++i)
      out[i] = a[i] == d[i] ? Number(1) : (u[i] - d[i]) / (a[i] - d[i]);
    return sorted(out);
  };
  const auto welfare = [&](const Vector& u) {
    Number out;
    for (const Number& one : u) out += one;
    return Vector{out};
  };
  const auto check = [&](FairRule rule, auto key) {
    Vector best;
    for (const auto& [u, what] : zone) best = std::max(best, key(u));
    std::vector<Vector> expected, found;
    for (const auto& [u, what] : zone)
      if (key(u) == best) expected.push_back(u);
    for (const std::size_t p : solution(*front, rule).maximisers)
      found.push_back(front->points[p].utilities);
    std::sort(found.begin(), found.end());
    RC_ASSERT(found == expected);
  };
  check(FairRule::egal, leximin_of_gains);
  check(FairRule::ks, leximin_of_ratios);
  const auto all_expected = [&] {
    Number best;
    bool first = true;
    for (const auto& [u, what] : zone) {
      best = first ? welfare(u)[0] : std::max(best, welfare(u)[0]);
      first = false;
    }
    return best;
  }();
  for (const std::size_t p : solution(*front, FairRule::welfare).maximisers)
    RC_ASSERT(welfare(front->points[p].utilities)[0] == all_expected);
  // Nash where all can gain: the greatest product.
  Number best;
  for (const auto& [u, what] : zone) {
    Number product = 1;
    bool gain = true;
    for (std::size_t i = 0; i < u.size(); ++i) {
      gain = gain && u[i] > d[i];
      product *= u[i] - d[i];
    }
    if (gain) best = std::max(best, product);
  }
  const auto nash = solution(*front, FairRule::nash);
  RC_ASSERT(nash.some_cannot_gain == (best == Number(0)));
  if (!nash.some_cannot_gain) RC_ASSERT(nash.value == best);
}

}  // namespace
