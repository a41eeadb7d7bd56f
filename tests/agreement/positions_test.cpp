#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/check/check.h"
#include "agreement/syntax/print.h"
#include "formats/workspace/workspace.h"
#include "talks/public_words/days.h"

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
      formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/talks-2025").value();
  return workspace;
}

std::vector<IssueMarks> on(std::string_view day, bool public_only = false) {
  return marks(record().options, record().statements, {d(day), public_only, {"iran", "us"}});
}

IssueMarks issue(const std::vector<IssueMarks>& all, std::string_view id) {
  for (const IssueMarks& p : all)
    if (p.issue == id) return p;
  ADD_FAILURE() << "no issue " << id;
  return {};
}

std::vector<std::string> with(const IssueMarks& p, std::string_view party, OptionMark mark) {
  for (const SideMarks& side : p.sides)
    if (side.party == party) return side.with(mark, p.options);
  ADD_FAILURE() << "no side " << party;
  return {};
}

std::vector<std::string> used(const IssueMarks& p, std::string_view party) {
  std::vector<std::string> out;
  for (const SideMarks& side : p.sides)
    if (side.party == party)
      for (const std::size_t i : side.statements) out.push_back(record().statements[i].id);
  return out;
}

TEST(PublicPositions, On14AprilOneSideNamesTheLevelOf2015AndTheOtherIsSilentWhichIsNoYes) {
  const IssueMarks enr = issue(on("2025-04-14"), "ENR");
  EXPECT_THAT(with(enr, "us", OptionMark::named), ElementsAre("ENR-3.67"));
  EXPECT_EQ(enr.not_excluded.size(), 6U) << "a position that is not a red line is no limit";
  EXPECT_THAT(enr.not_opposed, ElementsAre("ENR-3.67"));
  EXPECT_THAT(enr.named_by_all, IsEmpty());
  EXPECT_THAT(enr.silent, ElementsAre("iran"));
  EXPECT_THAT(used(enr, "us"), ElementsAre("P01"));
}

TEST(PublicPositions, TheNextDayTheStatementIsSuperseded) {
  const IssueMarks enr = issue(on("2025-04-15"), "ENR");
  EXPECT_THAT(with(enr, "us", OptionMark::named), ElementsAre("ENR-NONE"));
  EXPECT_THAT(used(enr, "us"), ElementsAre("P02"));
}

TEST(PublicPositions, On18MayTwoRedLinesLeaveNoLevel) {
  const IssueMarks enr = issue(on("2025-05-18", true), "ENR");
  EXPECT_THAT(with(enr, "iran", OptionMark::out), ElementsAre("ENR-NONE"));
  EXPECT_EQ(with(enr, "us", OptionMark::out).size(), 5U);
  EXPECT_THAT(enr.not_excluded, IsEmpty());
  EXPECT_THAT(used(enr, "iran"), ElementsAre("P06"));
  EXPECT_THAT(used(enr, "us"), ElementsAre("P03"));
}

TEST(PublicPositions, ARefusalLeavesOpenAndDoesNotName) {
  // P06 of 18 May is a red line of the kind “refuses other”.
  const IssueMarks enr = issue(on("2025-05-18", true), "ENR");
  EXPECT_THAT(with(enr, "iran", OptionMark::named), IsEmpty());
  EXPECT_EQ(with(enr, "iran", OptionMark::open).size(), 5U);
}

TEST(PublicPositions, AReportedDraftLiftsTheRedLineForWhatItNamesOnly) {
  // P04 of 31 May (press report) names ENR-3; P03 goes on to put out the rest.
  const IssueMarks enr = issue(on("2025-05-31"), "ENR");
  EXPECT_THAT(with(enr, "us", OptionMark::named), ElementsAre("ENR-3"));
  EXPECT_THAT(enr.not_excluded, ElementsAre("ENR-3"));
  EXPECT_THAT(used(enr, "us"), ElementsAre("P03", "P04"));
  EXPECT_THAT(issue(on("2025-05-31", true), "ENR").not_excluded, IsEmpty());
}

