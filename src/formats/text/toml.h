#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

/// TOML as plain values with places; the library that reads it stays behind toml.cpp.
namespace accord::formats {

struct TomlEntry;

struct TomlValue {
  enum class Kind : std::uint8_t { table, array, text, boolean, number, other };
  Kind kind = Kind::table;
  Place place;
  std::string text;                ///< text
  bool boolean = false;            ///< boolean
  double number = 0;               ///< number
  bool whole = false;              ///< number: written without point and exponent
  std::vector<TomlValue> items;    ///< array
  std::vector<TomlEntry> entries;  ///< table, in the order written
};

struct TomlEntry {
  std::string key;
  Place place;  ///< of the key
  TomlValue value;
};

struct ReadToml {
  TomlValue root;                 ///< an empty table when the text is not TOML
  std::vector<Problem> problems;  ///< W003; the first mistake ends the reading
};

[[nodiscard]] ReadToml read_toml(std::string_view text, std::string_view file);

}  // namespace accord::formats
