#include "numerics/quadrature.h"

#include <cmath>
#include <numbers>

#include "base/contract.h"

namespace accord::numerics {

namespace {

struct Legendre {
  double value;
  double derivative;
};

/// P_n and its derivative at −1 < x < 1, by the three-term recurrence.
Legendre legendre(std::size_t n, double x) {
  double before = 1;
  double here = x;
  for (std::size_t k = 2; k <= n; ++k) {
    const auto order = static_cast<double>(k);
    const double next = ((2 * order - 1) * x * here - (order - 1) * before) / order;
    before = here;
    here = next;
  }
  return {here, static_cast<double>(n) * (x * here - before) / (x * x - 1)};
}

}  // namespace

Quadrature gauss_legendre(std::size_t count, double lower, double upper) {
  ACCORD_EXPECT(count >= 1 && std::isfinite(lower) && std::isfinite(upper));
  Quadrature rule{std::vector<double>(count), std::vector<double>(count)};
  const double middle = 0.5 * (lower + upper);
  const double half = 0.5 * (upper - lower);
  for (std::size_t i = 0; i < (count + 1) / 2; ++i) {
    double x = std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) /
                        (static_cast<double>(count) + 0.5));
    for (int step = 0; step < 8; ++step) {
      const Legendre p = legendre(count, x);
      x -= p.value / p.derivative;
    }
    if (2 * i + 1 == count) x = 0;
    const Legendre p = legendre(count, x);
    const double weight = 2 / ((1 - x * x) * p.derivative * p.derivative);
    rule.nodes[i] = middle - half * x;
    rule.nodes[count - 1 - i] = middle + half * x;
    rule.weights[i] = rule.weights[count - 1 - i] = half * weight;
  }
  return rule;
}

}  // namespace accord::numerics
