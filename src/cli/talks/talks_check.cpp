#include <fmt/format.h>

#include "answers/talks/check.h"
#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "cli/print/text.h"

namespace accord::cli {

using answers::IssueShown;
using answers::PositionShown;
using answers::TalksCheckAnswer;

namespace {

std::string counted(const std::optional<std::uint64_t>& count) {
  return count ? std::to_string(*count) : "-";
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const TalksCheckAnswer*>(at);
  Table issues{
      {"issue", "kind", "values", "from", "to"}, {}, {}, 0, {false, false, true, false, false}};
  for (const IssueShown& issue : answer.issues)
    issues.rows.push_back({issue.issue, issue.kind, counted(issue.size), issue.first, issue.last});
  std::string out = fmt::format("domain {}\n{} outcomes, {} public rule{}\n\n{}", answer.sha256,
                                answer.outcomes.text(), answer.rules, answer.rules == 1 ? "" : "s",
                                as_text(issues, call.look));
  Table positions{{"party", "yes", "open", "no", "lines", "stated"},
                  {},
                  {},
                  0,
                  {false, true, true, true, true, false}};
  for (const PositionShown& one : answer.positions)
    positions.rows.push_back({one.party, counted(one.yes), counted(one.open), counted(one.no),
                              std::to_string(one.lines), one.stated});
  if (!positions.rows.empty()) out += "\n" + as_text(positions, call.look);
  if (!answer.silent_parties.empty())
    out += fmt::format("without a position: {}\n", join(answer.silent_parties, ", "));
  for (const std::string& note : answer.notes) out += note + "\n";
  return out;
}

}  // namespace

const Command talks_check{.name = "talks check",
                          .question = &answers::talks_check_question,
                          .group = Group::talks,
                          .text_of = text_of};

}  // namespace accord::cli
