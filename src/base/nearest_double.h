#pragma once

#include "base/decimal.h"

namespace accord {

/// The double nearest to a decimal whose mantissa has more than 53 bits.
[[nodiscard]] double nearest_double_of_long(const Decimal& value);

/// The double nearest to the value, ties to even. For statistics; a comparison with a limit stays
/// with decimals.
[[nodiscard]] inline double nearest_double(const Decimal& value) {
  constexpr std::int64_t exact = std::int64_t{1} << 53U;
  if (value.mantissa > exact || value.mantissa < -exact) return nearest_double_of_long(value);
  // Mantissa and power of ten are exact, so the one division rounds.
  double power = 1;
  for (int i = 0; i < value.scale; ++i) power *= 10;
  return static_cast<double>(value.mantissa) / power;
}

}  // namespace accord
