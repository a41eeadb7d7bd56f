#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "balance/tests/sequential.h"
#include "base/result.h"
#include "numerics/cholesky.h"

/// What the best test can do: against a known loss, against the worst, and estimates of a loss.
/// Statistics chapter, 3.2 and 3.4; Avenhaus and Jaech 1981. All by whitening with L, never by an
/// inverse. `factor` is that of the covariance Σ of the MUFs, all of its pivots above 0 (a
/// contract: see `first_determined`).
namespace accord::balance {

/// The first period whose MUF the earlier ones determine; nothing when Σ is regular.
[[nodiscard]] std::optional<std::size_t> first_determined(const numerics::Cholesky& factor);

/// L⁻¹M: the means of the SITMUFs under the loss M (kg for each period).
/// @error B101 a loss is not finite; B103 not one loss for each period.
[[nodiscard]] Result<std::vector<double>> sitmuf_means(const numerics::Cholesky& factor,
                                                       std::span<const double> loss);

/// The Neyman–Pearson test of a known loss: Z = MᵀΣ⁻¹m against z(1 − α) √(MᵀΣ⁻¹M).
struct KnownLossTest {
  double statistic = 0;
  double limit = 0;
  double detection_probability = 0;  ///< no test with this α has a larger one for this loss
};

/// @param alpha  within (0, 1). A loss of zero has detection probability α.
/// @error B101, B102 alpha, B103
[[nodiscard]] Result<KnownLossTest> known_loss_test(const Sequence& sequence,
                                                    std::span<const double> loss, double alpha);
/// Only its detection probability, which needs no measured MUF.
[[nodiscard]] Result<double> known_loss_bound(const numerics::Cholesky& factor,
                                              std::span<const double> loss, double alpha);

/// Of GEMUF at the end and of CUMUF at the end.
[[nodiscard]] Result<double> gemuf_detection_probability(const numerics::Cholesky& factor,
                                                         std::span<const double> loss,
                                                         double alpha);
[[nodiscard]] Result<double> cumuf_detection_probability(const numerics::Cholesky& factor,
                                                         std::span<const double> loss,
                                                         double alpha);

/// The loss pattern of a given total that is hardest to find, none of its parts negative.
struct WorstPattern {
  std::vector<double> loss;  ///< kg for each period; sums to the total
  double detection_probability =
      0;                 ///< what a test with this α can guarantee, whatever the pattern
  bool bounded = false;  ///< the unconstrained pattern had a negative part: solved with loss ≥ 0
};

/// @param total  kg, above 0
/// @error B101 or B102 total, B102 alpha
[[nodiscard]] Result<WorstPattern> worst_pattern(const numerics::Cholesky& factor, double total,
                                                 double alpha);

/// A generalised-least-squares estimate of a loss with its standard deviation; kg.
struct LossEstimate {
  double loss = 0;
  double sigma = 0;
};

/// The same loss in each period.
[[nodiscard]] LossEstimate constant_loss(const Sequence& sequence);
/// A single loss, in period t alone, for each t.
[[nodiscard]] std::vector<LossEstimate> single_losses(const Sequence& sequence);

}  // namespace accord::balance
