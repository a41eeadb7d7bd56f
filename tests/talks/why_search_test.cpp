#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "random_talks.h"
#include "sealed.h"
#include "talks/why/search.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::check_certificate;
using accord::talks::Conflicts;
using accord::talks::conflicts_of;
using accord::talks::Keeping;
using accord::talks::Limits;
using accord::talks::LimitSet;
using accord::talks::masks_of;
using accord::talks::Number;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::search_conflict;
using accord::talks::search_conflicts;
using accord::talks::Talks;
using accord::talks::Utility;
using made::names_of;

RC_GTEST_PROP(TalksSearch, FindsWhatOneWalkFinds, ()) {
  const Talks talks = made::random_talks(3);
  const auto masks = masks_of(talks);
  const auto keeping = Keeping::of(talks, {}, *rc::gen::inRange(1u, 4u));
  RC_ASSERT(keeping.has_value());
  const auto found = search_conflicts(*keeping);
  const auto one = search_conflict(*keeping);
  if (!masks) {
    RC_ASSERT(masks.error().code == "P042");
    RC_ASSERT(found.error().code == "P042");
    RC_ASSERT(one.error().code == "P042");
    return;
  }
  const auto expected = conflicts_of(*masks);
  RC_ASSERT(found && one);
  RC_ASSERT(found->is_zone_empty == expected.is_zone_empty);
  RC_ASSERT(found->conflicts == expected.conflicts);
  RC_ASSERT(found->relaxations == expected.relaxations);
  RC_ASSERT(found->conflicts_complete && found->relaxations_complete);
  const auto& all = expected.conflicts;
  RC_ASSERT(all.empty() == one->empty());
  if (!all.empty()) RC_ASSERT(std::find(all.begin(), all.end(), *one) != all.end());
  for (const LimitSet& set : all) {
    const auto witness = witnesses_of(*keeping, set);
    RC_ASSERT(witness.has_value());
    for (const std::size_t limit : set) {
      const auto kept = keeping->kept_by(witness->at(keeping->limits()[limit].name));
      for (const std::size_t other : set) RC_ASSERT(kept[other] == (other != limit));
    }
  }
}

/// 10^50 outcomes: A wants every issue up, B down; each keeps a line on the first issue too.
Talks opposed(std::size_t issues, const char* reservation_a, const char* reservation_b) {
  Talks out;
  out.domain.name = "opposed";
  std::vector<accord::talks::Term> up, down;
  const std::vector<std::string> rising{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  const std::vector<std::string> falling(rising.rbegin(), rising.rend());
  for (std::size_t i = 0; i < issues; ++i) {
    out.domain.issues.push_back(made::whole("i" + std::to_string(i), 0, 9));
    // Weights differ, so that sums have many values.
    const std::string a = std::to_string(i % 7 + 1), b = std::to_string(i % 5 + 1);
    up.push_back(made::table(i, made::exactly(a), rising));
    down.push_back(made::table(i, made::exactly(b), falling));
  }
  for (const auto& [party, terms, reservation] :
       {std::tuple("A", up, reservation_a), std::tuple("B", down, reservation_b)}) {
    Position position;
    position.party = party;
    position.utility = Utility{terms, {}, {}, {}};
    position.reservation = made::exactly(reservation);
    out.positions.push_back(position);
  }
  out.positions[0].red_lines.push_back({"R1", "", made::at_least(0, 2)});
  out.positions[1].red_lines.push_back({"R1", "", made::at_least(1, 1)});
  return out;
}

TEST(TalksSearch, TenToTheFiftyOutcomesAreExplainedAndProvedByLayers) {
  // Weights of A sum up to 7 · 28 + 1 = 197, so 1773 is the most; of B to 150, so 1350.
  const made::Sealed given = made::sealed(opposed(50, "1700", "600"));
  const auto keeping = Keeping::of(given.talks);
  ASSERT_TRUE(keeping.has_value());
  const auto found = search_conflicts(*keeping);
  ASSERT_TRUE(found.has_value());
  ASSERT_TRUE(found->is_zone_empty);
  ASSERT_FALSE(found->conflicts.empty());
  const LimitSet set = found->conflicts.front();
  const auto names = names_of(keeping->limits(), set);
  EXPECT_EQ(names, (std::vector<std::string>{"A.reservation", "B.reservation"}));
  const auto witness = witnesses_of(*keeping, set);
  ASSERT_TRUE(witness.has_value());
  const auto proof = prove(given.talks, names, *witness, given.commitments);
  ASSERT_TRUE(proof.has_value()) << proof.error().message;
  const auto bytes = write_certificate(*proof);
  ASSERT_TRUE(bytes.has_value());
  const auto checked = check_certificate(*bytes, given.domain, given.openings);
  EXPECT_TRUE(checked.has_value()) << checked.error().message;
}

TEST(TalksSearch, AnOpenZoneHasNoConflict) {
  const Talks talks = opposed(50, "900", "600");
  const auto keeping = Keeping::of(talks);
  ASSERT_TRUE(keeping.has_value());
  EXPECT_FALSE(search_conflicts(*keeping)->is_zone_empty);
  EXPECT_TRUE(search_conflict(*keeping)->empty());
}

TEST(TalksSearch, AListThatIsCutSaysSo) {
  const made::Sealed given = made::triangle();
  const auto keeping = Keeping::of(given.talks);
  ASSERT_TRUE(keeping.has_value());
  const auto found = search_conflicts(*keeping, {1, 20'000});
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->conflicts_complete && found->relaxations_complete);
}

// Seventy limits are too many for one walk.
TEST(TalksSearch, MoreLimitsThanOneWalkTellsApart) {
  Talks talks;
  talks.domain.issues = {made::whole("x", 0, 69), made::whole("y", 0, 1)};
  Position a, b;
  a.party = "A";
  b.party = "B";
  for (std::uint32_t i = 0; i < 70; ++i) {
    accord::talks::Rule rule;
    rule.form = accord::talks::Rule::Form::not_in;
    rule.values = {i};
    (i % 2 == 0 ? a : b).red_lines.push_back({"R" + std::to_string(i), "", rule});
  }
  talks.positions = {a, b};
  EXPECT_EQ(masks_of(talks).error().code, "P061");
  const auto keeping = Keeping::of(talks);
  ASSERT_TRUE(keeping.has_value());
  const auto found = search_conflicts(*keeping);
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->conflicts.size(), 1u);
  EXPECT_EQ(found->conflicts.front().size(), 70u);
  EXPECT_EQ(found->relaxations.size(), 70u);
  EXPECT_TRUE(found->conflicts_complete);
}

}  // namespace
