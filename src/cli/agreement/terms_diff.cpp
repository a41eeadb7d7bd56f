#include <fmt/format.h>

#include "answers/agreement/diff.h"
#include "answers/agreement/finding.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

using answers::ChangedFinding;
using answers::DiffAnswer;

namespace {

std::string state_words(const std::optional<evidence::Outcome>& outcome,
                        const std::optional<evidence::State>& state) {
  return outcome ? fmt::format("{} ({})", word(*outcome), word(*state)) : "not in this text";
}

std::string text_of(const void* at, const Call&) {
  const auto& answer = *static_cast<const DiffAnswer*>(at);
  std::string out = answer.is_different() ? agreement::diff_text(answer.differences)
                                          : "no difference in meaning\n";
  if (!answer.workspace) return out;
  out += fmt::format("\nFindings that differ on the records of {}, on {}\n", *answer.workspace,
                     to_string(*answer.on));
  for (const ChangedFinding& c : answer.findings_changed)
    out += fmt::format("  {}: {} → {}\n", answers::short_id(c.id),
                       state_words(c.outcome_before, c.state_before),
                       state_words(c.outcome_after, c.state_after));
  return out + (answer.findings_changed.empty() ? "  none\n" : "");
}

}  // namespace

const Command terms_diff{.name = "terms diff",
                         .question = &answers::diff_question,
                         .group = Group::text,
                         .text_of = text_of};

}  // namespace accord::cli
