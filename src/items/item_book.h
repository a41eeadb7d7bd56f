#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "items/items.h"

/// The database of items as declarations and changes make it. Internal to the count of items.
namespace accord::items {

class ItemBook {
 public:
  struct Key {
    ItemWord party = 0, type = 0, site = 0, status = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// Everything of one party, type, status and site; flows since the last declaration of the party.
  struct Category {
    Key key;
    std::int64_t count = 0;
    std::int64_t opening = 0, produced = 0, arrived = 0, left = 0, eliminated = 0;
    std::vector<std::uint32_t> metrics;  ///< indexes into the settings
  };
  enum class Life : std::uint8_t { unseen, present, gone, eliminated };
  struct Item {
    std::uint32_t category = 0;  ///< present: where; gone, eliminated: where it was
    std::uint32_t origin = 0;    ///< the row that last said something about it
    Life life = Life::unseen;
  };
  /// Called with every change of a count, for the series of metrics.
  using OnDelta = std::function<void(const Category&, int)>;

  ItemBook(const ItemTables& tables, const ItemSettings& settings, OnDelta on_delta);

  [[nodiscard]] const Item& item(ItemWord id) const { return items_[id]; }
  [[nodiscard]] const Category& category(std::uint32_t at) const { return categories_[at]; }
  [[nodiscard]] const Category& where(const Item& item) const { return category(item.category); }
  [[nodiscard]] const std::vector<Category>& categories() const { return categories_; }
  [[nodiscard]] std::vector<Category>& categories() { return categories_; }
  /// Items that the party ever held, in no order; some may be elsewhere now, some twice.
  [[nodiscard]] const std::vector<ItemWord>& held_by(ItemWord party) { return held_[party]; }

  /// Takes an item out of its category, if it is there, and puts it where the key says. The field
  /// counts it in the flows; null: the count alone changes.
  using Flow = std::int64_t Category::*;
  void put(ItemWord id, const Key& key, Flow out, Flow in, std::uint32_t origin);
  void take(ItemWord id, Life life, Flow out, std::uint32_t origin);

  /// Items of a party at a site; type and status 0: any.
  [[nodiscard]] std::int64_t count(const Key& key) const;
  /// "10 at north, deployed" in words: "TYPE at SITE, STATUS".
  [[nodiscard]] std::string words(const Key& key) const;

 private:
  struct Hash {
    std::size_t operator()(const Key& k) const;
  };
  std::uint32_t category_of(const Key& key);
  void add(std::uint32_t category, int by, Flow flow);

  const ItemTables& tables_;
  const ItemSettings& settings_;
  OnDelta on_delta_;
  std::vector<Item> items_;  ///< by word
  std::vector<Category> categories_;
  std::unordered_map<Key, std::uint32_t, Hash> index_;
  std::unordered_map<ItemWord, std::vector<ItemWord>> held_;
};

/// Days, declarations and changes in order; what each day brings goes to the observer.
class ItemReplay {
 public:
  ItemReplay(const ItemTables& tables, const ItemSettings& settings, Day day, Day known,
             bool with_series);
  void run();

  /// A count of one metric and party after a day, as it became known.
  struct Delta {
    std::uint32_t metric = 0;
    ItemWord party = 0;
    Day valid, known;
    std::int64_t by = 0;
    std::uint32_t origin = 0;
  };

  [[nodiscard]] const std::vector<Delta>& deltas() const { return deltas_; }
  [[nodiscard]] ItemBook& book() { return book_; }
  [[nodiscard]] std::vector<ItemDiscrepancy>& discrepancies() { return discrepancies_; }
  [[nodiscard]] std::vector<ItemBalance>& balances() { return balances_; }

 private:
  using Declarations = std::vector<const ItemDeclaration*>;
  void apply(const ItemChange& change);
  void enter(const ItemChange& change);
  void alter(const ItemChange& change);
  void expect_from(const ItemChange& change, const ItemBook::Key& held);
  void declare(Declarations::const_iterator first, Declarations::const_iterator last);
  void declare(const ItemDeclaration& row, bool first_ever);
  void find_missing(const ItemDeclaration& row);
  void close_balance(const ItemDeclaration& row);
  struct Checked {
    bool count = false;
    std::vector<bool> items;
  };
  [[nodiscard]] Checked check(const ItemInspection& inspection) const;
  void report(const ItemInspection& inspection, const Checked& before, const Checked& after);
  void on_delta(const ItemBook::Category& category, int by);
  void flush_deltas(Day day);
  ItemDiscrepancy& report(ItemFault fault, Day day, ItemWord party, ItemWord row,
                          std::vector<std::uint32_t> origins, std::string text);

  const ItemTables& tables_;
  const ItemSettings& settings_;
  Day day_, known_;
  bool with_series_;
  ItemBook book_;
  std::vector<std::uint32_t> stamp_;  ///< by item: number of the last declaration that listed it
  std::uint32_t declaration_ = 0;
  std::unordered_map<ItemWord, Day> declared_;  ///< by party: day of its last declaration
  Day now_known_;
  std::uint32_t now_origin_ = 0;
  std::vector<Delta> today_;
  std::vector<Delta> deltas_;
  std::vector<ItemDiscrepancy> discrepancies_;
  std::vector<ItemBalance> balances_;
};

/// Notifications against changes; sorted by the caller.
[[nodiscard]] std::vector<ItemDiscrepancy> check_notices(const ItemTables& tables,
                                                         const ItemSettings& settings, Day day,
                                                         Day known);
/// For each notice the change it is about, or null.
[[nodiscard]] std::vector<const ItemChange*> matched_changes(const ItemTables& tables);

[[nodiscard]] std::string discrepancy_id(ItemFault fault, std::string_view row,
                                         std::string_view item);

}  // namespace accord::items