TEST(PublicPositions, WhoOnlyDiscussesHasNotNamed) {
  const IssueMarks duration = issue(on("2025-05-18"), "DUR");
  EXPECT_THAT(with(duration, "us", OptionMark::open), ElementsAre("DUR-15", "DUR-25", "DUR-PERM"));
  EXPECT_THAT(duration.silent, ElementsAre("iran"));
  EXPECT_THAT(used(duration, "us"), ElementsAre("P28"));
}

/// The chapter on talks, section 14, talks-2025.
Number left(std::string_view day, bool public_only) {
  return package_counts(on(day, public_only)).not_excluded;
}

TEST(PublicPositions, PublicStatementsLeaveAsManyPackagesAsTheChapterSays) {
  for (const char* day : {"2025-04-11", "2025-04-12"}) EXPECT_EQ(left(day, true), 839808) << day;
  for (const char* day : {"2025-04-13", "2025-04-14", "2025-04-18", "2025-04-27"})
    EXPECT_EQ(left(day, true), 209952) << day;
  for (const char* day : {"2025-04-28", "2025-05-14", "2025-05-17"})
    EXPECT_EQ(left(day, true), 46656) << day;
  for (const char* day : {"2025-05-18", "2025-05-31", "2025-06-02", "2026-01-01"})
    EXPECT_EQ(left(day, true), 0) << day;
}

TEST(PublicPositions, WithPressReportsAsManyAsTheChapterSays) {
  EXPECT_EQ(left("2025-04-17", false), 209952);
  for (const char* day : {"2025-04-18", "2025-04-27"}) EXPECT_EQ(left(day, false), 87480) << day;
  for (const char* day : {"2025-04-28", "2025-05-17"}) EXPECT_EQ(left(day, false), 19440) << day;
  for (const char* day : {"2025-05-18", "2025-05-30"}) EXPECT_EQ(left(day, false), 0) << day;
  for (const char* day : {"2025-05-31", "2025-06-01"}) EXPECT_EQ(left(day, false), 3888) << day;
  for (const char* day : {"2025-06-02", "2026-01-01"}) EXPECT_EQ(left(day, false), 0) << day;
}

TEST(PublicPositions, NothingIsNotOpposedFrom14AprilOn) {
  for (const bool public_only : {true, false}) {
    EXPECT_NE(package_counts(on("2025-04-13", public_only)).not_opposed, 0);
    for (const char* day : {"2025-04-14", "2025-05-18", "2025-05-31", "2025-06-02"})
      EXPECT_EQ(package_counts(on(day, public_only)).not_opposed, 0) << day;
  }
}

std::vector<std::string> named_by_both(std::string_view day, bool public_only) {
  std::vector<std::string> out;
  for (const IssueMarks& p : on(day, public_only))
    out.insert(out.end(), p.named_by_all.begin(), p.named_by_all.end());
  return out;
}

TEST(PublicPositions, NamedByBothArePubliclyNoneAndTwoWithReports) {
  for (const char* day : {"2025-04-14", "2025-05-18", "2025-05-31", "2025-06-02"})
    EXPECT_THAT(named_by_both(day, true), IsEmpty()) << day;
  EXPECT_THAT(named_by_both("2025-04-13", false), IsEmpty());
  EXPECT_THAT(named_by_both("2025-04-14", false), ElementsAre("VERIF-AP"));
  EXPECT_THAT(named_by_both("2025-05-30", false), ElementsAre("VERIF-AP"));
  EXPECT_THAT(named_by_both("2025-05-31", false), ElementsAre("SANCT-STEP", "VERIF-AP"));
}

TEST(PublicPositions, TheListOfPackagesEndsWhereTheCountSays) {
  const auto all = on("2025-05-31");
  EXPECT_EQ(packages(all, 3886, 10).size(), 2U);
  EXPECT_TRUE(packages(all, 3888, 10).empty());
  EXPECT_TRUE(packages(on("2025-06-02"), 0, 10).empty());
}

