#include <fmt/format.h>

#include <utility>

#include "items/item_book.h"

/// What inspections counted, against the database on their day.
namespace accord::items {

ItemReplay::Checked ItemReplay::check(const ItemInspection& inspection) const {
  const ItemBook::Key key{inspection.party, inspection.type, inspection.site, inspection.status};
  Checked out;
  out.count = book_.count(key) == inspection.counted;
  for (const ItemWord id : inspection.items) {
    const ItemBook::Item& item = book_.item(id);
    bool there = item.life == ItemBook::Life::present;
    if (there) {
      ItemBook::Key held = book_.where(item).key;
      if (key.status == 0) held.status = 0;
      if (key.type == 0) held.type = 0;
      there = held == key;
    }
    out.items.push_back(there);
  }
  return out;
}

void ItemReplay::report(const ItemInspection& inspection, const Checked& before,
                        const Checked& after) {
  const ItemNames& names = tables_.names;
  const ItemBook::Key key{inspection.party, inspection.type, inspection.site, inspection.status};
  const auto fill = [&](ItemDiscrepancy& d, std::string_view item) {
    d.type = names.text(key.type);
    d.status = names.text(key.status);
    d.site = names.text(key.site);
    d.item = item;
    d.id = discrepancy_id(d.fault, names.text(inspection.id),
                          item.empty() ? fmt::format("{}-{}", d.type, d.status) : item);
  };
  if (!before.count && !after.count) {
    const std::int64_t expected = book_.count(key);
    ItemDiscrepancy& d = report(
        ItemFault::count_differs, inspection.day, inspection.party, inspection.id,
        {inspection.origin},
        fmt::format("inspection {} counted {} {}; the database holds {}", names.text(inspection.id),
                    inspection.counted, book_.words(key), expected));
    fill(d, "");
    d.expected = expected;
    d.found = inspection.counted;
  }
  for (std::size_t i = 0; i < inspection.items.size(); ++i) {
    if (before.items[i] || after.items[i]) continue;
    const ItemBook::Item& item = book_.item(inspection.items[i]);
    const std::string& name = names.text(inspection.items[i]);
    std::string shown = "the database does not know it";
    if (item.life == ItemBook::Life::present)
      shown = "the database has it as " + book_.words(book_.where(item).key);
    if (item.life == ItemBook::Life::gone) shown = "it has left the database";
    if (item.life == ItemBook::Life::eliminated) shown = "the database has it as eliminated";
    std::vector<std::uint32_t> origins{inspection.origin};
    if (item.life != ItemBook::Life::unseen) origins.push_back(item.origin);
    fill(report(ItemFault::identifier_differs, inspection.day, inspection.party, inspection.id,
                std::move(origins),
                fmt::format("inspection {} read {} as {}; {}", names.text(inspection.id), name,
                            book_.words(key), shown)),
         name);
  }
}

}  // namespace accord::items
