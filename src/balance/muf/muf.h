#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "balance/muf/contributions.h"
#include "numerics/matrix.h"

/// MUF and its covariance from item-level measurements: one algorithm for everything. Statistics
/// chapter, 2.1.
namespace accord::balance {

inline constexpr std::uint32_t own_source = 0xffffffff;
inline constexpr std::uint32_t no_column = 0xffffffff;
inline constexpr std::uint32_t no_term = 0xffffffff;

/// One error of a method.
struct ErrorTerm {
  double sigma = 0;  ///< fraction of the value, or kg; finite, ≥ 0
  bool relative = true;
  bool systematic = false;            ///< only for the share of random and systematic
  std::uint32_t source = own_source;  ///< its realisation; own_source: one for each measurement
  std::uint32_t column =
      no_column;  ///< otherwise the column that holds the source of each measurement
  /// The realisation is the product of those of two earlier terms of the method; uncorrelated with
  /// both, so that MUF and Σ take it as one of its own. Only a simulation that draws every error
  /// multiplies.
  std::uint32_t left = no_term, right = no_term;
  [[nodiscard]] bool is_product() const { return left != no_term; }
};

/// M measurements as columns. Measurement m has the uses use_begin[m] … use_begin[m + 1] − 1:
/// periods and coefficients other than 0 (+1: adds to MUF, in PB or X; −1: takes from it, in Y or
/// PE), each period at most once. With weights the coefficient of a use is its sign times its
/// weight: a sample of a continuous flow counts for the time it stands for. A measurement without
/// uses drops out.
struct Measurements {
  std::size_t periods = 0, strata = 0;
  std::uint32_t sources = 0;                       ///< realisations are 0 … sources − 1
  std::span<const double> value_kg;                ///< M, finite
  std::span<const std::uint32_t> method, stratum;  ///< M
  std::span<const std::uint32_t> use_begin;        ///< M + 1, ascending, the first is 0
  std::span<const std::uint32_t> use_period;       ///< 0 … periods − 1
  std::span<const std::int8_t> use_sign;
  std::span<const std::vector<ErrorTerm>> methods;
  std::span<const std::span<const std::uint32_t>> source_columns;  ///< each M
  std::span<const double> use_weight = {};  ///< of each use, finite, > 0; empty: all are 1
  /// 1: an empty container, whose coefficients have the other sign; it lessens the active
  /// inventory.
  std::span<const std::uint8_t> tare = {};

  [[nodiscard]] double coefficient(std::size_t use) const {
    return use_weight.empty() ? use_sign[use] : use_sign[use] * use_weight[use];
  }
};

struct Muf {
  std::vector<double> muf_kg;        ///< Σ c·x
  std::vector<double> active_kg;     ///< Σ |c·x|, less tares: active inventory, no common terms
  std::vector<double> magnitude_kg;  ///< Σ |c·x|: what rounding errors of MUF are in proportion to
  std::vector<std::size_t> used;     ///< measurements with a coefficient other than 0
  numerics::Matrix covariance_kg2;
  Contributions contributions;

  [[nodiscard]] std::size_t periods() const { return muf_kg.size(); }
  [[nodiscard]] double sigma_kg(std::size_t period) const;
  /// Σ over all periods, and its standard deviation: losses of inner inventories cancel.
  [[nodiscard]] double cumulated_kg() const;
  [[nodiscard]] double cumulated_sigma_kg() const;
};

/// One pass. Relative errors are in proportion to x with its sign: what one meter reads too high
/// forward it reads too high backward. Sums of values are compensated; the result depends on the
/// order of the measurements only in its last digits, and is the same, bit for bit, for the same
/// columns. Cost O(M + terms with a column·M + Σ over sources of their periods²). Contract: the
/// columns are as `Measurements` says, periods at most 65 535.
[[nodiscard]] Muf muf(const Measurements& measurements);

/// B: one row for each period, one column for each realisation, the private ones included; Σ = B
/// Bᵀ. For small cases and simulations: memory periods × realisations.
[[nodiscard]] numerics::Matrix load_matrix(const Measurements& measurements);

}  // namespace accord::balance
