#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/text/setting.h"
#include "formats/text/toml.h"

namespace accord::formats {

/// Reads the keys of one table of accord.toml or of a scenario; what is asked for by name is known,
/// the rest is reported by `finish` (W005). A key that is missing, or of the wrong kind, is
/// reported when it is asked for.
class Keys {
 public:
  /// `name` as in the file: "[series]". The table and the problems must outlive the reader.
  Keys(const TomlValue& table, std::string name, std::string_view file,
       std::vector<Problem>& problems)
      : table_(table), name_(std::move(name)), file_(file), problems_(problems) {}

  Setting text(std::string_view key);
  Setting needed_text(std::string_view key);
  bool flag(std::string_view key);
  /// A finite number.
  std::optional<double> number(std::string_view key);
  /// A whole number from 0 to 2⁵³ − 1.
  std::optional<std::uint64_t> whole(std::string_view key);
  /// A finite number, or an array of them; empty when the key is not there.
  std::vector<double> numbers(std::string_view key);
  /// The place of what is written among `words`; W013 with the nearest one when it is none of them,
  /// nothing when nothing is written.
  std::optional<std::size_t> word(std::string_view key, const Setting& written,
                                  std::span<const std::string_view> words);
  /// Whatever the key holds.
  const TomlValue* value(std::string_view key) { return find(key); }
  [[nodiscard]] bool has(std::string_view key) const;
  /// Of a key that is there, else of the table.
  [[nodiscard]] Place place_of(std::string_view key) const;
  /// A text, or an array of texts.
  std::vector<Setting> texts(std::string_view key);
  const TomlValue* table(std::string_view key);
  /// An array of tables.
  std::vector<const TomlValue*> tables(std::string_view key);
  /// Every entry of a table of free keys; marks all of them as known.
  const std::vector<TomlEntry>& entries();

  void finish();

  std::optional<Setting> text_of(const TomlValue& value);
  std::vector<Setting> texts_of(const TomlValue& value);
  std::optional<double> number_of(const TomlValue& value);
  std::vector<double> numbers_of(const TomlValue& value);
  void report(const char* code, Place place, std::string message, std::string help = {});
  [[nodiscard]] Place place() const { return table_.place; }
  [[nodiscard]] std::string_view file() const { return file_; }
  [[nodiscard]] std::vector<Problem>& problems() const { return problems_; }

 private:
  const TomlValue* find(std::string_view key);
  void wrong_kind(const TomlValue& value, std::string_view expected);

  const TomlValue& table_;
  std::string name_;
  std::string_view file_;
  std::vector<Problem>& problems_;
  std::vector<std::string_view> asked_;
  bool all_known_ = false;
};

}  // namespace accord::formats
