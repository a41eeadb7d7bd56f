#pragma once

#include <span>

#include "base/result.h"

/// How well a statistic tells a loss from none, whatever its limit: the area under the curve of
/// detection against false-alarm probability (ROC). Statistics chapter, 6.2.
namespace accord::balance {

/// Φ(M/(σ√2)) for a normal statistic of standard deviation σ that a loss M shifts.
/// @error B001: σ not finite and above 0; B013: a loss that is not finite.
[[nodiscard]] Result<double> normal_auc(double loss_kg, double sigma_kg);

struct Auc {
  double value = 0;           ///< P(a score with loss is above one without), ties count half
  double standard_error = 0;  ///< DeLong, DeLong and Clarke-Pearson 1988; 0 when all are told apart
};

/// Mann–Whitney statistic of scores without and with loss. Cost O(n log n).
/// @error B101: a score that is NaN; B102: fewer than two scores of a kind.
[[nodiscard]] Result<Auc> auc(std::span<const double> without, std::span<const double> with);

}  // namespace accord::balance
