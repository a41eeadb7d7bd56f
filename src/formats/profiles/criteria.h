#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "measurement/criteria.h"

/// Criteria of a regulation from their data files (docs/reference/criteria.md).
namespace accord::formats {

struct ReadCriteria {
  measurement::Criteria criteria;
  std::vector<Problem> problems;  ///< W003 to W007, W013, W015, W017
};

[[nodiscard]] ReadCriteria read_criteria(std::string_view text, std::string_view file);

/// The text of criteria that come with the program; empty when there are none of this name.
[[nodiscard]] std::string_view own_criteria(std::string_view id);
/// Their names, in their order.
[[nodiscard]] std::vector<std::string_view> own_criteria_ids();

}  // namespace accord::formats
