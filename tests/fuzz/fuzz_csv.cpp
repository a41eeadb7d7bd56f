#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/contract.h"
#include "formats/text/csv.h"

/// The reader of tables: rows have the cells of the header, places are in the text, and a table
/// that is written again from what was read is read as the same table.
namespace {

using accord::formats::csv_line;
using accord::formats::read_csv;
using accord::formats::ReadTable;

std::vector<std::string> texts(const accord::formats::Row& row) {
  std::vector<std::string> out;
  for (const auto& cell : row.cells) out.emplace_back(cell.text);
  return out;
}

void check_places(const ReadTable& read, std::string_view text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  for (const accord::Problem& problem : read.problems) {
    ACCORD_EXPECT(problem.place.line >= 1 && problem.place.line <= lines);
    ACCORD_EXPECT(problem.place.column >= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ReadTable read = read_csv(text, "t.csv");
  check_places(read, text);
  if (read.table.columns.empty()) return 0;
  // Behind a line that names the separator: the first one may say what the file is (“sep=;”,
  // “<?xml”).
  std::string again = "sep=,\n" + csv_line(read.table.columns);
  for (const auto& row : read.table.rows) {
    ACCORD_EXPECT(row.cells.size() == read.table.columns.size());
    again += csv_line(texts(row));
  }
  const ReadTable second = read_csv(again, "t.csv");
  ACCORD_EXPECT(second.table.columns == read.table.columns);
  ACCORD_EXPECT(second.table.rows.size() == read.table.rows.size());
  for (std::size_t i = 0; i < read.table.rows.size(); ++i)
    ACCORD_EXPECT(texts(second.table.rows[i]) == texts(read.table.rows[i]));
  return 0;
}
