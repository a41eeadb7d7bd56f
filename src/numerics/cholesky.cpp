#include "numerics/cholesky.h"

#include <algorithm>
#include <cmath>

#include "base/contract.h"

namespace accord::numerics {

namespace {

/// Of chapter section 3.1 and 3.8.
constexpr double determined_share = 1e-12;

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

Cholesky::Step Cholesky::append(std::span<const double> covariances) {
  ACCORD_EXPECT(covariances.size() == size_ + 1);
  const double variance = covariances[size_];
  const std::vector<double> w = solve_lower(covariances.first(size_));
  const double left = variance - dot(w, w);
  const double largest = std::max(variance_max_, std::abs(variance));
  // A zero pivot leaves directions open that the later covariances must not use either.
  for (std::size_t i = 0; i < size_; ++i)
    if (pivot(i) == 0 && std::abs(covariances[i] - dot(row(i).first(i), std::span(w).first(i))) >
                             std::sqrt(negative_share) * largest)
      return Step::not_semi_definite;
  if (left < -negative_share * largest) return Step::not_semi_definite;
  const bool determined = left <= determined_share * variance;
  const double pivot = determined ? 0 : std::sqrt(left);
  rows_.insert(rows_.end(), w.begin(), w.end());
  rows_.push_back(pivot);
  ++size_;
  variance_max_ = largest;
  if (variance > 0) pivot_ratio_min_ = std::min(pivot_ratio_min_, std::max(0.0, left / variance));
  return determined ? Step::determined : Step::regular;
}

std::vector<double> Cholesky::solve_lower(std::span<const double> b) const {
  ACCORD_EXPECT(b.size() <= size_);
  std::vector<double> y(b.size());
  for (std::size_t i = 0; i < b.size(); ++i) {
    const std::span<const double> l = row(i);
    const double rest = b[i] - dot(l.first(i), std::span(y).first(i));
    y[i] = l[i] == 0 ? 0 : rest / l[i];
  }
  return y;
}

std::vector<double> Cholesky::solve_upper(std::span<const double> y) const {
  ACCORD_EXPECT(y.size() == size_);
  std::vector<double> x(y.begin(), y.end());
  for (std::size_t i = size_; i-- > 0;) {
    const std::span<const double> l = row(i);
    x[i] = l[i] == 0 ? 0 : x[i] / l[i];
    for (std::size_t j = 0; j < i; ++j) x[j] -= l[j] * x[i];
  }
  return x;
}

std::vector<double> Cholesky::multiply(std::span<const double> y) const {
  ACCORD_EXPECT(y.size() == size_);
  std::vector<double> m(size_);
  for (std::size_t i = 0; i < size_; ++i) m[i] = dot(row(i), y.first(i + 1));
  return m;
}

}  // namespace accord::numerics
