#pragma once

#include "talks/files/reader.h"
#include "talks/model/position.h"

namespace accord::talks {

/// An exact number or [low, high]. P035, P025.
[[nodiscard]] std::optional<Range> read_range(TreeReader& reader, const Spot& at);

/// The terms of `utility`, with `weights_sum` and `weight_order` of the position.
[[nodiscard]] Utility read_utility(TreeReader& reader, const Domain& domain, ValueFinder& finder,
                                   const Spot& position);

}  // namespace accord::talks
