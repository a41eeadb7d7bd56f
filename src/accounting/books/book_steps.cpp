#include "accounting/books/book_steps.h"

#include <algorithm>

namespace accord::accounting {

Day book_start(const Books& books, std::string_view mba, Day day) {
  Day start = day_min;
  for (const Day one : books.inventories(mba))
    if (one < day || (one == day && start == day_min)) start = one;
  return start;
}

std::vector<BookStep> book_steps(const Effective& effective, const Signs& signs,
                                 std::string_view mba, Day start, Day day, material::Kind kind) {
  std::vector<BookStep> changes, out;
  for (const EffectiveEntry& e : effective.entries) {
    const Header& h = e.report->header;
    const Weight* weight = e.source->weight(*e.entry, kind);
    if (h.mba != mba || weight == nullptr) continue;
    const material::MassSum mass(weight->mass);
    if (h.kind == ReportKind::pil && h.end == start) out.push_back({start, 0, &e, mass});
    if (h.kind != ReportKind::icr || e.entry->date <= start || day < e.entry->date) continue;
    const int sign = signs.of(e.entry->code, kind);
    if (sign != 0) changes.push_back({e.entry->date, e.entry->code, &e, sign < 0 ? -mass : mass});
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const BookStep& a, const BookStep& b) { return a.day < b.day; });
  out.insert(out.end(), changes.begin(), changes.end());
  return out;
}

}  // namespace accord::accounting
