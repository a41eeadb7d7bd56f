#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "balance/tests/best_test.h"
#include "balance/tests/sequential.h"
#include "base/result.h"
#include "numerics/matrix.h"

/// The tests of the statistics chapter, section 3, on the balances of measured items.
namespace accord::assessment {

struct TestChoice {
  double false_alarm = 0.05;  ///< of each test over all periods
  double page_k = 0.5;
  double page_headstart = 0;  ///< at most the limit
  bool two_sided = false;     ///< also gains: each side of Page's test with half the probability
};

/// One test of the sequence, with the statistic that decided it.
struct TestAnswer {
  std::string name;
  double statistic = 0;
  double limit = 0;
  std::optional<std::size_t> alarm;  ///< the first period above the limit, from 1
  std::size_t period = 0;            ///< of `statistic`: that of the alarm, else the last; from 1
};

/// A balance that no measurement error explains: its MUF differs from what the earlier ones
/// determine, or from 0 where nothing has an error.
struct Unexplained {
  std::size_t period = 0;  ///< from 1
  double kg = 0;           ///< the difference; positive when material is missing
};

struct BalanceTests {
  balance::Sequence sequence;       ///< empty when a period was not measured
  std::vector<double> page;         ///< S of each period; as it was where SITMUF says nothing
  std::vector<TestAnswer> answers;  ///< Page, CUMUF and GEMUF at the end; none without variances
  std::vector<double> page_gains;   ///< two-sided: S of the other side
  std::optional<balance::LossEstimate> constant;  ///< the same loss in each period
  std::vector<Unexplained> unexplained;  ///< no question of statistics, and no test sees it
  std::optional<double> common_share;  ///< of the variance; nothing where the sources are not known

  [[nodiscard]] bool alarmed() const;
  /// Whether all that is measured can come from the stated errors.
  [[nodiscard]] bool adds_up() const { return unexplained.empty(); }
};

/// Periods that the earlier ones determine, or that have no variance, take no part in Page's test;
/// its limit is exact for the number of the others.
/// @param common_share  balance::common_share, where the covariance comes from measurements
/// @error B101–B105 as the functions of `balance`
[[nodiscard]] Result<BalanceTests> balance_tests(std::span<const double> muf,
                                                 const numerics::Matrix& covariance,
                                                 const TestChoice& choice,
                                                 std::optional<double> common_share = {});

/// A persistent systematic error that outweighs the rest makes a constant loss look like bias:
/// above this share of the variance a warning is due (statistics chapter, 3.4).
inline constexpr double systematic_share_warning = 0.5;

}  // namespace accord::assessment
