#pragma once

#include <cmath>

#include "base/contract.h"

/// Repeated measurements and rounded figures. Statistics chapter, 1.3.
namespace accord::measurement {

/// How often a figure was measured; each at least 1.
struct Replication {
  int weighings = 1;  ///< of the same item
  int samples = 1;    ///< of the lot
  int analyses_per_sample = 1;
};

/// Relative standard deviation of the random part of a mean: √(δ_w²/n_w + δ_s²/n_s +
/// δ_a²/(n_s·n_a)). Fractions. Systematic errors are not made smaller by repetition and are not in
/// it.
[[nodiscard]] inline double replicated_sigma(double weighing, double sampling, double analysis,
                                             const Replication& n) {
  ACCORD_EXPECT(n.weighings >= 1 && n.samples >= 1 && n.analyses_per_sample >= 1);
  const double samples = n.samples;
  return std::sqrt(weighing * weighing / n.weighings + sampling * sampling / samples +
                   analysis * analysis / (samples * n.analyses_per_sample));
}

/// Standard deviation that rounding to a multiple of `unit` adds to each rounded figure, in the
/// unit of `unit`: unit/√12.
[[nodiscard]] inline double rounding_sigma(double unit) {
  return unit / std::sqrt(12.0);
}

}  // namespace accord::measurement
