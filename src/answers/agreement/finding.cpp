#include "answers/agreement/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/explain/explain.h"
#include "agreement/model/party_titles.h"
#include "assessment/recalled.h"
#include "base/text.h"

namespace accord::answers {

namespace {

const evidence::RuleFinding* deciding(const evidence::Finding& finding) {
  return finding.deciding_rule < finding.rules.size() ? &finding.rules[finding.deciding_rule]
                                                      : nullptr;
}

std::string figure(const evidence::Comparison& comparison) {
  return comparison.limit_shown.empty()
             ? comparison.value_shown
             : fmt::format("{} against {}", comparison.value_shown, comparison.limit_shown);
}

std::string last_known_words(const evidence::LastKnown& last) {
  std::string out = fmt::format("last known {} on {}", plain(last.state), to_string(last.valid));
  if (last.comparison) out += fmt::format(" ({})", figure(*last.comparison));
  return out;
}

/// "3.0 t against 100 crates (2.5 t)", what an activity was seen to be, or why nothing is shown.
std::string shown(const evidence::Finding& finding) {
  std::vector<std::string> parts;
  if (const evidence::RuleFinding* rule = deciding(finding); rule != nullptr) {
    if (rule->comparison && !rule->comparison->value_shown.empty())
      parts.push_back(figure(*rule->comparison));
    else if (!rule->reason.empty())
      parts.push_back(rule->reason);
    else if (!rule->evidence.empty())
      parts.push_back(rule->evidence.front().says);
    if (agreement::tells_last_period(*rule))
      parts.push_back(agreement::sentence(*rule->last_period));
    if (rule->counts) parts.push_back(agreement::sentence(*rule->counts));
  }
  if (!finding.reason.empty()) parts.push_back(finding.reason);
  if (finding.last_known) parts.push_back(last_known_words(*finding.last_known));
  return join(parts, "; ");
}

/// "declared suspended on 2019-05-08 and again on 2020-01-05"; empty without a declaration.
std::string declared(const evidence::Finding& finding, const agreement::PartyTitles& parties) {
  constexpr std::array verbs{"declared performance ceased", "declared suspended",
                             "declared resumed", "refused"};
  std::vector<std::string> parts;
  for (const evidence::DeclarationShown& d : finding.declarations)
    parts.push_back(fmt::format(
        "{}{} on {}{}", finding.party.size() > 1 ? parties.of(d.party) + " " : std::string(),
        verbs.at(static_cast<std::size_t>(d.kind)),
        d.first ? to_string(d.first->day) + " and again on " : "", to_string(d.day)));
  return join(parts, ", ");
}

/// The figure of the rule that decides.
void add_figure(Finding& out, const evidence::Finding& f) {
  const evidence::RuleFinding* rule = deciding(f);
  if (rule == nullptr) return;
  out.deciding_rule = f.deciding_rule;
  if (!rule->comparison) return;
  const evidence::Comparison& c = *rule->comparison;
  const ShownFigure words = figure_of(c.value_shown, c.limit_shown);
  out.value = words.value;
  out.value_bound = words.bound;
  out.value_unit = words.unit;
  out.limit = valid(c.limit);
  if (!out.limit && words.limit) out.limit = Rational(*words.limit);
  out.ratio = rounded(c.ratio);
  if (const auto excess = f.excess()) out.excess = excess->value;
}

void add_not_attributed(Finding& out, const evidence::NotAttributed& n, const FindingParts& parts) {
  out.not_attributed = NotAttributed{n.says, parts.all(n.records)};
  out.if_attributed = n.if_attributed;
  out.if_not = n.if_not;
  if (!n.together) return;
  out.together_state = n.together->state;
  out.together_says = n.together->says;
}

/// Everything about the day that is no rule.
void add_beside(Finding& out, const evidence::Finding& f, const FindingParts& parts,
                const agreement::PartyTitles& parties) {
  out.in_force_from = f.in_force_from;
  out.in_force_until = f.in_force_until;
  out.end_not_before = f.end_not_before;
  out.end_waits_for = f.end_waits_for;
  out.basis = parts.all(f.basis);
  out.last_known = where(f.last_known, [&](const auto& last) { return parts.last_known(last); });
  out.declarations =
      each<DeclarationShown>(f.declarations, [&](const auto& d) { return parts.declaration(d); });
  out.answers = each<UnderAnswer>(f.answers, [&](const auto& a) {
    return UnderAnswer{a.question, a.answer, a.text, a.by, parties.of(a.by), a.state};
  });
  out.readings = each<ReadingShown>(f.readings, [&](const auto& r) {
    return ReadingShown{r.text, r.by, parties.in_sentence(r.by)};
  });
  out.provisions = f.provisions;
  out.supposed = f.supposed;
}

Finding finding_of(const evidence::Finding& f, const FindingParts& parts,
                   const agreement::PartyTitles& parties) {
  Finding out;
  out.id = f.id;
  out.term = f.term;
  out.title = f.title;
  out.ref = text_or_none(f.ref);
  out.party = f.party;
  out.party_title = parties.of(f.party);
  out.owed = f.owed;
  out.verifier = f.verifier;
  out.on = f.valid_day;
  out.known = f.known_day;
  out.outcome = f.outcome();
  out.state = f.state;
  out.reason = text_or_none(f.reason);
  out.since = f.since;
  out.shown = text_or_none(shown(f));
  out.grade = f.grade;
  out.trace = f.trace;
  out.age_days = f.age_days;
  out.declared = text_or_none(declared(f, parties));
  out.rules = each<RuleFinding>(f.rules, [&](const auto& rule) { return parts.rule(rule); });
  add_figure(out, f);
  add_beside(out, f, parts, parties);
  if (f.not_attributed) add_not_attributed(out, *f.not_attributed, parts);
  return out;
}

}  // namespace

bool Finding::rests_on_unread() const {
  return std::any_of(rules.begin(), rules.end(),
                     [](const RuleFinding& rule) { return !rule.unread.empty(); });
}

Answered<std::vector<const evidence::Finding*>> findings_asked(
    const Assessment& assessment, const std::optional<std::string>& term,
    const std::optional<std::string>& party) {
  if (const auto wrong = no_such_party(assessment.workspace().agreement, party))
    return refused(*wrong);
  std::vector<const evidence::Finding*> out;
  bool is_there = !term;
  for (const evidence::Finding& f : assessment.findings()) {
    if (term && *term != f.term && *term != f.id && "F-" + *term != f.id) continue;
    is_there = true;
    if (!party || std::find(f.party.begin(), f.party.end(), *party) != f.party.end())
      out.push_back(&f);
  }
  if (!is_there) return refused(no_such_finding(assessment, *term));
  return out;
}

std::vector<Finding> findings_of(const Assessment& assessment,
                                 const std::vector<const evidence::Finding*>& some) {
  const formats::Workspace& workspace = assessment.workspace();
  const FindingParts parts(assessment.records());
  const agreement::PartyTitles parties(workspace.agreement, workspace.outsiders);
  return each<Finding>(some, [&](const auto* f) { return finding_of(*f, parts, parties); });
}

bool rests_on_unread(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.rests_on_unread(); });
}

bool rests_on_unread(const Assessment& assessment) {
  const auto is_unread = [](const evidence::RuleFinding& rule) { return !rule.incomplete.empty(); };
  return std::any_of(assessment.findings().begin(), assessment.findings().end(),
                     [&](const evidence::Finding& f) {
                       return std::any_of(f.rules.begin(), f.rules.end(), is_unread);
                     });
}

std::vector<std::string> recalled_only(const Assessment& assessment) {
  std::vector<std::string> out;
  for (const evidence::Finding* f : assessment::resting_on_recalled(assessment.findings()))
    out.push_back(f->id);
  return out;
}

std::string sentence(const OutcomeCounts& counts) {
  return fmt::format("{} met, {} not met, {} not shown, {} out of the count", counts.met,
                     counts.not_met, counts.not_shown, counts.out_of_count);
}

std::vector<std::string> closing_of(const Assessment& assessment) {
  std::vector<std::string> out{sentence(counts_of(assessment.counts()))};
  std::string recalled = assessment::recalled_sentence(assessment.findings());
  if (!recalled.empty()) out.push_back(std::move(recalled));
  return out;
}

std::string short_id(const std::string& id) {
  return id.starts_with("F-") ? id.substr(2) : id;
}

}  // namespace accord::answers
