#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "random_talks.h"
#include "seal/sha256.h"
#include "sealed.h"
#include "talks/why/certificate.h"
#include "talks/why/conflicts.h"

namespace {

namespace made = accord::talks::made;
using accord::talks::Answer;
using accord::talks::check_certificate;
using accord::talks::conflicts_of;
using accord::talks::Limit;
using accord::talks::LimitSet;
using accord::talks::masks_of;
using accord::talks::Outcome;
using accord::talks::Position;
using accord::talks::Talks;
using made::names_of;
using made::Sealed;
using made::sealed;
using made::triangle;
using made::triangle_certificate;
using made::witnesses;

TEST(TalksWhy, TheTriangleOfTheChapter) {
  const Sealed given = triangle();
  const auto masks = masks_of(given.talks);
  ASSERT_TRUE(masks.has_value());
  // By hand: 5 × 6 outcomes with x of 5 to 9 and y of 4 to 9; 5 + 4 + 3 + 2 + 1; 4 + 3 + 2 + 1.
  EXPECT_EQ(excluded_alone_by(*masks, "A"), 30u);
  EXPECT_EQ(excluded_alone_by(*masks, "B"), 15u);
  EXPECT_EQ(excluded_alone_by(*masks, "C"), 10u);
  const auto found = conflicts_of(*masks);
  EXPECT_TRUE(found.is_zone_empty);
  EXPECT_EQ(found.conflicts, (std::vector<LimitSet>{{0, 1, 2}}));
  EXPECT_EQ(found.relaxations, (std::vector<LimitSet>{{0}, {1}, {2}}));
  const std::vector<std::string> names{"A.R1", "B.R1", "C.R1"};
  const auto proof = prove(given.talks, names, witnesses(given.talks, names), given.commitments);
  ASSERT_TRUE(proof.has_value());
  const auto bytes = write_certificate(*proof);
  ASSERT_TRUE(bytes.has_value());
  EXPECT_EQ(*bytes, triangle_certificate);
  EXPECT_EQ(bytes->size(), 543u);
  EXPECT_EQ(accord::seal::sha256_hex(*bytes),
            "45c92e3eb82cdab6ac7dba9e3eb23bf764fb8120b3e226ceb274a4762d00d4b3");
  EXPECT_TRUE(check_certificate(*bytes, given.domain, given.openings).has_value());
}

std::string without(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), other);
}

TEST(TalksWhy, EveryKindOfDamageIsRefused) {
  const Sealed given = triangle();
  const std::string good(triangle_certificate);
  const auto refused = [&](const std::string& bytes, const char* because) {
    const auto checked = check_certificate(bytes, given.domain, given.openings);
    ASSERT_FALSE(checked.has_value()) << because;
    EXPECT_EQ(checked.error().code, "P072");
    EXPECT_NE(checked.error().message.find(because), std::string::npos)
        << because << ": " << checked.error().message;
  };
  const auto edit = [&](const std::string& part, const std::string& other, const char* because) {
    refused(without(good, part, other), because);
  };
  refused("", "not JSON");
  refused(good + "\n", "canonical");
  refused(" " + good, "canonical");
  edit(R"("format":"accord-talks-certificate/1")", R"("format":"accord-talks-certificate/2")",
       "form");
  edit(R"("conflict")", R"("conflicts")", "form");
  edit("79f8209c", "79f8209d", "another domain");
  edit("75089030", "75089031", "not the one that was sealed");
  edit(R"(["A","75)", R"(["D","75)", "not opened");
  edit(R"(["A.R1","B.R1","C.R1"])", R"(["B.R1","A.R1","C.R1"])", "not in order");
  edit(R"(["A.R1","B.R1","C.R1"])", R"(["A.R1","B.R2","C.R1"])", "no party has a limit");
  edit(R"(["A.R1","B.R1","C.R1"])", R"(["A.R1","B.R1"])", "exactly");
  edit(R"(["A.R1","B.R1","C.R1"])", "[]", "empty");
  edit(R"(["A.R1",[5,4]],)", "", "missing or too many");
  edit(R"(["A.R1",[5,4]],["B.R1",[0,4]])", R"(["B.R1",[0,4]],["A.R1",[5,4]])", "order");
  edit("[5,4]", "[5,10]", "not in the domain");
  edit("[5,4]", "[5]", "one value for each issue");
  edit("[5,4]", "[4,4]", "breaks B.R1");
  edit(R"(["split",0,[[0,4]]])", R"(["split",2,[[0,4]]])", "no such issue");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[0,2],[2,4]]])", "overlap");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[3,4],[0,1]]])", "order");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[0,2],[3,4]]])", "touch");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[0,9]]])", "empty");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[0,10]]])", "not in the issue");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[4,0]]])", "not in the issue");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[]])", "no ranges");
  edit(R"(["split",0,[[0,4]]])", R"(["split",0,[[0,5]]])", "does not rule it out");
  edit(R"(["line","A.R1"]])", R"(["line","A.R1"],["line","A.R1"]])", "rules out nothing");
  edit(R"(,["line","A.R1"]])", "]", "too early");
  edit(R"(["line","A.R1"]])", R"(["line","A.R2"]])", "not in the conflict");
  edit(R"(["line","A.R1"]])", R"(["rule","A.R1"]])", "no rule");
  edit(R"(["line","A.R1"]])", R"(["line","B.R1"]])", "does not rule it out");
  edit(R"(["line","A.R1"]])", R"(["weights",[["A.R1","1"]]]])", "not a walk-away value");
  edit(R"(["line","A.R1"]])", R"(["weights",[]]])", "no weights");
  edit(R"(["line","A.R1"]])", R"(["lines","A.R1"]])", "form");
  auto other = given.openings;
  other["A"].salt[0] = 1;
  EXPECT_FALSE(check_certificate(good, given.domain, other).has_value());
  EXPECT_FALSE(check_certificate(good, given.domain + " ", given.openings).has_value());
}