std::vector<std::string> days(bool public_only) {
  std::vector<std::string> out;
  for (const DayOfTalks& day :
       days_of_talks(record().options, record().statements, {{}, public_only, {"iran", "us"}}))
    out.push_back((day.from ? to_string(*day.from) : "before") + " " +
                  day.packages.not_excluded.text() + (day.none_left.empty() ? "" : " none"));
  return out;
}

TEST(PublicPositions, TheDaysAreThoseOnWhichAMarkChanges) {
  // 20 and 23 May and 2 June repeat what was said; on 14 May Iran offers on ENR and HEU.
  EXPECT_THAT(days(true), ElementsAre("before 839808", "2025-04-13 209952", "2025-04-14 209952",
                                      "2025-04-15 209952", "2025-04-19 209952", "2025-04-28 46656",
                                      "2025-05-14 46656", "2025-05-18 0 none"));
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
  s.relation = "demands";
  return s;
}

const std::vector<IssueOption> three{option("I", "a", 0), option("I", "b", 1), option("I", "c", 2)};

IssueMarks of(const std::vector<Statement>& statements, std::string_view day) {
  return marks(three, statements, {d(day), false, {"x", "y"}}).front();
}

/// "named a": the marks of x, in order of the options.
std::vector<OptionMark> of_x(const std::vector<Statement>& statements, std::string_view day) {
  std::vector<OptionMark> out;
  const IssueMarks found = of(statements, day);
  for (const MarkOfOption& one : found.sides.at(0).options) out.push_back(one.mark);
  return out;
}

constexpr auto open = OptionMark::open, named = OptionMark::named, against = OptionMark::against,
               out = OptionMark::out;

TEST(Marks, StatementsOfOneDayIntersect) {
  const std::vector<Statement> all{says("1", "x", "2020-01-01", {"a", "b"}),
                                   says("2", "x", "2020-01-01", {"b", "c"}, true)};
  EXPECT_THAT(of_x(all, "2020-01-01"), ElementsAre(out, named, against));
  const IssueMarks p = of(all, "2020-01-01");
  EXPECT_THAT(p.not_excluded, ElementsAre("b", "c"));
  EXPECT_THAT(p.not_opposed, ElementsAre("b"));
  EXPECT_THAT(p.named_by_all, IsEmpty()) << "y has said nothing";
  EXPECT_THAT(p.silent, ElementsAre("y"));
  EXPECT_FALSE(p.sides[0].contradicts);
}

TEST(Marks, StatementsOfOneDayWithNothingInCommonAreAContradictionAndOpen) {
  const std::vector<Statement> all{says("1", "x", "2020-01-01", {"a"}),
                                   says("2", "x", "2020-01-01", {"b"})};
  EXPECT_THAT(of_x(all, "2020-01-01"), ElementsAre(open, open, open));
  EXPECT_TRUE(of(all, "2020-01-01").sides[0].contradicts);
}

TEST(Marks, ARedLineIsNotLiftedBySilenceNorByAMilderDemand) {
  const std::vector<Statement> all{says("1", "x", "2020-01-01", {"a"}, true),
                                   says("2", "x", "2020-02-01", {"b"})};
  EXPECT_THAT(of_x(all, "2019-12-31"), ElementsAre(open, open, open));
  EXPECT_THAT(of_x(all, "2020-01-31"), ElementsAre(named, out, out));
  EXPECT_THAT(of_x(all, "2020-02-01"), ElementsAre(against, named, out)) << "c was never named";
}

TEST(Marks, WhatOnlyDiscussesOrRefusesOtherDoesNotLift) {
  std::vector<Statement> all{says("1", "x", "2020-01-01", {"a"}, true),
                             says("2", "x", "2020-02-01", {"b"})};
  for (const char* relation : {"discusses", "refuses other"}) {
    all[1].relation = relation;
    EXPECT_THAT(of_x(all, "2020-02-01").at(1), out) << relation;
  }
  all[1].red_line = true;
  EXPECT_THAT(of_x(all, "2020-02-01"), ElementsAre(out, open, out))
      << "a red line that leaves b open lifts it, and refuses other only leaves open";
}

