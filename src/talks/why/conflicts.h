#pragma once

#include <cstdint>
#include <vector>

#include "talks/why/masks.h"

namespace accord::talks {

/// Indexes into the limits, ascending.
using LimitSet = std::vector<std::size_t>;

/// Why there is no zone. Both lists are in the order of report: fewest parties involved, then
/// fewest limits, then names.
struct Conflicts {
  bool is_zone_empty = false;         ///< otherwise both lists are empty
  std::vector<LimitSet> conflicts;    ///< sets that no outcome keeps, with no smaller one inside
  std::vector<LimitSet> relaxations;  ///< sets whose fall leaves an outcome, with no smaller inside
  bool conflicts_complete = true, relaxations_complete = true;  ///< false: the list was cut
};

/// Each list ends at `most`. Every conflict meets every relaxation.
[[nodiscard]] Conflicts conflicts_of(const Masks& masks, std::size_t most = 10'000);

/// Sorts sets of limits as they are reported.
void put_in_order(const std::vector<Limit>& limits, std::vector<LimitSet>& sets);

/// Outcomes that break no limit, those of `fallen` aside.
[[nodiscard]] std::uint64_t outcomes_without(const Masks& masks, std::uint64_t fallen);

/// Outcomes that only limits of this party exclude.
[[nodiscard]] std::uint64_t excluded_alone_by(const Masks& masks, const std::string& party);

}  // namespace accord::talks
