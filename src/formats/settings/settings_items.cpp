#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "formats/settings/settings_parts.h"

/// [items]: tables of counted items and the metrics made from them.
namespace accord::formats {

namespace {

/// "5 days", from 0 to 999.
std::optional<std::int32_t> days(Keys& keys, const Setting& setting) {
  if (setting.empty()) return std::nullopt;
  const auto words = split(setting.text, " ");
  const ParsedDecimal number = parse_decimal(words[0]);
  if (words.size() == 2 && (words[1] == "days" || words[1] == "day") &&
      number.fault == DecimalFault::none && number.value.scale == 0 && number.value.mantissa < 1000)
    return static_cast<std::int32_t>(number.value.mantissa);
  keys.report("W014", setting.place, fmt::format("“{}” is not a number of days", setting.text),
              "write it in words: \"5 days\"");
  return std::nullopt;
}

std::optional<Day> day(Keys& keys, const Setting& setting) {
  if (setting.empty()) return std::nullopt;
  const auto out = parse_day(setting.text);
  if (!out)
    keys.report("W014", setting.place, fmt::format("“{}” is not a day", setting.text),
                "write it as \"2021-03-01\"");
  return out;
}

items::ItemMetric metric(const TomlValue& table, Keys& above, Settings& out) {
  Keys keys(table, "[[items.metric]]", above.file(), above.problems());
  items::ItemMetric metric;
  out.item_metrics.push_back(keys.needed_text("metric"));
  metric.metric = out.item_metrics.back().text;
  const auto take = [&](std::string_view key, std::vector<std::string>& into) {
    for (Setting& word : keys.texts(key)) {
      into.push_back(word.text);
      out.item_words.push_back(std::move(word));
    }
  };
  take("types", metric.types);
  take("statuses", metric.statuses);
  take("sites", metric.sites);
  keys.finish();
  return metric;
}

}  // namespace

void read_item_settings(Keys& items, Settings& out) {
  out.item_database = items.needed_text("database");
  out.item_changes = items.text("changes");
  out.item_notices = items.text("notifications");
  out.item_inspections = items.text("inspections");
  out.item_settings.notify_days = days(items, items.text("notify_within"));
  out.item_settings.year_from = day(items, items.text("year_from"));
  for (const TomlValue* table : items.tables("metric"))
    out.item_settings.metrics.push_back(metric(*table, items, out));
}

}  // namespace accord::formats
