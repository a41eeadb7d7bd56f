#include "accounting/books/books.h"

#include <algorithm>

namespace accord::accounting {

void add_signed(const Report& source, const Entry& entry, const Signs& signs, Amounts& book,
                const Account* account) {
  for (std::uint32_t i = 0; i < entry.weight_count; ++i) {
    const Weight& w = source.weights[entry.weights + i];
    if (!is_in(account, entry, w)) continue;
    const int sign = signs.of(entry.code, w.kind);
    if (sign > 0) at(book, w.kind) += w.mass;
    if (sign < 0) at(book, w.kind) -= w.mass;
  }
}

void Sum::add(const Report& source, const Entry& entry, const Account* account) {
  for (std::uint32_t i = 0; i < entry.weight_count; ++i) {
    const Weight& w = source.weights[entry.weights + i];
    if (!is_in(account, entry, w)) continue;
    at(amounts, w.kind) += w.mass;
    ++terms[material::index_of(w.kind)];
  }
}

Amounts Balance::unaccounted() const {
  Amounts out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = ending_book[i] - ending.amounts[i];
  return out;
}

Books::Books(const Effective& effective, const Signs& signs, std::optional<Account> of)
    : signs_(signs), account_(of) {
  // An empty list has no effective entry, and is a list.
  for (const Report* r : effective.reports) {
    Area& area = areas_[r->header.mba];
    if (is_inventory_list(*r)) area.lists[r->header.end];
    if (area.country.empty()) area.country = r->header.country;
  }
  for (const EffectiveEntry& e : effective.entries) {
    Area& area = areas_[e.report->header.mba];
    if (e.report->header.kind == ReportKind::pil && e.report->header.end != day_min)
      area.lists[e.report->header.end].add(*e.source, *e.entry, account());
    // Without a readable code or day an entry changes nothing; a finding says so.
    if (e.report->header.kind == ReportKind::icr && e.entry->date != day_min && e.entry->code != 0)
      area.changes.push_back({e.entry->date, &e});
  }
  for (auto& [mba, area] : areas_)
    std::stable_sort(area.changes.begin(), area.changes.end(),
                     [](const Change& a, const Change& b) { return a.day < b.day; });
  if (!account_) gaps_ = accounting::gaps_of(effective, signs);
}

std::vector<std::string_view> Books::areas() const {
  std::vector<std::string_view> out;
  for (const auto& [mba, area] : areas_)
    if (!mba.empty()) out.push_back(mba);
  return out;
}

std::optional<Day> Books::first_day(std::string_view mba) const {
  const auto found = areas_.find(mba);
  if (found == areas_.end()) return std::nullopt;
  const Area& area = found->second;
  std::optional<Day> out;
  if (!area.lists.empty()) out = area.lists.begin()->first;
  if (!area.changes.empty() && (!out || area.changes.front().day < *out))
    out = area.changes.front().day;
  return out;
}

std::vector<Day> Books::inventories(std::string_view mba) const {
  std::vector<Day> out;
  if (const auto area = areas_.find(mba); area != areas_.end())
    for (const auto& [day, list] : area->second.lists) out.push_back(day);
  return out;
}

void Books::add_changes(const Area& area, Day after, Day until, Amounts& book) const {
  auto change = std::upper_bound(area.changes.begin(), area.changes.end(), after,
                                 [](Day day, const Change& c) { return day < c.day; });
  for (; change != area.changes.end() && change->day <= until; ++change)
    add_signed(*change->entry->source, *change->entry->entry, signs_, book, account());
}

Amounts Books::on(std::string_view mba, Day day) const {
  const auto found = areas_.find(mba);
  if (found == areas_.end()) return {};
  const Area& area = found->second;
  auto list = area.lists.upper_bound(day);
  if (list == area.lists.begin()) {
    Amounts book{};
    add_changes(area, day_min, day, book);
    return book;
  }
  --list;
  Amounts book = list->second.amounts;
  add_changes(area, list->first, day, book);
  return book;
}

Balance Books::balance(std::string_view mba, Day before, Day end) const {
  Balance out;
  out.begin = before + 1;
  out.end = end;
  const auto found = areas_.find(mba);
  if (found == areas_.end()) return out;
  out.mba = found->first;
  const Area& area = found->second;
  if (const auto list = area.lists.find(before); list != area.lists.end()) {
    out.beginning = list->second;
  }
  if (const auto list = area.lists.find(end); list != area.lists.end()) {
    out.ending = list->second;
    out.has_ending = true;
  }
  std::map<Code, BalanceLine> lines;
  auto change = std::upper_bound(area.changes.begin(), area.changes.end(), before,
                                 [](Day day, const Change& c) { return day < c.day; });
  for (; change != area.changes.end() && change->day <= end; ++change) {
    const EffectiveEntry& e = *change->entry;
    if (!signs_.moves(e.entry->code)) continue;
    BalanceLine& line = lines[e.entry->code];
    line.code = e.entry->code;
    line.sum.add(*e.source, *e.entry, account());
  }
  for (auto& [type, line] : lines) out.changes.push_back(line);
  out.ending_book = out.beginning.amounts;
  add_changes(area, before, end, out.ending_book);
  return out;
}

}  // namespace accord::accounting
