#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/balance_tests.h"
#include "balance/muf/balance.h"
#include "balance/muf/decisions.h"
#include "measurement/criteria.h"
#include "measurement/target_value.h"
#include "report/forms/page.h"

/// A material balance with its tests as a page.
namespace accord::report {

struct BalanceRun {
  const balance::Balance& balance;
  const assessment::BalanceTests& tests;
  const balance::Decisions& decisions;
  assessment::TestChoice choice{};
  balance::DecisionChoice decision_choice{};
  measurement::Criteria criteria{};
  std::optional<measurement::TargetReport> targets{};
  bool demonstration = false;  ///< target values that nobody verified may be among them
  double limit_factor = 2;     ///< LEID = factor · SEID
  std::vector<RunFile> files{};
};

/// The names of its figures, in order.
inline const std::vector<std::string> balance_figures{"muf", "sitmuf", "page", "contributions"};

/// "period 2: 0.050 kg that no measurement error explains", for each such period.
[[nodiscard]] std::vector<std::string> unexplained(const BalanceRun& run);

/// Summary, masses, uncertainties, tests, sources of the variance, assumptions.
[[nodiscard]] Page balance_page(const BalanceRun& run);

/// The limit that the largest of `periods` independent SITMUF passes with this probability without
/// loss: z(1 − α′) with 1 − (1 − α′)ⁿ = α. Contract: periods > 0, 0 < alpha < 1.
[[nodiscard]] double largest_sitmuf_limit(std::size_t periods, double alpha);

/// Each period by itself, and against the criteria; declared errors against target values.
[[nodiscard]] Section decisions_section(const BalanceRun& run, int digits);
[[nodiscard]] Section targets_section(const measurement::TargetReport& targets, bool demonstration);

// Its drawings, also for periods and variances of none.
[[nodiscard]] Figure muf_figure(const BalanceRun& run);
[[nodiscard]] Figure sitmuf_figure(const BalanceRun& run);
[[nodiscard]] Figure page_figure(const BalanceRun& run);
/// Of one period, from 0. Contract: there is such a period.
[[nodiscard]] Figure contributions_figure(const BalanceRun& run, std::size_t period);

/// The answer of Page's test; none without variances.
[[nodiscard]] const assessment::TestAnswer* page_answer(const assessment::BalanceTests& tests);

}  // namespace accord::report
