#include "balance/tests/repeated.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "balance/tests/arguments.h"
#include "balance/tests/best_test.h"
#include "base/contract.h"
#include "base/stop_point.h"
#include "numerics/distributions.h"
#include "numerics/matrix.h"
#include "numerics/quadrature.h"
#include "numerics/random.h"
#include "numerics/solve.h"

namespace accord::balance {

namespace {

using numerics::normal_cdf;

constexpr std::size_t shifts = 16;
// Primes: for the way to a limit, and for an answer.
constexpr std::size_t points_few = 1021;
constexpr std::size_t points_many = 16381;
// An answer whose error is above this is computed with twice as many, and so on up to so many
// times.
constexpr double wanted_error = 3e-4;
constexpr std::size_t points_times_most = 4;
// Student's t with shifts − 1 degrees of freedom: outside with probability 0.001.
constexpr double spread = 4.073;
// A part of the cube that no point fell into has at most this measure, divided by the number of
// points, with probability 0.999: ln 1000. Strong correlations make the integrand a cliff that all
// may miss.
constexpr double unseen = 6.908;
constexpr double least_probability = 1e-300;

/// Rows of length 1 whose product with SITMUF is CUMUF/σ.
numerics::Matrix standardised_cumuf(const numerics::Cholesky& factor) {
  numerics::Matrix rows(factor.size(), factor.size());
  std::vector<double> cumulated(factor.size());
  for (std::size_t t = 0; t < factor.size(); ++t) {
    double squares = 0;
    for (std::size_t u = 0; u <= t; ++u) {
      cumulated[u] += factor(t, u);
      squares += cumulated[u] * cumulated[u];
    }
    for (std::size_t u = 0; u <= t; ++u) rows(t, u) = cumulated[u] / std::sqrt(squares);
  }
  return rows;
}

/// Genz's transform at one point of the unit cube: the probability that some are above the limit,
/// the first variables being at their conditional quantiles below it. A sum over the first one that
/// is above: small probabilities keep their digits.
double some_above_at(const numerics::Matrix& rows, double limit, const std::vector<double>& cube,
                     std::vector<double>& y) {
  double below = 1;
  double above = 0;
  for (std::size_t t = 0; t < rows.rows; ++t) {
    double known = 0;
    for (std::size_t u = 0; u < t; ++u) known += rows(t, u) * y[u];
    const double distance = (limit - known) / rows(t, t);
    const double here = normal_cdf(distance);
    above += below * numerics::normal_sf(distance);
    below *= here;
    if (below == 0 || t + 1 == rows.rows) break;
    const double p = std::clamp(here * cube[t], 1e-300, 1 - 0x1p-53);
    y[t] = numerics::normal_quantile(p);
  }
  return above;
}

/// Richtmyer's lattice with square roots of primes, a random shift, and the tent that makes the
/// integrand periodic: the sum over its points from `first` to before `last`; the first is
/// number 1.
double lattice_sum(const numerics::Matrix& rows, double limit, std::uint32_t shift,
                   std::size_t first, std::size_t last) {
  static constexpr std::array<int, repeated_periods_max> primes{2,  3,  5,  7,  11, 13, 17, 19, 23,
                                                                29, 31, 37, 41, 43, 47, 53, 59, 61,
                                                                67, 71, 73, 79, 83, 89, 97};
  const std::size_t size = rows.rows;
  std::vector<double> start(size);
  for (std::size_t t = 0; t < size; ++t)
    start[t] =
        numerics::uniform(numerics::philox({static_cast<std::uint32_t>(t), shift, 0, 0}, 0)[0]);
  std::vector<double> cube(size);
  std::vector<double> y(size);
  double sum = 0;
  for (std::size_t n = first; n < last; ++n) {
    for (std::size_t t = 0; t < size; ++t) {
      const double at =
          start[t] + static_cast<double>(n) * std::sqrt(static_cast<double>(primes[t]));
      cube[t] = std::abs(2 * (at - std::floor(at)) - 1);
    }
    sum += some_above_at(rows, limit, cube, y);
    if (n % 256 == 0) stop_point();
  }
  return sum;
}

/// `points_most`: as many points as are taken for an error that is small enough.
RepeatedProbability some_above(const numerics::Matrix& rows, double limit, std::size_t points,
                               std::size_t points_most) {
  if (rows.rows == 1) return {numerics::normal_sf(limit), 1e-15};
  if (rows.rows == 2) {
    // One or both of two with correlation r above the same limit c: 1 − Φ(c) + 2·T(c, √((1 − r)/(1
    // + r))) with Owen's T. The row is (r, √(1 − r²)): the root without a difference of nearly
    // equal numbers.
    const double r = rows(1, 0);
    const double across = rows(1, 1);
    const double ratio = r >= 0 ? across / (1 + r) : (1 - r) / across;
    // The pivot carries the rounding of the covariance: relative, the inverse of its square.
    const double rounding = std::min(ratio, 1.0) * 4e-16 / (across * across);
    return {numerics::normal_sf(limit) + 2 * numerics::owens_t(limit, ratio), 1e-15 + rounding};
  }
  std::array<double, shifts> sums{};
  for (std::size_t done = 0;; points *= 2) {
    double sum = 0;
    double squares = 0;
    for (std::uint32_t shift = 0; shift < shifts; ++shift) {
      sums[shift] += lattice_sum(rows, limit, shift, done + 1, points + 1);
      const double value = sums[shift] / static_cast<double>(points);
      sum += value;
      squares += value * value;
    }
    done = points;
    const double count = shifts;
    const double variance = std::max(0.0, squares - sum * sum / count) / (count - 1) / count;
    const double error =
        spread * std::sqrt(variance) + unseen / (count * static_cast<double>(points));
    if (error <= wanted_error || 2 * points > points_most) return {sum / count, error};
  }
}

std::optional<Error> range_fault(const numerics::Matrix& rows) {
  for (std::size_t t = 0; t < rows.rows; ++t)
    for (std::size_t u = 0; u <= t; ++u)
      if (!std::isfinite(rows(t, u)) || !(rows(t, t) > 0))
        return Error{"B101",
                     "the standard deviation of CUMUF is 0 or beyond the range of numbers",
                     fmt::format("period {}", t + 1),
                     {}};
  return std::nullopt;
}

std::optional<Error> periods_fault(const numerics::Cholesky& factor) {
  ACCORD_EXPECT(!first_determined(factor));
  if (factor.size() >= 1 && factor.size() <= repeated_periods_max) return std::nullopt;
  return Error{"B109",
               fmt::format("{} periods; expected 1 to {}", factor.size(), repeated_periods_max),
               "periods", "simulate the test, which takes any number"};
}

}  // namespace

Result<RepeatedProbability> repeated_cumuf_false_alarm(const numerics::Cholesky& factor,
                                                       double limit) {
  if (auto error = not_finite_fault("the limit", {&limit, 1}))
    return fail(error->code, error->message, "limit");
  if (auto error = periods_fault(factor)) return tl::make_unexpected(*std::move(error));
  const numerics::Matrix rows = standardised_cumuf(factor);
  if (auto error = range_fault(rows)) return tl::make_unexpected(*std::move(error));
  return some_above(rows, limit, points_many, points_times_most * points_many);
}

Result<RepeatedLimit> repeated_cumuf_limit(const numerics::Cholesky& factor, double alpha) {
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (auto error = periods_fault(factor)) return tl::make_unexpected(*std::move(error));
  if (factor.size() > 2 && alpha < repeated_alpha_min)
    return fail("B102",
                fmt::format("alpha is {}, expected at least {} for more than two periods", alpha,
                            repeated_alpha_min),
                "alpha",
                "divide it among the periods: z(1 - alpha/T) is nearly right for small alpha");
  const numerics::Matrix rows = standardised_cumuf(factor);
  if (auto error = range_fault(rows)) return tl::make_unexpected(*std::move(error));
  const double single = numerics::normal_upper_quantile(alpha);
  if (rows.rows == 1) return RepeatedLimit{single, 1e-12};
  const double all = numerics::normal_upper_quantile(alpha / static_cast<double>(rows.rows));
  const auto excess = [&](double c, std::size_t points) {
    return std::log(std::max(some_above(rows, c, points, points).value, least_probability) / alpha);
  };
  const auto few = [&](double c) { return excess(c, points_few); };
  // At z(1 − α) the first test alone has α, and z(1 − α/T) is the bound of Bonferroni. The lattice
  // may put a little more or less than the truth there, the more the stronger the correlation.
  double lower = single;
  double upper = all;
  while (few(lower) < 0) lower -= 0.05;
  while (few(upper) > 0) upper += 0.05;
  const double near = numerics::find_root(few, lower, upper, rows.rows == 2 ? 1e-13 : 1e-6);
  // Few points lie off by nearly the same factor everywhere: one step with many of them, whose own
  // error, over the slope, is that of the limit. A step is a secant: of its length a part is left.
  const double width = rows.rows == 2 ? 1e-4 : 0.02;
  const double measured =
      (excess(near + width, points_many) - excess(near - width, points_many)) / (2 * width);
  // That of one test alone where the points see none: the probability falls at least about so fast.
  const double slope =
      measured < 0 ? measured : -numerics::normal_pdf(near) / numerics::normal_sf(near);
  const RepeatedProbability there =
      some_above(rows, near, points_many, points_times_most * points_many);
  const double step =
      rows.rows == 2 ? 0 : std::log(std::max(there.value, least_probability) / alpha) / slope;
  const double share = std::min(there.error / there.value, 1.0);
  return RepeatedLimit{near - step, 1e-12 - share / slope + 0.1 * std::abs(step)};
}

}  // namespace accord::balance
