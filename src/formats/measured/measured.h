#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "measurement/component.h"
#include "measurement/items.h"

/// Tables of measured items and of the methods they were measured with (docs/reference/items.md).
namespace accord::formats {

struct ReadItems {
  measurement::Items items;          ///< rows without a problem, in the order of the file
  std::vector<std::uint32_t> lines;  ///< of each of them in the file
  std::vector<Problem> problems;     ///< I001 to I008, I011, B010
};

/// Columns period, role, stratum, item; method and declared_kg, or for other masses gross_method
/// and gross_kg, with tare_method and tare_kg for net ones; measured_in_period and correction may
/// be left out. Every other column is one that keys of sources may name. A tare is a row after that
/// of its container.
[[nodiscard]] ReadItems read_items(std::string_view bytes, std::string_view file,
                                   measurement::MassKind kind = measurement::MassKind::declared);

struct ReadMethods {
  std::vector<measurement::Method> methods;  ///< of one party
  std::vector<std::uint32_t> lines;          ///< of each row that was taken, for `Component::row`
  std::vector<Problem> problems;             ///< I001 to I008, I011, B001 to B003, B018
};

/// Columns method, component (random, systematic or none), kind (relative or absolute),
/// standard_deviation, source_key; party, name, factor and target may be left out. Rows of other
/// parties are looked at, and left out.
[[nodiscard]] ReadMethods read_methods(std::string_view bytes, std::string_view file,
                                       std::string_view party = "operator");

/// Faults of rows as problems at their cells. `bytes` and `lines` are those the rows were read
/// from.
[[nodiscard]] std::vector<Problem> problems_of(std::span<const measurement::Fault> faults,
                                               std::string_view bytes, std::string_view file,
                                               std::span<const std::uint32_t> lines);

}  // namespace accord::formats
