#include <algorithm>

#include "accounting/books/books.h"

/// Which figures of the books rest on something that cannot be read.
namespace accord::accounting {

std::vector<const Gap*> Books::gaps_of_area(std::string_view mba) const {
  std::vector<const Gap*> out;
  const auto area = areas_.find(mba);
  const std::string_view country = area == areas_.end() ? std::string_view() : area->second.country;
  for (const Gap& gap : gaps_)
    if (gap.is_of(mba, country)) out.push_back(&gap);
  return out;
}

Doubt Books::doubt(std::string_view mba, Day day) const {
  Doubt out;
  if (gaps_.empty()) return out;
  Day start = day_min;
  if (const auto area = areas_.find(mba); area != areas_.end())
    if (const auto list = area->second.lists.upper_bound(day); list != area->second.lists.begin())
      start = std::prev(list)->first;
  for (const Gap* gap : gaps_of_area(mba))
    if (gap->moves_book() && (gap->is_of_list(start, day) || gap->is_of_change(start, day)))
      out.add(*gap);
  return out;
}

Doubt Books::doubt_between(std::string_view mba, Day first, Day last) const {
  Doubt out;
  for (const Gap* gap : gaps_of_area(mba))
    if (gap->of != Gap::Of::balance && gap->from <= last && first <= gap->last) out.add(*gap);
  return out;
}

BalanceDoubt Books::doubt(std::string_view mba, Day before, Day end) const {
  BalanceDoubt out;
  for (const Gap* gap : gaps_of_area(mba)) {
    if (gap->of == Gap::Of::balance && gap->from <= end && end <= gap->last) out.reported.add(*gap);
    if (!gap->moves_book()) continue;
    // A list of an unknown day may part the period.
    const bool dated = gap->of == Gap::Of::list && gap->from == gap->last;
    if (gap->is_of_list(before, dated ? before : end)) out.beginning.add(*gap);
    if (gap->is_of_list(dated ? end : before, end)) out.ending.add(*gap);
    if (!gap->is_of_change(before, end)) continue;
    if (gap->of == Gap::Of::change && gap->code != 0)
      out.changes[gap->code].add(*gap);
    else
      out.other.add(*gap);
  }
  out.ending_book = out.beginning;
  out.ending_book.add(out.other);
  for (const auto& [code, doubt] : out.changes) out.ending_book.add(doubt);
  out.unaccounted = out.ending_book;
  out.unaccounted.subtract(out.ending);
  return out;
}

Doubt BalanceDoubt::of(Code line) const {
  if (line == code("PB")) return beginning;
  if (line == code("BA")) return ending_book;
  if (line == code("PE")) return ending;
  if (line == code("MF")) return unaccounted;
  Doubt out;
  if (const auto found = changes.find(line); found != changes.end()) {
    // A line has no sign: more of it was reported than could be read.
    out = found->second;
    const Kinds either = out.more & out.less;
    out.more = out.more | out.less;
    out.less = either;
  }
  Doubt unknown = other;
  unknown.less |= unknown.more;
  unknown.more |= unknown.less;
  out.add(unknown);
  return out;
}

}  // namespace accord::accounting
