#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "formats/settings/settings.h"
#include "formats/text/keys.h"

/// Parts of accord.toml with a file of their own.
namespace accord::formats {

void read_claim_settings(Keys& claims, Settings& out);
void read_item_settings(Keys& items, Settings& out);
void read_book_settings(Keys& books, Settings& out);
void read_background(Keys& background, Settings& out);
void read_report_settings(const TomlValue& report, Keys& above, Settings& out);

/// [[table]]: a table in the user's own columns.
[[nodiscard]] MappedTable read_mapped_table(const TomlValue& table, Keys& above);
/// Kinds of rows with what they say.
[[nodiscard]] std::vector<KindMeanings> read_kinds(const TomlValue& table, std::string name,
                                                   Keys& above);
/// W014 for braces that hold no column.
[[nodiscard]] Template template_of(Keys& keys, Setting setting);

/// What is said where a table has none of the keys, or several.
struct OneKeyWords {
  std::string_view one, remedy, missing;  ///< "a metric has one meaning", …
};
/// Which of the keys is in the table; W006, W017 unless it is exactly one.
template <class KindKey, std::size_t N>
const KindKey* one_key(const TomlValue& table, Keys& keys, const std::array<KindKey, N>& known,
                       const OneKeyWords& words) {
  const KindKey* found = nullptr;
  for (const TomlEntry& entry : table.entries) {
    const auto kind = std::find_if(known.begin(), known.end(),
                                   [&](const KindKey& one) { return entry.key == one.key; });
    if (kind == known.end()) continue;
    if (found != nullptr) {
      keys.report("W017", entry.place,
                  fmt::format("{}, not both “{}” and “{}”", words.one, found->key, kind->key),
                  std::string(words.remedy));
      return nullptr;
    }
    found = &*kind;
  }
  if (found != nullptr) return found;
  std::string all;
  for (const KindKey& kind : known) all += fmt::format("{}{}", all.empty() ? "" : ", ", kind.key);
  keys.report("W006", table.place, std::string(words.missing), "write one of: " + all);
  return found;
}

}  // namespace accord::formats
