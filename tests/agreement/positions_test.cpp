#include "talks/positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/check/check.h"
#include "agreement/syntax/print.h"
#include "formats/workspace/workspace.h"

/// Expected options were read by hand from issues.csv, positions.csv and talks_rounds.csv.
namespace accord::talks {

using namespace agreement;
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Day d(std::string_view text) {
  return parse_day(text).value();
}

const formats::Workspace& record() {
  static const formats::Workspace workspace =
      formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/jcpoa").value();
  return workspace;
}

std::vector<IssuePosition> on(std::string_view day, bool public_only = false) {
  return positions(record().options, record().statements, {d(day), public_only, {"iran", "us"}});
}

IssuePosition issue(const std::vector<IssuePosition>& all, std::string_view id) {
  for (const IssuePosition& p : all)
    if (p.issue == id) return p;
  ADD_FAILURE() << "no issue " << id;
  return {};
}

std::vector<std::string> used(const IssuePosition& p, std::string_view party) {
  std::vector<std::string> out;
  for (const PartyPosition& side : p.parties)
    if (side.party == party)
      for (const std::size_t i : side.statements) out.push_back(record().statements[i].id);
  return out;
}

TEST(PublicPositions, On14AprilTheLevelOf2015IsOpenToBothAndIranHasSaidNothing) {
  const IssuePosition enr = issue(on("2025-04-14"), "ENR");
  EXPECT_THAT(enr.open, ElementsAre("ENR-3.67"));
  EXPECT_THAT(enr.silent, ElementsAre("iran"));
  EXPECT_THAT(used(enr, "us"), ElementsAre("P01"));
}

TEST(PublicPositions, TheNextDayTheStatementIsReplaced) {
  const IssuePosition enr = issue(on("2025-04-15"), "ENR");
  EXPECT_THAT(enr.open, ElementsAre("ENR-NONE"));
  EXPECT_THAT(used(enr, "us"), ElementsAre("P02"));
}

TEST(PublicPositions, On18MayAnd2JuneNoLevelIsOpenToBoth) {
  EXPECT_THAT(issue(on("2025-05-18"), "ENR").open, IsEmpty());
  EXPECT_THAT(used(issue(on("2025-05-18"), "ENR"), "iran"), ElementsAre("P06"));
  EXPECT_THAT(issue(on("2025-06-02"), "ENR").open, IsEmpty());
  EXPECT_THAT(used(issue(on("2025-06-02"), "ENR"), "us"), ElementsAre("P05"));
}

TEST(PublicPositions, On31MayEveryIssueWithAllStatements) {
  const auto all = on("2025-05-31");
  EXPECT_THAT(issue(all, "ENR").open, ElementsAre("ENR-3"));
  EXPECT_THAT(issue(all, "SOIL").open, IsEmpty());
  EXPECT_THAT(issue(all, "HEU").open, ElementsAre("HEU-DILUTE", "HEU-SEAL"));
  EXPECT_THAT(issue(all, "STOCK").open, ElementsAre("STOCK-2015", "STOCK-ABOVE2015"));
  EXPECT_THAT(issue(all, "INFRA").open, ElementsAre("INFRA-IDLE"));
  EXPECT_THAT(issue(all, "VERIF").open, ElementsAre("VERIF-AP"));
  EXPECT_THAT(issue(all, "MISSILE").open, IsEmpty());
  EXPECT_THAT(issue(all, "REGION").open, ElementsAre("REGION-OUT"));
  EXPECT_THAT(issue(all, "SANCT").open, ElementsAre("SANCT-STEP"));
  EXPECT_THAT(issue(all, "GUAR").open, ElementsAre("GUAR-FIRM"));
  EXPECT_THAT(issue(all, "DUR").open, ElementsAre("DUR-25"));
  EXPECT_THAT(issue(all, "FORMAT").open, IsEmpty());
}

TEST(PublicPositions, PublicStatementsOnlyGiveAnotherPictureOnTheSameDay) {
  const auto all = on("2025-05-31", true);
  EXPECT_THAT(issue(all, "ENR").open, IsEmpty());
  EXPECT_THAT(used(issue(all, "ENR"), "us"), ElementsAre("P03"));
  EXPECT_THAT(issue(all, "SOIL").open, ElementsAre("SOIL-IRAN"));
  EXPECT_THAT(issue(all, "SOIL").silent, ElementsAre("us"));
  EXPECT_THAT(issue(all, "HEU").open, ElementsAre("HEU-EXPORT", "HEU-DILUTE"));
  EXPECT_THAT(issue(all, "STOCK").silent, ElementsAre("iran", "us"));
  EXPECT_EQ(issue(all, "STOCK").open.size(), 3U);
  EXPECT_THAT(issue(all, "VERIF").open, ElementsAre("VERIF-AP", "VERIF-PLUS"));
}

TEST(PublicPositions, PackagesOf31MayAreThoseThatNoRedLineExcludes) {
  // Standing red lines: P07 (5 of 6 levels stay), P11 (1), P16 (2), P17 (3), P22 (1), P24 (1), P25
  // (2); HEU 4, VERIF 3, GUAR 3, DUR 3, FORMAT 3 options without a red line.
  const auto all = on("2025-05-31");
  EXPECT_EQ(package_count(all), 5U * 1 * 4 * 2 * 3 * 3 * 1 * 1 * 2 * 3 * 3 * 3);
  EXPECT_EQ(packages(all, 19438, 10).size(), 2U);
  EXPECT_TRUE(packages(all, 19440, 10).empty());
}

TEST(PublicPositions, TwoRedLinesThatMeetLeaveNoPackage) {
  const auto all = on("2025-05-18");
  EXPECT_THAT(issue(all, "ENR").permitted, IsEmpty());
  EXPECT_EQ(package_count(all), 0U);
  EXPECT_TRUE(packages(all, 0, 10).empty());
}

TEST(PublicPositions, TheNextRoundOn15AprilIsInRomeThroughOman) {
  const RoundsAround around = rounds_around(record().rounds, d("2025-04-15"));
  ASSERT_TRUE(around.last && around.next);
  EXPECT_EQ(around.last->number, 1);
  EXPECT_EQ(to_string(around.next->day), "2025-04-19");
  EXPECT_EQ(around.next->place, "Rome");
  EXPECT_EQ(around.next->mediator_state, "Oman");
}

TEST(PublicPositions, ARoundThatWasNotHeldIsNeverTheLast) {
  const RoundsAround around = rounds_around(record().rounds, d("2025-07-01"));
  ASSERT_TRUE(around.last);
  EXPECT_EQ(around.last->number, 5);
  EXPECT_EQ(around.next, nullptr);
  const RoundsAround before = rounds_around(record().rounds, d("2025-06-01"));
  ASSERT_TRUE(before.next);
  EXPECT_EQ(before.next->status, "not held");
  EXPECT_EQ(rounds_around(record().rounds, d("2025-01-01")).last, nullptr);
}

TEST(PublicPositions, TheDraftOfAPackageIsACompleteTextMarkedAsNobodysProposal) {
  const auto all = on("2025-05-31");
  const auto chosen = packages(all, 0, 1).at(0);
  const auto text = draft_terms(record().options, chosen,
                                {{"iran", "Iran"}, {"us", "United States"}}, d("2025-05-31"));
  ASSERT_TRUE(text);
  const Parsed parsed = read(*text);
  for (const Problem& p : parsed.problems)
    EXPECT_NE(p.severity, Severity::error) << brief(p) << "\n" << *text;
  EXPECT_EQ(print(parsed.agreement), *text);
  std::size_t terms = 0;
  for (const Item& item : parsed.agreement.items)
    if (const auto* term = std::get_if<Term>(&item)) {
      ++terms;
      EXPECT_EQ(term->clauses.words.notes.back().text, "Illustrative, not proposed by any party.");
    }
  EXPECT_EQ(terms, 12U);
}

// --- made-up statements
// ---------------------------------------------------------------------------

IssueOption option(std::string issue, std::string id, int order) {
  return {std::move(issue), "Title", std::move(id), "Text", order};
}

Statement says(std::string id, std::string party, std::string_view day,
               std::vector<std::string> acceptable, bool red = false,
               std::string kind = "public statement") {
  Statement s;
  s.id = std::move(id);
  s.issue = "I";
  s.party = std::move(party);
  s.day = d(day);
  s.acceptable = std::move(acceptable);
  s.red_line = red;
  s.kind = std::move(kind);
  return s;
}

const std::vector<IssueOption> three{option("I", "a", 0), option("I", "b", 1), option("I", "c", 2)};

IssuePosition of(const std::vector<Statement>& statements, std::string_view day) {
  return positions(three, statements, {d(day), false, {"x", "y"}}).front();
}

TEST(Positions, StatementsOfOneDayIntersectAndARedLineOnlyExcludesWhatItsOwnStatementLeavesOut) {
  const IssuePosition p =
      of({says("1", "x", "2020-01-01", {"a", "b"}), says("2", "x", "2020-01-01", {"b", "c"}, true)},
         "2020-01-01");
  EXPECT_THAT(p.open, ElementsAre("b"));
  EXPECT_THAT(p.permitted, ElementsAre("b", "c"));
  EXPECT_THAT(p.parties.at(0).acceptable, ElementsAre("b"));
  EXPECT_THAT(p.silent, ElementsAre("y"));
}

TEST(Positions, AStatementHoldsFromItsDayUntilTheNextOrItsWithdrawal) {
  std::vector<Statement> all{says("1", "x", "2020-01-01", {"a"}, true),
                             says("2", "x", "2020-02-01", {"b"})};
  EXPECT_EQ(of(all, "2019-12-31").open.size(), 3U);
  EXPECT_THAT(of(all, "2020-01-31").open, ElementsAre("a"));
  EXPECT_THAT(of(all, "2020-02-01").open, ElementsAre("b"));
  EXPECT_EQ(of(all, "2020-02-01").permitted.size(), 3U) << "the red line was replaced";
  all[1].superseded = d("2020-03-01");
  EXPECT_THAT(of(all, "2020-02-29").open, ElementsAre("b"));
  EXPECT_THAT(of(all, "2020-03-01").silent, ElementsAre("x", "y"));
}

TEST(Positions, OrderOfTheStatementsHasNoInfluence) {
  std::vector<Statement> all{says("1", "x", "2020-01-01", {"a", "b"}),
                             says("2", "x", "2020-01-01", {"b"}), says("3", "y", "2019-01-01", {})};
  const IssuePosition before = of(all, "2020-06-01");
  std::reverse(all.begin(), all.end());
  const IssuePosition after = of(all, "2020-06-01");
  EXPECT_EQ(before.open, after.open);
  EXPECT_EQ(before.parties[0].acceptable, after.parties[0].acceptable);
  EXPECT_THAT(before.parties[0].statements, ElementsAre(0, 1));
  EXPECT_THAT(after.parties[0].statements, ElementsAre(2, 1));
  EXPECT_THAT(before.open, IsEmpty());
}

TEST(Positions, SidesAreThoseWithStatementsWhenNoneAreNamed) {
  const auto p = positions(three, {says("1", "z", "2030-01-01", {"a"})}, {d("2020-01-01"), {}, {}});
  ASSERT_EQ(p.front().parties.size(), 1U);
  EXPECT_THAT(p.front().silent, ElementsAre("z"));
}

IssuePosition with(std::vector<std::string> permitted) {
  IssuePosition p;
  p.permitted = std::move(permitted);
  return p;
}

TEST(Packages, AnyPartOfTheListIsTheSameAsThatPartOfTheWhole) {
  const std::vector<IssuePosition> issues{with({"a", "b"}), with({"c"}), with({"d", "e", "f"})};
  const std::vector<Package> whole{{"a", "c", "d"}, {"a", "c", "e"}, {"a", "c", "f"},
                                   {"b", "c", "d"}, {"b", "c", "e"}, {"b", "c", "f"}};
  EXPECT_EQ(packages(issues, 0, 100), whole);
  for (std::size_t first = 0; first <= whole.size(); ++first)
    for (std::size_t count = 0; count <= whole.size(); ++count) {
      const auto end = std::min(whole.size(), first + count);
      const std::vector<Package> part(whole.begin() + static_cast<std::ptrdiff_t>(first),
                                      whole.begin() + static_cast<std::ptrdiff_t>(end));
      EXPECT_EQ(packages(issues, first, count), part) << first << " " << count;
    }
}

TEST(Packages, ACountThatIsTooLargeIsNotGiven) {
  const std::vector<std::string> ten{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  std::vector<IssuePosition> issues(19, with(ten));
  EXPECT_EQ(package_count(issues), 10000000000000000000ULL);
  issues.push_back(with(ten));
  EXPECT_EQ(package_count(issues), std::nullopt);
  EXPECT_EQ(packages(issues, 12, 1).at(0).back(), "2");
  issues.push_back(with({}));
  EXPECT_EQ(package_count(issues), 0U);
  EXPECT_EQ(package_count({}), 0U);
}

TEST(Draft, TextOfTheTablesCannotBreakOutOfItsQuotes) {
  std::vector<IssueOption> options{option("I-1", "I-1.5", 0)};
  options[0].text = "say \"yes\" \\ or\nno \u202E# }";
  options[0].issue_title = "} \"";
  const auto text = draft_terms(options, {"I-1.5"}, {{"x", "X"}, {"y", "Y"}}, d("2020-01-01"));
  ASSERT_TRUE(text);
  const Parsed parsed = read(*text);
  EXPECT_FALSE(has_errors(parsed.problems)) << *text;
  EXPECT_NE(text->find("say \\\"yes\\\" \\\\ or no # }"), std::string::npos) << *text;
}

TEST(Draft, WrongPackagesAreRefused) {
  const std::map<std::string, std::string> sides{{"x", "X"}, {"y", "Y"}};
  EXPECT_EQ(draft_terms(three, {"q"}, sides, d("2020-01-01")).error().code, "P001");
  EXPECT_EQ(draft_terms(three, {"a", "b"}, sides, d("2020-01-01")).error().code, "P002");
  EXPECT_EQ(draft_terms(three, {"a"}, {{"x", "X"}}, d("2020-01-01")).error().code, "P002");
}

}  // namespace
}  // namespace accord::talks
