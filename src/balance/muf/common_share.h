#pragma once

#include <optional>

#include "balance/muf/muf.h"

namespace accord::balance {

/// The share of the variance, on average over the periods, that comes from sources which all
/// periods share: Σ b² of them over Σ σ². Taken from their loads, not from the covariances:
/// inventories in between make those of neighbours smaller. Statistics chapter, 3.4.
/// @return nothing for fewer than two periods or without variance
[[nodiscard]] std::optional<double> common_share(const Muf& muf);

}  // namespace accord::balance
