#include "balance/repeated.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "balance/arguments.h"
#include "balance/best_test.h"
#include "base/contract.h"
#include "numerics/distributions.h"
#include "numerics/matrix.h"
#include "numerics/quadrature.h"
#include "numerics/random.h"
#include "numerics/solve.h"

namespace accord::balance {

namespace {

using numerics::normal_cdf;

constexpr std::size_t shifts = 8;
// Primes: for the way to a limit, and for an answer.
constexpr std::size_t points_few = 1021;
constexpr std::size_t points_many = 32749;

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
/// integrand periodic.
double lattice_mean(const numerics::Matrix& rows, double limit, std::uint32_t shift,
                    std::size_t points) {
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
  for (std::size_t n = 1; n <= points; ++n) {
    for (std::size_t t = 0; t < size; ++t) {
      const double at =
          start[t] + static_cast<double>(n) * std::sqrt(static_cast<double>(primes[t]));
      cube[t] = std::abs(2 * (at - std::floor(at)) - 1);
    }
    sum += some_above_at(rows, limit, cube, y);
  }
  return sum / static_cast<double>(points);
}

RepeatedProbability some_above(const numerics::Matrix& rows, double limit, std::size_t points) {
  if (rows.rows == 1) return {numerics::normal_sf(limit), 1e-15};
  if (rows.rows == 2) {
    // The first above, or ∫ φ(y) (1 − Φ((c − r₁y)/r₂)) dy over y ≤ c: only the second.
    const auto rule = numerics::gauss_legendre(96, std::min(-9.0, limit - 1), limit);
    double above = numerics::normal_sf(limit);
    for (std::size_t i = 0; i < rule.nodes.size(); ++i)
      above += rule.weights[i] * numerics::normal_pdf(rule.nodes[i]) *
               numerics::normal_sf((limit - rows(1, 0) * rule.nodes[i]) / rows(1, 1));
    return {above, 1e-12};
  }
  double sum = 0;
  double squares = 0;
  for (std::uint32_t shift = 0; shift < shifts; ++shift) {
    const double value = lattice_mean(rows, limit, shift, points);
    sum += value;
    squares += value * value;
  }
  const double count = shifts;
  const double variance = std::max(0.0, squares - sum * sum / count) / (count - 1) / count;
  return {sum / count, 3 * std::sqrt(variance)};
}

std::optional<Error> periods_fault(const numerics::Cholesky& factor) {
  ACCORD_EXPECT(!first_determined(factor));
  if (factor.size() >= 1 && factor.size() <= repeated_periods_max) return std::nullopt;
  return Error{"B102",
               fmt::format("{} periods; expected 1 to {}", factor.size(), repeated_periods_max),
               "periods", "simulate the test: accord simulate"};
}

}  // namespace

Result<RepeatedProbability> repeated_cumuf_false_alarm(const numerics::Cholesky& factor,
                                                       double limit) {
  if (auto error = not_finite_fault("the limit", {&limit, 1}))
    return fail(error->code, error->message, "limit");
  if (auto error = periods_fault(factor)) return tl::make_unexpected(*std::move(error));
  return some_above(standardised_cumuf(factor), limit, points_many);
}

Result<double> repeated_cumuf_limit(const numerics::Cholesky& factor, double alpha) {
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (auto error = periods_fault(factor)) return tl::make_unexpected(*std::move(error));
  if (factor.size() > 2 && alpha < repeated_alpha_min)
    return fail("B102",
                fmt::format("alpha is {}, expected at least {} for more than two periods", alpha,
                            repeated_alpha_min),
                "alpha",
                "divide it among the periods: z(1 - alpha/T) is nearly right for small alpha");
  const numerics::Matrix rows = standardised_cumuf(factor);
  const double single = numerics::normal_upper_quantile(alpha);
  if (rows.rows == 1) return single;
  const double all = numerics::normal_upper_quantile(alpha / static_cast<double>(rows.rows));
  const auto few = [&](double c) {
    return std::log(some_above(rows, c, points_few).value / alpha);
  };
  // At z(1 − α) the first test alone has α. The lattice may put a little more than the truth above
  // the bound of Bonferroni.
  double upper = all;
  while (few(upper) > 0) upper += 0.05;
  const double near = numerics::find_root(few, single, upper, 1e-6);
  // Few points lie off by nearly the same factor everywhere: one step with many of them.
  constexpr double step = 0.02;
  const double slope = (few(near + step) - few(near - step)) / (2 * step);
  return near - std::log(some_above(rows, near, points_many).value / alpha) / slope;
}

}  // namespace accord::balance
