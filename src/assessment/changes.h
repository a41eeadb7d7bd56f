#pragma once

#include <vector>

#include "assessment/assessment.h"

/// What supposed facts (`--suppose`) or another text (`terms diff --data`) change in the findings.
namespace accord::assessment {

/// A finding whose state differs. Pointers live as long as their assessment.
struct Change {
  const evidence::Finding* without = nullptr;  ///< null: only the second text has the commitment
  const evidence::Finding* with = nullptr;     ///< null: only the first text has it
};

/// Findings of two assessments whose states differ, found by their id, in order of the second text;
/// those that only the first has come last. With the same text no pointer is null. Empty when no
/// state differs.
[[nodiscard]] std::vector<Change> changes(const Assessment& without, const Assessment& with);

}  // namespace accord::assessment
