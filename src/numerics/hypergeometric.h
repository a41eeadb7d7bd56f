#pragma once

#include <cstdint>

/// Drawing n of N items without replacement, D of them defective; K is the number of defective ones
/// drawn. Statistics chapter, 5.1 and 5.3. Products of factors near 1, not differences of
/// log-gammas: about 1e-12 relative for any N. Cost O(min(D, n)).
namespace accord::numerics {

struct Draw {
  std::uint64_t items = 0;      ///< N
  std::uint64_t defective = 0;  ///< D ≤ N
  std::uint64_t drawn = 0;      ///< n ≤ N
};

/// P(K = 0): no defective item is drawn.
[[nodiscard]] double none_drawn(const Draw& draw);

/// E[qᴷ]: the chance that every defective item that is drawn goes unrecognised, each with
/// probability q. Contract: 0 ≤ q ≤ 1.
[[nodiscard]] double none_recognised(const Draw& draw, double q);

}  // namespace accord::numerics
