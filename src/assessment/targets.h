#pragma once

#include <vector>

#include "assessment/measured_balance.h"
#include "base/problem.h"
#include "measurement/target_value.h"

namespace accord::assessment {

struct ReadTargets {
  measurement::TargetReport report;
  std::vector<Problem> problems;  ///< of both tables, in order of file and place
};

/// What a table of methods declares beside the target values that it names
/// (docs/reference/items.md).
[[nodiscard]] ReadTargets target_report(const NamedText& methods, const NamedText& targets,
                                        measurement::Purpose purpose);

}  // namespace accord::assessment
