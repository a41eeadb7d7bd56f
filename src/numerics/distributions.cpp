#include "numerics/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/owens_t.hpp>
#include <cmath>
#include <numbers>

#include "base/contract.h"

namespace accord::numerics {

namespace {

// Results beyond the range of double are 0 or infinite, never an exception.
using Policy = boost::math::policies::policy<
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::promote_double<false>>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using NonCentral = boost::math::non_central_chi_squared_distribution<double, Policy>;

}  // namespace

double normal_pdf(double x) {
  constexpr double scale = 0.39894228040143267794;  // 1/√(2π)
  return scale * std::exp(-0.5 * x * x);
}

double normal_cdf(double x) {
  return 0.5 * std::erfc(-x * (1 / std::numbers::sqrt2));
}

double normal_sf(double x) {
  return normal_cdf(-x);
}

double normal_log_cdf(double x) {
  if (x > -10) return std::log(normal_cdf(x));
  // Continued fraction of the Mills ratio (Abramowitz and Stegun 26.2.14); 60 steps from below are
  // more than enough at |x| ≥ 10.
  double fraction = -x;
  for (int step = 60; step > 0; --step) fraction = -x + step / fraction;
  return -0.5 * x * x - 0.5 * std::log(2 * std::numbers::pi) - std::log(fraction);
}

double normal_quantile(double p) {
  ACCORD_EXPECT(p > 0 && p < 1);
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, Policy());
}

double normal_upper_quantile(double alpha) {
  return -normal_quantile(alpha);
}

double owens_t(double h, double a) {
  return boost::math::owens_t(h, a, Policy());
}

double chi_squared_sf(double x, double degrees) {
  ACCORD_EXPECT(degrees > 0 && x >= 0);
  return boost::math::cdf(boost::math::complement(ChiSquared(degrees), x));
}

double chi_squared_upper_quantile(double alpha, double degrees) {
  ACCORD_EXPECT(degrees > 0 && alpha > 0 && alpha < 1);
  return boost::math::quantile(boost::math::complement(ChiSquared(degrees), alpha));
}

double noncentral_chi_squared_sf(double x, double degrees, double lambda) {
  ACCORD_EXPECT(degrees > 0 && lambda >= 0 && x >= 0);
  if (x == 0) return 1;
  if (lambda == 0) return chi_squared_sf(x, degrees);
  const double distance = std::sqrt(lambda) - std::sqrt(x);
  // One of the squares alone is above x unless its N(√λ, 1) is below √x.
  if (distance > 40) return 1;
  if (lambda > 1e8) return normal_cdf(distance + (degrees - 1) / (2 * std::sqrt(lambda)));
  return boost::math::cdf(boost::math::complement(NonCentral(degrees, lambda), x));
}

}  // namespace accord::numerics
