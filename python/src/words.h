#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <vector>

#include "measurement/items.h"

/// Columns of words: what a table of items has in most of its columns.
namespace accord::python {

/// The number of each word, new ones added to `names` in the order in which they first come. A
/// column is a numpy array of texts or of objects, a list, or a pair of codes and the words they
/// mean (a code below 0 is nothing). Nothing, None and NaN, is the empty word; what is no text is
/// taken as str() shows it.
[[nodiscard]] std::vector<std::uint32_t> numbered(const pybind11::handle& column,
                                                  measurement::Names& names);

}  // namespace accord::python
