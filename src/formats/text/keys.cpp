#include "formats/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace accord::formats {

void Keys::report(const char* code, Place place, std::string message, std::string help) {
  problems_.push_back(
      {Severity::error, code, std::move(message), std::move(help), std::string(file_), place});
}

void Keys::wrong_kind(const TomlValue& value, std::string_view expected) {
  report("W007", value.place, fmt::format("{} was expected here", expected));
}

const TomlValue* Keys::find(std::string_view key) {
  asked_.push_back(key);
  const auto found = std::find_if(table_.entries.begin(), table_.entries.end(),
                                  [key](const TomlEntry& entry) { return entry.key == key; });
  return found == table_.entries.end() ? nullptr : &found->value;
}

std::optional<Setting> Keys::text_of(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::text) return Setting{value.text, value.place};
  wrong_kind(value, "a text in quotes");
  return std::nullopt;
}

std::vector<Setting> Keys::texts_of(const TomlValue& value) {
  std::vector<Setting> out;
  if (value.kind == TomlValue::Kind::text) return {{value.text, value.place}};
  if (value.kind != TomlValue::Kind::array) {
    wrong_kind(value, "a text, or texts in brackets,");
    return out;
  }
  for (const TomlValue& item : value.items)
    if (auto text = text_of(item)) out.push_back(std::move(*text));
  return out;
}

Setting Keys::text(std::string_view key) {
  const TomlValue* value = find(key);
  return value == nullptr ? Setting{} : text_of(*value).value_or(Setting{});
}

Setting Keys::needed_text(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) {
    report("W006", table_.place, fmt::format("{} needs the key “{}”", name_, key),
           fmt::format("add {} = \"…\"", key));
    return {};
  }
  Setting out = text_of(*value).value_or(Setting{});
  if (value->kind == TomlValue::Kind::text && out.empty())
    report("W006", value->place, fmt::format("“{}” of {} is empty", key, name_));
  return out;
}

bool Keys::flag(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return false;
  if (value->kind != TomlValue::Kind::boolean) wrong_kind(*value, "true or false");
  return value->boolean;
}

std::vector<Setting> Keys::texts(std::string_view key) {
  const TomlValue* value = find(key);
  return value == nullptr ? std::vector<Setting>{} : texts_of(*value);
}

std::optional<double> Keys::number_of(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::number && std::isfinite(value.number)) return value.number;
  wrong_kind(value, "a finite number");
  return std::nullopt;
}

std::optional<double> Keys::number(std::string_view key) {
  const TomlValue* value = find(key);
  return value == nullptr ? std::nullopt : number_of(*value);
}

std::optional<std::uint64_t> Keys::whole(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind == TomlValue::Kind::number && value->whole && value->number >= 0 &&
      value->number <= 9'007'199'254'740'991.0)
    return static_cast<std::uint64_t>(value->number);
  wrong_kind(*value, "a whole number from 0 (at most 9007199254740991)");
  return std::nullopt;
}

std::vector<double> Keys::numbers_of(const TomlValue& value) {
  std::vector<double> out;
  if (value.kind != TomlValue::Kind::array) {
    if (const auto one = number_of(value)) out.push_back(*one);
    return out;
  }
  for (const TomlValue& item : value.items)
    if (const auto one = number_of(item)) out.push_back(*one);
  return out;
}

std::vector<double> Keys::numbers(std::string_view key) {
  const TomlValue* value = find(key);
  return value == nullptr ? std::vector<double>{} : numbers_of(*value);
}

std::optional<std::size_t> Keys::word(std::string_view key, const Setting& written,
                                      std::span<const std::string_view> words) {
  if (written.empty()) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), written.text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const auto near =
      nearest(written.text, std::vector<std::string_view>(words.begin(), words.end()));
  report("W013", written.place,
         fmt::format("“{}” is no {}; expected {}", written.text, key, fmt::join(words, ", ")),
         near ? fmt::format("did you mean “{}”?", *near) : "");
  return std::nullopt;
}

bool Keys::has(std::string_view key) const {
  return std::any_of(table_.entries.begin(), table_.entries.end(),
                     [key](const TomlEntry& entry) { return entry.key == key; });
}

Place Keys::place_of(std::string_view key) const {
  for (const TomlEntry& entry : table_.entries)
    if (entry.key == key) return entry.place;
  return table_.place;
}

const TomlValue* Keys::table(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr || value->kind == TomlValue::Kind::table) return value;
  wrong_kind(*value, fmt::format("a table “{}”", key));
  return nullptr;
}

std::vector<const TomlValue*> Keys::tables(std::string_view key) {
  std::vector<const TomlValue*> out;
  const TomlValue* value = find(key);
  if (value == nullptr) return out;
  if (value->kind != TomlValue::Kind::array) {
    wrong_kind(*value, fmt::format("an array of tables “{}”", key));
    return out;
  }
  for (const TomlValue& item : value->items) {
    if (item.kind == TomlValue::Kind::table)
      out.push_back(&item);
    else
      wrong_kind(item, "a table");
  }
  return out;
}

const std::vector<TomlEntry>& Keys::entries() {
  all_known_ = true;
  return table_.entries;
}

void Keys::finish() {
  if (all_known_) return;
  for (const TomlEntry& entry : table_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    const auto near = nearest(entry.key, asked_);
    report("W005", entry.place, fmt::format("{} knows no key “{}”", name_, entry.key),
           near ? fmt::format("did you mean “{}”?", *near) : "");
  }
}

}  // namespace accord::formats
