#pragma once

#include <span>

#include "measurement/component.h"

/// Products of independent measured factors, such as bulk mass × concentration × abundance.
/// Statistics chapter, 1.2.
namespace accord::measurement {

enum class Propagation : unsigned char { linear, exact };

struct ProductSigma {
  double linear = 0;  ///< √Σδ²
  double exact = 0;   ///< √(Π(1 + δ²) − 1)
  Propagation accepted = Propagation::linear;
  bool normal_is_poor = false;  ///< a factor above 0.3: lognormal or simulation instead

  [[nodiscard]] double sigma() const { return accepted == Propagation::linear ? linear : exact; }
};

/// Relative standard deviation of a product from those of its factors, fractions ≥ 0 and finite.
/// Linear when every factor is at most 0.15, else exact; the exact formula is that of independent
/// factors. Empty gives 0.
[[nodiscard]] ProductSigma product_sigma(std::span<const double> relative_sigmas);

/// The method with the products of errors of different factors as components of their own, when the
/// relative error of a factor, √Σδ² over its own, is above 0.15 and there are two factors or more;
/// else the method as it is. With x = μ·Π(1 + ε_f) the products ε_f·ε_g are uncorrelated with every
/// ε and with each other, so the covariances that follow are exact. A product is common to what
/// shares all its keys.
/// Contract: product_count is at most products_max.
[[nodiscard]] Method with_products(const Method& method);

/// How many products `with_products` makes. It doubles with each factor.
[[nodiscard]] double product_count(const Method& method);
/// Most products of one method: those of nine factors with one error each are 502.
inline constexpr double products_max = 1'000;

/// A quotient 1/(1 + ε) is too high by about δ² on average: the relative bias to correct or report.
[[nodiscard]] inline double quotient_bias(double relative_sigma) {
  return relative_sigma * relative_sigma;
}

}  // namespace accord::measurement
