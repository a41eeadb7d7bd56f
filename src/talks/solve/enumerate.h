#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "talks/solve/points.h"
#include "talks/solve/scaled.h"

namespace accord::talks {

/// What one walk over all outcomes finds.
template <class T>
struct Enumerated {
  Points<T> front;         ///< descending
  std::uint64_t zone = 0;  ///< outcomes that keep every line and reach every reservation
  std::vector<std::optional<T>> least;  ///< over the zone, of each party; none: no zone
};

/// Walks over all outcomes in blocks and keeps only what may be on the frontier: time grows with
/// the outcomes, memory with the frontier. An outcome with a bit in `lines` is not in the zone. The
/// result does not depend on `threads` (0: one for each processor).
template <class T>
[[nodiscard]] Enumerated<T> enumerate(const Blocks& blocks,
                                      const std::vector<ScaledParty<T>>& parties,
                                      const std::vector<Factor<std::uint64_t>>& lines,
                                      unsigned threads);

}  // namespace accord::talks
