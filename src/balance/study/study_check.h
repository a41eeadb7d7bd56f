#pragma once

#include <vector>

#include "balance/study/study.h"

namespace accord::balance {

/// Everything that is wrong with a study. Without an error its samples and edges ascend, every
/// period is covered by every rate, and the errors are standard deviations.
[[nodiscard]] std::vector<StudyFault> check_study(const measurement::Study& study);

/// The sample of an inventory at the end of a period; `time.size()` when there is none.
/// Contract: times ascend.
[[nodiscard]] std::size_t inventory_sample(const measurement::Study& study,
                                           const measurement::Location& location, std::size_t edge);

/// Times this near count as the same.
[[nodiscard]] double tolerance_at(const std::vector<double>& edges, std::size_t edge);

}  // namespace accord::balance
