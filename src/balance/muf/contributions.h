#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "numerics/matrix.h"

/// Where σ² of a period comes from. Statistics chapter, 2.1: the parts of each way of dividing it
/// add up to σ².
namespace accord::balance {

/// What one realisation of error that several measurements share does to a period.
struct SourceLoad {
  std::uint32_t source = 0;
  std::uint32_t period = 0;
  double load_kg = 0;  ///< b: its share of σ² is b²

  friend bool operator==(const SourceLoad&, const SourceLoad&) = default;
};

/// What the errors of one method, or in one stratum, do to σ² of a period.
struct VariancePart {
  std::uint32_t period = 0;
  std::uint32_t row = 0;  ///< method or stratum
  double variance_kg2 = 0;
};

/// Those of one period, of parts in order of period.
[[nodiscard]] inline std::span<const VariancePart> of_period(const std::vector<VariancePart>& parts,
                                                             std::size_t period) {
  const auto from =
      std::lower_bound(parts.begin(), parts.end(), period,
                       [](const VariancePart& part, std::size_t p) { return part.period < p; });
  const auto to =
      std::upper_bound(from, parts.end(), period,
                       [](std::size_t p, const VariancePart& part) { return p < part.period; });
  return {from, to};
}

/// Variances in kg². Where a source works through several methods or strata, its b² is divided
/// among them as b·(part of b): a part may be negative, where it makes σ smaller.
struct Contributions {
  std::vector<SourceLoad> sources;  ///< by source, then period; loads other than 0
  /// Other than 0, by period, then row: memory grows with what was measured, not with the number of
  /// methods times that of periods.
  std::vector<VariancePart> own;      ///< of methods: errors of single measurements
  std::vector<VariancePart> method;   ///< of methods: all their errors
  std::vector<VariancePart> stratum;  ///< of strata
  numerics::Matrix nature;            ///< 0 random, 1 systematic × period
};

}  // namespace accord::balance
