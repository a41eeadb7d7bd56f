#include "balance/tests/combined.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "balance/tests/decision.h"
#include "balance/tests/roc.h"
#include "numerics/hypergeometric.h"

namespace accord::balance {
namespace {

TEST(Combined, PairOfTestsFollowsExample62) {
  // Var MUF 6.25, Var D 16, Var(MUF − D) 9.75.
  const PairTest test{2.5, std::sqrt(9.75), 0.025, 0.025};
  EXPECT_NEAR(pair_detection(test, 10, 0)->detection, 0.997788, 5e-7);
  EXPECT_NEAR(pair_detection(test, 5, 5)->detection, 0.948205, 5e-7);
  EXPECT_NEAR(pair_detection(test, 0, 10)->detection, 0.895667, 5e-7);
  EXPECT_NEAR(pair_detection(test, 0, 10)->muf_alone, 0.025, 1e-12);
  EXPECT_NEAR(pair_detection(test, 0, 0)->false_alarm, 1 - 0.975 * 0.975, 1e-15);
  EXPECT_NEAR(pair_detection(test, 0, 0)->detection, 1 - 0.975 * 0.975, 1e-12);
  // MUF − D alone at 5 %: the same for every split.
  for (const double shown : {0.0, 3.0, 10.0})
    EXPECT_NEAR(
        pair_detection({2.5, std::sqrt(9.75), 0.025, 0.05}, shown, 10 - shown)->difference_alone,
        0.940349, 5e-7);
}

TEST(Combined, ItemsAndBulkFollowExample63) {
  const ItemsAndBalance plan{60, 15, 0.4, 0.95, 2, 0.05};
  const WorstHiding worst = worst_hiding(plan, 8).value();
  EXPECT_EQ(worst.hidden, 7U);
  EXPECT_NEAR(worst.miss, 0.022776, 5e-7);
  EXPECT_NEAR(worst.detection, 1 - 0.022776, 5e-7);
  EXPECT_NEAR(*miss_probability(plan, 8, 0), 0.0093, 5e-5);
  // All of it in items: 20 of 0.4 kg.
  EXPECT_TRUE(miss_probability(plan, 8, 20));
  EXPECT_EQ(miss_probability(plan, 8, 21).error().code, "B027");
}

TEST(Combined, LayerThatSeesNothingChangesNothing) {
  // Nothing selected: the balance alone decides, and hiding everything in items hides it all.
  const ItemsAndBalance blind{60, 0, 0.4, 1, 2, 0.05};
  EXPECT_NEAR(*miss_probability(blind, 8, 0), 1 - *detection_probability({2, 0.05}, 8), 1e-15);
  EXPECT_EQ(worst_hiding(blind, 8)->hidden, 20U);
  EXPECT_NEAR(worst_hiding(blind, 8)->miss, 0.95, 1e-12);
  // A stratum too small for the goal: the rest has to come from the bulk.
  EXPECT_EQ(worst_hiding({3, 0, 0.4, 1, 2, 0.05}, 8)->hidden, 3U);
}

TEST(Combined, RefusesWhatMakesNoSense) {
  EXPECT_EQ(pair_detection({0, 1, 0.05, 0.05}, 1, 1).error().code, "B001");
  EXPECT_EQ(pair_detection({1, 1, 0, 0.05}, 1, 1).error().code, "B020");
  EXPECT_EQ(pair_detection({1, 1, 0.05, 0.05}, -1, 1).error().code, "B013");
  EXPECT_EQ(worst_hiding({10, 11, 0.4, 1, 2, 0.05}, 8).error().code, "B027");
  EXPECT_EQ(worst_hiding({10, 1, 0, 1, 2, 0.05}, 8).error().code, "B013");
  EXPECT_EQ(worst_hiding({10, 1, 0.4, 1.5, 2, 0.05}, 8).error().code, "B020");
  EXPECT_EQ(worst_hiding({1'000'000, 1, 1e-5, 1, 2, 0.05}, 8).error().code, "B027");
}

TEST(Roc, NormalShiftFollowsExample61) {
  EXPECT_NEAR(*normal_auc(8, 3), 0.970327, 5e-7);
  EXPECT_NEAR(*normal_auc(0, 3), 0.5, 1e-15);
  EXPECT_EQ(normal_auc(8, 0).error().code, "B001");
}

/// The definition: all pairs, and the two variances of DeLong from the placements of each score.
Auc by_all_pairs(const std::vector<double>& low, const std::vector<double>& high) {
  const auto share = [](double a, double b) { return a < b ? 1.0 : a == b ? 0.5 : 0.0; };
  std::vector<double> of_high(high.size()), of_low(low.size());
  double sum = 0;
  for (std::size_t i = 0; i < low.size(); ++i)
    for (std::size_t j = 0; j < high.size(); ++j) {
      const double s = share(low[i], high[j]);
      sum += s;
      of_high[j] += s / static_cast<double>(low.size());
      of_low[i] += s / static_cast<double>(high.size());
    }
  const double value = sum / static_cast<double>(low.size() * high.size());
  const auto part = [&](const std::vector<double>& shares) {
    double squares = 0;
    for (const double s : shares) squares += (s - value) * (s - value);
    const auto n = static_cast<double>(shares.size());
    return squares / (n - 1) / n;
  };
  return {value, std::sqrt(part(of_high) + part(of_low))};
}

TEST(Roc, AreaIsThatOfAllPairs) {
  std::mt19937 numbers(5);
  std::uniform_int_distribution<int> without(0, 9), with(3, 12);  // many ties
  std::vector<double> low, high;
  for (int i = 0; i < 60; ++i) low.push_back(without(numbers));
  for (int i = 0; i < 41; ++i) high.push_back(with(numbers));
  const Auc expected = by_all_pairs(low, high);
  EXPECT_NEAR(auc(low, high)->value, expected.value, 1e-14);
  EXPECT_NEAR(auc(low, high)->standard_error, expected.standard_error, 1e-14);
  EXPECT_NEAR(auc(high, low)->value, 1 - expected.value, 1e-14);
}

TEST(Roc, AreaOfSimulatedScoresIsThatOfTheNormalShift) {
  std::mt19937_64 numbers(7);
  std::normal_distribution<double> normal;
  std::vector<double> low, high;
  for (int i = 0; i < 20'000; ++i) {
    low.push_back(3 * normal(numbers));
    high.push_back(3 * normal(numbers) + 8);
  }
  const Auc found = auc(low, high).value();
  EXPECT_NEAR(found.value, 0.970327, 4 * found.standard_error);
  EXPECT_LT(found.standard_error, 0.001);
  EXPECT_GT(found.standard_error, 0.0003);
}

TEST(Roc, RefusesTooFewScoresAndNoNumbers) {
  const std::vector<double> one{1}, two{1, 2}, wrong{1, std::nan("")};
  EXPECT_EQ(auc(one, two).error().code, "B102");
  EXPECT_EQ(auc(two, wrong).error().code, "B101");
  EXPECT_EQ(auc(two, {{3.0, 4.0}})->value, 1);
  EXPECT_EQ(auc(two, {{3.0, 4.0}})->standard_error, 0);
}

}  // namespace
}  // namespace accord::balance
