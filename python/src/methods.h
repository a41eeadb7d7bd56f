#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "measurement/component.h"

/// Methods of measurement as Python gives them: rows, or a table.
namespace accord::python {

using NamedBytes = std::pair<std::string, std::string>;  ///< a file, as the package has read it

/// What the rows of a table are called in problems.
struct RowNames {
  const char* table;
  std::vector<std::size_t> numbers{};                           ///< of those that were taken
  std::vector<std::pair<std::string, std::uint32_t>> places{};  ///< file and line, if they have any
};

/// Faults of arrays: the place is the row, from 0, and the column.
void add_problems(const std::vector<measurement::Fault>& faults, const RowNames& rows,
                  std::vector<Problem>& out);

/// Methods with what is wrong with them.
struct TakenMethods {
  std::vector<measurement::Method> methods;
  std::vector<Problem> problems;
  NamedBytes file;                   ///< of a table
  std::vector<std::uint32_t> lines;  ///< of its rows
  RowNames names{"methods"};         ///< of rows of the package

  [[nodiscard]] bool is_table() const { return !file.first.empty(); }
  void add_problems(const std::vector<measurement::Fault>& faults, std::vector<Problem>& out) const;
  /// For excerpts; of this object.
  [[nodiscard]] std::map<std::string, std::string_view> texts() const;
};

/// `given` is a list of rows of the package, or name and bytes of a table.
[[nodiscard]] TakenMethods taken_methods(const pybind11::object& given);

}  // namespace accord::python
