#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "talks/files/limits.h"
#include "talks/model/position.h"

namespace accord::talks {

/// Which outcomes are efficient, of those that nobody excludes, whatever the ranges leave open.
/// Ranks, ascending; the three lists share none.
struct Efficiency {
  std::vector<std::uint64_t> sure;      ///< no other possibly beats it
  std::vector<std::uint64_t> possible;  ///< some other does, and none surely
  std::vector<std::uint64_t> excluded;  ///< some other surely beats it
};

/// One outcome surely beats another when the least difference is at least 0 for every party and
/// above 0 for one; possibly, when the greatest is (chapter, 6.3). A party without numbers compares
/// by its order; one that has neither, or is silent, only takes equal outcomes as equal. P061: more
/// than 20 000 outcomes, or too much work; else what `zone` gives. Independent of `threads`.
[[nodiscard]] Result<Efficiency> efficient(const Talks& talks, const Limits& limits = {},
                                           unsigned threads = 0);

inline constexpr std::size_t efficient_at_most = 20'000;

}  // namespace accord::talks
