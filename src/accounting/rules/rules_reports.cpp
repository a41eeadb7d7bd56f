#include <algorithm>
#include <tuple>

#include "accounting/rules/due.h"
#include "accounting/rules/rules.h"

/// Rules about the headers of reports.
namespace accord::accounting {

namespace {

using ReportSpan = std::vector<const Report*>;

/// V005. The reports of one area come by number, date and file.
void check_number(const Report* before, const Report& report, Findings& findings) {
  if (before == nullptr || report.header.number == 0 || before->header.number == 0) return;
  const std::uint32_t last = before->header.number, number = report.header.number;
  if (number == last) {
    const bool again = *report.text == *before->text;
    findings.add(
        "V005", report, 1,
        std::to_string(number) + (again ? ", the same bytes as " + before->file : std::string()),
        again ? "each report once" : "a number of its own");
  }
  if (number > last + 1)
    findings.add("V005 gap", report, 1, std::to_string(number), std::to_string(last + 1));
}

/// V020 W.
void check_report_date(const Report& report, Findings& findings) {
  const Header& h = report.header;
  if (h.date == day_min || h.end == day_min || h.date >= h.end) return;
  findings.add("V020 report date", report, 3, to_string(h.date), "not before " + to_string(h.end));
}

/// V090.
void check_due_day(const Report& report, const RuleInput& input, Findings& findings) {
  if (report.header.date == day_min) return;
  const auto due = due_day(report, input.profile, input.tables);
  if (due && report.header.date > *due)
    findings.add("V090", report, 3, to_string(report.header.date), to_string(*due));
}

}  // namespace

void check_reports(const RuleInput& input, Findings& findings) {
  const Report* before = nullptr;
  for (const Report* report : input.effective.reports) {
    if (before != nullptr && before->header.mba != report->header.mba) before = nullptr;
    check_number(before, *report, findings);
    check_report_date(*report, findings);
    check_due_day(*report, input, findings);
    before = report;
  }
}

}  // namespace accord::accounting
