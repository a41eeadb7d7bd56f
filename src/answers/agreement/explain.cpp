#include "answers/agreement/explain.h"

#include "agreement/explain/explain.h"
#include "agreement/model/party_titles.h"
#include "base/printable.h"

namespace accord::answers {

namespace {

Episode episode_of(const agreement::Episode& e, const std::string& finding,
                   const evidence::Records& records) {
  Episode out;
  out.finding = finding;
  out.term = e.term;
  out.party = text_or_none(e.party);
  out.rule = e.rule;
  out.kind = e.kind;
  out.last_satisfied = e.last_satisfied;
  out.first_observed = e.first_observed;
  out.first_known = e.first_known;
  out.first_within = e.first_within;
  out.duration_days = e.duration_days;
  out.first_value = text_or_none(e.first_value);
  out.extreme = text_or_none(e.extreme);
  out.extreme_day = e.extreme_day;
  out.limit_shown = text_or_none(e.limit);
  out.announced = e.announced;
  out.announcement = text_or_none(e.announcement);
  out.records =
      each<Record>(e.origins, [&](std::uint32_t origin) { return record_of(records, origin); });
  return out;
}

void add_episodes(const Assessment& assessment, const evidence::Finding& finding,
                  std::vector<Episode>& out) {
  const std::size_t at = finding.id.find('@');
  const std::string party = at == std::string::npos ? "" : finding.id.substr(at + 1);
  for (const agreement::Episode& e : agreement::episodes(
           assessment.evaluator(), {finding.term, party}, assessment.on(), assessment.known()))
    out.push_back(episode_of(e, finding.id, assessment.records()));
}

}  // namespace

Answered<FindingExplanation> explain_finding(const Assessment& assessment,
                                             const ExplainQuestion& asked) {
  auto found = findings_asked(assessment, asked.id, {});
  if (!found) return tl::make_unexpected(std::move(found.error()));
  const formats::Workspace& workspace = assessment.workspace();
  const agreement::PartyTitles parties(workspace.agreement, workspace.outsiders);
  FindingExplanation out;
  out.judged = judged_of(assessment);
  out.findings = findings_of(assessment, *found);
  for (const evidence::Finding* f : *found) {
    add_episodes(assessment, *f, out.episodes);
    out.in_words.push_back(printable_lines(agreement::explain(*f, assessment.records(), parties)));
  }
  out.notes = notes_of(assessment);
  return out;
}

constinit const Question explain_question = Asked<explain_finding>::named("explain");

}  // namespace accord::answers
