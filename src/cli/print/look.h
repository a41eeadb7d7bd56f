#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

namespace accord::cli {

/// Text that does not go to a terminal fits this many columns, and so does prose on a wide one.
inline constexpr std::size_t width_max = 100;

/// How text is laid out: the same bytes for every file and pipe, to its width for a terminal.
struct Look {
  bool colored = false;
  std::optional<std::size_t> columns;  ///< of the terminal; none: a file or pipe

  [[nodiscard]] std::size_t table_width() const { return columns.value_or(width_max); }
  [[nodiscard]] std::size_t prose_width() const { return std::min(table_width(), width_max); }
};

}  // namespace accord::cli
