#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "talks/solve/scaled.h"

namespace accord::talks {

/// Issues that hang together through a term or a limit; every other group is settled apart.
struct Group {
  std::vector<std::size_t> issues;  ///< ascending
  Number outcomes;                  ///< of these issues alone
};

/// In order of their first issues.
[[nodiscard]] std::vector<Group> groups_of(const std::vector<std::uint32_t>& sizes,
                                           const std::vector<ExactParty>& parties,
                                           const std::vector<Factor<std::uint64_t>>& lines);

/// The frontier of the zone.
struct Merged {
  struct Point {
    std::vector<Number> utilities;
    Number outcomes;  ///< at the point
    Outcome first;    ///< that of least rank
  };
  std::vector<Point> points;  ///< descending
};

/// Puts the frontier together group by group from Pareto sets of partial sums, which is right since
/// adding the same rest keeps dominance. Time grows with issues × values × points, whatever the
/// number of outcomes. Contract: each group has at most `group_outcomes_max` outcomes. P061: more
/// points than `points_max`.
[[nodiscard]] Result<Merged> merge_groups(const std::vector<std::uint32_t>& sizes,
                                          const std::vector<Group>& groups,
                                          const std::vector<ExactParty>& parties,
                                          const std::vector<Factor<std::uint64_t>>& lines,
                                          std::uint64_t points_max);

inline constexpr std::int64_t group_outcomes_max = 1'000'000;

}  // namespace accord::talks
