#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/print/look.h"
#include "cli/print/text.h"

namespace accord::cli {

/// Where the columns of a table stand.
class TableLayout {
 public:
  /// `widths`: of the widest cell of each column. `numbers`: those that stand at the right; may be
  /// empty.
  TableLayout(std::vector<std::size_t> widths, std::vector<bool> numbers, const Look& look);

  /// One row, of several lines where a cell has to wrap. `toned`: the cell in the tone; all of them
  /// when there is no such cell.
  [[nodiscard]] std::string row(const std::vector<std::string>& cells, std::size_t toned,
                                Tone tone) const;

 private:
  std::vector<std::size_t> widths_;
  std::vector<bool> numbers_;
  Look look_;
};

}  // namespace accord::cli
