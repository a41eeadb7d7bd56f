#include "assessment/balance_tests.h"

#include <algorithm>

#include "balance/arguments.h"
#include "balance/page.h"
#include "numerics/distributions.h"

namespace accord::assessment {

namespace {

using balance::PeriodStatus;
using balance::Sequence;
using balance::SequencePeriod;

/// Page's statistic of the periods that say something, carried through the others.
Result<void> add_page(const TestChoice& choice, BalanceTests& tests) {
  std::vector<double> sitmuf;
  std::vector<std::size_t> periods;
  for (std::size_t t = 0; t < tests.sequence.size(); ++t)
    if (tests.sequence.periods()[t].status == PeriodStatus::regular) {
      sitmuf.push_back(tests.sequence.periods()[t].sitmuf);
      periods.push_back(t + 1);
    }
  if (sitmuf.empty()) return {};
  const auto h = balance::page_threshold(sitmuf.size(), choice.false_alarm, choice.page_k);
  if (!h) return tl::make_unexpected(h.error());
  const auto run = balance::page_run(sitmuf, {choice.page_k, *h, 0});
  if (!run) return tl::make_unexpected(run.error());
  std::size_t next = 0;
  for (std::size_t t = 1; t <= tests.sequence.size(); ++t) {
    if (next < periods.size() && periods[next] == t) ++next;
    tests.page.push_back(next == 0 ? 0 : run->statistic[next - 1]);
  }
  TestAnswer answer{"Page", run->statistic.back(), *h, {}};
  if (run->alarm) answer.alarm = periods[*run->alarm - 1];
  tests.answers.push_back(std::move(answer));
  return {};
}

void add_ends(double alpha, BalanceTests& tests) {
  const SequencePeriod& last = tests.sequence.periods().back();
  const auto at_end = [&](const char* name, double statistic, double limit) {
    TestAnswer answer{name, statistic, limit, {}};
    if (statistic > limit) answer.alarm = tests.sequence.size();
    tests.answers.push_back(std::move(answer));
  };
  if (last.sigma_cumuf > 0)
    at_end("CUMUF/sigma at the end", last.cumuf / last.sigma_cumuf,
           numerics::normal_upper_quantile(alpha));
  if (last.degrees > 0)
    at_end("GEMUF at the end", last.gemuf,
           numerics::chi_squared_upper_quantile(alpha, static_cast<double>(last.degrees)));
}

/// The least covariance of two different periods over the mean variance: what all have in common.
double common_share(const numerics::Matrix& covariance) {
  double common = 0;
  double variance = 0;
  for (std::size_t t = 0; t < covariance.rows; ++t) {
    variance += covariance(t, t) / static_cast<double>(covariance.rows);
    for (std::size_t u = 0; u < t; ++u)
      common = t == 1 ? covariance(t, u) : std::min(common, covariance(t, u));
  }
  return covariance.rows > 1 && variance > 0 ? std::max(0.0, common / variance) : 0;
}

}  // namespace

bool BalanceTests::alarmed() const {
  return std::any_of(answers.begin(), answers.end(),
                     [](const TestAnswer& answer) { return answer.alarm.has_value(); });
}

Result<BalanceTests> balance_tests(std::span<const double> muf, const numerics::Matrix& covariance,
                                   const TestChoice& choice) {
  if (auto error = balance::alpha_fault(choice.false_alarm))
    return tl::make_unexpected(*std::move(error));
  auto sequence = balance::sequence(muf, covariance);
  if (!sequence) return tl::make_unexpected(sequence.error());
  BalanceTests tests;
  tests.sequence = std::move(*sequence);
  if (muf.empty()) return tests;
  if (auto page = add_page(choice, tests); !page) return tl::make_unexpected(page.error());
  add_ends(choice.false_alarm, tests);
  if (!balance::first_determined(tests.sequence.factor()))
    tests.constant = balance::constant_loss(tests.sequence);
  tests.systematic_share = common_share(covariance);
  return tests;
}

}  // namespace accord::assessment
