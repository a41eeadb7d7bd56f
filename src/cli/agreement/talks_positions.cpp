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

/// "names A; puts out B (red line P06 since 2025-05-18)"
std::string marks_line(const SidePosition& side) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view verb, const std::vector<std::string>& options) {
    if (!options.empty()) parts.push_back(fmt::format("{} {}", verb, join(options, ", ")));
  };
  add("names", side.named);
  add("puts out", side.out);
  add("is against", side.against);
  add("leaves open", side.open);
  return join(parts, "; ");
}

/// What puts options out, and what would lift that: once for options of which the same holds.
std::string out_lines(const SidePosition& side) {
  std::string out;
  for (std::size_t i = 0; i < side.why_out.size(); ++i) {
    const answers::OptionOut& first = side.why_out[i];
    std::vector<std::string> options;
    for (std::size_t j = 0; j < side.why_out.size(); ++j) {
      if (side.why_out[j].put_out_by != first.put_out_by) continue;
      if (j < i) break;  // said already
      options.push_back(side.why_out[j].option);
    }
    if (options.empty()) continue;
    const std::string lines = join(first.put_out_by, ", ");
    out += fmt::format(
        "      out since {}: {}, by {}; an option is so until {} names it, or {} {} superseded\n",
        to_string(first.since), join(options, ", "), lines, side.party_title, lines,
        first.put_out_by.size() == 1 ? "is" : "are");
  }
  return out;
}

std::string side_lines(const SidePosition& side) {
  if (side.statements.empty())
    return fmt::format("    {}: no statement in force; everything is open, which is not a yes\n",
                       side.party_title);
  std::string out =
      fmt::format("    {}: {}\n", side.party_title, marks_line(side)) + out_lines(side);
  for (const SideStatement& statement : side.statements)
    out += fmt::format("      {} {}, {} ({}{}): {}\n", statement.id, to_string(statement.day),
                       statement.speaker, statement.statement_type,
                       statement.red_line ? ", red line" : "", statement.said);
  return out;
}

std::string text_of(const void* at, const Call&) {
  const auto& answer = *static_cast<const PositionsAnswer*>(at);
  std::string out = fmt::format("Positions on {}\n", to_string(answer.on));
  out += round_line("last", answer.last_round) + round_line("next", answer.next_round);
  for (const IssueRow& issue : answer.issues) {
    out +=
        fmt::format("\n{}  {}\n    not excluded: {}\n    not opposed: {}\n    named by all: {}\n",
                    issue.issue, issue.title, names(issue.not_excluded, "none"),
                    names(issue.not_opposed, "none"), names(issue.named_by_all, "none"));
    for (const SidePosition& side : issue.positions) out += side_lines(side);
  }
  out += fmt::format("\npackages not excluded: {}; not opposed: {}; named by all: {}\n",
                     answer.packages_not_excluded.text(), answer.packages_not_opposed.text(),
                     answer.packages_named_by_all.text());
  for (const std::string& note : answer.notes) out += note + "\n";
  return out;
}

}  // namespace

const Command talks_positions{.name = "talks positions",
                              .question = &answers::positions_question,
                              .group = Group::judge,
                              .text_of = text_of};

}  // namespace accord::cli
