#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/english.h"
#include "items/item_book.h"

/// Every change has its notifications: a move two, any other one.
namespace accord::items {

namespace {

using Kind = ItemChange::Kind;

constexpr std::string_view departure = "departure";
constexpr std::string_view arrival = "arrival";

struct Needed {
  std::string_view kind;
  ItemWord site = 0;  ///< 0: the notice names no place that would have to agree
};

std::vector<Needed> needed(const ItemChange& change) {
  if (change.kind == Kind::moved) return {{departure, change.from_site}, {arrival, change.to_site}};
  return {{word(change.kind), 0}};
}

class Matching {
 public:
  explicit Matching(const ItemTables& tables) : tables_(tables), used_(tables.notices.size()) {
    for (std::size_t i = 0; i < tables.notices.size(); ++i)
      by_item_[tables.notices[i].item].push_back(i);
    for (auto& [item, list] : by_item_)
      std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
        const ItemNotice& x = tables.notices[a];
        const ItemNotice& y = tables.notices[b];
        if (x.day != y.day) return x.day < y.day;
        return tables.names.text(x.id) < tables.names.text(y.id);
      });
  }

  /// The first notice of this kind about the change that is about no other one yet.
  const ItemNotice* take(const ItemChange& change, const Needed& need, Day known) {
    const auto list = by_item_.find(change.item);
    if (list == by_item_.end()) return nullptr;
    for (const std::size_t i : list->second) {
      const ItemNotice& n = tables_.notices[i];
      const bool fits = !used_[i] && n.day <= known && n.party == change.party &&
                        n.change_day == change.day && tables_.names.text(n.kind) == need.kind &&
                        (need.site == 0 || n.site == need.site);
      if (!fits) continue;
      used_[i] = &change;
      return &n;
    }
    return nullptr;
  }
  [[nodiscard]] const std::vector<const ItemChange*>& used() const { return used_; }

 private:
  const ItemTables& tables_;
  std::unordered_map<ItemWord, std::vector<std::size_t>> by_item_;
  std::vector<const ItemChange*> used_;  ///< by notice
};

std::vector<const ItemChange*> in_order(const ItemTables& tables) {
  std::vector<const ItemChange*> out;
  out.reserve(tables.changes.size());
  for (const ItemChange& change : tables.changes) out.push_back(&change);
  std::sort(out.begin(), out.end(), [&](const ItemChange* a, const ItemChange* b) {
    if (a->day != b->day) return a->day < b->day;
    return tables.names.text(a->id) < tables.names.text(b->id);
  });
  return out;
}

ItemDiscrepancy discrepancy(const ItemTables& tables, ItemFault fault, Day day, ItemWord party,
                            ItemWord item, std::string id, std::string text) {
  ItemDiscrepancy out;
  out.fault = fault;
  out.day = day;
  out.party = tables.names.text(party);
  out.item = tables.names.text(item);
  out.id = std::move(id);
  out.text = std::move(text);
  return out;
}

}  // namespace

std::vector<const ItemChange*> matched_changes(const ItemTables& tables) {
  Matching matching(tables);
  for (const ItemChange* change : in_order(tables))
    for (const Needed& need : needed(*change)) matching.take(*change, need, day_max);
  return matching.used();
}

std::vector<ItemDiscrepancy> check_notices(const ItemTables& tables, const ItemSettings& settings,
                                           Day day, Day known) {
  std::vector<ItemDiscrepancy> out;
  if (!settings.notify_days) return out;
  const ItemNames& names = tables.names;
  Matching matching(tables);
  for (const ItemChange* change : in_order(tables)) {
    if (change->day > day || change->known > known) continue;
    const Day deadline = change->day + *settings.notify_days;
    for (const Needed& need : needed(*change)) {
      const ItemNotice* notice = matching.take(*change, need, known);
      // Until the deadline has passed a notice can still come in time.
      if (notice == nullptr ? deadline >= std::min(day, known) : notice->day <= deadline) continue;
      const bool late = notice != nullptr;
      const ItemFault fault = late ? ItemFault::notice_late : ItemFault::notice_missing;
      std::string text = fmt::format("{} is {} on {}: ", names.text(change->item),
                                     word(change->kind), to_string(change->day));
      text += late ? fmt::format("the notice “{}” is of {}, {} after the last day, {}", need.kind,
                                 to_string(notice->day), counted(notice->day - deadline, "day"),
                                 to_string(deadline))
                   : fmt::format("no notice “{}” by {}", need.kind, to_string(deadline));
      out.push_back(discrepancy(tables, fault, change->day, change->party, change->item,
                                discrepancy_id(fault, names.text(change->id), need.kind),
                                std::move(text)));
      out.back().origins.push_back(change->origin);
      if (late) out.back().origins.push_back(notice->origin);
      if (need.site != 0) out.back().site = names.text(need.site);
    }
  }
  for (std::size_t i = 0; i < tables.notices.size(); ++i) {
    const ItemNotice& n = tables.notices[i];
    if (matching.used()[i] != nullptr || n.day > std::min(day, known) ||
        n.change_day > std::min(day, known))
      continue;
    out.push_back(
        discrepancy(tables, ItemFault::notice_unmatched, n.day, n.party, n.item,
                    discrepancy_id(ItemFault::notice_unmatched, names.text(n.id), ""),
                    fmt::format("notice {} (“{}”) speaks of {} on {}; no such change is on record",
                                names.text(n.id), names.text(n.kind), names.text(n.item),
                                to_string(n.change_day))));
    out.back().origins.push_back(n.origin);
    out.back().site = names.text(n.site);
  }
  return out;
}

}  // namespace accord::items
