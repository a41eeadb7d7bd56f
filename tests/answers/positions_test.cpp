#include "answers/agreement/positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answers/table.h"

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

TEST(Positions, OfBothSidesLeaveOpenWhatNeitherExcludes) {
  const auto made = positions(talks_of_two(), {day("2025-04-01")}).value();
  ASSERT_EQ(made.issues.size(), 1U);
  const IssueRow& issue = made.issues[0];
  EXPECT_THAT(issue.open_to_all, ElementsAre("O-2"));
  EXPECT_THAT(issue.permitted, ElementsAre("O-1", "O-2"));
  EXPECT_THAT(issue.silent, IsEmpty());
  EXPECT_EQ(made.packages, 2U);
  ASSERT_EQ(issue.positions.size(), 2U);
  EXPECT_EQ(issue.positions[0].party_title, "Country A");
  EXPECT_THAT(issue.positions[0].red_lined, ElementsAre("O-3"));
  EXPECT_EQ(issue.positions[0].statements.at(0).source, std::nullopt);
  EXPECT_FALSE(made.last_round);
}

TEST(Positions, OfASideThatHasSaidNothingExcludeNothingAndNameIt) {
  const auto made = positions(talks_of_two(), {day("2025-03-31")}).value();
  EXPECT_THAT(made.issues.at(0).open_to_all, ElementsAre("O-1", "O-2"));
  EXPECT_THAT(made.issues.at(0).silent, ElementsAre("b"));
}

TEST(Positions, InPublicLeaveOutPressReports) {
  const auto made = positions(talks_of_two(), {day("2025-04-01"), true}).value();
  EXPECT_THAT(made.issues.at(0).open_to_all, ElementsAre("O-2", "O-3"));
  EXPECT_EQ(made.packages, 3U);
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
              ElementsAre(ElementsAre("O", "What is allowed", "O-1|O-2", "O-1|O-2", "b")));
}

}  // namespace
}  // namespace accord::answers
