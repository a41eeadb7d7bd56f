#include "balance/tests/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace accord::balance {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

double arl(double k, double h, double mean, double headstart = 0) {
  return page_arl({k, h, headstart}, mean).value();
}

// Published averages; statistics chapter, 3.6. Where print and recalculation differ the chapter
// explains why, and the recalculated number is expected.
TEST(PageArl, AgreesWithBrookAndEvans) {
  EXPECT_NEAR(arl(0.5, 3, 0), 117.5957, 5e-5);
  EXPECT_NEAR(arl(0.5, 3, 1.5), 3.7491, 5e-5);
}

TEST(PageArl, AgreesWithWaldmann) {
  EXPECT_NEAR(arl(0.5, 3, -0.5), 1962.79, 5e-3);
  EXPECT_NEAR(arl(0.5, 3, 0.5), 17.35, 5e-3);
}

TEST(PageArl, AgreesWithVance) {
  EXPECT_NEAR(arl(0, 10, -0.25), 2071.5721, 5e-5);  // printed: 2071.51
  const double means[] = {-0.125, 0, 0.125, 0.25, 0.5, 0.75, 1};
  const double printed[] = {400.28, 124.66, 59.30, 36.71, 20.37, 14.06, 10.75};
  for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR(arl(0, 10, means[i]), printed[i], 5.1e-3);
}

TEST(PageArl, AgreesWithTheSasManualToEightDigits) {
  EXPECT_NEAR(arl(0.25, 8, 2.5), 4.1500837261, 5e-11);
  EXPECT_NEAR(arl(0.25, 8, 2.5, 0.1), 4.1061588350, 5e-11);
}

TEST(PageArl, IsNearSiegmundsApproximation) {
  EXPECT_NEAR(arl(0.5, 4, 0), 335.3676, 5e-5);  // approximation: 338.1
}

/// Both charts from one headstart, simulated.
double simulated_two_sided(const PageTest& test, int runs, std::uint32_t seed) {
  std::mt19937 numbers(seed);
  std::normal_distribution<double> normal;
  double periods = 0;
  for (int run = 0; run < runs; ++run) {
    double up = test.headstart, down = test.headstart;
    do {
      const double y = normal(numbers);
      up = std::max(0.0, up + y - test.k);
      down = std::max(0.0, down - y - test.k);
      ++periods;
    } while (up <= test.h && down <= test.h);
  }
  return periods / runs;
}

TEST(PageArl, TwoSidedHoldsUpToTheHeadstartThatItTakes) {
  // At h/2 + k exactly, with few periods to an alarm: the largest error of a wrong formula.
  for (const PageTest& test : {PageTest{0.1, 1, 0.6}, PageTest{0.5, 2, 1.5}, PageTest{0.25, 3, 1}})
    EXPECT_NEAR(page_arl_two_sided(test, 0).value() / simulated_two_sided(test, 200'000, 3), 1,
                0.01)
        << test.h;
  const auto beyond = page_arl_two_sided({0.1, 1, 0.61}, 0);
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().code, "B102");
  EXPECT_EQ(beyond.error().where, "headstart");
}

TEST(PageThreshold, WithAHeadstartItHasItsFalseAlarmProbability) {
  // Of one period: P(s + y − k > h) = α, so that h = s − k + z(1 − α).
  EXPECT_NEAR(page_threshold(1, 0.05, 0.5, 1).value(), 1 - 0.5 + 1.6448536269514722, 1e-10);
  for (const double headstart : {0.5, 2.0}) {
    const double h = page_threshold(12, 0.05, 0.5, headstart).value();
    const std::vector<double> none(12);
    EXPECT_NEAR(page_detection_probability({0.5, h, headstart}, none).value(), 0.05, 1e-10);
    EXPECT_GT(h, page_threshold(12, 0.05, 0.5).value());
  }
  const auto large = page_threshold(12, 0.4, 2, 6);  // S falls by 2 a period: few come back
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, "B105");
  EXPECT_EQ(page_threshold(12, 0.05, 0.5, -1).error().where, "headstart");
}

