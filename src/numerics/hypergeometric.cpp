#include "numerics/hypergeometric.h"

#include <algorithm>
#include <cmath>

#include "base/contract.h"
#include "numerics/sum.h"

namespace accord::numerics {

double none_drawn(const Draw& draw) {
  ACCORD_EXPECT(draw.defective <= draw.items && draw.drawn <= draw.items);
  if (draw.drawn > draw.items - draw.defective) return 0;
  const std::uint64_t few = std::min(draw.defective, draw.drawn);
  const auto many = static_cast<double>(std::max(draw.defective, draw.drawn));
  CompensatedSum log;
  for (std::uint64_t i = 0; i < few; ++i)
    log.add(std::log1p(-many / static_cast<double>(draw.items - i)));
  return std::exp(log.value());
}

double none_recognised(const Draw& draw, double q) {
  ACCORD_EXPECT(draw.defective <= draw.items && draw.drawn <= draw.items);
  ACCORD_EXPECT(q >= 0 && q <= 1);
  if (q == 0) return none_drawn(draw);
  const auto n = static_cast<double>(draw.drawn);
  const auto d = static_cast<double>(draw.defective);
  const auto good = static_cast<double>(draw.items) - d;
  const double least = std::max(0.0, n - good);
  const double most = std::min(n, d);
  // Weights of K relative to that of its mode, outwards in both directions: no over- or underflow
  // where it matters. The terms are all positive, so that their ratios keep their digits.
  const double mode = std::clamp(
      std::floor((n + 1) * (d + 1) / (static_cast<double>(draw.items) + 2)), least, most);
  CompensatedSum whole, missed;
  const auto take = [&](double weight, double k) {
    whole.add(weight);
    missed.add(weight * std::pow(q, k));
  };
  take(1, mode);
  double weight = 1;
  for (double k = mode; k < most && weight > 0; ++k) {
    weight *= (d - k) * (n - k) / ((k + 1) * (good - n + k + 1));
    take(weight, k + 1);
  }
  weight = 1;
  for (double k = mode; k > least; --k) {
    weight *= k * (good - n + k) / ((d - k + 1) * (n - k + 1));
    take(weight, k - 1);
  }
  return missed.value() / whole.value();
}

}  // namespace accord::numerics
