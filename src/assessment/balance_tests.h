#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "balance/best_test.h"
#include "balance/sequential.h"
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

/// One test at the end of the sequence.
struct TestAnswer {
  std::string name;
  double statistic = 0;
  double limit = 0;
  std::optional<std::size_t> alarm;  ///< the first period above the limit, from 1
};

struct BalanceTests {
  balance::Sequence sequence;
  std::vector<double> page;         ///< S of each period; as it was where SITMUF says nothing
  std::vector<TestAnswer> answers;  ///< Page, CUMUF and GEMUF at the end; none without variances
  std::vector<double> page_gains;   ///< two-sided: S of the other side
  std::optional<balance::LossEstimate> constant;  ///< the same loss in each period
  double systematic_share = 0;  ///< of the variance that is the same in all periods, see below

  [[nodiscard]] bool alarmed() const;
};

/// Periods that the earlier ones determine, or that have no variance, take no part in Page's test;
/// its limit is exact for the number of the others.
/// @error B101–B105 as the functions of `balance`
[[nodiscard]] Result<BalanceTests> balance_tests(std::span<const double> muf,
                                                 const numerics::Matrix& covariance,
                                                 const TestChoice& choice);

/// The least covariance of two different periods over the mean variance: what all have in common.
[[nodiscard]] double common_share(const numerics::Matrix& covariance);

/// A persistent systematic error that outweighs the rest makes a constant loss look like bias:
/// above this share of the variance of the last period a warning is due (statistics chapter, 3.4).
inline constexpr double systematic_share_warning = 0.5;

}  // namespace accord::assessment
