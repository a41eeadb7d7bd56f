#include "simulation/campaign.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "balance/tests/best_test.h"
#include "balance/tests/page.h"
#include "balance/tests/sequential.h"
#include "simulation/limits.h"
#include "support/covariance.h"

namespace accord::simulation {
namespace {

using balance::PageTest;

numerics::Cholesky example_factor(std::size_t periods = 12) {
  return balance::sequence(std::vector<double>(periods),
                           tests::structured_covariance(periods, 1, 0.25, 1.5))
      .value()
      .factor();
}

/// EX-3.2: twelve periods, total loss 9, and no loss.
Campaign worked_example() {
  Campaign campaign;
  campaign.factor = example_factor();
  campaign.seed = 20261126;
  std::vector<double> abrupt(12);
  abrupt[5] = 9;
  campaign.losses = {{"none", std::vector<double>(12)},
                     {"protracted", std::vector<double>(12, 0.75)},
                     {"abrupt", abrupt}};
  campaign.rules = {page_rule(campaign.factor, {0.5, 3.374521, 0}).value(),
                    page_rule(campaign.factor, {0.25, 4.763141, 0}).value(),
                    cumuf_end_rule(campaign.factor, 0.05).value(),
                    gemuf_rule(campaign.factor, 0.05).value(),
                    known_loss_rule(campaign.factor, abrupt, 0.05).value()};
  return campaign;
}

/// 4.75 standard errors: once in half a million by chance for each number.
void expect_near(const Estimate& found, double exact, std::uint64_t sequences) {
  EXPECT_NEAR(found.value, exact,
              4.75 * std::sqrt(exact * (1 - exact) / static_cast<double>(sequences)));
}

TEST(CampaignStatistical, AgreesWithTheExactProbabilitiesOfTheWorkedExample) {
  const Campaign campaign = worked_example();
  constexpr std::uint64_t sequences = 1'000'000;
  const Tally tally = simulate(campaign, sequences, {0, chunks_of(sequences)}, 0);
  EXPECT_EQ(tally.sequences, sequences);
  const double exact[3][5] = {{0.05, 0.05, 0.05, 0.05, 0.05},
                              {0.262602, 0.300118, 0.350266, 0.099550, 0},
                              {0.961681, 0.901487, 0.350266, 0.942831, 0.999618}};
  for (std::size_t loss = 0; loss < 3; ++loss)
    for (std::size_t rule = 0; rule < 5; ++rule)
      if (exact[loss][rule] > 0)
        expect_near(alarm_probability(tally, loss, rule, 11), exact[loss][rule], sequences);
}

TEST(CampaignStatistical, AlarmsComeWhenTheRecursionSays) {
  Campaign campaign = worked_example();
  constexpr std::uint64_t sequences = 500'000;
  const Tally tally = simulate(campaign, sequences, {0, chunks_of(sequences)}, 0);
  const auto means = balance::sitmuf_means(campaign.factor, campaign.losses[2].per_period).value();
  const auto alarms = balance::page_alarm_probabilities({0.5, 3.374521, 0}, means).value();
  double sum = 0;
  for (std::size_t t = 0; t < 12; ++t) {
    sum += alarms[t];
    expect_near(alarm_probability(tally, 2, 0, t), sum, sequences);
  }
}

TEST(Campaign, GivesTheSameNumbersForAnyThreadsAndAnyCut) {
  const Campaign campaign = worked_example();
  constexpr std::uint64_t sequences = 100'003;  // not a whole number of chunks or lanes
  const std::uint64_t chunks = chunks_of(sequences);
  const Tally one = simulate(campaign, sequences, {0, chunks}, 1);
  EXPECT_EQ(one.sequences, sequences);
  EXPECT_EQ(simulate(campaign, sequences, {0, chunks}, 2), one);
  EXPECT_EQ(simulate(campaign, sequences, {0, chunks}, 7), one);
  Tally parts(campaign);
  for (std::uint64_t chunk = 0; chunk < chunks; chunk += 5)
    parts += simulate(campaign, sequences, {chunk, std::min(chunk + 5, chunks)}, 2);
  EXPECT_EQ(parts, one);
}

TEST(Campaign, RulesDoWhatTheTestsOfTheBalanceDo) {
  // Every rule on the sampled MUFs, one sequence at a time through the functions of `balance`.
  Campaign campaign = worked_example();
  campaign.losses = {{"some", std::vector<double>(12, 0.9)}};
  campaign.rules.push_back(single_period_rule(campaign.factor, 0.02).value());
  campaign.rules.push_back(cumuf_each_rule(campaign.factor, 1.9));
  campaign.rules.push_back(anytime_rule(campaign.factor, 0.3, 1).value());
  campaign.rules.push_back(page_lower_rule(campaign.factor, {0.5, 1, 0.3}).value());
  campaign.rules.push_back(gemuf_v5b3_rule(campaign.factor, 12));
  campaign.combinations = {{"either", {0, 5}}};
  constexpr std::size_t sequences = 700;
  const Tally tally = simulate(campaign, sequences, {0, 1}, 1);
  const numerics::Matrix muf = sample(campaign, 0, 0, sequences, 2);
  const auto sigma = tests::structured_covariance(12, 1, 0.25, 1.5);
  Tally expected(campaign);
  const auto first = [&](std::size_t rule, std::size_t period) {
    ++expected.alarms[0][rule][period - 1];
  };
  for (std::size_t i = 0; i < sequences; ++i) {
    const auto result = balance::sequence(muf.row(i), sigma).value();
    const std::vector<double> y = result.sitmuf();
    std::vector<double> lower;
    for (const double value : y) lower.push_back(-value);
    const auto page = balance::page_run(y, {0.5, 3.374521, 0}).value().alarm;
    if (page) first(0, *page);
    if (const auto t = balance::page_run(y, {0.25, 4.763141, 0}).value().alarm) first(1, *t);
    const auto& last = result.periods().back();
    if (last.cumuf / last.sigma_cumuf > 1.6448536269514722) first(2, 12);
    if (last.gemuf > 21.026069817483066) first(3, 12);
    const auto known =
        balance::known_loss_test(result, worked_example().losses[2].per_period, 0.05).value();
    if (known.statistic > known.limit) first(4, 12);
    std::size_t single = 0, each = 0, anytime = 0;
    double sum = 0;
    for (std::size_t t = 12; t-- > 0;) {
      const auto& period = result.periods()[t];
      if (period.muf / period.sigma_muf > 2.0537489106318225) single = t + 1;
      if (period.cumuf / period.sigma_cumuf > 1.9) each = t + 1;
    }
    for (std::size_t t = 0; t < 12 && anytime == 0; ++t) {
      sum += y[t];
      const double n = static_cast<double>(t + 1);
      if (std::abs(sum) > std::sqrt((n + 1) * (2 * std::log(1 / 0.3) + std::log(n + 1))))
        anytime = t + 1;
    }
    if (single) first(5, single);
    if (each) first(6, each);
    if (anytime) first(7, anytime);
    if (const auto t = balance::page_run(lower, {0.5, 1, 0.3}).value().alarm) first(8, *t);
    if (balance::gemuf_v5b3(muf.row(i), sigma).value().value() > 12) first(9, 12);
    const std::size_t either = std::min(page.value_or(99), single ? single : 99);
    if (either < 99) first(10, either);
  }
  expected.sequences = sequences;
  EXPECT_EQ(tally, expected);
  for (const auto& rule : expected.alarms[0])  // every rule alarmed now and then, none always
    EXPECT_TRUE(std::accumulate(rule.begin(), rule.end(), 0U) > 0);
}

TEST(SimulatedLimit, IsTheOrderStatisticOfTheSamples) {
  const auto factor = example_factor();
  Rule rule = gemuf_v5b3_rule(factor, 0);
  constexpr std::uint64_t sequences = 10'001;
  const auto limit = simulated_limit(rule, 12, 0.05, sequences, 3, 2).value();
  Campaign campaign{factor, {{"none", std::vector<double>(12)}}, {}, {}, 3};
  const numerics::Matrix muf = sample(campaign, 0, 0, sequences, 1);
  const auto sigma = tests::structured_covariance(12, 1, 0.25, 1.5);
  std::vector<double> values;
  for (std::size_t i = 0; i < sequences; ++i)
    values.push_back(balance::gemuf_v5b3(muf.row(i), sigma).value().value());
  std::sort(values.begin(), values.end());
  EXPECT_NEAR(limit.limit, values[10'001 - 1 - 500], 1e-9);
  EXPECT_LT(limit.low, limit.limit);
  EXPECT_LT(limit.limit, limit.high);
}

TEST(SimulatedLimit, AgreesWithThePageThreshold) {
  const auto factor = example_factor();
  const Rule rule = page_rule(factor, {0.5, 1, 0}).value();
  const auto limit = simulated_limit(rule, 12, 0.05, 400'000, 11, 0).value();
  // The interval is of 95 %; twice its width is beyond four standard errors.
  EXPECT_NEAR(limit.limit, 3.374521, 2 * (limit.high - limit.low));
  EXPECT_LT(limit.high - limit.low, 0.03);
}

TEST(SimulatedLimit, RepeatedCumufNeedsMoreThanOneLook) {
  // Twelve independent periods, 1.645 each time: 0.1829315, not 0.05 (see RepeatedCumuf).
  numerics::Matrix sigma(12, 12);
  for (std::size_t t = 0; t < 12; ++t) sigma(t, t) = 1;
  const auto factor = balance::sequence(std::vector<double>(12), sigma).value().factor();
  Campaign campaign{
      factor, {{"none", std::vector<double>(12)}}, {cumuf_each_rule(factor, 1.645)}, {}, 5};
  const Tally tally = simulate(campaign, 400'000, {0, chunks_of(400'000)}, 0);
  expect_near(alarm_probability(tally, 0, 0, 11), 0.1829315, 400'000);
}

TEST(SimulatedLimit, RefusesTooFewSequences) {
  const auto factor = example_factor();
  const Rule rule = page_rule(factor, {0.5, 1, 0}).value();
  EXPECT_EQ(simulated_limit(rule, 12, 0.05, 199, 1, 1).error().where, "sequences");
  EXPECT_EQ(simulated_limit(rule, 12, 0.05, 199, 1, 1).error().code, "B108");
  EXPECT_EQ(simulated_limit(rule, 12, 1.0, 1000, 1, 1).error().where, "alpha");
}

TEST(JointPages, ShareTheFalseAlarmProbability) {
  const auto factor = example_factor();
  const std::vector<double> k{0.25, 1};
  const JointPages pages = joint_page_limits(factor, k, 0.05, 200'000, 9, 0).value();
  EXPECT_GT(pages.alpha_each, 0.025);
  EXPECT_LT(pages.alpha_each, 0.05);
  EXPECT_NEAR(pages.false_alarm.value, 0.05, 1e-4);
  EXPECT_NEAR(pages.h[1], balance::page_threshold(12, pages.alpha_each, 1).value(), 1e-9);
  // Other random numbers: the limits hold beyond the sample that set them.
  Campaign campaign{factor,
                    {{"none", std::vector<double>(12)}},
                    {page_rule(factor, {0.25, pages.h[0], 0}).value(),
                     page_rule(factor, {1, pages.h[1], 0}).value()},
                    {{"both", {0, 1}}},
                    10};
  const Tally tally = simulate(campaign, 200'000, {0, chunks_of(200'000)}, 0);
  EXPECT_NEAR(alarm_probability(tally, 0, 2, 11).value, 0.05, 5 * 0.0005 * std::sqrt(2));
}

TEST(AnytimeStatistical, CrossesAsRarelyAsPromised) {
  // EX-3.3: up to n = 2000 the simulated probability is 0.0285.
  numerics::Matrix sigma(500, 500);
  for (std::size_t t = 0; t < 500; ++t) sigma(t, t) = 1;
  const auto factor = balance::sequence(std::vector<double>(500), sigma).value().factor();
  Campaign campaign{
      factor, {{"none", std::vector<double>(500)}}, {anytime_rule(factor, 0.05, 1).value()}, {}, 6};
  const Tally tally = simulate(campaign, 8'192, {0, 2}, 0);
  const double crossed = alarm_probability(tally, 0, 0, 499).value;
  EXPECT_GT(crossed, 0.010);
  EXPECT_LT(crossed, 0.05);
}

}  // namespace
}  // namespace accord::simulation
