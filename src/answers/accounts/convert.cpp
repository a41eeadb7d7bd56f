#include "answers/accounts/convert.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/accounts/converted.h"
#include "formats/code10/code10.h"
#include "formats/profiles/profile.h"
#include "formats/report_table/report_table.h"

namespace accord::answers {

using accounting::Finding;
using accounting::Report;

namespace {

std::uint64_t entry_count(const Report& report) {
  return static_cast<std::uint64_t>(std::count_if(
      report.entries.begin(), report.entries.end(),
      [](const accounting::Entry& e) { return e.kind == accounting::EntryKind::accounting; }));
}

/// In the form of its profile.
ReportText canonical(const Report& report, const accounting::Profile& profile) {
  return {report.file, report.file, entry_count(report),
          profile.form == accounting::Form::table ? formats::write_report_table(report, profile)
                                                  : formats::write_code10(report)};
}

/// What was left out, changed or rounded: no mistake in the report, so not the words of its rule.
Problem change_of(const Finding& f, const std::string& profile) {
  const bool left_out = f.severity == Severity::error;
  return {f.severity,
          f.rule,
          fmt::format("{} in {}: {}; {}", left_out ? "left out" : "changed or not said", profile,
                      f.found, f.expected),
          left_out ? "state it in the new form by hand, as agreed with the authority" : "",
          f.file,
          f.place};
}

/// The texts of the files that problems are about, old and new.
void add_texts(const std::vector<const Report*>& reports, Converted& out) {
  const auto add = [&](const std::string& file, const std::string& text) {
    const bool is_named = std::any_of(out.found.problems.begin(), out.found.problems.end(),
                                      [&](const Problem& problem) { return problem.file == file; });
    if (is_named) out.found.texts.emplace(file, text);
  };
  for (const Report* report : reports) add(report->file, *report->text);
  for (const ReportText& report : out.answer.reports) add(report.name, report.text);
}

void add_converted(const Ledger& ledger, const std::vector<const Report*>& reports,
                   const accounting::Profile& to, Converted& out) {
  formats::ConvertedAccounts made = formats::convert_accounts(ledger.accounts, reports, to);
  for (formats::ConvertedFile& file : made.files)
    out.answer.reports.push_back({file.name, file.from, file.entries, std::move(file.bytes)});
  for (const auto* some : {&made.of_reader, &made.of_change, &made.of_written})
    for (const Finding& f : *some) {
      out.answer.findings.push_back(finding_row(f));
      out.found.problems.push_back(some == &made.of_change ? change_of(f, to.id) : problem_of(f));
    }
  add_texts(reports, out);
}

}  // namespace

std::optional<Error> ConvertQuestion::fault() const {
  return no_such_profile(profile);
}

Answered<Converted> converted(const Ledger& ledger, const ConvertQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  if (const auto gaps = gaps_of(ledger, *areas); !gaps.empty())
    return refused_incomplete("a report", gaps);
  std::vector<const Report*> reports;
  for (const Report* report : ledger.effective.reports)
    if (!asked.mba || report->header.mba == *asked.mba) reports.push_back(report);
  const accounting::Profile& from = ledger.accounts.profile;
  Converted out{{from.id, asked.profile.value_or(from.id), {}, {}, ledger.accounts.not_read, {}},
                {}};
  if (!asked.profile) {
    for (const Report* report : reports) out.answer.reports.push_back(canonical(*report, from));
    return out;
  }
  const accounting::Profile& to = *formats::find_profile(*asked.profile);
  auto problems = formats::conversion_problems(ledger.accounts, reports, to);
  if (!problems.empty())
    return tl::make_unexpected(Refusal{std::move(problems), ledger.accounts.texts});
  add_converted(ledger, reports, to, out);
  if (has_errors(out.found.problems) && !asked.accept_findings) {
    out.found.problems.push_back(
        problem_of(Error{"C031",
                         "nothing is written, because there are errors",
                         {},
                         parameter("accept_findings") + " writes what there is"}));
    return tl::make_unexpected(std::move(out.found));
  }
  if (out.answer.reports.empty())
    out.answer.notes.emplace_back("no report has a counterpart; nothing was written");
  return out;
}

Answered<ConvertAnswer> convert(const Ledger& ledger, const ConvertQuestion& asked) {
  auto made = converted(ledger, asked);
  if (!made) return tl::make_unexpected(std::move(made.error()));
  return std::move(made->answer);
}

constinit const Question convert_question = Asked<convert>::named("export reports", "convert");

}  // namespace accord::answers
