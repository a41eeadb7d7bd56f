#include "accounting/books/ledger.h"

#include <algorithm>
#include <map>

namespace accord::accounting {

namespace {

Amounts amounts_of(const Report& source, const Entry& entry) {
  Sum sum;
  sum.add(source, entry);
  return sum.amounts;
}

}  // namespace

std::vector<LedgerLine> ledger(const Effective& effective, std::string_view mba) {
  std::vector<LedgerLine> out;
  std::map<const Entry*, Amounts> stated;  // of every change so far
  std::map<const Entry*, const Correction*> corrections;
  for (const Correction& c : effective.applied) corrections[c.entry] = &c;
  for (const Report* r : effective.reports) {
    if (r->header.mba != mba || r->header.kind != ReportKind::icr) continue;
    for (const Entry& e : r->entries) {
      const auto correction = corrections.find(&e);
      const bool corrects = correction != corrections.end();
      if (e.kind != EntryKind::accounting || (!corrects && e.status != Status::fresh)) continue;
      const Entry* target = corrects ? correction->second->target : nullptr;
      LedgerLine line{corrects ? r->header.date : e.date, r, &e, e.code, {}};
      if (e.status != Status::removes) line.amounts = stated[&e] = amounts_of(*r, e);
      // The second half of a pair adds what the first has taken back.
      if (target != nullptr && e.status != Status::replaces) {
        for (std::size_t i = 0; i < line.amounts.size(); ++i) line.amounts[i] -= stated[target][i];
        if (line.code == 0) line.code = target->code;
      }
      out.push_back(line);
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const LedgerLine& a, const LedgerLine& b) { return a.day < b.day; });
  return out;
}

}  // namespace accord::accounting
