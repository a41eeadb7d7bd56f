#include "answers/agreement/positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answers/table.h"
#include "answers/talks/days.h"
#include "answers/talks/sheet_on.h"
#include "answers/talks/zone_on.h"

namespace accord::answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Day day(const char* text) {
  return *parse_day(text);
}

/// Two sides, one issue of three options: a rules out O-3 by a press report, b has said nothing.
Workspace talks_of_two() {
  Workspace out;
  out.outsiders = {{"a", "Country A"}, {"b", "Country B"}};
  for (const char* id : {"O-1", "O-2", "O-3"})
    out.options.push_back({"O", "What is allowed", id, "", static_cast<int>(out.options.size())});
  talks::Statement said;
  said.id = "S1";
  said.issue = "O";
  said.party = "a";
  said.speaker = "an official";
  said.day = day("2025-03-01");
  said.acceptable = {"O-1", "O-2"};
  said.red_line = true;
  said.relation = "demands";
  said.kind = "press report, official not named";
  out.statements = {said};
  talks::Statement later = said;
  later.id = "S2";
  later.party = "b";
  later.day = day("2025-04-01");
  later.acceptable = {"O-2", "O-3"};
  later.red_line = false;
  later.kind = "public statement";
  out.statements.push_back(later);
  return out;
}

TEST(Positions, HaveThreeColumnsThatAreNotMerged) {
  const auto made = positions(talks_of_two(), {day("2025-04-01")}).value();
  ASSERT_EQ(made.issues.size(), 1U);
  const IssueRow& issue = made.issues[0];
  EXPECT_THAT(issue.not_excluded, ElementsAre("O-1", "O-2"));
  EXPECT_THAT(issue.not_opposed, ElementsAre("O-2"));
  EXPECT_THAT(issue.named_by_all, ElementsAre("O-2"));
  EXPECT_THAT(issue.silent, IsEmpty());
  EXPECT_EQ(made.packages_not_excluded, 2);
  EXPECT_EQ(made.packages_not_opposed, 1);
  EXPECT_EQ(made.packages_named_by_all, 1);
  ASSERT_EQ(issue.positions.size(), 2U);
  EXPECT_EQ(issue.positions[0].party_title, "Country A");
  EXPECT_THAT(issue.positions[0].out, ElementsAre("O-3"));
  EXPECT_THAT(issue.positions[1].against, ElementsAre("O-1"));
  EXPECT_EQ(issue.positions[0].statements.at(0).source, std::nullopt);
  EXPECT_FALSE(made.last_round);
}

TEST(Positions, SayWhatPutsAnOptionOutSinceWhenAndWhatWouldLiftIt) {
  const auto made = positions(talks_of_two(), {day("2025-04-01")}).value();
  const OptionOut& why = made.issues.at(0).positions.at(0).why_out.at(0);
  EXPECT_EQ(why.option, "O-3");
  EXPECT_EQ(why.since, day("2025-03-01"));
  EXPECT_THAT(why.put_out_by, ElementsAre("S1"));
  EXPECT_EQ(why.lifted_if, "Country A demands, offers or accepts O-3, or S1 is superseded");
}

TEST(Positions, OfASideThatHasSaidNothingAreOpenAndNotAYes) {
  const auto made = positions(talks_of_two(), {day("2025-03-31")}).value();
  EXPECT_THAT(made.issues.at(0).named_by_all, IsEmpty());
  EXPECT_THAT(made.issues.at(0).positions.at(1).open, ElementsAre("O-1", "O-2", "O-3"));
  EXPECT_THAT(made.issues.at(0).silent, ElementsAre("b"));
}

TEST(Positions, InPublicLeaveOutPressReports) {
  const auto made = positions(talks_of_two(), {day("2025-04-01"), true}).value();
  EXPECT_THAT(made.issues.at(0).not_excluded, ElementsAre("O-1", "O-2", "O-3"));
  EXPECT_THAT(made.issues.at(0).named_by_all, IsEmpty()) << "of a only a press report is known";
  EXPECT_EQ(made.packages_not_excluded, 3);
}

TEST(Positions, NameContradictions) {
  Workspace talks = talks_of_two();
  talks.statements.push_back(talks.statements[1]);
  talks.statements[2].id = "S3";
  talks.statements[2].acceptable = {"O-1"};
  EXPECT_THAT(positions(talks, {day("2025-04-01")}).value().notes,
              ElementsAre("contradiction: what Country B said on O on its latest day has no option "
                          "in common, and counts as open"));
}

TEST(Positions, AreThoseOfADay) {
  const auto refused = positions(talks_of_two(), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.back().code, "U005");
}

TEST(Positions, AreATableWithListsInOneCell) {
  const auto made = positions(talks_of_two(), {day("2025-03-31")}).value();
  const AnswerTable table = table_of({&made, positions_question.answer}, {}, described::Shown::all);
  EXPECT_EQ(table.name, "issues");
  EXPECT_THAT(table.cells.rows,
              ElementsAre(ElementsAre("O", "What is allowed", "O-1|O-2", "O-1|O-2", "", "b")));
}

