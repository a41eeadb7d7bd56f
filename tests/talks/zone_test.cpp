#include "talks/zone/zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_talks.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Answer;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::Talks;
using accord::talks::zone;
using accord::talks::ZoneAnswer;
using accord::talks::ZoneWord;

/// Section 2.1 outcome by outcome.
struct ByHand {
  std::uint64_t sure = 0, possible = 0, kept = 0;
  std::optional<Outcome> first_sure, nearest;
  std::size_t fewest = 99;
  std::uint64_t with_fewest = 0;
};

ByHand by_hand(const Talks& talks) {
  ByHand out;
  const std::size_t silent = talks.silent_parties().size();
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    bool allowed = true;
    for (const auto& rule : talks.domain.rules)
      allowed = allowed && keeps(talks.domain, rule.rule, outcome);
    if (!allowed) continue;
    ++out.kept;
    std::size_t open = silent;
    bool no = false;
    for (const Position& position : talks.positions) {
      const Answer answer = answer_of(talks.domain, position, outcome);
      no = no || answer == Answer::no;
      open += answer == Answer::yes ? 0 : 1;
    }
    if (no) continue;
    ++out.possible;
    if (open == 0) {
      ++out.sure;
      if (!out.first_sure) out.first_sure = outcome;
    }
    if (open < out.fewest) {
      out.fewest = open;
      out.with_fewest = 0;
      out.nearest = outcome;
    }
    out.with_fewest += open == out.fewest ? 1 : 0;
  }
  return out;
}

RC_GTEST_PROP(TalksZone, IsThatOfEveryOutcomeByItself, ()) {
  const Talks talks = made::random_talks();
  const ByHand expected = by_hand(talks);
  const auto found = zone(talks, {}, *rc::gen::inRange(1u, 4u));
  if (expected.kept == 0) {
    RC_ASSERT(found.error().code == "P042");
    return;
  }
  RC_ASSERT(found.has_value());
  RC_ASSERT(found->sure_outcomes == Number(static_cast<std::int64_t>(expected.sure)));
  RC_ASSERT(found->possible_outcomes == Number(static_cast<std::int64_t>(expected.possible)));
  RC_ASSERT(found->first_sure == expected.first_sure);
  RC_ASSERT((found->answer == ZoneWord::sure) == (expected.sure > 0));
  RC_ASSERT((found->answer == ZoneWord::excluded) == (expected.possible == 0));
  RC_ASSERT(found->nearest.has_value() == (found->answer == ZoneWord::possible));
  if (!found->nearest) return;
  RC_ASSERT(found->nearest->first == *expected.nearest);
  RC_ASSERT(found->nearest->open_parties == expected.fewest);
  RC_ASSERT(found->nearest->outcomes == expected.with_fewest);
  RC_ASSERT(found->nearest->ask.size() == expected.fewest);
}

RC_GTEST_PROP(TalksZone, OneMoreLineNeverOpensIt, ()) {
  Talks talks = made::random_talks();
  talks.domain.rules.clear();
  const auto before = zone(talks);
  talks.positions.front().red_lines.push_back({"more", "", made::random_rule(talks.domain)});
  const auto after = zone(talks);
  RC_ASSERT(before && after);
  RC_ASSERT(*after->possible_outcomes <= *before->possible_outcomes);
  RC_ASSERT(*after->sure_outcomes <= *before->sure_outcomes);
}

// Narrowing a range keeps every yes and every no (section 16).
RC_GTEST_PROP(TalksZone, NarrowingARangeKeepsEveryYesAndNo, ()) {
  Talks talks = made::random_talks();
  Position& position = talks.positions.front();
  if (!position.utility || !position.utility->weight_order.empty()) return;
  // Numbers that contradict what is said in words have no truth to narrow to.
  position.order.clear();
  position.packages.clear();
  position.together = position.otherwise_acceptable = false;
  const Position wide = position;
  for (auto& term : position.utility->terms)
    if (auto* table = std::get_if<accord::talks::TableTerm>(&term))
      for (auto& value : table->values) {
        const Number middle = (value.low + value.high) / Number(2);
        (*rc::gen::arbitrary<bool>() ? value.low : value.high) = middle;
      }
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    const Answer before = answer_of(talks.domain, wide, outcome);
    const Answer after = answer_of(talks.domain, position, outcome);
    if (before != Answer::open) RC_ASSERT(before == after);
  }
}

TEST(TalksZone, ASilentPartyIsNeverAYes) {
  Talks talks;
  talks.domain.issues = {made::choice("x", {"a", "b"})};
  talks.domain.parties = {"A", "B"};
  Position a;
  a.party = "A";
  a.otherwise_acceptable = true;
  talks.positions = {a};
  const auto found = zone(talks);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->answer, ZoneWord::possible);
  EXPECT_EQ(found->sure_outcomes, Number(0));
  EXPECT_EQ(found->silent_parties, std::vector<std::string>{"B"});
  EXPECT_EQ(found->nearest->ask, std::vector<std::string>{"B"});
  EXPECT_EQ(found->nearest->open_parties, 1u);
}

TEST(TalksZone, OnePartyIsNotEnough) {
  Talks talks;
  talks.domain.issues = {made::choice("x", {"a", "b"})};
  EXPECT_EQ(zone(talks).error().code, "P052");
}

TEST(TalksZone, TooManyOutcomesSayWhatWouldHelp) {
  Talks talks;
  for (int i = 0; i < 12; ++i)
    talks.domain.issues.push_back(made::whole("i" + std::to_string(i), 0, 9));
  Position a, b;
  a.party = "A";
  b.party = "B";
  talks.positions = {a, b};
  const auto found = zone(talks);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, "P061");
  EXPECT_NE(found.error().remedy.find("coarser"), std::string::npos);
}

TEST(TalksZone, AContinuousIssueNeedsAGrid) {
  Talks talks;
  talks.domain.issues = {made::whole("x", 0, 1)};
  talks.domain.issues[0].kind = accord::talks::IssueKind::real;
  talks.domain.parties = {"A", "B"};
  EXPECT_EQ(zone(talks).error().code, "P060");
}

}  // namespace
