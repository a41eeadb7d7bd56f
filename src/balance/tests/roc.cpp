#include "balance/tests/roc.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "numerics/distributions.h"
#include "numerics/sum.h"

namespace accord::balance {

namespace {

Result<std::vector<double>> sorted(std::span<const double> scores, const char* name) {
  if (scores.size() < 2)
    return fail("B102", fmt::format("{} has {} scores, expected two or more", name, scores.size()),
                name);
  std::vector<double> out(scores.begin(), scores.end());
  for (std::size_t i = 0; i < out.size(); ++i)
    if (std::isnan(out[i]))
      return fail("B101", fmt::format("{}[{}] is not a number", name, i), name);
  std::sort(out.begin(), out.end());
  return out;
}

/// The share of `others` below each score, ties half: sum, and variance over the scores.
struct Placement {
  double mean = 0, variance = 0;
};

Placement placement(const std::vector<double>& scores, const std::vector<double>& others) {
  std::vector<double> shares;
  shares.reserve(scores.size());
  std::size_t below = 0, up_to = 0;
  for (const double score : scores) {
    while (below < others.size() && others[below] < score) ++below;
    while (up_to < others.size() && others[up_to] <= score) ++up_to;
    shares.push_back((static_cast<double>(below) + static_cast<double>(up_to)) / 2 /
                     static_cast<double>(others.size()));
  }
  const auto n = static_cast<double>(shares.size());
  Placement out;
  out.mean = numerics::compensated_sum(shares) / n;
  for (double& share : shares) share = (share - out.mean) * (share - out.mean);
  out.variance = numerics::compensated_sum(shares) / (n - 1);
  return out;
}

}  // namespace

Result<double> normal_auc(double loss_kg, double sigma_kg) {
  if (!(std::isfinite(sigma_kg) && sigma_kg > 0))
    return fail("B001", fmt::format("{} is not a standard deviation above 0", sigma_kg), "sigma_kg",
                "write it in kg");
  if (!std::isfinite(loss_kg))
    return fail("B013", fmt::format("{} is not a mass", loss_kg), "loss_kg", "write a mass in kg");
  return numerics::normal_cdf(loss_kg / (sigma_kg * std::numbers::sqrt2));
}

Result<Auc> auc(std::span<const double> without, std::span<const double> with) {
  const auto low = sorted(without, "without");
  if (!low) return tl::make_unexpected(low.error());
  const auto high = sorted(with, "with");
  if (!high) return tl::make_unexpected(high.error());
  const Placement above = placement(*high, *low);  // of scores with loss among those without
  const Placement among = placement(*low, *high);
  return Auc{above.mean, std::sqrt(above.variance / static_cast<double>(high->size()) +
                                   among.variance / static_cast<double>(low->size()))};
}

}  // namespace accord::balance
