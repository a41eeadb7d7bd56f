#include "balance/tests/decision.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "balance/muf/difference.h"

namespace accord::balance {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Decision, FollowsExample23) {
  const PeriodTest plutonium{0.010 * 800, 0.05};
  EXPECT_NEAR(*detectable_loss_kg(plutonium, 0.05), 26.32, 0.005);
  EXPECT_NEAR(*detectable_loss_kg(plutonium, 0.05), 8 * 3.28970725, 1e-7);
  EXPECT_NEAR(*detection_probability(plutonium, 8), 0.2595, 5e-5);
  EXPECT_NEAR(*detectable_loss_kg({0.005 * 60, 0.05}, 0.05), 0.987, 5e-4);
}

TEST(Decision, FollowsTheLimitOfExample21AndTheProbabilityOfExample61) {
  EXPECT_NEAR(*alarm_limit_kg({std::sqrt(7.102026), 0.05}), 4.3834735, 5e-8);
  EXPECT_NEAR(*detection_probability({3, 0.05}, 8), 0.846565, 5e-7);
  EXPECT_NEAR(*detectable_loss_kg({3, 0.05}, 0.05), 9.869122, 5e-7);
}

TEST(Decision, WithoutLossTheChanceOfAnAlarmIsAlpha) {
  for (const double alpha : {0.05, 0.01, 0.001})
    EXPECT_NEAR(*detection_probability({1.7, alpha}, 0), alpha, 1e-12);
}

TEST(Decision, WithoutErrorEveryLossIsSeen) {
  EXPECT_EQ(*alarm_limit_kg({0, 0.05}), 0);
  EXPECT_EQ(*detection_probability({0, 0.05}, 0.001), 1);
  EXPECT_EQ(*detection_probability({0, 0.05}, 0), 0);
}

TEST(Decision, TwoSidedLimitIsStrict) {
  EXPECT_FALSE(exceeds_two_sided(-3, 1, 3));
  EXPECT_TRUE(exceeds_two_sided(-3.001, 1, 3));
}

TEST(Decision, RefusesWhatIsNoSigmaOrProbability) {
  for (const double sigma : {-1.0, nan, std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(alarm_limit_kg({sigma, 0.05}).error().code, "B001") << sigma;
    EXPECT_EQ(alarm_limit_kg({sigma, 0.05}).error().where, "sigma_kg");
  }
  for (const double p : {0.0, 1.0, -0.1, nan}) {
    EXPECT_EQ(alarm_limit_kg({1, p}).error().code, "B020") << p;
    EXPECT_EQ(alarm_limit_kg({1, p}).error().where, "alpha");
    EXPECT_EQ(detectable_loss_kg({1, 0.05}, p).error().code, "B020") << p;
    EXPECT_EQ(detectable_loss_kg({1, 0.05}, p).error().where, "beta");
  }
  EXPECT_EQ(detection_probability({1, 0.05}, nan).error().code, "B013");
}

TEST(ShipperReceiver, RefusesWhatCannotBe) {
  EXPECT_EQ(shipper_receiver({nan, 1, 1, 1, 0}).error().where, "shipped");
  EXPECT_EQ(shipper_receiver({1, nan, 1, 1, 0}).error().code, "B013");
  EXPECT_EQ(shipper_receiver({1, 1, -1, 1, 0}).error().where, "u_shipper");
  EXPECT_EQ(shipper_receiver({1, 1, 1, nan, 0}).error().where, "u_receiver");
  EXPECT_EQ(shipper_receiver({1, 1, 1, 1, 1.1}).error().where, "covariance");
  EXPECT_EQ(shipper_receiver({1, 1, 1, 1, nan}).error().where, "covariance");
}

TEST(ShipperReceiver, ExactValuesHaveNoRatio) {
  const auto d = shipper_receiver({3, 2, 0, 0, 0});
  ASSERT_TRUE(d);
  EXPECT_FALSE(d->ratio);
  EXPECT_EQ(d->difference_kg, 1);
  EXPECT_FALSE(d->best_kg);  // an item discrepancy: none of the two is nearer
  EXPECT_EQ(shipper_receiver({3, 3, 0, 0, 0})->best_kg, 3);
}

}  // namespace
}  // namespace accord::balance
