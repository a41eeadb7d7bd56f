#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace accord::formats {

struct Cell {
  std::string_view text;     ///< unquoted; "" means unknown, never zero
  std::uint32_t line = 0;    ///< on which the cell starts: a quoted cell before it may span lines
  std::uint32_t column = 0;  ///< character column in that line, from 1
};

struct Row {
  std::uint32_t line = 0;   ///< line of the file on which the row starts, from 1
  std::vector<Cell> cells;  ///< exactly one for each column of the header
  std::string_view bytes;   ///< as in the file, without its line end: what its hash is of
};

/// A table as received: RFC 4180, UTF-8 (a byte order mark is skipped), comma, header line first.
/// A row in which every cell is blank says nothing and is skipped like an empty line.
/// The texts of its cells and rows are views into the bytes it was read from, which must outlive
/// it.
struct Table {
  std::string file;
  std::vector<std::string> columns;
  std::vector<Cell> heads;  ///< the cells of the header, for places
  std::vector<Row> rows;    ///< rows with a problem are reported and left out
  std::string sha256;       ///< of the whole file
  std::deque<std::string>
      rewritten;  ///< what cells with doubled quotes say; stays in place when moved

  /// Index of a column, or columns.size() when there is none.
  [[nodiscard]] std::size_t column(std::string_view name) const;
};

struct ReadTable {
  Table table;
  std::vector<Problem> problems;
};

/// Reports every problem (I001–I006) and goes on with the rest; never guesses. Lines end with LF or
/// CR LF; an empty line holds nothing and is skipped. At most one problem for each row, and one for
/// what is wrong with the whole file: its form, its encoding, its separator.
[[nodiscard]] ReadTable read_csv(std::string_view bytes, std::string_view file,
                                 char separator = ',');

/// One line of a table with its LF, quoted only where needed: what `read_csv` reads back as
/// `cells`, unless all of them are blank.
[[nodiscard]] std::string csv_line(std::span<const std::string> cells);

}  // namespace accord::formats
