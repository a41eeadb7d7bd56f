#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "evidence/record.h"
#include "formats/text/csv.h"

namespace accord::formats {

/// A table while its rows become records: cells by column, each bad cell reported with its place.
/// An empty cell gives nothing and is no problem unless the call says that it is needed.
class Sheet {
 public:
  using Column = std::size_t;

  Sheet(Table table, std::vector<Problem>& problems)
      : table_(std::move(table)), problems_(problems) {}

  [[nodiscard]] const Table& table() const { return table_; }
  [[nodiscard]] const std::vector<Row>& rows() const { return table_.rows; }

  Column need(std::string_view column);  ///< I006 when there is none
  [[nodiscard]] Column find(std::string_view column) const { return table_.column(column); }
  [[nodiscard]] bool has(Column column) const { return column < table_.columns.size(); }
  /// False when a needed column is missing: no row can be read.
  [[nodiscard]] bool is_complete() const { return complete_; }

  /// Orders the rows by the text of a column, so that their order in the file has no influence, and
  /// reports identifiers that are there twice (I014) or empty (I007).
  void order_by_id(Column column);

  [[nodiscard]] std::string_view text(const Row& row, Column column) const;
  std::string_view needed_text(const Row& row, Column column);  ///< I007 when empty
  std::optional<Day> day(const Row& row, Column column);        ///< I009
  std::optional<Day> needed_day(const Row& row, Column column);
  std::optional<Decimal> number(const Row& row, Column column);  ///< I008
  /// A finite number with any sign and number of digits, also with an exponent; I008
  std::optional<double> real(const Row& row, Column column);
  /// Index of the word; I011 when it is none of them, I007 when the cell is empty.
  std::optional<std::size_t> word(const Row& row, Column column,
                                  std::span<const std::string_view> words);
  /// The parts of a cell between separators, trimmed, without empty ones.
  [[nodiscard]] std::vector<std::string> parts(const Row& row, Column column,
                                               std::string_view separator) const;

  void report(const Row& row, Column column, const char* code, std::string message,
              std::string help = {});
  /// The same as a warning: the row counts as it is.
  void warn(const Row& row, Column column, const char* code, std::string message,
            std::string help = {});
  /// A problem of the name of a column.
  void report_head(Column column, const char* code, std::string message, std::string help = {});
  /// The origin of a row: id, file, line and hash; the texts are the caller's.
  [[nodiscard]] evidence::Origin origin(const Row& row, std::string_view id) const;
  [[nodiscard]] Place place_of(const Row& row, Column column) const;

 private:
  Table table_;
  std::vector<Problem>& problems_;
  bool complete_ = true;
};

/// "a, b or c", for messages.
[[nodiscard]] std::string one_of(std::span<const std::string_view> words);

}  // namespace accord::formats
