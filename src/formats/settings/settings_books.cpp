#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/settings/settings_parts.h"

/// [books]: accountancy reports of a party and the figures made from them.
namespace accord::formats {

namespace {

/// "4.5 %", from 0 to 100 with at most 8 digits.
std::optional<Decimal> level(Keys& keys, const Setting& setting) {
  if (setting.empty()) return std::nullopt;
  const auto words = split(setting.text, " ");
  const ParsedDecimal number = parse_decimal(words[0]);
  if (words.size() == 2 && words[1] == "%" && number.fault == DecimalFault::none &&
      number.value <= Decimal{100, 0} && number.value.mantissa < 100'000'000)
    return number.value;
  keys.report("W014", setting.place, fmt::format("“{}” is not a level", setting.text),
              "write it in per cent of U-233 and U-235 in uranium: \"4.5 %\"");
  return std::nullopt;
}

const material::KindFacts* element(Keys& keys, const Setting& setting) {
  std::vector<std::string_view> names;
  for (const material::KindFacts& facts : material::kinds) {
    if (!facts.element) continue;
    if (facts.name == setting.text) return &facts;
    names.push_back(facts.name);
  }
  const auto near = nearest(setting.text, names);
  keys.report("W013", setting.place, fmt::format("no material is named “{}”", setting.text),
              near ? fmt::format("did you mean “{}”?", *near)
                   : fmt::format("use one of: {}", fmt::join(names, ", ")));
  return nullptr;
}

void elements(Keys& keys, BookMetricSettings& out) {
  const std::vector<Setting> names = keys.texts("materials");
  if (names.empty())
    keys.report("W006", keys.place(), "[[books.metric]] needs the key “materials”",
                "add materials = [\"enriched uranium\"]");
  for (const Setting& name : names) {
    const material::KindFacts* facts = element(keys, name);
    if (facts == nullptr) continue;
    auto& kinds = out.query.elements;
    if (std::find(kinds.begin(), kinds.end(), facts->kind) != kinds.end()) {
      keys.report("W016", name.place, fmt::format("“{}” appears twice", name.text));
      continue;
    }
    kinds.push_back(facts->kind);
    const bool has_level = facts->kind == material::Kind::enriched_uranium ||
                           facts->kind == material::Kind::unified_uranium;
    if (out.query.by_level() && !has_level)
      keys.report("W017", name.place, fmt::format("the books give no level of {}", name.text),
                  "leave out above and up_to, or count only enriched and unified uranium");
  }
}

/// kilograms = "kg_u", or grams = "g": what the text calls the unit that the books are added in.
void unit(Keys& keys, BookMetricSettings& out) {
  Setting kilograms = keys.text("kilograms"), grams = keys.text("grams");
  if (kilograms.empty() == grams.empty()) {
    keys.report("W006", keys.place(), "[[books.metric]] needs either “kilograms” or “grams”",
                "say what the text calls the unit: kilograms = \"kg\"");
    return;
  }
  out.counted_in = grams.empty() ? material::MassUnit::kilogram : material::MassUnit::gram;
  out.unit = std::move(grams.empty() ? kilograms : grams);
}

BookMetricSettings metric(const TomlValue& table, Keys& above) {
  Keys keys(table, "[[books.metric]]", above.file(), above.problems());
  BookMetricSettings out;
  out.metric = keys.needed_text("metric");
  const Setting upper = keys.text("up_to");
  out.query.above = level(keys, keys.text("above"));
  out.query.up_to = level(keys, upper);
  if (out.query.above && out.query.up_to && *out.query.up_to <= *out.query.above)
    keys.report("W017", upper.place, "no level is above the one and up to the other",
                "above must be the smaller of the two");
  elements(keys, out);
  unit(keys, out);
  for (Setting& area : keys.texts("areas")) {
    out.query.areas.push_back(area.text);
    out.areas.push_back(std::move(area));
  }
  keys.finish();
  return out;
}

}  // namespace

void read_book_settings(Keys& books, Settings& out) {
  out.books.folder = books.needed_text("folder");
  out.books.party = books.needed_text("party");
  for (const TomlValue* table : books.tables("metric")) {
    BookMetricSettings next = metric(*table, books);
    const auto is_same = [&](const BookMetricSettings& m) {
      return m.metric.text == next.metric.text;
    };
    if (!next.metric.empty() &&
        std::any_of(out.books.metrics.begin(), out.books.metrics.end(), is_same))
      books.report("W016", next.metric.place,
                   fmt::format("the metric “{}” appears twice", next.metric.text),
                   "name several materials or areas in one of the two");
    out.books.metrics.push_back(std::move(next));
  }
}

}  // namespace accord::formats
