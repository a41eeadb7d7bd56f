#pragma once

#include <cstddef>
#include <cstdint>
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

/// Variances in kg². Where a source works through several methods or strata, its b² is divided
/// among them as b·(part of b): a part may be negative, where it makes σ smaller.
struct Contributions {
  std::vector<SourceLoad> sources;  ///< by source, then period; loads other than 0
  numerics::Matrix own;             ///< method × period: errors of single measurements
  numerics::Matrix method;          ///< method × period, all its errors
  numerics::Matrix stratum;         ///< stratum × period
  numerics::Matrix nature;          ///< 0 random, 1 systematic × period
};

}  // namespace accord::balance
