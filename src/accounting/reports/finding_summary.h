#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "accounting/reports/report.h"

/// How many findings there are: in all, of each rule, and of each area.
namespace accord::accounting {

struct FindingCount {
  std::string name;  ///< of the rule, or of the area; empty: it is not known which area
  std::size_t errors = 0, warnings = 0;

  [[nodiscard]] std::size_t all() const { return errors + warnings; }
};

struct FindingSummary {
  FindingCount total;
  std::vector<FindingCount> rules, areas;  ///< by name
};

[[nodiscard]] FindingSummary summary_of(const std::vector<Finding>& findings);

/// "3 findings: 2 errors, 1 warning"
[[nodiscard]] std::string in_words(const FindingCount& count);

}  // namespace accord::accounting
