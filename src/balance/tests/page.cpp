#include "balance/tests/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "balance/tests/arguments.h"
#include "balance/tests/page_recursion.h"

namespace accord::balance {

Result<PageRun> page_run(std::span<const double> y, const PageTest& test, PageStart start) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("y", y)) return tl::make_unexpected(*std::move(error));
  PageRun run;
  double level = test.headstart;
  for (std::size_t t = 0; t < y.size(); ++t) {
    const double k = t == 0 && start == PageStart::first_without_k ? 0 : test.k;
    level = std::max(0.0, level + y[t] - k);
    run.statistic.push_back(level);
    if (level > test.h && !run.alarm) run.alarm = t + 1;
  }
  return run;
}

Result<std::vector<double>> page_alarm_probabilities(const PageTest& test,
                                                     std::span<const double> means) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("the mean", means))
    return tl::make_unexpected(*std::move(error));
  PageRecursion recursion(test);
  std::vector<double> alarms;
  alarms.reserve(means.size());
  for (const double mean : means) alarms.push_back(recursion.step(mean));
  return alarms;
}

Result<double> page_detection_probability(const PageTest& test, std::span<const double> means) {
  const auto alarms = page_alarm_probabilities(test, means);
  if (!alarms) return tl::make_unexpected(alarms.error());
  double sum = 0;
  for (const double alarm : *alarms) sum += alarm;
  return std::min(sum, 1.0);
}

Result<std::size_t> page_run_length_quantile(const PageTest& test, double mean, double p,
                                             std::size_t periods_max) {
  if (auto error = page_fault(test)) return tl::make_unexpected(*std::move(error));
  if (auto error = not_finite_fault("the mean", {&mean, 1}))
    return tl::make_unexpected(*std::move(error));
  if (!(p > 0 && p < 1))
    return fail("B102", fmt::format("p is {}, expected above 0 and below 1", p), "p");
  PageRecursion recursion(test);
  double reached = 0;
  for (std::size_t n = 1; n <= periods_max; ++n)
    if ((reached += recursion.step(mean)) >= p) return n;
  return fail(
      "B106",
      fmt::format("within {} periods an alarm has only probability {}", periods_max, reached),
      "periods_max", "ask for a smaller p or more periods");
}

}  // namespace accord::balance
