#pragma once

#include <cstddef>

#include "base/result.h"
#include "numerics/cholesky.h"

/// CUMUF tested in every period: the probability of several correlated normal tests. Statistics
/// chapter, 3.5; Genz 1992.
namespace accord::balance {

struct RepeatedProbability {
  double value = 0;
  double error =
      0;  ///< the true value is within ± it: for T ≤ 2 by analysis, else with probability 0.999
};

/// A limit, and how far the true one may be from it: as of a probability.
struct RepeatedLimit {
  double value = 0;
  double error = 0;
};

/// More periods are a matter for simulation.
inline constexpr std::size_t repeated_periods_max = 25;

/// P(CUMUF_t / σ(CUMUF_t) > limit in at least one of the T periods) without loss: by Owen's T
/// function for T ≤ 2, else by a randomised lattice rule with fixed shifts, to about 1e-4.
/// @param factor  of the covariance of the MUFs, all pivots above 0; 1 to 25 periods
/// @error B101 limit; B109 number of periods
[[nodiscard]] Result<RepeatedProbability> repeated_cumuf_false_alarm(
    const numerics::Cholesky& factor, double limit);

/// The lattice has an error of about 1e-4: smaller probabilities are not its matter.
inline constexpr double repeated_alpha_min = 0.001;

/// The limit with a wanted overall false-alarm probability: between z(1 − α) and z(1 − α/T).
/// @param alpha  within (0, 1), for more than two periods at least `repeated_alpha_min`
/// @error B101 a covariance beyond the range of numbers; B102 alpha; B109 number of
/// periods
[[nodiscard]] Result<RepeatedLimit> repeated_cumuf_limit(const numerics::Cholesky& factor,
                                                         double alpha);

}  // namespace accord::balance
