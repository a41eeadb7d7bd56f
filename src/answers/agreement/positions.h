#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/opened.h"

namespace accord::answers {

struct PositionsQuestion {
  std::optional<Day> on;
  bool public_only = false;

  static constexpr auto described = object(
      "positions_question", "What each side has said on a day, and which options are open to both",
      member<&PositionsQuestion::on>("on", "the day asked about, as 2019-07-01").setting(),
      member<&PositionsQuestion::public_only>("public_only",
                                              "public statements only, no press reports"));
};

struct TalkRound {
  std::int32_t round = 0;
  Day day;
  std::string place, mediator, mediator_state, status;
  std::optional<std::string> note;

  static constexpr auto described =
      object("talk_round", "A round of talks", member<&TalkRound::round>("round", "its number"),
             member<&TalkRound::day>("day", "its day, as the table says"),
             member<&TalkRound::place>("place", "where"),
             member<&TalkRound::mediator>("mediator", "name of the mediator"),
             member<&TalkRound::mediator_state>("mediator_state", "State of the mediator"),
             member<&TalkRound::status>("status", "held, not held or planned"),
             member<&TalkRound::note>("note", "what the table says of it; none: nothing"));
};

struct SideStatement {
  std::string id;
  Day day;
  std::string speaker, statement_type;
  bool red_line = false;
  std::string said;
  std::optional<std::string> source;

  static constexpr auto described = object(
      "side_statement", "A statement of a side", member<&SideStatement::id>("id", "its name"),
      member<&SideStatement::day>("day", "from this day until a later one of the side"),
      member<&SideStatement::speaker>("speaker", "who said it"),
      member<&SideStatement::statement_type>(
          "statement_type", "public statement, or press report with an unnamed official"),
      member<&SideStatement::red_line>("red_line", "whether it rules out what it excludes"),
      member<&SideStatement::said>("said", "what was said, in words"),
      member<&SideStatement::source>("source", "where it is published; none: not stated"));
};

struct SidePosition {
  std::string party, party_title;
  std::vector<std::string> acceptable, red_lined;
  std::vector<SideStatement> statements;

  static constexpr auto described = object(
      "side_position", "What the latest statements of a side leave open on an issue",
      member<&SidePosition::party>("party", "the side"),
      member<&SidePosition::party_title>("party_title", "its name"),
      member<&SidePosition::acceptable>("acceptable", "options that they leave open"),
      member<&SidePosition::red_lined>("red_lined", "options that a red line excludes"),
      member<&SidePosition::statements>(
          "statements", "those used, by name; empty: none is recorded, and nothing is excluded"));
};

struct IssueRow {
  std::string issue, title;
  std::vector<std::string> open_to_all, permitted, silent;
  std::vector<SidePosition> positions;

  static constexpr auto described = object(
      "issue_position", "An issue of the talks", member<&IssueRow::issue>("issue", "its name"),
      member<&IssueRow::title>("title", "what it is about"),
      member<&IssueRow::open_to_all>("open_to_all", "options that no side excludes"),
      member<&IssueRow::permitted>("permitted", "options that no recorded red line excludes"),
      member<&IssueRow::silent>("silent", "sides without a recorded statement"),
      member<&IssueRow::positions>("positions", "the position of each side"));
};

struct PositionsAnswer {
  Day on;
  bool public_only = false;
  std::optional<TalkRound> last_round, next_round;
  std::optional<std::uint64_t> packages;
  std::vector<IssueRow> issues;

  static constexpr auto described = object(
      "positions", "What each side has said on a day, and which options are open to both",
      member<&PositionsAnswer::on>("on", "the day"),
      member<&PositionsAnswer::public_only>("public_only", "whether press reports are left out"),
      member<&PositionsAnswer::last_round>("last_round",
                                           "the last round held on or before the day; none: no "
                                           "such round in the table"),
      member<&PositionsAnswer::next_round>("next_round",
                                           "the first round after the day, also one not held "
                                           "later; none: no such round in the table"),
      member<&PositionsAnswer::packages>("packages",
                                         "how many choices of an option for each issue no recorded "
                                         "red line excludes; none: more than 64 bits can count"),
      member<&PositionsAnswer::issues>("issues", "in the order of the table of options"));
};

/// U005: no day is named.
[[nodiscard]] Answered<PositionsAnswer> positions(const Workspace& workspace,
                                                  const PositionsQuestion& asked);

extern const Question positions_question;

}  // namespace accord::answers
