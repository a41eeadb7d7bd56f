#include "formats/text/toml.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "base/encoding.h"
#include "formats/text/toml_keys.h"

namespace accord::formats {

namespace {

Place place_of(const toml::source_region& region) {
  const bool one_line =
      region.begin.line == region.end.line && region.end.column > region.begin.column;
  return {region.begin.line, region.begin.column,
          one_line ? region.end.column - region.begin.column : 1};
}

TomlValue value_of(const toml::node& node) {
  TomlValue out;
  out.place = place_of(node.source());
  if (const toml::table* table = node.as_table()) {
    for (const auto& [key, value] : *table)
      out.entries.push_back({std::string(key.str()), place_of(key.source()), value_of(value)});
    std::sort(out.entries.begin(), out.entries.end(),
              [](const TomlEntry& a, const TomlEntry& b) { return a.place < b.place; });
  } else if (const toml::array* array = node.as_array()) {
    out.kind = TomlValue::Kind::array;
    for (const toml::node& item : *array) out.items.push_back(value_of(item));
  } else if (const auto* text = node.as_string()) {
    out.kind = TomlValue::Kind::text;
    out.text = text->get();
  } else if (const auto* boolean = node.as_boolean()) {
    out.kind = TomlValue::Kind::boolean;
    out.boolean = boolean->get();
  } else if (node.is_number()) {
    out.kind = TomlValue::Kind::number;
    out.whole = node.is_integer();
    out.number = node.value<double>().value_or(0);
  } else {
    out.kind = TomlValue::Kind::other;
  }
  return out;
}

}  // namespace

ReadToml read_toml(std::string_view text, std::string_view file) {
  if (const auto fault = text_fault(text)) return {{}, {fault->problem("W003", file)}};
  if (const auto deep = too_deep(text))
    return {{},
            {{Severity::error, "W003",
              deep->is_key ? fmt::format("a key of more than {} parts", key_parts_max)
                           : fmt::format("a value inside more than {} others", nested_max - 1),
              deep->is_key ? "write the key as the manual shows it"
                           : "write the value as the manual shows it",
              std::string(file), deep->place}}};
  try {
    return {value_of(toml::parse(text, file)), {}};
  } catch (const toml::parse_error& error) {
    return {{},
            {{Severity::error, "W003", std::string(error.description()), "", std::string(file),
              place_of(error.source())}}};
  }
}

}  // namespace accord::formats
