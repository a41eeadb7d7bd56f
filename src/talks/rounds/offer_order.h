#pragma once

#include "base/result.h"
#include "talks/model/position.h"
#include "talks/rounds/procedure.h"
#include "talks/solve/solutions.h"

namespace accord::talks {

/// In which order a mediator offers outcomes (veto): those that keep the public rules and that
/// nobody excludes. With exact numbers of all parties, egalitarian: the greatest least gain over
/// the walk-away values first, then the next gain (leximin); without a walk-away value the least
/// utility of the party among these outcomes stands for it. Otherwise the fewest parties that have
/// not said yes first. Ties by rank. P060; P061: above `outcomes_max`.
[[nodiscard]] Result<Offers> offers_in_order(const Talks& talks,
                                             std::uint64_t outcomes_max = 1'000'000);

/// What a mediator offers in one-shot: the outcome that the rule chooses; nothing when every
/// outcome is excluded. P046: a party has not stated exact numbers; P042, P052, P060, P061 as the
/// solver.
[[nodiscard]] Result<Offers> proposal_of(const Talks& talks, FairRule rule,
                                         const Limits& limits = {});

}  // namespace accord::talks