// --- the zone from public words
// --------------------------------------------------------------------

TEST(ZoneOn, IsPossibleAndNeverSureAndANoForScripts) {
  const auto made = zone_on(talks_of_two(), {day("2025-04-01"), false, {}}).value();
  EXPECT_EQ(made.answer, PublicZone::possible);
  EXPECT_TRUE(made.is_no());
  EXPECT_EQ(made.packages_not_excluded, 2);
  EXPECT_THAT(made.none_left, IsEmpty());
  EXPECT_FALSE(
      zone_on(talks_of_two(), {day("2025-04-01"), false, ZoneFailOn::excluded}).value().is_no());
}

TEST(ZoneOn, NamesWhatLeftNone) {
  Workspace talks = talks_of_two();
  talks.statements[1].acceptable = {"O-3"};
  talks.statements[1].red_line = true;
  const auto made = zone_on(talks, {day("2025-04-01"), false, ZoneFailOn::excluded}).value();
  EXPECT_EQ(made.answer, PublicZone::excluded);
  EXPECT_TRUE(made.is_no());
  EXPECT_EQ(
      made.sentence,
      "No package keeps every line as stated on 2025-04-01. Lines can move; this says nothing "
      "about whether they will.");
  ASSERT_EQ(made.none_left.size(), 1U);
  ASSERT_EQ(made.none_left[0].lines.size(), 2U);
  EXPECT_EQ(made.none_left[0].lines[0].statement.id, "S1");
  EXPECT_THAT(made.none_left[0].lines[0].puts_out, ElementsAre("O-3"));
  EXPECT_THAT(made.none_left[0].lines[1].puts_out, ElementsAre("O-1", "O-2"));
}

TEST(ZoneOn, SaysWhoHasStatedNothing) {
  const auto made = zone_on(talks_of_two(), {day("2025-03-31"), false, {}}).value();
  EXPECT_EQ(made.sentence,
            "Some packages are excluded by nobody; none is known to be acceptable to all. No "
            "agreement is implied. Country B has stated nothing.");
  EXPECT_EQ(made.illustration,
            "Illustration from public statements and press reports, 2025-03-31, 0 of 1 issues "
            "without a statement by Country A, 1 of 1 issues without a statement by Country B. "
            "Nobody proposed this.");
  EXPECT_THAT(made.without_statement.at(1).without, ElementsAre("O"));
}

TEST(ZoneOn, WithoutIssuesOrWithOneSideThereIsNoAnswer) {
  Workspace talks = talks_of_two();
  talks.statements.pop_back();
  EXPECT_EQ(zone_on(talks, {day("2025-04-01"), false, {}}).error().problems.back().code, "P052");
  talks.options.clear();
  EXPECT_EQ(zone_on(talks, {day("2025-04-01"), false, {}}).error().problems.back().code, "P020");
  EXPECT_EQ(zone_on(talks, {}).error().problems.back().code, "U005");
  EXPECT_EQ(talks_days(talks, {}).error().problems.back().code, "P020");
}

TEST(TalksDays, BeginBeforeTheFirstStatementAndSayWhatChanged) {
  const auto made = talks_days(talks_of_two(), {}).value();
  ASSERT_EQ(made.days.size(), 3U);
  EXPECT_FALSE(made.days[0].from);
  EXPECT_EQ(made.days[0].packages_not_excluded, 3);
  EXPECT_EQ(made.days[1].from, day("2025-03-01"));
  EXPECT_EQ(made.days[1].packages_not_excluded, 2);
  EXPECT_EQ(made.days[1].changes.size(), 3U);
  EXPECT_EQ(made.days[1].changes[2].option, "O-3");
  EXPECT_EQ(made.days[1].changes[2].after, talks::OptionMark::out);
  EXPECT_EQ(made.days[2].packages_named_by_all, 1);
  EXPECT_THAT(made.days[2].statements, ElementsAre("S2"));
}

TEST(SheetOn, SaysOnlyKindsOfWordsAndHasADigestOfWhatItRestsOn) {
  Workspace talks = talks_of_two();
  talks.records.origins.emplace_back().sha256 = "00";
  const auto made = sheet_on(talks, {day("2025-03-31"), false}).value();
  EXPECT_EQ(made.sides.at(0).stated, "press reports");
  EXPECT_EQ(made.sides.at(1).stated, "nothing");
  EXPECT_EQ(sheet_on(talks, {day("2025-04-01"), false}).value().sides.at(1).stated, "public words");
  EXPECT_THAT(made.issues.at(0).silent, ElementsAre("Country B"));
  EXPECT_EQ(made.digest.size(), 64U);
  talks.records.origins[0].sha256 = "01";
  EXPECT_NE(sheet_on(talks, {day("2025-03-31"), false}).value().digest, made.digest);
}

}  // namespace
}  // namespace accord::answers