TEST(PageArl, TwoSidedAgreesWithLucasAndCrosier) {
  const double means[] = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5};
  const double plain[] = {167.684, 74.224, 26.630, 13.285, 8.383, 4.747,
                          3.343,   2.620,  2.194,  1.708,  1.309};
  const double headstart[] = {148.696, 62.698, 20.064, 8.968, 5.287, 2.862,
                              2.014,   1.586,  1.325,  1.067, 1.006};
  for (std::size_t i = 0; i < 11; ++i) {
    EXPECT_NEAR(page_arl_two_sided({0.5, 4, 0}, means[i]).value(), plain[i], 5e-4);
    EXPECT_NEAR(page_arl_two_sided({0.5, 4, 2}, means[i]).value(), headstart[i], 5e-4);
  }
}

TEST(PageArl, KeepsItsDigitsInLongRuns) {
  // After many periods the alarms come at a constant rate, whose inverse is the average: the
  // recursion over the periods, which only adds, is another way to it.
  for (const PageTest& test : {PageTest{1, 20, 0}, PageTest{0.5, 40, 0}, PageTest{0.5, 4, 0}}) {
    const std::vector<double> none(400, 0.0);
    const auto alarms = page_alarm_probabilities(test, none).value();
    double left = 1;
    for (std::size_t t = 0; t + 1 < 400; ++t) left -= alarms[t];
    const double rate = alarms.back() / left;
    EXPECT_NEAR(page_arl(test, 0).value() * rate, 1, test.h == 4 ? 0.02 : 1e-8) << test.h;
  }
  EXPECT_GT(page_arl({1, 20, 0}, 0).value(), 1e17);
}

TEST(PageArl, SaysWhenATestNeverAlarms) {
  EXPECT_EQ(page_arl({0.5, 4, 0}, -50).error().code, "B106");
  EXPECT_EQ(page_arl_two_sided({0.5, 4, 0}, 50).value(), 1);  // the other side never alarms
}

TEST(PageRunLength, HasWaldmannsQuantiles) {
  EXPECT_EQ(page_run_length_quantile({0.5, 3, 0}, 0, 0.05).value(), 9U);
  EXPECT_EQ(page_run_length_quantile({0.5, 3, 0}, 0, 0.50).value(), 82U);
  EXPECT_EQ(page_run_length_quantile({0.5, 3, 0}, 0, 0.95).value(), 346U);  // printed: 345
  const std::vector<double> none(345, 0.0);
  EXPECT_NEAR(page_detection_probability({0.5, 3, 0}, none).value(), 0.949770, 5e-7);
}

TEST(PageRunLength, SaysWhenThePeriodsDoNotSuffice) {
  const auto late = page_run_length_quantile({0.5, 8, 0}, 0, 0.99, 50);
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(late.error().code, "B106");
}

TEST(PageRunLength, SumsToTheAverage) {
  // A = Σ P(RL > n), an independent way to the same number.
  PageTest test{0.5, 2, 0.7};
  const std::vector<double> means(4000, 0.3);
  const auto alarms = page_alarm_probabilities(test, means).value();
  double left = 1;
  double average = 0;
  for (const double alarm : alarms) {
    average += left;
    left -= alarm;
  }
  EXPECT_NEAR(average, arl(0.5, 2, 0.3, 0.7), 1e-9 * average);
}

TEST(PageRunLength, DoesNotDependOnTheNumberOfNodes) {
  // h just above and below the place where nodes are added.
  const std::vector<double> means(60, 0.1);
  const double below = page_detection_probability({0.25, 10, 0}, means).value();
  const double above = page_detection_probability({0.25, 10 + 1e-9, 0}, means).value();
  EXPECT_NEAR(above, below, 1e-9);
}

