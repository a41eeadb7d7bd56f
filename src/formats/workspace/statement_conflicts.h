#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "base/date.h"
#include "evidence/record.h"

namespace accord::formats {

/// One statement of a report with the place it was read from.
struct Stated {
  std::string_view report;
  std::string_view measure;
  Day valid;
  bool by_obliged = false;
  bool holds =
      false;  ///< of a state: a yes speaks about all its places, not about some place in them
  const evidence::Observation* says = nullptr;
  std::size_t row = 0;  ///< of the caller
};

/// Calls `found(first, second)` for statements of one report about one thing on one day, by the
/// same speaker, that cannot both hold: a yes and a no about one place, or figures and ranges
/// without a common value. The second is the later row. O(n log n), and for each group the number
/// of places its statements name.
void find_conflicts(std::vector<Stated> statements, const agreement::Agreement& agreement,
                    const std::function<void(const Stated&, const Stated&)>& found);

}  // namespace accord::formats
