#include "answers/agreement/status.h"

#include <fmt/format.h>

#include "cli/agreement/finding_text.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answered.h"
#include "cli/frame/use.h"

namespace accord::cli {

using answers::Finding;
using answers::StatusAnswer;
using answers::StatusQuestion;
using answers::TermTogether;

namespace {

std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : "; ") + part;
  return out;
}

/// Without those out of the count, unless they are asked for by name or -v.
Table short_table(const std::vector<Finding>& findings, bool all, std::size_t& left_out) {
  Table table;
  table.columns = {"term", "outcome", "state", "since",
                   "value against limit; evidence; declared beside it"};
  table.toned = 1;
  for (const Finding& f : findings) {
    if (!all && f.outcome == evidence::Outcome::out_of_count) {
      ++left_out;
      continue;
    }
    table.rows.push_back({answers::short_id(f.id), word(f.outcome), word(f.state),
                          day_or_empty(f.since),
                          joined({f.shown.value_or(""), evidence_note(f), f.declared.value_or(""),
                                  f.supposed ? "rests on a supposed record" : ""})});
    table.tones.push_back(tone_of(f.outcome));
  }
  return table;
}

std::string together_lines(const std::vector<TermTogether>& terms, const Look& look) {
  std::string out = terms.empty() ? "" : "\n";
  for (const TermTogether& t : terms)
    out += wrap(fmt::format("{}, all together: {} ({}); {}", t.term, word(t.outcome), word(t.state),
                            t.says),
                2, 0, look) +
           "\n";
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const StatusAnswer*>(at);
  const bool all = call.verbose || asked_of<StatusQuestion>(call).term.has_value();
  std::size_t left_out = 0;
  std::string out = heading(answer.judged, answer.notes, call) + "\n" +
                    as_text(short_table(answer.findings, all, left_out), call.look) +
                    together_lines(answer.terms_together, call.look);
  if (!answer.closing.empty()) out += "\n" + lines(answer.closing);
  if (left_out > 0 && !call.quiet)
    out += fmt::format("{} out of the count not listed; -v lists {}\n", left_out,
                       left_out == 1 ? "it" : "them");
  return out;
}

}  // namespace

const Command status_command{.name = "status",
                             .question = &answers::status_question,
                             .group = Group::judge,
                             .text_of = text_of};

}  // namespace accord::cli
