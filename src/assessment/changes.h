#pragma once

#include <vector>

#include "assessment/assessment.h"

/// What supposed facts change (`--suppose`): the same days and options, with and without them.
namespace accord::assessment {

/// A finding whose state differs. Both pointers live as long as their assessment.
struct Change {
  const agreement::Finding* without = nullptr;
  const agreement::Finding* with = nullptr;
};

/// Findings of two assessments of the same workspace whose states differ, in order of the text;
/// empty when none does. Contract: both are about the same agreement text.
[[nodiscard]] std::vector<Change> changes(const Assessment& without, const Assessment& with);

}  // namespace accord::assessment
