#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "talks/files/limits.h"
#include "talks/model/position.h"

/// Which limits each outcome breaks: one walk answers every question of what if a limit fell.
namespace accord::talks {

/// A limit that somebody could be asked to move: a line, a mark, a package, a walk-away value.
struct Limit {
  std::string name;  ///< "A.R1", "A.reservation"
  std::string party;
  std::string text;  ///< for people; may be empty
};

/// Outcomes that break the same limits.
struct Mask {
  std::uint64_t broken = 0;  ///< bit i: limit i
  std::uint64_t outcomes = 0;
  std::uint64_t first = 0;  ///< the least rank
};

struct Masks {
  std::vector<Limit> limits;  ///< party by party; public rules are not among them
  std::vector<Mask> masks;    ///< ascending by `broken`; of outcomes that keep the public rules
};

/// P042: no outcome keeps the public rules; P052; P060; P061: too many outcomes or limits.
[[nodiscard]] Result<Masks> masks_of(const Talks& talks, const Limits& limits = {},
                                     unsigned threads = 0);

/// All limits in the order of their bits.
[[nodiscard]] std::vector<Limit> limits_of(const Talks& talks);

}  // namespace accord::talks
