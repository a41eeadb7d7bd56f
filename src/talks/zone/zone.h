#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "talks/files/limits.h"
#include "talks/model/position.h"

/// Is there an outcome that breaks nobody's limit and that nobody would rather walk away from?
/// Three answers; a party that has said nothing of an outcome has not agreed to it.
namespace accord::talks {

enum class ZoneWord : std::uint8_t {
  sure,      ///< some outcome is yes for every party
  possible,  ///< some outcome is excluded by nobody, and none is yes for all
  excluded   ///< every outcome is no for some party
};

/// Where possible: the outcomes with the fewest parties that have not said yes.
struct Nearest {
  std::size_t open_parties = 0;
  std::uint64_t outcomes = 0;    ///< how many have so few
  Outcome first;                 ///< of least rank
  std::vector<std::string> ask;  ///< who has not said yes to it
};

struct ZoneAnswer {
  ZoneWord answer{};
  /// Outcomes that are yes for all, and that nobody excludes (those too). None: not counted.
  std::optional<Number> sure_outcomes, possible_outcomes;
  std::vector<std::string> silent_parties;  ///< of the domain, without a position
  std::optional<Outcome> first_sure;        ///< of least rank, where all were walked over
  std::optional<Nearest> nearest;
  std::string method;  ///< how it was found
};

/// P042: the public rules exclude every outcome; P052: fewer than two parties; P060: continuous
/// issues; P061: too many outcomes, with the smallest change that would help. The answer does not
/// depend on `threads` (0: one for each processor).
[[nodiscard]] Result<ZoneAnswer> zone(const Talks& talks, const Limits& limits = {},
                                      unsigned threads = 0);

/// The ranks of the outcomes that nobody excludes, ascending. P061: more than `most`; else as
/// `zone`.
[[nodiscard]] Result<std::vector<std::uint64_t>> possible_outcomes(const Talks& talks,
                                                                   std::size_t most,
                                                                   const Limits& limits = {},
                                                                   unsigned threads = 0);

}  // namespace accord::talks
