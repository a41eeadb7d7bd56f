#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <vector>

#include "measurement/items.h"

namespace accord::python {

struct TakenItems {
  measurement::Items items;
  std::vector<std::size_t> rows;  ///< of the table, for each row of the items
};

/// Columns that the package has prepared. Tares become rows of their own behind all others.
/// ValueError, with row and column: a word that is missing, or is no role.
[[nodiscard]] TakenItems items_of(const pybind11::dict& columns);

}  // namespace accord::python
