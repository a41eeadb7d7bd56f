#pragma once

#include "base/decimal.h"

namespace accord {

/// The double nearest to the value: mantissa and power of ten are exact, so one division rounds.
/// For statistics; a comparison with a limit stays with decimals.
[[nodiscard]] inline double nearest_double(const Decimal& value) {
  double power = 1;
  for (int i = 0; i < value.scale; ++i) power *= 10;
  return static_cast<double>(value.mantissa) / power;
}

}  // namespace accord