TEST(PageThreshold, AgreesWithTheTableOfTheChapter) {
  const std::size_t periods[] = {1, 6, 12, 24, 52};
  const double k[] = {0, 0, 0.25, 0.25, 0.5, 0.5, 1, 1};
  const double alpha[] = {0.05, 0.01, 0.05, 0.01, 0.05, 0.01, 0.05, 0.01};
  const double table[5][8] = {{1.6449, 2.3263, 1.3949, 2.0763, 1.1449, 1.8263, 0.6449, 1.3263},
                              {4.5635, 6.0117, 3.4826, 4.7806, 2.6302, 3.7307, 1.5639, 2.2983},
                              {6.7672, 8.7711, 4.7631, 6.4559, 3.3745, 4.6791, 1.9165, 2.6818},
                              {9.9333, 12.7355, 6.2426, 8.3919, 4.1362, 5.5916, 2.2671, 3.0550},
                              {15.0773, 19.1769, 7.9974, 10.6282, 4.9717, 6.5197, 2.6574, 3.4608}};
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 8; ++j)
      EXPECT_NEAR(page_threshold(periods[i], alpha[j], k[j]).value(), table[i][j], 5.1e-5)
          << periods[i] << " " << k[j] << " " << alpha[j];
  EXPECT_NEAR(page_threshold(1, 0.05, 0.5).value(), 1.6448536269514722 - 0.5, 1e-10);
}

TEST(PageThreshold, GivesTheWantedProbability) {
  for (const double alpha : {1e-6, 0.001, 0.3}) {
    const double h = page_threshold(20, alpha, 0.5).value();
    const std::vector<double> none(20, 0.0);
    EXPECT_NEAR(page_detection_probability({0.5, h, 0}, none).value() / alpha, 1, 1e-9);
  }
}

TEST(PageThreshold, SaysWhenNoLimitHasTheProbability) {
  const auto none = page_threshold(1, 0.3, 1);  // P(y > 1) is 0.159
  ASSERT_FALSE(none.has_value());
  EXPECT_EQ(none.error().code, "B105");
  EXPECT_EQ(none.error().where, "k");
  EXPECT_EQ(page_threshold(100'001, 0.05, 0.5).error().where, "periods");
}

TEST(PageRun, FollowsTheWorkedExample) {
  // EX-3.1: k = 0.5, no alarm at h = 1.9.
  const std::vector<double> y{0.388057, 1.083703, 0.101550, 1.239876};
  const auto run = page_run(y, {0.5, 1.9, 0}).value();
  EXPECT_THAT(run.statistic, ElementsAre(DoubleNear(0, 1e-12), DoubleNear(0.583703, 5e-7),
                                         DoubleNear(0.185253, 5e-7), DoubleNear(0.925129, 5e-7)));
  EXPECT_FALSE(run.alarm.has_value());
  EXPECT_EQ(page_run(y, {0.5, 0.9, 0}).value().alarm, 4U);
}

TEST(PageRun, AlarmsOnlyAboveTheLimit) {
  const std::vector<double> y{1.5, 1.5};
  EXPECT_EQ(page_run(y, {0.5, 1, 0}).value().alarm, 2U);  // 1 is not above 1
  EXPECT_EQ(page_run(y, {0.5, 1, 0.25}).value().alarm, 1U);
  EXPECT_EQ(page_run(y, {0.5, 1, 0}, PageStart::first_without_k).value().alarm, 1U);
}

TEST(PageRun, NamesTheArgumentThatIsWrong) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> good{0.0};
  const auto where = [&](const PageTest& test) {
    const auto run = page_run(good, test);
    return run ? std::string("none") : run.error().code + " " + run.error().where;
  };
  EXPECT_EQ(where({-0.1, 1, 0}), "B102 k");
  EXPECT_EQ(where({nan, 1, 0}), "B102 k");
  EXPECT_EQ(where({0.5, 0, 0}), "B102 h");
  EXPECT_EQ(where({0.5, 101, 0}), "B102 h");
  EXPECT_EQ(where({0.5, nan, 0}), "B102 h");
  EXPECT_EQ(where({0.5, 1, -1}), "B102 headstart");
  EXPECT_EQ(where({0.5, 1, 1.1}), "B102 headstart");
  const auto run = page_run(std::vector<double>{0, nan}, {0.5, 1, 0});
  ASSERT_FALSE(run.has_value());
  EXPECT_EQ(run.error().code, "B101");
  EXPECT_EQ(run.error().where, "period 2");
}

TEST(PageRun, OfNothingIsNothing) {
  const auto run = page_run({}, {0.5, 1, 0}).value();
  EXPECT_TRUE(run.statistic.empty());
  EXPECT_EQ(page_detection_probability({0.5, 1, 0}, {}).value(), 0);
}

}  // namespace
}  // namespace accord::balance
