#include "items/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "described/words.h"
#include "items/item_book.h"
#include "items/words.h"

namespace accord::items {

namespace {

constexpr std::array change_words{"produced",  "arrived",    "moved", "status_changed",
                                  "converted", "eliminated", "left"};

/// Start of the year, counted from a day, that holds `day`.
Day year_start(Day from, Day day) {
  std::int32_t years = civil(day).year - civil(from).year;
  while (add_months(from, 12 * years) > day) --years;
  return add_months(from, 12 * years);
}

std::vector<InspectionUse> quota_use(const ItemTables& tables, const ItemSettings& settings,
                                     Day day, Day known) {
  const ItemNames& names = tables.names;
  const Day from = settings.year_from.value_or(day_of(2000, 1, 1).value_or(Day{}));
  // The rows of one inspection count once.
  std::map<std::tuple<std::string, std::string, Day>, std::set<ItemWord>> used;
  for (const ItemInspection& i : tables.inspections)
    if (i.day <= day && i.known <= known)
      used[{names.text(i.party), names.text(i.kind), year_start(from, i.day)}].insert(i.id);
  std::vector<InspectionUse> out;
  for (const auto& [key, ids] : used) {
    const auto& [party, kind, start] = key;
    const std::int32_t years = civil(start).year - civil(from).year;
    out.push_back({party, kind, start, add_months(from, 12 * (years + 1)),
                   static_cast<std::int64_t>(ids.size())});
  }
  return out;
}

}  // namespace

const char* word(ItemFault fault) {
  return described::word_of(fault).data();
}
const char* word(ItemChange::Kind kind) {
  return change_words[static_cast<std::size_t>(kind)];
}

std::optional<ItemChange::Kind> item_change_of(std::string_view word) {
  for (std::size_t i = 0; i < change_words.size(); ++i)
    if (word == change_words[i]) return static_cast<ItemChange::Kind>(i);
  return std::nullopt;
}

std::string discrepancy_id(ItemFault fault, std::string_view row, std::string_view item) {
  return item.empty() ? fmt::format("I-{}-{}", word(fault), row)
                      : fmt::format("I-{}-{}-{}", word(fault), row, item);
}

ItemReview review_items(const ItemTables& tables, const ItemSettings& settings, Day day,
                        Day known) {
  ItemReplay replay(tables, settings, day, known, false);
  replay.run();
  ItemReview out;
  out.discrepancies = std::move(replay.discrepancies());
  out.balances = std::move(replay.balances());
  for (ItemDiscrepancy& d : check_notices(tables, settings, day, known))
    out.discrepancies.push_back(std::move(d));
  std::sort(out.discrepancies.begin(), out.discrepancies.end(),
            [](const ItemDiscrepancy& a, const ItemDiscrepancy& b) {
              return std::tie(a.day, a.party, a.fault, a.id, a.text) <
                     std::tie(b.day, b.party, b.fault, b.id, b.text);
            });
  const auto by_category = [](const auto& x) {
    return std::tie(x.party, x.type, x.status, x.site);
  };
  std::sort(out.balances.begin(), out.balances.end(),
            [&](const ItemBalance& a, const ItemBalance& b) {
              if (a.to != b.to) return a.to < b.to;
              return by_category(a) < by_category(b);
            });
  const ItemNames& names = tables.names;
  for (const ItemBook::Category& c : replay.book().categories())
    if (c.count != 0)
      out.holdings.push_back({names.text(c.key.party), names.text(c.key.type),
                              names.text(c.key.status), names.text(c.key.site), c.count});
  std::sort(
      out.holdings.begin(), out.holdings.end(),
      [&](const ItemHolding& a, const ItemHolding& b) { return by_category(a) < by_category(b); });
  out.inspections = quota_use(tables, settings, day, known);
  return out;
}

}  // namespace accord::items