/// Conflicts by definition: sets that no outcome keeps, with no smaller one inside.
std::set<std::vector<std::string>> by_definition(const Talks& talks,
                                                 const std::vector<Limit>& limits, bool relaxing) {
  std::set<std::set<std::string>> broken;
  for (const Outcome& outcome : made::outcomes(talks.domain)) {
    bool kept = true;
    for (const auto& rule : talks.domain.rules)
      kept = kept && keeps(talks.domain, rule.rule, outcome);
    if (!kept) continue;
    std::set<std::string> names;
    for (const Position& position : talks.positions)
      for (const std::string& name : broken_by(talks.domain, position, outcome)) names.insert(name);
    broken.insert(names);
  }
  const std::uint64_t all = std::uint64_t{1} << limits.size();
  const auto holds = [&](std::uint64_t set) {
    for (const auto& names : broken) {
      bool keeps_set = true, inside = true;
      for (std::size_t i = 0; i < limits.size(); ++i) {
        if (names.count(limits[i].name) == 0) continue;
        keeps_set = keeps_set && (set >> i & 1) == 0;
        inside = inside && (set >> i & 1) == 1;
      }
      if (relaxing ? inside : keeps_set) return relaxing;
    }
    return !relaxing;
  };
  std::set<std::vector<std::string>> out;
  for (std::uint64_t set = 0; set < all; ++set) {
    if (!holds(set)) continue;
    bool minimal = true;
    LimitSet members;
    for (std::size_t i = 0; i < limits.size(); ++i)
      if (set >> i & 1) {
        members.push_back(i);
        minimal = minimal && !holds(set & ~(std::uint64_t{1} << i));
      }
    if (minimal) out.insert(names_of(limits, members));
  }
  return out;
}

RC_GTEST_PROP(TalksWhy, ConflictsAreThoseOfTheDefinitionAndEachIsProved, ()) {
  const Sealed given = sealed(made::random_talks(3));
  const auto masks = masks_of(given.talks, {}, *rc::gen::inRange(1u, 4u));
  if (!masks) {
    RC_ASSERT(masks.error().code == "P042");
    return;
  }
  const auto found = conflicts_of(*masks);
  if (!found.is_zone_empty || masks->limits.size() > 12) return;
  RC_ASSERT(found.conflicts_complete && found.relaxations_complete);
  std::set<std::vector<std::string>> conflicts, relaxations;
  for (const LimitSet& set : found.conflicts) conflicts.insert(names_of(masks->limits, set));
  for (const LimitSet& set : found.relaxations) relaxations.insert(names_of(masks->limits, set));
  RC_ASSERT(conflicts == by_definition(given.talks, masks->limits, false));
  RC_ASSERT(relaxations == by_definition(given.talks, masks->limits, true));
  for (const auto& names : conflicts) {
    const auto proof = prove(given.talks, names, witnesses(given.talks, names), given.commitments);
    if (!proof) {
      std::string said = given.domain;
      for (const auto& [party, opening] : given.openings) said += "\n" + opening.file;
      for (const auto& name : names) said += " " + name;
      RC_FAIL(said);
    }
    std::map<std::string, accord::talks::Opening> openings;
    for (const auto& [party, digest] : proof->positions) openings[party] = given.openings.at(party);
    const auto checked = check_certificate(*write_certificate(*proof), given.domain, openings);
    if (!checked) RC_FAIL(checked.error().message);
  }
}

TEST(TalksWhy, WalkAwayValuesConflictByOneNode) {
  Talks talks;
  talks.domain.issues = {made::whole("x", 0, 10)};
  talks.domain.name = "price";
  for (const char* party : {"A", "B"}) {
    Position position;
    position.party = party;
    accord::talks::PointsTerm term{0, {1, 1}, {{0, 0}, {10, 1}}};
    if (*party == 'B') term.points = {{0, 1}, {10, 0}};
    position.utility = accord::talks::Utility{{term}, {}, {}, {}};
    position.reservation = made::exactly("0.6");
    talks.positions.push_back(position);
  }
  const Sealed given = sealed(talks);
  const std::vector<std::string> names{"A.reservation", "B.reservation"};
  const auto proof = prove(given.talks, names, witnesses(given.talks, names), given.commitments);
  ASSERT_TRUE(proof.has_value());
  ASSERT_EQ(proof->tree.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<accord::talks::WeightsNode>(proof->tree.front()));
  const auto bytes = write_certificate(*proof);
  const auto checked = check_certificate(*bytes, given.domain, given.openings);
  EXPECT_TRUE(checked.has_value()) << checked.error().message;
}

}  // namespace
