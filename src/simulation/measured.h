#pragma once

#include <memory>
#include <span>
#include <vector>

#include "balance/muf/items.h"
#include "numerics/random.h"
#include "simulation/kernel.h"

/// The measurement-level simulation: every error of every measurement is drawn, the balances are
/// computed again, and only then become SITMUF. The referee of the covariance (statistics chapter,
/// 6.3): it knows the measurements and their errors, and nothing of Σ but the L it is given.
namespace accord::simulation {

/// Measurements with their errors, ready for drawing. Terms of one measurement stand together.
class MeasuredErrors {
 public:
  /// Contract: the columns are as `balance::Measurements` says.
  explicit MeasuredErrors(const balance::Measurements& measurements);

  [[nodiscard]] std::size_t periods() const { return periods_; }
  /// Errors drawn for one sequence of balances.
  [[nodiscard]] std::size_t draws() const { return sources_ + own_; }

  /// MUF − its value without errors, kg, of 64 sequences from `first` on: one Lane for each period.
  void draw_muf_errors(std::uint64_t seed, std::uint64_t first, std::vector<Lane>& muf) const;

  /// The measured values themselves, kg: of each measurement that counts the value it has and its
  /// errors, the same as those of draw_muf_errors. One Lane for each.
  void draw_values(std::uint64_t seed, std::uint64_t first, std::vector<Lane>& values) const;

 private:
  struct Term {
    double sigma_kg;
    std::uint32_t source;       ///< balance::own_source: drawn for this measurement alone
    std::uint32_t left, right;  ///< of a product: two earlier terms of the measurement
  };
  struct Use {
    std::uint32_t period;
    double sign;
  };
  std::size_t periods_, sources_, own_ = 0;
  std::size_t terms_max_ = 0;                                ///< of a measurement with products
  std::vector<std::uint32_t> term_begin_{0}, use_begin_{0};  ///< of each measurement that counts
  std::vector<Term> terms_;
  std::vector<Use> uses_;
  std::vector<double> value_kg_;  ///< of each measurement that counts

  /// take(measurement, its error in kg), of those that count, in order.
  template <class Take>
  void for_each_error(std::uint64_t seed, std::uint64_t first, Take take) const;
};

/// L⁻¹ m for 64 sequences.
void whiten(const numerics::Cholesky& factor, std::span<const Lane> muf, std::vector<Lane>& sitmuf);

}  // namespace accord::simulation
