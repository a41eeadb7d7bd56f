#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/opened.h"
#include "answers/talks/figure.h"

namespace accord::answers {

struct PositionsQuestion {
  std::optional<Day> on;
  bool public_only = false;

  static constexpr auto described =
      object("positions_question", "What each side has said of every option on a day",
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
      member<&SideStatement::day>("day", "its day"),
      member<&SideStatement::speaker>("speaker", "who said it"),
      member<&SideStatement::statement_type>(
          "statement_type", "public statement, or press report with an unnamed official"),
      member<&SideStatement::red_line>("red_line",
                                       "whether it puts out every option that it does not name"),
      member<&SideStatement::said>("said", "what was said, in words"),
      member<&SideStatement::source>("source", "where it is published; none: not stated"));
};

struct OptionOut {
  std::string option;
  Day since;
  std::vector<std::string> put_out_by;
  std::string lifted_if;

  static constexpr auto described = object(
      "option_out", "An option that a red line puts out, and what would lift that",
      member<&OptionOut::option>("option", "the option"),
      member<&OptionOut::since>("since", "the day of the first of these statements"),
      member<&OptionOut::put_out_by>("put_out_by", "the statements in force that put it out"),
      member<&OptionOut::lifted_if>("lifted_if", "what the side would have to say or withdraw"));
};

struct SidePosition {
  std::string party, party_title;
  std::vector<std::string> named, open, against, out;
  std::vector<OptionOut> why_out;
  bool contradicts = false;
  std::vector<SideStatement> statements;

  static constexpr auto described =
      object("side_position", "One mark of a side for each option of an issue",
             member<&SidePosition::party>("party", "the side"),
             member<&SidePosition::party_title>("party_title", "its name"),
             member<&SidePosition::named>("named", "options that it demands, offers or accepts"),
             member<&SidePosition::open>(
                 "left_open", "options of which it has said neither: not a yes and not a no"),
             member<&SidePosition::against>(
                 "against", "options that its latest position leaves out, which is not a limit"),
             member<&SidePosition::out>("out", "options that a red line of it puts out"),
             member<&SidePosition::why_out>("why_out", "for each of these, by which statements"),
             member<&SidePosition::contradicts>(
                 "contradicts",
                 "whether statements of its latest day have no option in common; they "
                 "are then open"),
             member<&SidePosition::statements>(
                 "statements",
                 "those that decide a mark, or else those that only discuss, by day; empty: "
                 "none is in force"));
};

struct IssueRow {
  std::string issue, title;
  std::vector<std::string> not_excluded, not_opposed, named_by_all, silent;
  std::vector<SidePosition> positions;

  static constexpr auto described = object(
      "issue_position", "An issue of the talks", member<&IssueRow::issue>("issue", "its name"),
      member<&IssueRow::title>("title", "what it is about"),
      member<&IssueRow::not_excluded>("not_excluded", "options that no red line puts out"),
      member<&IssueRow::not_opposed>(
          "not_opposed", "options that no side puts out or is against; a silent side is not a yes"),
      member<&IssueRow::named_by_all>("named_by_all", "options that every side names"),
      member<&IssueRow::silent>("silent",
                                "sides without a statement in force: open to everything, "
                                "which is not a yes"),
      member<&IssueRow::positions>("positions", "the position of each side"));
};

struct PositionsAnswer {
  Day on;
  bool public_only = false;
  std::optional<TalkRound> last_round, next_round;
  talks::Number packages_not_excluded, packages_not_opposed, packages_named_by_all;
  std::vector<IssueRow> issues;
  std::vector<std::string> notes;

  static constexpr auto described = object(
      "positions", "What each side has said of every option on a day",
      member<&PositionsAnswer::on>("on", "the day"),
      member<&PositionsAnswer::public_only>("public_only", "whether press reports are left out"),
      member<&PositionsAnswer::last_round>("last_round",
                                           "the last round held on or before the day; none: no "
                                           "such round in the table"),
      member<&PositionsAnswer::next_round>("next_round",
                                           "the first round after the day, also one not held "
                                           "later; none: no such round in the table"),
      member<&PositionsAnswer::packages_not_excluded>(
          "packages_not_excluded",
          "choices of one option for each issue that no red line puts out"),
      member<&PositionsAnswer::packages_not_opposed>(
          "packages_not_opposed", "those that no side puts out or is against in any part"),
      member<&PositionsAnswer::packages_named_by_all>("packages_named_by_all",
                                                      "those that every side names in every part"),
      member<&PositionsAnswer::issues>("issues", "in the order of the table of options"),
      member<&PositionsAnswer::notes>("notes", "statements that contradict one another"));
};

/// U005: no day is named.
[[nodiscard]] Answered<PositionsAnswer> positions(const Workspace& workspace,
                                                  const PositionsQuestion& asked);

extern const Question positions_question;

}  // namespace accord::answers
