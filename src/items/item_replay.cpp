#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "items/item_book.h"

/// Declarations and changes by day.
namespace accord::items {

using Category = ItemBook::Category;
using Key = ItemBook::Key;
using Kind = ItemChange::Kind;
using Life = ItemBook::Life;

namespace {

/// The rows that count, by day and then by identifier; never by their place in the table.
template <class T, class Before>
std::vector<const T*> in_order(const std::vector<T>& rows, Day day, Day known, Before before) {
  std::vector<const T*> out;
  out.reserve(rows.size());
  for (const T& row : rows)
    if (row.day <= day && row.known <= known) out.push_back(&row);
  std::stable_sort(out.begin(), out.end(), [&](const T* a, const T* b) { return before(*a, *b); });
  return out;
}

}  // namespace

ItemReplay::ItemReplay(const ItemTables& tables, const ItemSettings& settings, Day day, Day known,
                       bool with_series)
    : tables_(tables),
      settings_(settings),
      day_(day),
      known_(known),
      with_series_(with_series),
      book_(tables, settings, [this](const Category& c, int by) { on_delta(c, by); }),
      stamp_(tables.names.size(), 0) {}

void ItemReplay::run() {
  const ItemNames& names = tables_.names;
  const auto changes =
      in_order(tables_.changes, day_, known_, [&](const ItemChange& a, const ItemChange& b) {
        if (a.day != b.day) return a.day < b.day;
        return names.text(a.id) < names.text(b.id);
      });
  const auto declarations = in_order(tables_.declarations, day_, known_,
                                     [&](const ItemDeclaration& a, const ItemDeclaration& b) {
                                       if (a.day != b.day) return a.day < b.day;
                                       if (a.party != b.party)
                                         return names.text(a.party) < names.text(b.party);
                                       return names.text(a.id) < names.text(b.id);
                                     });
  const auto inspections =
      in_order(tables_.inspections, day_, known_,
               [&](const ItemInspection& a, const ItemInspection& b) { return a.day < b.day; });
  auto change = changes.begin();
  auto declaration = declarations.begin();
  auto inspection = inspections.begin();
  while (change != changes.end() || declaration != declarations.end() ||
         inspection != inspections.end()) {
    Day day = day_max;
    if (change != changes.end()) day = std::min(day, (*change)->day);
    if (declaration != declarations.end()) day = std::min(day, (*declaration)->day);
    if (inspection != inspections.end()) day = std::min(day, (*inspection)->day);
    // An item that moves on the day of an inspection may be seen at either end.
    const auto inspected = inspection;
    std::vector<Checked> before;
    for (; inspection != inspections.end() && (*inspection)->day == day; ++inspection)
      before.push_back(check(**inspection));
    for (; change != changes.end() && (*change)->day == day; ++change) apply(**change);
    while (declaration != declarations.end() && (*declaration)->day == day) {
      const auto first = declaration;
      while (declaration != declarations.end() && (*declaration)->day == day &&
             (*declaration)->party == (*first)->party)
        ++declaration;
      declare(first, declaration);
    }
    for (auto i = inspected; i != inspection; ++i)
      report(**i, before[static_cast<std::size_t>(i - inspected)], check(**i));
    flush_deltas(day);
  }
}

ItemDiscrepancy& ItemReplay::report(ItemFault fault, Day day, ItemWord party, ItemWord row,
                                    std::vector<std::uint32_t> origins, std::string text) {
  ItemDiscrepancy& out = discrepancies_.emplace_back();
  out.fault = fault;
  out.day = day;
  out.party = tables_.names.text(party);
  out.id = discrepancy_id(fault, tables_.names.text(row), "");
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  out.origins = std::move(origins);
  out.text = std::move(text);
  return out;
}

void ItemReplay::on_delta(const Category& category, int by) {
  if (!with_series_) return;
  for (const std::uint32_t metric : category.metrics) {
    const auto at = std::find_if(today_.begin(), today_.end(), [&](const Delta& d) {
      return d.metric == metric && d.party == category.key.party && d.known == now_known_;
    });
    if (at != today_.end()) {
      at->by += by;
    } else {
      today_.push_back({metric, category.key.party, {}, now_known_, by, now_origin_});
    }
  }
}

void ItemReplay::flush_deltas(Day day) {
  for (Delta& d : today_) {
    d.valid = day;
    deltas_.push_back(d);
  }
  today_.clear();
}

// --- changes
// --------------------------------------------------------------------------------------

void ItemReplay::apply(const ItemChange& change) {
  now_known_ = change.known;
  now_origin_ = change.origin;
  if (change.kind == Kind::produced || change.kind == Kind::arrived) {
    enter(change);
  } else {
    alter(change);
  }
}

void ItemReplay::enter(const ItemChange& change) {
  const ItemBook::Item& held = book_.item(change.item);
  const std::string& item = tables_.names.text(change.item);
  if (held.life == Life::present)
    report(ItemFault::identifier_twice, change.day, change.party, change.id,
           {held.origin, change.origin},
           fmt::format("{} is {} while the database already holds it ({})", item, word(change.kind),
                       book_.words(book_.where(held).key)))
        .item = item;
  if (held.life == Life::eliminated || (held.life == Life::gone && change.kind == Kind::produced))
    report(ItemFault::identifier_reused, change.day, change.party, change.id,
           {held.origin, change.origin},
           fmt::format("{} is {} although the identifier was used before", item, word(change.kind)))
        .item = item;
  book_.put(
      change.item, {change.party, change.type, change.to_site, change.status}, &Category::left,
      change.kind == Kind::produced ? &Category::produced : &Category::arrived, change.origin);
}

void ItemReplay::alter(const ItemChange& change) {
  const ItemBook::Item held = book_.item(change.item);
  const std::string& item = tables_.names.text(change.item);
  if (held.life != Life::present || book_.where(held).key.party != change.party) {
    report(ItemFault::item_unknown, change.day, change.party, change.id,
           held.life == Life::unseen ? std::vector{change.origin}
                                     : std::vector{held.origin, change.origin},
           fmt::format("{} is {}, but the database of {} does not hold it", item, word(change.kind),
                       tables_.names.text(change.party)))
        .item = item;
    return;
  }
  Key key = book_.where(held).key;
  expect_from(change, key);
  if (change.kind == Kind::eliminated)
    return book_.take(change.item, Life::eliminated, &Category::eliminated, change.origin);
  if (change.kind == Kind::left)
    return book_.take(change.item, Life::gone, &Category::left, change.origin);
  if (change.kind == Kind::moved) key.site = change.to_site;
  if (change.kind == Kind::converted) key.type = change.type;
  if (change.status != 0) key.status = change.status;
  book_.put(change.item, key, &Category::left, &Category::arrived, change.origin);
}

void ItemReplay::expect_from(const ItemChange& change, const Key& held) {
  const ItemNames& names = tables_.names;
  const std::uint32_t origin = book_.item(change.item).origin;
  const auto expect = [&](ItemWord said, ItemWord shown, const char* what) {
    if (said == 0 || said == shown) return;
    ItemDiscrepancy& d = report(
        ItemFault::change_differs, change.day, change.party, change.id, {origin, change.origin},
        fmt::format("{} is {} from the {} {}; the database shows {}", names.text(change.item),
                    word(change.kind), what, names.text(said), names.text(shown)));
    d.item = names.text(change.item);
    d.site = names.text(held.site);
    d.type = names.text(held.type);
  };
  expect(change.from_site, held.site, "site");
  expect(change.from_type, held.type, "type");
  expect(change.from_status, held.status, "status");
}

// --- declarations
// ---------------------------------------------------------------------------------

void ItemReplay::declare(Declarations::const_iterator first, Declarations::const_iterator last) {
  const ItemDeclaration& head = **first;
  const auto before = declared_.find(head.party);
  const bool first_ever = before == declared_.end();
  ++declaration_;
  for (auto row = first; row != last; ++row) {
    now_known_ = (*row)->known;
    now_origin_ = (*row)->origin;
    declare(**row, first_ever);
  }
  now_known_ = head.known;
  now_origin_ = head.origin;
  find_missing(head);
  close_balance(head);
  declared_[head.party] = head.day;
  // A complete list states every count, also those that are zero or did not change.
  if (with_series_)
    for (std::uint32_t m = 0; m < settings_.metrics.size(); ++m)
      today_.push_back({m, head.party, {}, head.known, 0, head.origin});
}

void ItemReplay::declare(const ItemDeclaration& row, bool first_ever) {
  const ItemNames& names = tables_.names;
  const ItemBook::Item held = book_.item(row.item);
  const Key key{row.party, row.type, row.site, row.status};
  const std::string& item = names.text(row.item);
  const auto say = [&](ItemFault fault, std::vector<std::uint32_t> origins, std::string text) {
    ItemDiscrepancy& d =
        report(fault, row.day, row.party, row.id, std::move(origins), std::move(text));
    d.item = item;
    d.type = names.text(row.type);
    d.status = names.text(row.status);
    d.site = names.text(row.site);
  };
  if (stamp_[row.item] == declaration_) {
    say(ItemFault::identifier_twice, {held.origin, row.origin},
        fmt::format("{} is declared twice as of {}", item, to_string(row.day)));
    return;
  }
  stamp_[row.item] = declaration_;
  if (held.life == Life::eliminated) {
    say(ItemFault::identifier_reused, {held.origin, row.origin},
        fmt::format("{} is declared although it was eliminated", item));
  } else if (held.life == Life::present && book_.where(held).key.party != row.party) {
    say(ItemFault::identifier_twice, {held.origin, row.origin},
        fmt::format("{} is declared by {} while it is in the database of {}", item,
                    names.text(row.party), names.text(book_.where(held).key.party)));
  } else if (held.life != Life::present && !first_ever) {
    say(ItemFault::item_unexplained, {row.origin},
        fmt::format("{} is declared ({}); no change brought it", item, book_.words(key)));
  } else if (held.life == Life::present && book_.where(held).key != key) {
    say(ItemFault::item_differs, {held.origin, row.origin},
        fmt::format("{} is declared as {}; by its changes it is {}", item, book_.words(key),
                    book_.words(book_.where(held).key)));
  }
  book_.put(row.item, key, nullptr, nullptr, row.origin);
}

void ItemReplay::find_missing(const ItemDeclaration& row) {
  const std::vector<ItemWord> held = book_.held_by(row.party);
  for (const ItemWord id : held) {
    const ItemBook::Item item = book_.item(id);
    if (stamp_[id] == declaration_ || item.life != Life::present ||
        book_.where(item).key.party != row.party)
      continue;
    stamp_[id] = declaration_;
    const Key key = book_.where(item).key;
    const std::string& name = tables_.names.text(id);
    ItemDiscrepancy& d =
        report(ItemFault::item_missing, row.day, row.party, id, {item.origin, row.origin},
               fmt::format("{} ({}) is not in the declaration as of {}; no change took it away",
                           name, book_.words(key), to_string(row.day)));
    d.id = discrepancy_id(ItemFault::item_missing, to_string(row.day), name);
    d.item = name;
    d.type = tables_.names.text(key.type);
    d.status = tables_.names.text(key.status);
    d.site = tables_.names.text(key.site);
    book_.take(id, Life::gone, nullptr, row.origin);
  }
}

void ItemReplay::close_balance(const ItemDeclaration& row) {
  const ItemNames& names = tables_.names;
  const auto before = declared_.find(row.party);
  for (Category& c : book_.categories()) {
    if (c.key.party != row.party) continue;
    const bool moved = c.produced + c.arrived + c.left + c.eliminated > 0;
    if (before != declared_.end() && (moved || c.opening != 0 || c.count != 0))
      balances_.push_back({names.text(c.key.party), names.text(c.key.type),
                           names.text(c.key.status), names.text(c.key.site), before->second,
                           row.day, c.opening, c.produced, c.arrived, c.left, c.eliminated,
                           c.count});
    c.opening = c.count;
    c.produced = c.arrived = c.left = c.eliminated = 0;
  }
}

}  // namespace accord::items
