#include "assessment/ledger.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "accounting/rules/rules.h"

namespace accord::assessment {

std::vector<std::string_view> known_areas(const Ledger& ledger) {
  std::set<std::string_view> out;
  for (const std::string_view mba : ledger.books.areas()) out.insert(mba);
  for (const accounting::AreaFacts& area : ledger.accounts.tables.areas) out.insert(area.mba);
  return {out.begin(), out.end()};
}

std::vector<accounting::Finding> findings_of(const Ledger& ledger) {
  // As known on a day nothing is late that falls due after it.
  accounting::StateTables tables = ledger.accounts.tables;
  if (tables.assessment_day && ledger.known < *tables.assessment_day)
    tables.assessment_day = ledger.known;
  std::vector<accounting::Finding> out =
      accounting::check_rules({ledger.effective, ledger.books, ledger.accounts.profile, tables});
  std::set<std::string_view> files;
  for (const accounting::Report* r : ledger.effective.reports) files.insert(r->file);
  for (const accounting::Finding& f : ledger.accounts.findings)
    if (files.contains(f.file)) out.push_back(f);
  accounting::sort_findings(out);
  return out;
}

std::vector<accounting::NotApplied> not_applied(const Ledger& ledger) {
  return accounting::not_applied(
      {ledger.effective, ledger.books, ledger.accounts.profile, ledger.accounts.tables});
}

DueReports due_of(const Ledger& ledger, std::optional<Day> on) {
  if (!on) on = ledger.accounts.tables.assessment_day;
  if (!on) {
    on = day_min;
    for (const accounting::Report* r : ledger.effective.reports)
      on = std::max({*on, r->header.date, r->header.end});
  }
  const Day asked = std::min(*on, ledger.known);
  return {asked, accounting::due_list(ledger.effective, ledger.accounts.profile,
                                      ledger.accounts.tables, asked)};
}

KnownBooks::KnownBooks(std::shared_ptr<const formats::Accounts> read, Day known)
    : ledger(std::move(read), known), findings(findings_of(ledger)) {
  errors = static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const accounting::Finding& f) { return f.severity == Severity::error; }));
  warnings = findings.size() - errors;
}

}  // namespace accord::assessment
