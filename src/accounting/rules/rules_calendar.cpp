#include <algorithm>
#include <map>
#include <set>

#include "accounting/rules/due.h"
#include "accounting/rules/rules.h"

/// Rules about when reports and inventories have to be there.
namespace accord::accounting {

namespace {

bool has_period(const Report& r) {
  return r.header.begin != day_min && r.header.end != day_min;
}

/// What was sent of an area, and the days of its inventories.
struct Sent {
  std::vector<const Report*> changes;
  std::map<Day, const Report*> inventories;  ///< null: known from the table only
  Day last = day_min;                        ///< end of the last report
};

std::map<std::string_view, Sent> by_area(const RuleInput& input) {
  std::map<std::string_view, Sent> out;
  for (const AreaFacts& facts : input.tables.areas)
    for (const Day day : facts.inventories) out[facts.mba].inventories[day];
  for (const Report* r : input.effective.reports) {
    if (!has_period(*r) || is_correction_report(*r)) continue;
    Sent& area = out[r->header.mba];
    area.last = std::max(area.last, r->header.end);
    if (r->header.kind == ReportKind::icr) area.changes.push_back(r);
    if (r->header.kind != ReportKind::pil && r->header.kind != ReportKind::mbr) continue;
    const Report*& known = area.inventories[r->header.end];
    if (known == nullptr) known = r;
  }
  return out;
}

/// On the report of the inventory, or on the area.
void tell(std::string_view mba, const Report* report, std::string found, std::string expected,
          Findings& findings) {
  if (report != nullptr)
    findings.add("V091", *report, 15, std::move(found), std::move(expected));
  else
    findings.add("V091", std::string(mba), 15, std::move(found), std::move(expected));
}

/// V091: time between inventories, also since the last one.
void check_intervals(const RuleInput& input, std::string_view mba, const Sent& area,
                     Findings& findings) {
  const ProfileValue& months = input.profile.inventory_months;
  if (!months.known || area.inventories.empty()) return;
  const auto latest = [&](Day day) { return add_months(day, months.whole()); };
  const auto expected = [&](Day before) {
    return "on or before " + to_string(latest(before)) + ", " + std::to_string(months.whole()) +
           " months after the inventory of " + to_string(before);
  };
  std::optional<Day> before;
  for (const auto& [day, report] : area.inventories) {
    if (before && day > latest(*before))
      tell(mba, report, "an inventory on " + to_string(day), expected(*before), findings);
    before = day;
  }
  if (input.tables.assessment_day && *input.tables.assessment_day > latest(*before))
    tell(mba, nullptr, "no inventory after " + to_string(*before), expected(*before), findings);
}

/// V091: whole years after the first inventory, as far as the reports or the assessment go.
void check_years(const RuleInput& input, std::string_view mba, const Sent& area,
                 Findings& findings) {
  if (!input.profile.each_year || area.inventories.empty()) return;
  std::set<std::int32_t> years;
  for (const auto& [day, report] : area.inventories) years.insert(civil(day).year);
  const Day known_to = std::max(area.last, input.tables.assessment_day.value_or(day_min));
  for (std::int32_t year = *years.begin() + 1; year < civil(known_to).year; ++year)
    if (!years.contains(year))
      tell(mba, nullptr, "no inventory in " + std::to_string(year), "one each calendar year",
           findings);
}

/// V092: one report of changes over an inventory that is inside its month.
void check_split(const RuleInput& input, const Sent& area, Findings& findings) {
  if (!input.profile.split_month) return;
  for (const auto& [day, list] : area.inventories) {
    if (day == end_of_month(day)) continue;
    for (const Report* r : area.changes)
      if (r->header.begin <= day && day < r->header.end)
        findings.add(
            "V092", *r, 15, to_string(r->header.begin) + " to " + to_string(r->header.end),
            "a report up to " + to_string(day) + ", the day of the inventory, and another");
  }
}

/// V093: months between the first and the last report of changes, and until today those whose
/// report is due.
void check_months(const RuleInput& input, std::string_view mba, const Sent& area,
                  Findings& findings) {
  if (!input.profile.each_month || area.changes.empty()) return;
  Day first = day_max, last = day_min;
  std::set<Day> covered;  // by last day of the month
  for (const Report* r : area.changes) {
    first = std::min(first, r->header.begin);
    last = std::max(last, r->header.end);
    for (Day month = end_of_month(r->header.begin); month <= end_of_month(r->header.end);
         month = end_of_month(month + 1))
      covered.insert(month);
  }
  if (const auto today = input.tables.assessment_day)
    for (Day month = end_of_month(last);
         due_after(month, input.profile.icr_days.whole(), input.profile.icr_counting,
                   input.tables.holidays) < *today;
         month = end_of_month(month + 1))
      last = std::max(last, month);
  for (Day month = end_of_month(first); month <= end_of_month(last);
       month = end_of_month(month + 1))
    if (!covered.contains(month))
      findings.add("V093", std::string(mba), 10,
                   "no report of changes for " + to_string(month).substr(0, 7),
                   "a report for each month, also without a change");
}

}  // namespace

void check_calendar(const RuleInput& input, Findings& findings) {
  for (const auto& [mba, area] : by_area(input)) {
    check_intervals(input, mba, area, findings);
    check_years(input, mba, area, findings);
    check_split(input, area, findings);
    check_months(input, mba, area, findings);
  }
}

}  // namespace accord::accounting
