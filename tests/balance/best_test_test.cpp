#include "balance/tests/best_test.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "balance/tests/anytime.h"
#include "balance/tests/page.h"
#include "support/covariance.h"

namespace accord::balance {
namespace {

Sequence silent(const numerics::Matrix& sigma) {
  return sequence(std::vector<double>(sigma.rows), sigma).value();
}

/// EX-3.2: twelve periods, total loss 9.
class WorkedLosses : public testing::Test {
 protected:
  Sequence none = silent(tests::structured_covariance(12, 1, 0.25, 1.5));
  const numerics::Cholesky& factor = none.factor();

  void expect(const std::vector<double>& loss, double bound, double gemuf, double page5,
              double page25) {
    const auto means = sitmuf_means(factor, loss).value();
    EXPECT_NEAR(known_loss_bound(factor, loss, 0.05).value(), bound, 5.1e-7);
    EXPECT_NEAR(cumuf_detection_probability(factor, loss, 0.05).value(), 0.350266, 5.1e-7);
    EXPECT_NEAR(gemuf_detection_probability(factor, loss, 0.05).value(), gemuf, 5.1e-7);
    EXPECT_NEAR(page_detection_probability({0.5, 3.374521, 0}, means).value(), page5, 5.1e-7);
    EXPECT_NEAR(page_detection_probability({0.25, 4.763141, 0}, means).value(), page25, 5.1e-7);
  }
};

TEST_F(WorkedLosses, Protracted) {
  expect(std::vector<double>(12, 0.75), 0.355364, 0.099550, 0.262602, 0.300118);
}

TEST_F(WorkedLosses, Abrupt) {
  std::vector<double> loss(12);
  loss[5] = 9;
  expect(loss, 0.999618, 0.942831, 0.961681, 0.901487);
}

TEST_F(WorkedLosses, AtTheEnd) {
  std::vector<double> loss(12);
  std::fill(loss.begin() + 8, loss.end(), 2.25);
  expect(loss, 0.933883, 0.501052, 0.772772, 0.739825);
}

TEST_F(WorkedLosses, Worst) {
  const WorstPattern worst = worst_pattern(factor, 9, 0.05).value();
  EXPECT_FALSE(worst.bounded);
  EXPECT_NEAR(worst.loss.front(), 0.970588, 5e-7);
  EXPECT_NEAR(worst.loss.back(), 0.970588, 5e-7);
  for (std::size_t t = 1; t < 11; ++t) EXPECT_NEAR(worst.loss[t], 0.705882, 5e-7);
  EXPECT_NEAR(worst.detection_probability, 0.350266, 5e-7);
  expect(worst.loss, 0.350266, 0.098323, 0.247569, 0.283078);
}

TEST(LossEstimates, FollowTheWorkedExample) {
  const Sequence result =
      sequence(std::vector{0.8, 1.9, -0.4, 2.6}, tests::structured_covariance(4, 1, 0.25, 1.5))
          .value();
  EXPECT_NEAR(constant_loss(result).loss, 1.15, 1e-12);
  EXPECT_NEAR(constant_loss(result).sigma, 0.811107, 5e-7);
  const double loss[] = {1.175391, 2.028533, 0.858416, 2.435156};
  const double sigma[] = {1.964032, 1.885565, 1.885565, 1.964032};
  const auto single = single_losses(result);
  for (std::size_t t = 0; t < 4; ++t) {
    EXPECT_NEAR(single[t].loss, loss[t], 5e-7);
    EXPECT_NEAR(single[t].sigma, sigma[t], 5e-7);
  }
}

TEST(KnownLoss, OfOnePeriodIsTheSingleTest) {
  // EX-2.3: sigma 8 kg, loss 8 kg at 5 %: detection probability 0.2595.
  numerics::Matrix sigma(1, 1);
  sigma.values = {64};
  const Sequence result = sequence(std::vector{10.0}, sigma).value();
  const auto test = known_loss_test(result, std::vector{8.0}, 0.05).value();
  EXPECT_NEAR(test.detection_probability, 0.2595, 5e-5);
  EXPECT_NEAR(test.statistic, 8 * 10 / 64.0, 1e-14);
  EXPECT_NEAR(test.limit, 1.6448536270, 1e-9);
}

/// A covariance with strongly unequal rows, so that Σ1 has negative parts.
numerics::Matrix uneven(std::mt19937_64& random, std::size_t size) {
  std::normal_distribution<double> normal;
  numerics::Matrix root(size, size);
  for (double& value : root.values) value = normal(random);
  numerics::Matrix sigma(size, size);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j) {
      for (std::size_t k = 0; k < size; ++k) sigma(i, j) += root(i, k) * root(j, k);
      if (i == j) sigma(i, j) += 0.05;
    }
  return sigma;
}

TEST(WorstPatternOfAnySign, NoPatternIsHarderToFind) {
  std::mt19937_64 random(20261126);
  std::exponential_distribution<double> part;
  int bounded = 0;
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 2 + static_cast<std::size_t>(round) % 6;
    const Sequence none = silent(uneven(random, size));
    const WorstPattern worst = worst_pattern(none.factor(), 3, 0.05).value();
    bounded += worst.bounded;
    EXPECT_NEAR(std::accumulate(worst.loss.begin(), worst.loss.end(), 0.0), 3, 1e-9);
    for (const double loss : worst.loss) EXPECT_GE(loss, 0);
    // Random patterns, corners, and neighbours of the worst: a convex problem, so no nearby better
    // one means none at all.
    for (int other = 0; other < 200; ++other) {
      std::vector<double> loss = other % 2 == 0 ? std::vector<double>(size) : worst.loss;
      if (other < static_cast<int>(size))
        loss.assign(size, 0), loss[static_cast<std::size_t>(other)] = 1;
      else
        for (double& value : loss)
          value += (other % 2 == 0 ? 1 : 1e-3) * part(random) * (other % 3);
      const double sum = std::accumulate(loss.begin(), loss.end(), 0.0);
      if (sum == 0) continue;
      for (double& value : loss) value *= 3 / sum;
      EXPECT_GE(known_loss_bound(none.factor(), loss, 0.05).value(),
                worst.detection_probability - 1e-9);
    }
  }
  EXPECT_GT(bounded, 20);
}

