#include "answers/agreement/status.h"

namespace accord::answers {

namespace {

/// One for each term of several parties, which follow one another.
std::vector<TermTogether> together_of(const std::vector<Finding>& findings) {
  std::vector<TermTogether> out;
  for (const Finding& f : findings)
    if (f.together_state && (out.empty() || out.back().term != f.term))
      out.push_back(
          {f.term, evidence::outcome_of(*f.together_state), *f.together_state, *f.together_says});
  return out;
}

}  // namespace

bool StatusAnswer::rests_on_unread() const {
  return answers::rests_on_unread(findings);
}

Answered<StatusAnswer> status(const Assessment& assessment, const StatusQuestion& asked) {
  auto found = findings_asked(assessment, asked.term, asked.party);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  StatusAnswer out;
  out.judged = judged_of(assessment);
  out.findings = findings_of(assessment, *found);
  if (asked.together) out.terms_together = together_of(out.findings);
  out.recalled_only = recalled_only(assessment);
  out.notes = notes_of(assessment);
  if (!asked.term && !asked.party) out.closing = closing_of(assessment);
  return out;
}

constinit const Question status_question = Asked<status>::named("status");

}  // namespace accord::answers
