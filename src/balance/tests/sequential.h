#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "numerics/cholesky.h"
#include "numerics/matrix.h"

/// Tests of a sequence of balances. Statistics chapter, section 3.
namespace accord::balance {

enum class PeriodStatus : std::uint8_t {
  regular,
  near_singular,  ///< the earlier periods leave at most `near_singular_share` of its variance open
  predictable,    ///< the earlier periods determine it, and it is as they say: SITMUF is 0
  discrepancy  ///< they determine it and it is not: no statistical question, SITMUF is not defined
};
inline constexpr std::string_view period_status_words[] = {"regular", "near singular",
                                                           "predictable", "discrepancy"};
[[nodiscard]] constexpr std::string_view to_string(PeriodStatus status) {
  return period_status_words[static_cast<std::size_t>(status)];
}

/// Where so little of a variance is left, the rounding of the covariance itself (2e-16 of it) is
/// felt in SITMUF: at this share by about 2e-9 of it, at 1e-12 by several 1e-4. Such a period is
/// tested and said.
inline constexpr double near_singular_share = 1e-7;
/// Whether SITMUF has a value: regular or near singular.
[[nodiscard]] constexpr bool has_sitmuf(PeriodStatus status) {
  return status == PeriodStatus::regular || status == PeriodStatus::near_singular;
}

/// One closed period of a sequence; kg unless stated.
struct SequencePeriod {
  double muf = 0;
  double sigma_muf = 0;
  double cumuf = 0;  ///< sum of the MUFs so far
  double sigma_cumuf = 0;
  double itmuf = 0;  ///< MUF less what the earlier MUFs let expect (MUF residual)
  double sigma_itmuf = 0;
  double sitmuf = 0;  ///< itmuf / sigma_itmuf: independent N(0, 1) without loss
  double gemuf = 0;  ///< mᵀ Σ⁻¹ m so far, χ² with `degrees` degrees of freedom without loss
  std::size_t degrees = 0;
  PeriodStatus status = PeriodStatus::regular;
};

/// MUF, CUMUF, ITMUF, SITMUF and GEMUF, updated as periods are closed: appending the T-th costs
/// O(T²), and no earlier number changes.
class Sequence {
 public:
  /// A closed period: its MUF and the covariances with each earlier MUF and with itself, kg².
  /// @error B101 a number is not finite; B103 not size() + 1 covariances; B104 the covariances are
  ///   none (smallest pivot below −1e-10 of the largest variance). Nothing is added then.
  [[nodiscard]] Result<SequencePeriod> append(double muf, std::span<const double> covariances);

  [[nodiscard]] std::size_t size() const { return periods_.size(); }
  [[nodiscard]] const std::vector<SequencePeriod>& periods() const { return periods_; }
  /// L of Σ = L Lᵀ.
  [[nodiscard]] const numerics::Cholesky& factor() const { return factor_; }
  [[nodiscard]] std::vector<double> sitmuf() const;
  /// Whether a period is near singular: what whitens with the whole factor feels it too.
  [[nodiscard]] bool is_near_singular() const {
    return factor_.pivot_ratio_min() <= near_singular_share;
  }

 private:
  numerics::Cholesky factor_;
  std::vector<SequencePeriod> periods_;
  double muf_largest_ = 1;
};

/// The whole sequence at once. Empty gives an empty sequence.
/// @error as append; B103 Σ is not square or not of muf's size; B104 Σ is not symmetric. `where`
///   names the period, from 1.
[[nodiscard]] Result<Sequence> sequence(std::span<const double> muf, const numerics::Matrix& sigma);

/// Loss of each of the periods 3 … T − 2, estimated from the five MUFs around it; kg. Empty for T
/// < 5.
[[nodiscard]] std::vector<double> smoothed_pattern(std::span<const double> muf);

/// GEMUF with that pattern (V5B3): M̂ᵀ Σ⁻¹ m over the periods that have an estimate. The others are
/// not available: left out of m and of Σ alike, never zero. Its limit comes by simulation. Nothing
/// for T < 5.
/// @error as `sequence`
[[nodiscard]] Result<std::optional<double>> gemuf_v5b3(std::span<const double> muf,
                                                       const numerics::Matrix& sigma);

}  // namespace accord::balance