TEST(BestTest, NamesWhatIsWrong) {
  const Sequence none = silent(tests::structured_covariance(3, 1, 0.25, 1.5));
  const auto error = [](const auto& result) {
    return result.error().code + " " + result.error().where;
  };
  EXPECT_EQ(error(known_loss_bound(none.factor(), std::vector{1.0}, 0.05)), "B103 loss");
  EXPECT_EQ(error(known_loss_bound(none.factor(), std::vector<double>{1.0, NAN, 0.0}, 0.05)),
            "B101 period 2");
  EXPECT_EQ(error(known_loss_bound(none.factor(), std::vector{1.0, 0.0, 0.0}, 0)), "B102 alpha");
  EXPECT_EQ(error(known_loss_bound(none.factor(), std::vector{1.0, 0.0, 0.0}, NAN)), "B102 alpha");
  EXPECT_EQ(error(worst_pattern(none.factor(), 0, 0.05)), "B102 total");
  EXPECT_EQ(error(anytime_boundary(0, 0.05)), "B102 n");
  EXPECT_EQ(error(anytime_boundary(1, 0.05, 0)), "B102 m");
  EXPECT_EQ(error(anytime_boundary(1, 1)), "B102 alpha");
}

TEST(Anytime, HasTheBoundaryOfTheWorkedExample) {
  // EX-3.3
  EXPECT_NEAR(anytime_boundary(1, 0.05).value(), 3.6564, 5e-5);
  EXPECT_NEAR(anytime_boundary(4, 0.05).value(), 6.1648, 5e-5);
  EXPECT_NEAR(anytime_boundary(12, 0.05).value(), 10.5467, 5e-5);
  EXPECT_NEAR(anytime_boundary(52, 0.05).value(), 22.9777, 5e-5);
  EXPECT_TRUE(std::isfinite(anytime_boundary(1'000'000'000, 0.05, 1e-300).value()));
}

}  // namespace
}  // namespace accord::balance
