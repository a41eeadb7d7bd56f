#pragma once

#include <cstdint>
#include <vector>

#include "balance/study/study.h"

namespace accord::balance {

/// The periods of a study that were not measured, 1 for each; empty: all were. Gaps of rates that
/// are not 0, and inventories that were sampled far from the end of a period, are added to `faults`
/// with their place (B030, warnings). Contract: a study without an error.
[[nodiscard]] std::vector<std::uint8_t> find_gaps(const measurement::Study& study,
                                                  std::vector<StudyFault>& faults);

}  // namespace accord::balance
