#include "answers/agreement/assess.h"

#include "assessment/changes.h"

namespace accord::answers {

namespace {

void add(const std::vector<assessment::Held>& list, std::optional<assessment::Cause> cause,
         std::vector<HeldFinding>& out) {
  for (const auto& [finding, since] : list)
    out.push_back({finding->id, finding->title, finding->outcome(), finding->state, cause, since});
}

Side side_of(const assessment::SideSummary& from) {
  Side out{from.party, from.title, counts_of(from.counts), {}, {}};
  add(from.met, {}, out.held);
  add(from.not_met, {}, out.held);
  for (const assessment::NotShown& group : from.not_shown)
    add(group.findings, group.cause, out.held);
  for (const assessment::Sentence& one : from.sentences) out.sentences.push_back(one.text());
  return out;
}

std::vector<ChangeRow> changes_of(const Assessment& assessment) {
  std::vector<ChangeRow> out;
  if (assessment.query().suppose.empty()) return out;
  const Assessment record = assessment.without_supposed();
  for (const auto& [before, after] : assessment::changes(record, assessment))
    out.push_back({after->id, before->outcome(), after->outcome(), before->state, after->state});
  return out;
}

bool is_failed(const assessment::Counts& counts, FailOn fail_on) {
  return fail_on != FailOn::never &&
         (counts.not_met > 0 || (fail_on == FailOn::not_shown && counts.not_shown > 0));
}

}  // namespace

Answered<AssessAnswer> assess(const Assessment& assessment, const AssessQuestion& asked) {
  const assessment::Summary summary = assessment::summarize(assessment);
  AssessAnswer out;
  out.judged = judged_of(assessment);
  out.sentences = summary.texts();
  out.findings = findings_of(assessment, *findings_asked(assessment, {}, {}));
  for (const assessment::SideSummary& side : summary.sides) out.sides.push_back(side_of(side));
  out.changes = changes_of(assessment);
  out.recalled_only = recalled_only(assessment);
  out.notes = notes_of(assessment);
  out.closing = closing_of(assessment);
  out.fails = is_failed(assessment.counts(), asked.fail_on);
  return out;
}

constinit const Question assess_question = Asked<assess>::named("assess", "summary");

}  // namespace accord::answers
