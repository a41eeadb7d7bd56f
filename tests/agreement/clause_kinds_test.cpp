#include "agreement/model/clause_kinds.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"
#include "base/text.h"

namespace accord::agreement {
namespace {

struct Clause {
  ClauseKind kind;
  const char* text;
  const char* other;  ///< another clause of the kind
};

constexpr std::array clauses{
    Clause{ClauseKind::obliges, "obliges a", "obliges b"},
    Clause{ClauseKind::owed, "owed b", "owed a"},
    Clause{ClauseKind::verifier, "verifier c", "verifier none"},
    Clause{ClauseKind::from, "from 2030-01-01 without end", "from 2031-01-01 for 2 years"},
    Clause{ClauseKind::limit, "limit m <= 5 kg", "limit m <= 6 kg"},
    Clause{ClauseKind::prohibit, "prohibit p at s", "prohibit p"},
    Clause{ClauseKind::require, "require q at s", "require q"},
    Clause{ClauseKind::duty, "duty e by 2030-02-02", "duty e by 2030-03-03"},
    Clause{ClauseKind::while_holds, "while event e", "while event f"},
    Clause{ClauseKind::unless_holds, "unless event g", "unless event h"},
    Clause{ClauseKind::stale, "stale after 90 days", "stale after 9 days"},
    Clause{ClauseKind::reciprocal, "reciprocal to T-2", "reciprocal to T-3"},
    Clause{ClauseKind::about, "about T-4", "about T-5"},
    Clause{ClauseKind::reading, "reading \"r\" by a", "reading \"r\" by b"},
    Clause{ClauseKind::quote, "text en \"t\"", "text en \"u\""},
    Clause{ClauseKind::note, "note \"n\"", "note \"o\""}};
static_assert(clauses.size() == clause_kinds);

Clauses parsed(const std::string& text) {
  const Parsed out = parse("accord 1 agreement x \"X\" { term T \"T\" {\n" + text + "\n} }");
  EXPECT_TRUE(out.problems.empty()) << text;
  return std::get<Term>(out.agreement.items.at(0)).clauses;
}

/// The lines of a term with these clauses; owed, verifier and obliges stand on one.
std::set<std::string> lines_of(const Clauses& of) {
  Term term;
  term.head.name.text = "T";
  term.clauses = of;
  Agreement text;
  text.items.emplace_back(term);
  std::string printed = print(text);
  for (const char* word : {"owed ", "verifier "})
    if (const auto at = printed.find(std::string(" ") + word); at != printed.npos)
      printed[at] = '\n';
  std::set<std::string> out;
  for (const std::string_view line : split(printed, "\n")) out.emplace(trim(line));
  return out;
}

std::string all_of_them() {
  std::string out;
  for (const Clause& clause : clauses) out += std::string(clause.text) + "\n";
  return out;
}

TEST(ClauseKinds, AreToldFromTheClause) {
  for (const Clause& clause : clauses) {
    ClauseKinds expected;
    expected.set(static_cast<std::size_t>(clause.kind));
    EXPECT_EQ(kinds_in(parsed(clause.text)), expected) << clause.text;
  }
  EXPECT_TRUE(kinds_in(parsed(all_of_them())).all());
  EXPECT_TRUE(kinds_in({}).none());
}

TEST(ClauseKinds, OfABlockTakeThePlaceOfThoseAlone) {
  const Clauses all = parsed(all_of_them());
  for (const Clause& clause : clauses) {
    Clauses changed = all;
    replace_clauses(changed, parsed(clause.other));
    std::set<std::string> expected = lines_of(all);
    EXPECT_EQ(expected.erase(clause.text), 1U) << clause.text;
    expected.insert(clause.other);
    EXPECT_EQ(lines_of(changed), expected);
  }
}

TEST(ClauseKinds, OfSeveralClausesAllGoAndAllCome) {
  Clauses changed =
      parsed("limit m <= 5 kg\nduty e by 2030-02-02\nlimit n <= 7 kg\nunless event g");
  replace_clauses(changed, parsed("limit o <= 1 kg\nlimit p <= 2 kg\nwhile event f"));
  EXPECT_EQ(changed.rules.size(), 3U);
  EXPECT_EQ(print(changed.rules.at(0)), "duty e by 2030-02-02");
  EXPECT_EQ(print(changed.rules.at(2)), "limit p <= 2 kg");
  ASSERT_EQ(changed.conditions.size(), 2U);
  EXPECT_TRUE(changed.conditions.at(1).unless);  // every while before every unless
}

}  // namespace
}  // namespace accord::agreement
