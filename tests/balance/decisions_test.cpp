#include "balance/muf/decisions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace accord::balance {
namespace {

/// One period with the given numbers; Σ is its variance.
Balance one(double muf_kg, double sigma_kg, double active_kg) {
  Balance out;
  out.muf.muf_kg = {muf_kg};
  out.muf.covariance_kg2 = numerics::Matrix(1, 1);
  out.muf.covariance_kg2(0, 0) = sigma_kg * sigma_kg;
  PeriodBalance period;
  period.muf_kg = muf_kg;
  period.sigma_kg = sigma_kg;
  period.active_kg = active_kg;
  period.status = sigma_kg > 0 ? Status::measured : Status::item_discrepancy;
  out.periods = {period};
  return out;
}

TEST(Decisions, FollowExamples21And23AndThoseOfSection6) {
  // EX-2.1: MUF 2, variance 7.102026, 5 % limit 4.3834735; 3.28970725 σ is found at 5 %/5 %.
  const Decisions ex21 = decide(one(2, std::sqrt(7.102026), 2198), {}).value();
  EXPECT_NEAR(ex21.periods[0].limit_kg, 4.3834735, 5e-8);
  EXPECT_NEAR(ex21.periods[0].found_kg, 3.28970725 * 2.6649626, 5e-7);
  EXPECT_FALSE(ex21.periods[0].alarm);
  EXPECT_FALSE(ex21.periods[0].goal_probability);
  // EX-2.3: σ 8 kg, a loss of 8 kg is found with 0.2595.
  const Decisions ex23 = decide(one(14, 8, 1600), {0.05, 0.95, 8}).value();
  EXPECT_NEAR(ex23.periods[0].goal_probability.value(), 0.2595, 5e-5);
  EXPECT_NEAR(ex23.together.found_kg, 26.32, 0.005);
  EXPECT_TRUE(ex23.periods[0].alarm);  // 14 > 1.645·8 = 13.16
  EXPECT_TRUE(ex23.together.alarm);
}

TEST(Decisions, CriterionIsExceededAboveTheLargestOfItsBounds) {
  measurement::Criteria criteria{"made-up", "made up", {}};
  measurement::Criterion muf{"three", measurement::Statistic::either_muf};
  muf.above_sigma = 3;
  muf.above_kg = 4.5;
  measurement::Criterion seid{"seid", measurement::Statistic::seid};
  seid.above_active = 0.00125;
  criteria.list = {muf, seid};
  // |MUF| 4 is above 3·1 but not above 4.5; SEID 1 is not above 0.00125·900 = 1.125.
  const Decisions below = decide(one(-4, 1, 900), {}, criteria).value();
  EXPECT_EQ(below.criteria[0][0].value_kg, 4);
  EXPECT_EQ(below.criteria[0][0].limit_kg, 4.5);
  EXPECT_FALSE(below.exceeded());
  EXPECT_TRUE(decide(one(-4.6, 1, 900), {}, criteria).value().criteria[0][0].exceeded);
  const Decisions wide = decide(one(0, 1, 799), {}, criteria).value();
  EXPECT_TRUE(wide.criteria[1][0].exceeded);
  EXPECT_TRUE(wide.exceeded());
  // At the bound it is not exceeded.
  EXPECT_FALSE(decide(one(0, 1, 800), {}, criteria).value().exceeded());
}

TEST(Decisions, ACumulativeCriterionComparesTheSumOfMufWithItsOwnStandardError) {
  Balance three;
  three.muf.muf_kg = {3, -1, 4};
  three.muf.covariance_kg2 = numerics::Matrix(3, 3);
  for (std::size_t t = 0; t < 3; ++t) three.muf.covariance_kg2(t, t) = 1;
  for (const std::size_t t : {0U, 1U})
    three.muf.covariance_kg2(t, t + 1) = three.muf.covariance_kg2(t + 1, t) = -0.25;
  for (const double muf_kg : three.muf.muf_kg) {
    PeriodBalance period;
    period.muf_kg = muf_kg;
    period.sigma_kg = 1;
    period.status = Status::measured;
    three.periods.push_back(period);
  }
  measurement::Criterion quantity{"one quantity", measurement::Statistic::either_cumuf};
  quantity.above_goal = 1;
  measurement::Criterion sigma{"two errors", measurement::Statistic::cumuf};
  sigma.above_sigma = 2;
  const measurement::Criteria criteria{"made-up", "made up", {quantity, sigma}};
  const Decisions got = decide(three, {0.05, 0.95, 5}, criteria).value();
  // Sums 3, 2 and 6 kg; variances 1, 1 + 1 − 2·0.25 and 3 − 4·0.25.
  const double sums[] = {3, 2, 6}, variances[] = {1, 1.5, 2};
  for (std::size_t t = 0; t < 3; ++t) {
    EXPECT_EQ(got.criteria[0][t].value_kg, sums[t]);
    EXPECT_EQ(got.criteria[0][t].limit_kg, 5);
    EXPECT_EQ(got.criteria[0][t].exceeded, t == 2) << "no period alone is above 5 kg";
    EXPECT_NEAR(got.criteria[1][t].limit_kg, 2 * std::sqrt(variances[t]), 1e-12);
    EXPECT_EQ(got.criteria[1][t].exceeded, t != 1);
  }
  for (double& muf_kg : three.muf.muf_kg) muf_kg = -muf_kg;  // a gain
  EXPECT_TRUE(decide(three, {0.05, 0.95, 5}, criteria).value().criteria[0][2].exceeded);
  EXPECT_FALSE(decide(three, {0.05, 0.95, 5}, criteria).value().criteria[1][2].exceeded);
}

TEST(Decisions, LossIsNoGainUnlessTheCriterionSaysSo) {
  measurement::Criteria criteria{"made-up", "made up", {{"loss"}}};
  criteria.list[0].above_goal = 1;
  EXPECT_FALSE(decide(one(-9, 1, 900), {0.05, 0.95, 8}, criteria).value().exceeded());
  EXPECT_TRUE(decide(one(9, 1, 900), {0.05, 0.95, 8}, criteria).value().exceeded());
  const auto without = decide(one(9, 1, 900), {}, criteria);
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().code, "B013");
}

TEST(Decisions, WithoutVarianceThereIsNoTest) {
  const Decisions got = decide(one(1, 0, 10), {0.05, 0.95, 0.5}).value();
  EXPECT_FALSE(got.periods[0].alarm);
  EXPECT_EQ(got.periods[0].found_kg, 0);
  EXPECT_EQ(got.periods[0].goal_probability, 1);
}

TEST(Decisions, RefuseWhatIsNoProbabilityOrQuantity) {
  EXPECT_EQ(decide(one(1, 1, 9), {0, 0.95, 1}).error().code, "B020");
  EXPECT_EQ(decide(one(1, 1, 9), {0.05, 1, 1}).error().code, "B020");
  EXPECT_EQ(decide(one(1, 1, 9), {0.05, 0.95, -1}).error().code, "B013");
  EXPECT_EQ(decide(one(1, 1, 9), {0.05, 0.95, INFINITY}).error().code, "B013");
}

}  // namespace
}  // namespace accord::balance
