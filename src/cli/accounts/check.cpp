#include "answers/accounts/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounting/reports/finding_summary.h"
#include "accounting/rules/rule_texts.h"
#include "base/english.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/print/run_pages.h"
#include "cli/print/text.h"
#include "report/pages/check_page.h"

namespace accord::cli {

using accounting::Finding;
using accounting::FindingCount;
using accounting::FindingSummary;

namespace {

using Counts = std::vector<FindingCount>;

Table table_of(std::string_view what, const Counts& counts) {
  Table out{{std::string(what), "errors", "warnings", "all", "what"}, {}, {}};
  if (what != "rule") out.columns.pop_back();
  for (const FindingCount& count : counts) {
    const accounting::RuleText* text = accounting::rule_text(count.name);
    out.rows.push_back({count.name.empty() ? "-" : count.name, std::to_string(count.errors),
                        std::to_string(count.warnings), std::to_string(count.all())});
    if (what == "rule") out.rows.back().emplace_back(text == nullptr ? "-" : text->meaning);
  }
  return out;
}

/// Where there is more than one finding: by rule and by area; the severities stand above it.
std::string summary_text(const FindingSummary& summary, const Look& look) {
  if (summary.total.all() < 2) return {};
  return as_text(table_of("rule", summary.rules), look) + "\n" +
         as_text(table_of("area", summary.areas), look) + "\n";
}

std::string readable(const answers::Ledger& ledger, const std::vector<Finding>& findings,
                     const Look& look) {
  std::vector<Problem> problems;
  Texts texts;
  for (const Finding& f : findings) problems.push_back(answers::problem_of(f));
  for (const accounting::Report& r : ledger.accounts.reports)
    if (std::any_of(findings.begin(), findings.end(),
                    [&](const Finding& f) { return f.file == r.file; }))
      texts.emplace(r.file, *r.text);
  std::string out = render_all(problems, texts);
  out += summary_text(accounting::summary_of(findings), look);
  std::size_t entries = 0;
  for (const accounting::Report* r : ledger.effective.reports) entries += r->entries.size();
  out += fmt::format("{} with {}: {}\n", counted(ledger.effective.reports.size(), "report"),
                     counted(entries, "entry", "entries"),
                     findings.empty() ? "nothing to report" : counted(findings.size(), "finding"));
  std::vector<std::string> not_read;
  answers::add_not_read({{}, ledger.accounts.not_read}, not_read);
  for (const std::string& line : not_read) out += line + "\n";
  for (const std::string& line : accounting::not_applied_lines(assessment::not_applied(ledger)))
    out += line + "\n";
  return out;
}

/// What people read: each finding with its line of the report, or a page.
Answer run(const Call& call) {
  const auto& asked = asked_of<answers::CheckQuestion>(call);
  auto ledger = ledger_of(call);
  if (!ledger) return refuse(check_command, call, std::move(ledger.error()));
  auto findings = answers::findings_asked(**ledger, asked);
  if (!findings) return refuse(check_command, call, std::move(findings.error()));
  Answer answer;
  if (accounting::summary_of(*findings).total.errors > 0) answer.exit = Exit::no;
  if (call.format.value_or(Format::text) == Format::text)
    answer.body = readable(**ledger, *findings, call.look);
  else
    answer.body =
        page_text(call, report::check_page(**ledger, *findings, asked.mba.value_or(std::string())));
  return answer;
}

constexpr std::array formats{Format::text, Format::json, Format::csv,
                             Format::xlsx, Format::html, Format::md};
constexpr std::array own_forms{Format::text, Format::html, Format::md};

}  // namespace

const Command check_command{.name = "check",
                            .question = &answers::check_question,
                            .group = Group::accounts,
                            .formats = formats,
                            .run = run,
                            .own_forms = own_forms};

}  // namespace accord::cli
