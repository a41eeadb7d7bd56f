#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace accord::numerics {

/// A variance below zero by at most this part of the largest is zero (statistics chapter, 3.8).
inline constexpr double negative_share = 1e-10;

/// The factor L of a covariance Σ = L Lᵀ that grows by one row at a time: what is there never
/// changes. A row that the earlier ones determine exactly has the pivot 0 and adds no direction.
/// Statistics chapter, 3.1 and 8: no pivoting, no jitter.
class Cholesky {
 public:
  enum class Step : unsigned char {
    regular,
    determined,        ///< the new variance given the earlier rows is at most 1e-12 of the variance
    not_semi_definite  ///< … is below −1e-10 of the largest variance: refused, nothing added
  };

  /// `covariances` of the new row with each earlier row and with itself (size() + 1 numbers,
  /// finite).
  [[nodiscard]] Step append(std::span<const double> covariances);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// L_ij with j ≤ i < size().
  [[nodiscard]] double operator()(std::size_t i, std::size_t j) const {
    return rows_[i * (i + 1) / 2 + j];
  }
  [[nodiscard]] double pivot(std::size_t i) const { return (*this)(i, i); }
  /// The first i + 1 numbers of row i.
  [[nodiscard]] std::span<const double> row(std::size_t i) const {
    return {rows_.data() + i * (i + 1) / 2, i + 1};
  }
  /// The smallest L_ii² / Σ_ii so far: how close to singular; 1 when empty.
  [[nodiscard]] double pivot_ratio_min() const { return pivot_ratio_min_; }

  /// L⁻¹ b for the first b.size() rows; 0 at rows with pivot 0.
  [[nodiscard]] std::vector<double> solve_lower(std::span<const double> b) const;
  /// L⁻ᵀ y for y.size() = size(); 0 at rows with pivot 0.
  [[nodiscard]] std::vector<double> solve_upper(std::span<const double> y) const;
  /// L y.
  [[nodiscard]] std::vector<double> multiply(std::span<const double> y) const;

 private:
  std::size_t size_ = 0;
  std::vector<double> rows_;  ///< lower triangle, row by row
  double variance_max_ = 0;
  double pivot_ratio_min_ = 1;
};

}  // namespace accord::numerics
