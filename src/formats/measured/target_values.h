#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "measurement/target_value.h"

/// Tables of target values (docs/reference/items.md).
namespace accord::formats {

struct ReadTargetValues {
  std::vector<measurement::TargetValue> values;  ///< `row` is the index in `lines`
  std::vector<std::uint32_t> lines;
  std::vector<Problem> problems;  ///< I001 to I009, I011
};

/// Columns edition, method, material, quantity, u_r, u_s, unit (fraction or kg), source_page,
/// verified_by, verified_on. u_r, u_s and the last two may be empty. Which rows may be used is
/// asked of measurement::usable; its faults become problems with `problems_of` of measured.h.
[[nodiscard]] ReadTargetValues read_target_values(std::string_view bytes, std::string_view file);

}  // namespace accord::formats