TEST(Marks, OnOneDayLiftingComesFirst) {
  EXPECT_THAT(of_x({says("1", "x", "2020-01-01", {"a"}, true), says("2", "x", "2020-02-01", {"b"}),
                    says("3", "x", "2020-02-01", {"a", "b"}, true)},
                   "2020-02-01"),
              ElementsAre(against, named, out));
  EXPECT_THAT(of_x({says("1", "x", "2020-02-01", {"a"}, true), says("2", "x", "2020-02-01", {"b"})},
                   "2020-02-01"),
              ElementsAre(open, out, out))
      << "the red line of the same day is not lifted; the two have nothing in common";
}

TEST(Marks, ARedLineThatIsSupersededPutsNothingOut) {
  std::vector<Statement> all{says("1", "x", "2020-01-01", {"a"}, true)};
  all[0].superseded = d("2020-03-01");
  EXPECT_THAT(of_x(all, "2020-02-29"), ElementsAre(named, out, out));
  EXPECT_THAT(of_x(all, "2020-03-01"), ElementsAre(open, open, open));
  EXPECT_THAT(of(all, "2020-03-01").silent, ElementsAre("x", "y"));
}

TEST(Marks, TheReasonIsEveryRedLineInForce) {
  const IssueMarks p = of(
      {says("1", "x", "2020-01-01", {"a"}, true), says("2", "x", "2020-02-01", {"a", "b"}, true)},
      "2020-02-01");
  EXPECT_THAT(p.sides[0].options[2].because, ElementsAre(0, 1)) << "c, out since January";
  EXPECT_THAT(p.sides[0].options[1].mark, named);
}

TEST(Marks, OrderOfTheStatementsHasNoInfluence) {
  std::vector<Statement> all{says("1", "x", "2020-01-01", {"a", "b"}, true),
                             says("2", "x", "2020-01-01", {"b"}), says("3", "y", "2019-01-01", {})};
  const auto before = of_x(all, "2020-06-01");
  EXPECT_THAT(of(all, "2020-06-01").sides[0].statements, ElementsAre(0, 1));
  std::reverse(all.begin(), all.end());
  EXPECT_EQ(before, of_x(all, "2020-06-01"));
  EXPECT_THAT(of(all, "2020-06-01").sides[0].statements, ElementsAre(2, 1));
}

TEST(Marks, SidesAreThoseWithStatementsOrALeadWhenNoneAreNamed) {
  const std::vector<Statement> one{says("1", "z", "2030-01-01", {"a"})};
  const auto p = marks(three, one, {d("2020-01-01"), {}, {}});
  ASSERT_EQ(p.front().sides.size(), 1U);
  EXPECT_THAT(p.front().silent, ElementsAre("z"));
  Round round;
  round.leads = {{"w", "Somebody"}};
  EXPECT_THAT(sides_of(one, {round}), ElementsAre("w", "z"));
}

TEST(Marks, WhatOneSideAloneNamesIsNotNamedByAll) {
  const auto p = marks(three, {says("1", "z", "2020-01-01", {"a"})}, {d("2020-01-01"), {}, {}});
  EXPECT_THAT(p.front().named_by_all, IsEmpty());
}

IssueMarks left_of(std::vector<std::string> options) {
  IssueMarks p;
  p.not_excluded = std::move(options);
  return p;
}

TEST(Packages, AnyPartOfTheListIsTheSameAsThatPartOfTheWhole) {
  const std::vector<IssueMarks> issues{left_of({"a", "b"}), left_of({"c"}),
                                       left_of({"d", "e", "f"})};
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

TEST(Packages, ACountOfAnySizeIsExact) {
  const std::vector<std::string> ten{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  std::vector<IssueMarks> issues(50, left_of(ten));
  EXPECT_EQ(package_counts(issues).not_excluded.text(), "1" + std::string(50, '0'));
  EXPECT_EQ(package_counts(issues).not_opposed, 0);
  EXPECT_EQ(packages(issues, 12, 1).at(0).back(), "2");
  issues.push_back(left_of({}));
  EXPECT_EQ(package_counts(issues).not_excluded, 0);
  EXPECT_EQ(package_counts({}).not_excluded, 0) << "no issue: nothing was asked";
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
