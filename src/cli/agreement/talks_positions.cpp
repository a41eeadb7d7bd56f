#include <fmt/format.h>

#include "answers/agreement/positions.h"
#include "base/text.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

using answers::IssueRow;
using answers::PositionsAnswer;
using answers::SidePosition;
using answers::SideStatement;
using answers::TalkRound;

namespace {

std::string names(const std::vector<std::string>& list, std::string_view none) {
  return list.empty() ? std::string(none) : join(list, ", ");
}

std::string round_line(std::string_view which, const std::optional<TalkRound>& round) {
  if (!round) return fmt::format("{} round: none in the table\n", which);
  return fmt::format("{} round: {} of {}, {}; mediator {} ({}); {}{}\n", which, round->round,
                     to_string(round->day), round->place, round->mediator_state, round->mediator,
                     round->status, round->note ? "; " + *round->note : "");
}

std::string side_lines(const SidePosition& side) {
  if (side.statements.empty())
    return fmt::format("    {}: no recorded statement\n", side.party_title);
  std::string out =
      fmt::format("    {}: leaves open {}{}\n", side.party_title, names(side.acceptable, "nothing"),
                  side.red_lined.empty() ? "" : "; red line: not " + join(side.red_lined, ", "));
  for (const SideStatement& statement : side.statements)
    out += fmt::format("      {} {}, {} ({}): {}\n", statement.id, to_string(statement.day),
                       statement.speaker, statement.statement_type, statement.said);
  return out;
}

std::string text_of(const void* at, const Request&) {
  const auto& answer = *static_cast<const PositionsAnswer*>(at);
  std::string out = fmt::format("Positions on {}\n", to_string(answer.on));
  out += round_line("last", answer.last_round) + round_line("next", answer.next_round);
  for (const IssueRow& issue : answer.issues) {
    out += fmt::format("\n{}  {}\n    open to both: {}\n", issue.issue, issue.title,
                       names(issue.open_to_all, "no option"));
    for (const SidePosition& side : issue.positions) out += side_lines(side);
  }
  out += fmt::format(
      "\npackages that no recorded red line excludes: {}\n",
      answer.packages ? std::to_string(*answer.packages) : "more than 64 bits can count");
  return out;
}

}  // namespace

const Command talks_positions{.name = "talks positions",
                              .question = &answers::positions_question,
                              .group = Group::judge,
                              .text_of = text_of};

}  // namespace accord::cli
