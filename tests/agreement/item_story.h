#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "items/items.h"

/// Item tables as tests write them.
namespace accord::items {

class ItemStory {
 public:
  using Kind = ItemChange::Kind;

  ItemStory() { settings.notify_days = 5; }

  static Day day(std::string_view text) { return parse_day(text).value(); }

  /// Items as "id type site status", one declaration.
  void declare(std::string_view party, std::string_view on, bool update,
               const std::vector<std::string>& items, std::string_view known = {}) {
    for (const std::string& text : items) {
      const auto words = split(text);
      ItemDeclaration d;
      d.id = next("D");
      d.party = w(party);
      d.item = w(words[0]);
      d.type = w(words[1]);
      d.site = w(words[2]);
      d.status = w(words[3]);
      d.day = day(on);
      d.known = day(known.empty() ? on : known);
      d.update = update;
      d.origin = origin++;
      tables.declarations.push_back(d);
    }
  }
  ItemChange& change(std::string_view party, std::string_view on, Kind kind, std::string_view item,
                     std::string_view type = {}, std::string_view from = {},
                     std::string_view to = {}, std::string_view status = {}) {
    ItemChange c;
    c.id = next("C");
    c.party = w(party);
    c.item = w(item);
    c.kind = kind;
    c.type = w(type);
    c.from_site = w(from);
    c.to_site = w(to);
    c.status = w(status);
    c.day = c.known = day(on);
    c.origin = origin++;
    return tables.changes.emplace_back(c);
  }
  ItemNotice& notice(std::string_view party, std::string_view given, std::string_view kind,
                     std::string_view item, std::string_view about, std::string_view site = {}) {
    ItemNotice n;
    n.id = next("A");
    n.party = w(party);
    n.kind = w(kind);
    n.item = w(item);
    n.site = w(site);
    n.day = day(given);
    n.change_day = day(about);
    n.origin = origin++;
    return tables.notices.emplace_back(n);
  }
  ItemInspection& inspect(std::string_view id, std::string_view party, std::string_view on,
                          std::string_view site, std::string_view type, std::int64_t counted,
                          const std::vector<std::string>& items = {}) {
    ItemInspection i;
    i.id = w(id);
    i.party = w(party);
    i.inspector = w("inspector");
    i.kind = w("short_notice");
    i.site = w(site);
    i.type = w(type);
    i.counted = counted;
    for (const std::string& item : items) i.items.push_back(w(item));
    i.day = i.known = day(on);
    i.origin = origin++;
    return tables.inspections.emplace_back(std::move(i));
  }

  [[nodiscard]] ItemReview review(std::string_view on = "2099-12-31",
                                  std::string_view known = "2099-12-31") const {
    return review_items(tables, settings, day(on), day(known));
  }
  /// "2021-01-05 item_missing x1", one for each discrepancy, in order.
  [[nodiscard]] std::vector<std::string> faults(std::string_view on = "2099-12-31",
                                                std::string_view known = "2099-12-31") const {
    std::vector<std::string> out;
    for (const ItemDiscrepancy& d : review(on, known).discrepancies)
      out.push_back(to_string(d.day) + " " + word(d.fault) + " " + d.item);
    return out;
  }

  ItemTables tables;
  ItemSettings settings;
  std::uint32_t origin = 0;

 private:
  ItemWord w(std::string_view text) { return tables.names.word(text); }
  ItemWord next(const char* letter) {
    std::string number = std::to_string(++row_);
    return w(letter + std::string(6 - std::min<std::size_t>(6, number.size()), '0') + number);
  }
  static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out(1);
    for (const char c : text)
      if (c == ' ') {
        out.emplace_back();
      } else {
        out.back() += c;
      }
    return out;
  }
  int row_ = 0;
};

}  // namespace accord::items
