#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/text/xlsx_write.h"

/// Tables for programs, CSV and XLSX, by one rule (manual, “Tables for spreadsheets and programs”).
namespace accord::cli {

/// A number with its unit, and how it stands to the true one.
struct Figure {
  std::string number;  ///< "2.75"; empty where there is none
  std::string bound;   ///< "at least", "at most", "below", "above", "not known"; empty: the figure
  std::string unit;    ///< "kg_u"; may be empty
};

/// Columns with the type of their cells, and rows. A cell holds one value or nothing: a number
/// stands without its unit, which is in the column `unit` or in the name of the column, and what is
/// not there is an empty cell. Behind the number of a figure, which may be only an end of it,
/// stands the column NAME_bound.
class DataTable {
 public:
  /// The name is that of the sheet.
  explicit DataTable(std::string name) : table_{std::move(name), {}, {}} {}

  DataTable& text(std::string name) { return column(std::move(name), formats::CellType::text); }
  DataTable& number(std::string name) { return column(std::move(name), formats::CellType::number); }
  DataTable& day(std::string name) { return column(std::move(name), formats::CellType::day); }
  DataTable& figure(const std::string& name) { return number(name).text(name + "_bound"); }

  /// Cells in the order of the columns; two of a figure. Contract: as many as columns.
  void add(std::vector<std::string> cells);

  [[nodiscard]] bool empty() const { return table_.rows.empty(); }
  [[nodiscard]] const formats::XlsxTable& table() const { return table_; }

 private:
  formats::XlsxTable table_;

  DataTable& column(std::string name, formats::CellType type) {
    table_.columns.push_back({std::move(name), type});
    return *this;
  }
};

/// Text cells as `defused` gives them, unless they shall be `exact`.
[[nodiscard]] std::string as_csv(const formats::XlsxTable& table, bool exact = false);

}  // namespace accord::cli
