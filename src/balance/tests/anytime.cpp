#include "balance/tests/anytime.h"

#include <fmt/format.h>

#include <cmath>

#include "balance/tests/arguments.h"

namespace accord::balance {

Result<double> anytime_boundary(std::size_t n, double alpha, double m) {
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (!(m > 0 && std::isfinite(m)))
    return fail("B102", fmt::format("m is {}, expected above 0", m), "m");
  if (n == 0) return fail("B102", "n is 0, expected a whole number from 1", "n");
  const double both = static_cast<double>(n) + m;
  return std::sqrt(both * (-2 * std::log(alpha) + std::log(both) - std::log(m)));
}

}  // namespace accord::balance
