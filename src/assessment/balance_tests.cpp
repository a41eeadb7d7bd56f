#include "assessment/balance_tests.h"

#include <algorithm>
#include <cmath>

#include "balance/tests/arguments.h"
#include "balance/tests/page.h"
#include "numerics/distributions.h"

namespace accord::assessment {

namespace {

using balance::PeriodStatus;
using balance::Sequence;
using balance::SequencePeriod;

/// SITMUF of the periods that say something, and which they are.
struct Saying {
  std::vector<double> sitmuf;
  std::vector<std::size_t> periods;  // from 1
};

Saying saying(const Sequence& sequence) {
  Saying out;
  for (std::size_t t = 0; t < sequence.size(); ++t)
    if (balance::has_sitmuf(sequence.periods()[t].status)) {
      out.sitmuf.push_back(sequence.periods()[t].sitmuf);
      out.periods.push_back(t + 1);
    }
  return out;
}

/// Page's test of one side; its statistic is carried through the other periods.
Result<std::vector<double>> add_page(const char* name, const Saying& y,
                                     const balance::PageTest& test, BalanceTests& tests) {
  const auto run = balance::page_run(y.sitmuf, test);
  if (!run) return tl::make_unexpected(run.error());
  std::vector<double> statistic;
  std::size_t next = 0;
  for (std::size_t t = 1; t <= tests.sequence.size(); ++t) {
    if (next < y.periods.size() && y.periods[next] == t) ++next;
    statistic.push_back(next == 0 ? test.headstart : run->statistic[next - 1]);
  }
  TestAnswer answer{name, run->statistic.back(), test.h, {}, tests.sequence.size()};
  if (run->alarm) {
    answer.statistic = run->statistic[*run->alarm - 1];
    answer.alarm = answer.period = y.periods[*run->alarm - 1];
  }
  tests.answers.push_back(std::move(answer));
  return statistic;
}

Result<void> add_pages(const TestChoice& choice, BalanceTests& tests) {
  Saying y = saying(tests.sequence);
  if (y.sitmuf.empty()) return {};
  balance::PageTest test{choice.page_k, 0, choice.page_headstart};
  const auto h = balance::page_threshold(
      y.sitmuf.size(), choice.two_sided ? choice.false_alarm / 2 : choice.false_alarm, test.k,
      test.headstart);
  if (!h) return tl::make_unexpected(h.error());
  test.h = *h;
  auto losses = add_page("Page", y, test, tests);
  if (!losses) return tl::make_unexpected(losses.error());
  tests.page = std::move(*losses);
  if (!choice.two_sided) return {};
  for (double& value : y.sitmuf) value = -value;
  auto gains = add_page("Page, gains", y, test, tests);
  if (!gains) return tl::make_unexpected(gains.error());
  tests.page_gains = std::move(*gains);
  return {};
}

void add_ends(double alpha, BalanceTests& tests) {
  const SequencePeriod& last = tests.sequence.periods().back();
  const auto at_end = [&](const char* name, double statistic, double limit) {
    TestAnswer answer{name, statistic, limit, {}, tests.sequence.size()};
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

}  // namespace

bool BalanceTests::alarmed() const {
  return std::any_of(answers.begin(), answers.end(),
                     [](const TestAnswer& answer) { return answer.alarm.has_value(); });
}

Result<BalanceTests> balance_tests(std::span<const double> muf, const numerics::Matrix& covariance,
                                   const TestChoice& choice, std::optional<double> common_share) {
  if (auto error = balance::alpha_fault(choice.false_alarm))
    return tl::make_unexpected(*std::move(error));
  // A period that was not measured interrupts the sequence: what follows it rests on what nobody
  // knows.
  if (std::any_of(muf.begin(), muf.end(), [](double kg) { return std::isnan(kg); }))
    return BalanceTests{};
  auto sequence = balance::sequence(muf, covariance);
  if (!sequence) return tl::make_unexpected(sequence.error());
  BalanceTests tests;
  tests.sequence = std::move(*sequence);
  if (muf.empty()) return tests;
  for (std::size_t t = 0; t < tests.sequence.size(); ++t)
    if (const SequencePeriod& p = tests.sequence.periods()[t];
        p.status == PeriodStatus::discrepancy)
      tests.unexplained.push_back({t + 1, p.itmuf});
  if (auto page = add_pages(choice, tests); !page) return tl::make_unexpected(page.error());
  add_ends(choice.false_alarm, tests);
  if (!balance::first_determined(tests.sequence.factor()))
    tests.constant = balance::constant_loss(tests.sequence);
  tests.common_share = common_share;
  return tests;
}

}  // namespace accord::assessment
