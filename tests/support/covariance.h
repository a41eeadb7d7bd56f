#pragma once

#include <cstddef>

#include "numerics/matrix.h"

namespace accord::tests {

/// Covariance of MUFs with independent flows (variance f), a common systematic part s, and
/// inventories (variance v) that are measured once and used twice; statistics chapter, 2.3.
inline numerics::Matrix structured_covariance(std::size_t periods, double f, double s, double v) {
  numerics::Matrix sigma(periods, periods);
  for (std::size_t t = 0; t < periods; ++t)
    for (std::size_t u = 0; u < periods; ++u) {
      const bool neighbours = t + 1 == u || u + 1 == t;
      sigma(t, u) = t == u ? f + s + 2 * v : neighbours ? s - v : s;
    }
  return sigma;
}

}  // namespace accord::tests
