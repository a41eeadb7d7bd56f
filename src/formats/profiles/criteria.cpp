#include "formats/profiles/criteria.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "formats/profiles.h"
#include "formats/text/keys.h"
#include "formats/text/toml.h"

namespace accord::formats {

using measurement::Criterion;
using measurement::Statistic;

namespace {

constexpr std::pair<std::string_view, std::string_view> own[] = {
    {"us-10cfr74", profiles::us_10cfr74_toml}, {"iaea-usual", profiles::iaea_usual_toml}};
constexpr std::string_view trust_words[] = {"A", "C", "K"};

std::optional<double> bound(Keys& keys, std::string_view key) {
  const std::optional<double> number = keys.number(key);
  if (number && *number <= 0) {
    keys.report("W015", keys.place_of(key),
                fmt::format("{} is {}; expected a number above 0", key, *number));
    return std::nullopt;
  }
  return number;
}

Criterion criterion_of(const TomlValue& table, Keys& above) {
  Criterion out;
  Keys keys(table, "[[criterion]]", above.file(), above.problems());
  out.name = keys.needed_text("name").text;
  const auto statistic =
      keys.word("statistic", keys.needed_text("statistic"), measurement::statistic_words);
  out.statistic = static_cast<Statistic>(statistic.value_or(0));
  static constexpr std::array bounds{"above_sigma", "above_kg", "above_active", "above_goal"};
  bool any = false;
  for (const char* key : bounds) any = any || keys.has(key);
  if (!any)
    keys.report("W006", keys.place(), "[[criterion]] needs a bound",
                fmt::format("add one or more of {}", fmt::join(bounds, ", ")));
  out.above_sigma = bound(keys, "above_sigma");
  out.above_kg = bound(keys, "above_kg");
  out.above_active = bound(keys, "above_active");
  out.above_goal = bound(keys, "above_goal");
  out.action = keys.needed_text("action").text;
  out.source = keys.needed_text("source").text;
  const auto trust = keys.word("trust", keys.needed_text("trust"), trust_words);
  out.confirmed = trust && trust_words[*trust] != "K";
  if (out.above_active && measurement::is_cumulative(out.statistic))
    keys.report("W017", keys.place_of("above_active"),
                "the active inventory is that of one period, and the statistic is a sum of several",
                "take it out, or write statistic = \"MUF\"");
  out.note = keys.text("note").text;
  keys.finish();
  return out;
}

measurement::Definition definition_of(const TomlValue& table, Keys& above) {
  measurement::Definition out;
  Keys keys(table, "[[definition]]", above.file(), above.problems());
  out.name = keys.needed_text("name").text;
  out.text = keys.needed_text("text").text;
  out.source = keys.needed_text("source").text;
  const auto trust = keys.word("trust", keys.needed_text("trust"), trust_words);
  out.confirmed = trust && trust_words[*trust] != "K";
  keys.finish();
  return out;
}

}  // namespace

ReadCriteria read_criteria(std::string_view text, std::string_view file) {
  ReadCriteria out;
  ReadToml toml = read_toml(text, file);
  out.problems = std::move(toml.problems);
  if (!out.problems.empty()) return out;
  Keys keys(toml.root, "the criteria", file, out.problems);
  out.criteria.id = keys.needed_text("id").text;
  out.criteria.title = keys.needed_text("title").text;
  for (const TomlValue* table : keys.tables("criterion"))
    out.criteria.list.push_back(criterion_of(*table, keys));
  for (const TomlValue* table : keys.tables("definition"))
    out.criteria.definitions.push_back(definition_of(*table, keys));
  if (out.criteria.list.empty() && !keys.has("criterion"))
    keys.report("W006", {1, 1, 1}, "the criteria need a [[criterion]]", "add one for each bound");
  keys.finish();
  sort_problems(out.problems);
  return out;
}

std::string_view own_criteria(std::string_view id) {
  for (const auto& [name, text] : own)
    if (name == id) return text;
  return {};
}

std::vector<std::string_view> own_criteria_ids() {
  std::vector<std::string_view> out;
  for (const auto& [name, text] : own) out.push_back(name);
  return out;
}

}  // namespace accord::formats
