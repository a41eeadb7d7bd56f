#include "items/item_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace accord::items {

namespace {

bool is_any_of(const std::vector<std::string>& words, const std::string& word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

ItemBook::ItemBook(const ItemTables& tables, const ItemSettings& settings, OnDelta on_delta)
    : tables_(tables),
      settings_(settings),
      on_delta_(std::move(on_delta)),
      items_(tables.names.size()) {}

std::size_t ItemBook::Hash::operator()(const Key& k) const {
  std::uint64_t out = 0;
  for (const ItemWord w : {k.party, k.type, k.site, k.status})
    out = (out ^ w) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(out ^ (out >> 32));
}

std::uint32_t ItemBook::category_of(const Key& key) {
  const auto [at, is_new] = index_.try_emplace(key, static_cast<std::uint32_t>(categories_.size()));
  if (!is_new) return at->second;
  Category& category = categories_.emplace_back();
  category.key = key;
  const ItemNames& names = tables_.names;
  for (std::size_t i = 0; i < settings_.metrics.size(); ++i) {
    const ItemMetric& m = settings_.metrics[i];
    if (is_any_of(m.types, names.text(key.type)) && is_any_of(m.statuses, names.text(key.status)) &&
        is_any_of(m.sites, names.text(key.site)))
      category.metrics.push_back(static_cast<std::uint32_t>(i));
  }
  return at->second;
}

void ItemBook::add(std::uint32_t category, int by, Flow flow) {
  Category& c = categories_[category];
  c.count += by;
  if (flow != nullptr) c.*flow += 1;
  on_delta_(c, by);
}

void ItemBook::put(ItemWord id, const Key& key, Flow out, Flow in, std::uint32_t origin) {
  Item& item = items_[id];
  if (item.life == Life::present) add(item.category, -1, out);
  if (item.life != Life::present || where(item).key.party != key.party)
    held_[key.party].push_back(id);
  item.category = category_of(key);
  item.life = Life::present;
  item.origin = origin;
  add(item.category, +1, in);
}

void ItemBook::take(ItemWord id, Life life, Flow out, std::uint32_t origin) {
  Item& item = items_[id];
  if (item.life == Life::present) add(item.category, -1, out);
  item.life = life;
  item.origin = origin;
}

std::int64_t ItemBook::count(const Key& key) const {
  std::int64_t out = 0;
  for (const Category& c : categories_)
    if (c.key.party == key.party && c.key.site == key.site &&
        (key.type == 0 || c.key.type == key.type) &&
        (key.status == 0 || c.key.status == key.status))
      out += c.count;
  return out;
}

std::string ItemBook::words(const Key& key) const {
  const ItemNames& names = tables_.names;
  std::string out = fmt::format("{} at {}", names.text(key.type), names.text(key.site));
  if (key.status != 0) out += ", " + names.text(key.status);
  return out;
}

}  // namespace accord::items
