#include "accounting/rules/due.h"

#include <algorithm>

#include "accounting/rules/rules.h"

namespace accord::accounting {

std::optional<Day> earliest_change(const Report& report) {
  std::optional<Day> out;
  for (const Entry& e : report.entries)
    if (e.kind == EntryKind::accounting && e.status == Status::fresh && e.date != day_min)
      out = out ? std::min(*out, e.date) : e.date;
  return out;
}

Day due_after(Day from, std::int32_t days, Counting counting, std::span<const Day> holidays) {
  if (counting == Counting::after) return from + days;
  if (counting == Counting::beginning_with) return from + (days - 1);
  constexpr int saturday = 5;
  Day day = from;
  while (days > 0) {
    day += 1;
    if (weekday(day) < saturday && !std::binary_search(holidays.begin(), holidays.end(), day))
      --days;
  }
  return day;
}

std::optional<Day> change_due_day(Day change, const Profile& profile, const StateTables& tables) {
  if (!profile.icr_days.known) return std::nullopt;
  const Day from = profile.icr_from == DueFrom::month_end ? end_of_month(change) : change;
  return due_after(from, profile.icr_days.whole(), profile.icr_counting, tables.holidays);
}

std::optional<Day> inventory_due_day(Day inventory, const Profile& profile,
                                     const StateTables& tables) {
  if (!profile.inventory_days.known) return std::nullopt;
  return due_after(inventory, profile.inventory_days.whole(), profile.inventory_counting,
                   tables.holidays);
}

std::optional<Day> due_day(const Report& report, const Profile& profile,
                           const StateTables& tables) {
  const Header& h = report.header;
  if (h.kind == ReportKind::icr) {
    const auto change = earliest_change(report);
    return change ? change_due_day(*change, profile, tables) : std::nullopt;
  }
  const bool of_inventory = h.kind == ReportKind::pil || h.kind == ReportKind::mbr;
  if (!of_inventory || h.end == day_min || is_correction_report(report)) return std::nullopt;
  return inventory_due_day(h.end, profile, tables);
}

std::optional<Day> ledger_due_day(Day day, const Profile& profile, const StateTables& tables) {
  if (!profile.ledger_days.known) return std::nullopt;
  return due_after(end_of_month(day), profile.ledger_days.whole(), Counting::business_days,
                   tables.holidays);
}

}  // namespace accord::accounting
