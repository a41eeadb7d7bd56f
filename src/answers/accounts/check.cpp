#include "answers/accounts/check.h"

#include <algorithm>
#include <set>

#include "accounting/reports/finding_summary.h"
#include "accounting/rules/rule_texts.h"

namespace accord::answers {

using accounting::Finding;
using accounting::FindingCount;

namespace {

CountRow count_row(const char* by, const FindingCount& count) {
  const accounting::RuleText* text = accounting::rule_text(count.name);
  return {by, count.name, count.errors, count.warnings,
          text == nullptr ? std::nullopt : text_or_none(text->meaning)};
}

/// Also those that only a finding names.
std::vector<std::string_view> areas_with(const Ledger& ledger,
                                         const std::vector<Finding>& findings) {
  std::set<std::string_view> out;
  for (const std::string_view mba : assessment::known_areas(ledger)) out.insert(mba);
  for (const Finding& f : findings) out.insert(f.mba);
  out.erase("");
  return {out.begin(), out.end()};
}

}  // namespace

FindingRow finding_row(const Finding& f) {
  const accounting::RuleText* text = accounting::rule_text(f.rule);
  const auto part = [text](std::string_view accounting::RuleText::*of) {
    return text == nullptr ? std::nullopt : text_or_none(text->*of);
  };
  FindingRow out{f.rule,
                 f.severity,
                 text_or_none(f.mba),
                 number_or_none(f.report),
                 {},
                 number_or_none(f.entry),
                 number_or_none(f.label),
                 f.file,
                 number_or_none(f.place.line),
                 number_or_none(f.place.column),
                 text_or_none(f.found),
                 text_or_none(f.expected),
                 part(&accounting::RuleText::meaning),
                 part(&accounting::RuleText::remedy),
                 part(&accounting::RuleText::source)};
  if (f.kind != 0) out.entry_form = f.kind == 'O' ? EntryForm::accounting : EntryForm::note;
  return out;
}

Answered<std::vector<Finding>> findings_asked(const Ledger& ledger, const CheckQuestion& asked) {
  std::vector<Finding> out = assessment::findings_of(ledger);
  if (!asked.mba) return out;
  const std::vector<std::string_view> areas = areas_with(ledger, out);
  if (std::find(areas.begin(), areas.end(), *asked.mba) == areas.end())
    return refused(no_such_area(*asked.mba, areas));
  std::erase_if(out, [&](const Finding& f) { return f.mba != *asked.mba; });
  return out;
}

Answered<CheckAnswer> check(const Ledger& ledger, const CheckQuestion& asked) {
  const auto findings = findings_asked(ledger, asked);
  if (!findings) return tl::make_unexpected(findings.error());
  CheckAnswer out;
  out.profile = ledger.accounts.profile.id;
  out.reports_read = ledger.effective.reports.size();
  for (const accounting::Report* r : ledger.effective.reports)
    out.entries_read += r->entries.size();
  for (const Finding& f : *findings) out.findings.push_back(finding_row(f));
  const accounting::FindingSummary summary = accounting::summary_of(*findings);
  out.summary.push_back(count_row("severity", summary.total));
  for (const FindingCount& count : summary.rules) out.summary.push_back(count_row("rule", count));
  for (const FindingCount& count : summary.areas) out.summary.push_back(count_row("area", count));
  const auto not_applied = assessment::not_applied(ledger);
  for (const accounting::NotApplied& one : not_applied)
    out.not_applied.push_back({one.rule, text_or_none(one.part), one.because});
  out.remark_lines.push_back(accounting::in_words(summary.total));
  out.not_read = ledger.accounts.not_read;
  add_not_read({{}, out.not_read}, out.notes);
  for (std::string& line : accounting::not_applied_lines(not_applied))
    out.remark_lines.push_back(std::move(line));
  return out;
}

constinit const Question check_question = Asked<check>::named("check");

}  // namespace accord::answers
