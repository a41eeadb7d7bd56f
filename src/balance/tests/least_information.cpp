#include <algorithm>
#include <cmath>
#include <numeric>

#include "balance/tests/arguments.h"
#include "base/stop_point.h"
#include "numerics/solve.h"

/// min MᵀQM, M ≥ 0, 1ᵀM = 1 with Q = Σ⁻¹: an active-set method like that of Lawson and Hanson for
/// least squares. Q is regular and small, so a new set of free parts is solved from scratch.
namespace accord::balance {

namespace {

numerics::Matrix information(const numerics::Cholesky& factor) {
  const std::size_t size = factor.size();
  numerics::Matrix q(size, size);
  for (std::size_t t = 0; t < size; ++t) {
    std::vector<double> unit(size);
    unit[t] = 1;
    const std::vector<double> column = factor.solve_upper(factor.solve_lower(unit));
    for (std::size_t u = 0; u < size; ++u) q(u, t) = column[u];
  }
  return q;
}

/// The minimum with only the parts of `free` different from 0, of any sign.
std::vector<double> free_minimum(const numerics::Matrix& q, const std::vector<std::size_t>& free) {
  numerics::Matrix part(free.size(), free.size());
  for (std::size_t i = 0; i < free.size(); ++i)
    for (std::size_t j = 0; j < free.size(); ++j) part(i, j) = q(free[i], free[j]);
  std::vector<double> x = numerics::solve(part, std::vector<double>(free.size(), 1.0));
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& value : x) value /= sum;
  return x;
}

/// Goes from `x` towards the free minimum until a part becomes 0 and leaves `free`; true when the
/// minimum itself was reached.
bool go_towards(const numerics::Matrix& q, std::vector<std::size_t>& free, std::vector<double>& x) {
  const std::vector<double> target = free_minimum(q, free);
  double share = 1;
  std::size_t first = free.size();
  for (std::size_t i = 0; i < free.size(); ++i) {
    const double from = x[free[i]];
    if (target[i] >= 0 || from - target[i] <= 0) continue;
    if (const double here = from / (from - target[i]); first == free.size() || here < share)
      share = here, first = i;
  }
  for (std::size_t i = 0; i < free.size(); ++i) x[free[i]] += share * (target[i] - x[free[i]]);
  if (first == free.size()) return true;
  x[free[first]] = 0;
  free.erase(free.begin() + static_cast<std::ptrdiff_t>(first));
  return false;
}

}  // namespace

std::vector<double> least_information_share(const numerics::Cholesky& factor) {
  const std::size_t size = factor.size();
  const numerics::Matrix q = information(factor);
  std::size_t best = 0;
  for (std::size_t t = 1; t < size; ++t)
    if (q(t, t) < q(best, best)) best = t;
  std::vector<double> x(size);
  x[best] = 1;
  std::vector<std::size_t> free{best};
  for (;;) {
    stop_point();
    // At the minimum of the free parts Qx is the same for them; a part with less is worth freeing.
    std::size_t enters = size;
    double level = 0;
    for (const std::size_t t : free)
      level += x[t] * std::inner_product(x.begin(), x.end(), q.row(t).begin(), 0.0);
    double least = level * (1 - 1e-10);
    for (std::size_t t = 0; t < size; ++t) {
      if (std::find(free.begin(), free.end(), t) != free.end()) continue;
      const double here = std::inner_product(x.begin(), x.end(), q.row(t).begin(), 0.0);
      if (here < least) least = here, enters = t;
    }
    if (enters == size) return x;
    free.push_back(enters);
    while (!go_towards(q, free, x)) {
    }
  }
}

}  // namespace accord::balance
