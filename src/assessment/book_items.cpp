#include "assessment/book_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace accord::assessment {

namespace {

using accounting::EffectiveEntry;
using accounting::ReportKind;
using measurement::Role;

/// The last weight of a batch, and the item that stands for its measurement.
struct Measured {
  material::MassSum mass;
  std::string item, method;
  std::uint32_t period = 0;
};

bool not_measured_again(char basis) {
  return basis == 'L' || basis == 'T' || basis == 'G' || basis == 'H';
}

std::string method_of(const accounting::Entry& entry) {
  std::string out;
  for (const char c : entry.description)
    if (c != 0) out += c;
  return out.empty() ? accounting::to_string(entry.code) : out;
}

/// What the entry adds to the book; of a list what it states.
material::MassSum amount_of(const EffectiveEntry& e, const Ledger& ledger, material::Kind kind) {
  if (e.report->header.kind == ReportKind::pil) {
    accounting::Sum sum;
    sum.add(*e.source, *e.entry);
    return accounting::at(sum.amounts, kind);
  }
  accounting::Amounts book{};
  accounting::add_signed(*e.source, *e.entry, ledger.signs, book);
  return accounting::at(book, kind);
}

class Rows {
 public:
  Rows(const Ledger& ledger, material::Kind kind) : ledger_(ledger), kind_(kind) {}

  void add(const EffectiveEntry& e, std::uint32_t period) {
    const bool listed = e.report->header.kind == ReportKind::pil;
    const material::MassSum amount = amount_of(e, ledger_, kind_);
    if (amount == material::MassSum()) return;
    const bool taken = !listed && amount < material::MassSum();
    BookItem row;
    row.period = period;
    row.role = listed ? Role::closing : taken ? Role::decrease : Role::increase;
    row.mass = taken ? -amount : amount;
    row.method = method_of(*e.entry);
    row.stratum = listed ? row.method : accounting::to_string(e.entry->code);
    row.source = e.source;
    row.entry = e.entry;
    name(*e.entry, row);
    rows.push_back(std::move(row));
  }

  std::vector<BookItem> rows;

 private:
  /// A measurement that is kept is the same item; every other one is an item of its own, also when
  /// it is of a part of a batch.
  void name(const accounting::Entry& entry, BookItem& row) {
    std::string batch(entry.batch);
    if (batch.empty()) batch = row.stratum;
    const auto before = last_.find(batch);
    row.measured_in = row.period;
    if (not_measured_again(entry.basis) && before != last_.end() &&
        before->second.mass == row.mass &&
        listed_.emplace(row.period, row.role, before->second.item).second) {
      row.measured_in = before->second.period;
      row.method = before->second.method;
      row.item = before->second.item;
    } else {
      const std::uint32_t copy = ++copies_[batch];
      row.item = copy == 1 ? batch : fmt::format("{}#{}", batch, copy);
      listed_.emplace(row.period, row.role, row.item);
    }
    last_[batch] = {row.mass, row.item, row.method, row.measured_in};
  }

  const Ledger& ledger_;
  material::Kind kind_;
  std::set<std::tuple<std::uint32_t, Role, std::string>> listed_;
  std::map<std::string, std::uint32_t> copies_;  // of each batch, its measurements so far
  std::map<std::string, Measured> last_;
};

}  // namespace

accounting::Doubt unread_items(const Ledger& ledger, std::string_view mba, material::Kind kind) {
  accounting::Doubt out;
  const std::vector<Day> days = ledger.books.inventories(mba);
  const Day first = days.empty() ? day_min : days.front(),
            last = days.empty() ? day_max : days.back();
  const accounting::Doubt all = ledger.books.doubt_between(mba, first, last);
  for (const accounting::Gap* gap : all.gaps)
    if (gap->batch || ((gap->more | gap->less) & accounting::bit(kind)) != 0) out.add(*gap);
  return out;
}

std::vector<BookItem> book_items(const Ledger& ledger, std::string_view mba, material::Kind kind) {
  const std::vector<Day> days = ledger.books.inventories(mba);
  if (days.empty()) return {};
  // Day of what an entry is about; the list of a day stands behind the changes of that day.
  std::vector<std::tuple<Day, int, const EffectiveEntry*>> entries;
  for (const EffectiveEntry& e : ledger.effective.entries) {
    if (e.report->header.mba != mba) continue;
    if (e.report->header.kind == ReportKind::pil && e.report->header.end != day_min)
      entries.emplace_back(e.report->header.end, 1, &e);
    if (e.report->header.kind == ReportKind::icr && e.entry->date > days.front() &&
        e.entry->date <= days.back() && e.entry->code != 0)
      entries.emplace_back(e.entry->date, 0, &e);
  }
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  Rows rows(ledger, kind);
  for (const auto& [day, list, entry] : entries)
    rows.add(*entry, static_cast<std::uint32_t>(std::lower_bound(days.begin(), days.end(), day) -
                                                days.begin()));
  return std::move(rows.rows);
}

}  // namespace accord::assessment
