#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

/// Workbooks of the XLSX form.
namespace accord::formats {

enum class CellType : std::uint8_t { text, number, day };

struct XlsxColumn {
  std::string name;  ///< with the unit, if there is one
  CellType type = CellType::text;
};

struct XlsxTable {
  std::string name;  ///< of the sheet
  std::vector<XlsxColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

/// A sheet for each table with a frozen heading, and a sheet “Read me” of two columns. Numbers that
/// have more digits than the form keeps (15) stay text, so that no weight changes; empty cells stay
/// empty; a text that is longer than a cell holds (32,767 characters) is cut, and ends in “…”. The
/// same tables give the same bytes. C011: more rows than the form holds. E002: the workbook cannot
/// be made.
[[nodiscard]] Result<std::string> write_xlsx(
    const std::vector<XlsxTable>& tables,
    const std::vector<std::pair<std::string, std::string>>& read_me);
[[nodiscard]] Result<std::string> write_xlsx(
    const XlsxTable& table, const std::vector<std::pair<std::string, std::string>>& read_me);

}  // namespace accord::formats
