#include "balance/tests/best_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "balance/tests/arguments.h"
#include "base/contract.h"
#include "base/english.h"
#include "numerics/distributions.h"

namespace accord::balance {

namespace {

using numerics::Cholesky;

double squares(std::span<const double> x) {
  return std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
}

/// L⁻¹ times the t-th unit vector.
std::vector<double> whitened_unit(const Cholesky& factor, std::size_t t) {
  std::vector<double> unit(factor.size());
  unit[t] = 1;
  return factor.solve_lower(unit);
}

/// 1ᵀΣ1, the variance of CUMUF at the end: |Lᵀ1|².
double total_variance(const Cholesky& factor) {
  std::vector<double> columns(factor.size());
  for (std::size_t i = 0; i < factor.size(); ++i)
    for (std::size_t j = 0; j <= i; ++j) columns[j] += factor(i, j);
  return squares(columns);
}

double shifted(double distance, double alpha) {
  return numerics::normal_cdf(distance - numerics::normal_upper_quantile(alpha));
}

}  // namespace

std::optional<std::size_t> first_determined(const Cholesky& factor) {
  for (std::size_t t = 0; t < factor.size(); ++t)
    if (factor.pivot(t) == 0) return t;
  return std::nullopt;
}

Result<std::vector<double>> sitmuf_means(const Cholesky& factor, std::span<const double> loss) {
  ACCORD_EXPECT(!first_determined(factor));
  if (loss.size() != factor.size())
    return fail("B103",
                fmt::format("{} need as many losses, found {}", counted(factor.size(), "period"),
                            loss.size()),
                "loss");
  if (auto error = not_finite_fault("the loss", loss))
    return tl::make_unexpected(*std::move(error));
  std::vector<double> means = factor.solve_lower(loss);
  for (std::size_t t = 0; t < means.size(); ++t)
    if (!std::isfinite(means[t]))
      return fail("B101", "the loss over its standard deviation is beyond the range of numbers",
                  fmt::format("period {}", t + 1),
                  "look for a mistyped number, or for mixed units");
  return means;
}

Result<double> known_loss_bound(const Cholesky& factor, std::span<const double> loss,
                                double alpha) {
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  const auto means = sitmuf_means(factor, loss);
  if (!means) return tl::make_unexpected(means.error());
  return shifted(std::sqrt(squares(*means)), alpha);
}

Result<KnownLossTest> known_loss_test(const Sequence& sequence, std::span<const double> loss,
                                      double alpha) {
  const auto bound = known_loss_bound(sequence.factor(), loss, alpha);
  if (!bound) return tl::make_unexpected(bound.error());
  const std::vector<double> means = sequence.factor().solve_lower(loss);
  const std::vector<double> sitmuf = sequence.sitmuf();
  return KnownLossTest{std::inner_product(means.begin(), means.end(), sitmuf.begin(), 0.0),
                       numerics::normal_upper_quantile(alpha) * std::sqrt(squares(means)), *bound};
}

Result<double> gemuf_detection_probability(const Cholesky& factor, std::span<const double> loss,
                                           double alpha) {
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  const auto means = sitmuf_means(factor, loss);
  if (!means) return tl::make_unexpected(means.error());
  if (means->empty()) return alpha;
  const auto degrees = static_cast<double>(factor.size());
  return numerics::noncentral_chi_squared_sf(numerics::chi_squared_upper_quantile(alpha, degrees),
                                             degrees, squares(*means));
}

Result<double> cumuf_detection_probability(const Cholesky& factor, std::span<const double> loss,
                                           double alpha) {
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (auto means = sitmuf_means(factor, loss); !means) return tl::make_unexpected(means.error());
  if (loss.empty()) return alpha;
  const double total = std::accumulate(loss.begin(), loss.end(), 0.0);
  return shifted(total / std::sqrt(total_variance(factor)), alpha);
}

LossEstimate constant_loss(const Sequence& sequence) {
  const std::vector<double> ones(sequence.size(), 1.0);
  const std::vector<double> means = sequence.factor().solve_lower(ones);
  const std::vector<double> sitmuf = sequence.sitmuf();
  const double information = squares(means);
  return {std::inner_product(means.begin(), means.end(), sitmuf.begin(), 0.0) / information,
          1 / std::sqrt(information)};
}

std::vector<LossEstimate> single_losses(const Sequence& sequence) {
  const std::vector<double> sitmuf = sequence.sitmuf();
  std::vector<LossEstimate> estimates;
  for (std::size_t t = 0; t < sequence.size(); ++t) {
    const std::vector<double> means = whitened_unit(sequence.factor(), t);
    const double information = squares(means);
    estimates.push_back(
        {std::inner_product(means.begin(), means.end(), sitmuf.begin(), 0.0) / information,
         1 / std::sqrt(information)});
  }
  return estimates;
}

Result<WorstPattern> worst_pattern(const Cholesky& factor, double total, double alpha) {
  ACCORD_EXPECT(!first_determined(factor) && factor.size() > 0);
  if (auto error = alpha_fault(alpha)) return tl::make_unexpected(*std::move(error));
  if (!(total > 0 && std::isfinite(total)))
    return fail("B102", fmt::format("the total loss is {} kg, expected above 0", total), "total");
  WorstPattern worst;
  // Σ1 = L Lᵀ1, proportional to the pattern whose best test is CUMUF at the end.
  std::vector<double> columns(factor.size());
  for (std::size_t i = 0; i < factor.size(); ++i)
    for (std::size_t j = 0; j <= i; ++j) columns[j] += factor(i, j);
  worst.loss = factor.multiply(columns);
  if (std::any_of(worst.loss.begin(), worst.loss.end(), [](double part) { return part < 0; })) {
    worst.bounded = true;
    worst.loss = least_information_share(factor);
  }
  const double sum = std::accumulate(worst.loss.begin(), worst.loss.end(), 0.0);
  for (double& part : worst.loss) part *= total / sum;
  worst.detection_probability = shifted(std::sqrt(squares(factor.solve_lower(worst.loss))), alpha);
  return worst;
}

}  // namespace accord::balance
