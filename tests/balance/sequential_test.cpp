#include "balance/tests/sequential.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/covariance.h"

namespace accord::balance {
namespace {

const std::vector<double> example_muf{0.8, 1.9, -0.4, 2.6};

TEST(Sequence, FollowsTheWorkedExample) {
  const Sequence result =
      sequence(example_muf, tests::structured_covariance(4, 1, 0.25, 1.5)).value();
  const double sitmuf[] = {0.388057, 1.083703, 0.101550, 1.239876};
  const double itmuf[] = {0.8, 2.135294, 0.2, 2.435156};
  const double pivots[] = {2.061553, 1.970369, 1.969464, 1.964032};
  const double cumuf[] = {0.8, 2.7, 2.3, 4.9};
  const double sigma_cumuf[] = {2.061553, 2.449490, 2.872281, 3.316625};
  const double gemuf[] = {0.150588, 1.325000, 1.335312, 2.872605};
  for (std::size_t t = 0; t < 4; ++t) {
    const SequencePeriod& period = result.periods()[t];
    EXPECT_NEAR(period.sitmuf, sitmuf[t], 5e-7);
    EXPECT_NEAR(period.itmuf, itmuf[t], 5e-7);
    EXPECT_NEAR(period.sigma_itmuf, pivots[t], 5e-7);
    EXPECT_NEAR(period.cumuf, cumuf[t], 5e-7);
    EXPECT_NEAR(period.sigma_cumuf, sigma_cumuf[t], 5e-7);
    EXPECT_NEAR(period.gemuf, gemuf[t], 5e-7);
    EXPECT_EQ(period.degrees, t + 1);
    EXPECT_EQ(period.status, PeriodStatus::regular);
  }
}

TEST(Sequence, ItmufIsWhatTheEarlierMufsDoNotExplain) {
  // EX-2.2 by hand: E[MUF_2 | MUF_1] = Σ01/Σ00 MUF_1, variance Σ11 − Σ01²/Σ00.
  numerics::Matrix sigma(2, 2);
  sigma.values = {1.554852, -0.251562, -0.251562, 1.487223};
  const Sequence result = sequence(std::vector{2.0, -1.5}, sigma).value();
  const SequencePeriod& second = result.periods()[1];
  EXPECT_NEAR(second.itmuf, -1.5 + 0.251562 / 1.554852 * 2.0, 1e-14);
  EXPECT_NEAR(second.sigma_itmuf, std::sqrt(1.487223 - 0.251562 * 0.251562 / 1.554852), 1e-14);
  EXPECT_NEAR(second.sigma_cumuf, 1.593409, 5e-7);
}

TEST(Sequence, GrowsWithoutChangingWhatWasSaid) {
  const auto sigma = tests::structured_covariance(6, 1, 0.25, 1.5);
  const std::vector<double> muf{1, -2, 3, 0.5, 0, 1};
  const Sequence whole = sequence(muf, sigma).value();
  Sequence growing;
  for (std::size_t t = 0; t < 6; ++t) {
    const auto period = growing.append(muf[t], sigma.row(t).first(t + 1));
    ASSERT_TRUE(period.has_value());
    EXPECT_EQ(period->sitmuf, whole.periods()[t].sitmuf);
    EXPECT_EQ(period->gemuf, whole.periods()[t].gemuf);
  }
}

TEST(Sequence, OfOnePeriodIsThePeriod) {
  const Sequence result =
      sequence(std::vector{3.0}, tests::structured_covariance(1, 1, 1, 1)).value();
  EXPECT_EQ(result.periods()[0].sitmuf, 1.5);
  EXPECT_EQ(result.periods()[0].gemuf, 2.25);
  EXPECT_EQ(result.periods()[0].cumuf, 3);
}

TEST(Sequence, MarksWhatTheEarlierPeriodsDetermine) {
  numerics::Matrix sigma(2, 2);
  sigma.values = {4, 8, 8, 16};
  const auto as_expected = sequence(std::vector{1.0, 2.0}, sigma).value();
  EXPECT_EQ(as_expected.periods()[1].status, PeriodStatus::predictable);
  EXPECT_EQ(as_expected.periods()[1].sitmuf, 0);
  EXPECT_EQ(as_expected.periods()[1].degrees, 1U);
  const auto otherwise = sequence(std::vector{1.0, 2.1}, sigma).value();
  EXPECT_EQ(otherwise.periods()[1].status, PeriodStatus::discrepancy);
  EXPECT_NEAR(otherwise.periods()[1].itmuf, 0.1, 1e-15);
}

TEST(Sequence, WithoutAnyErrorIsNoStatisticalQuestion) {
  const numerics::Matrix none(2, 2);
  const auto result = sequence(std::vector{0.0, 0.2}, none).value();
  EXPECT_EQ(result.periods()[0].status, PeriodStatus::predictable);
  EXPECT_EQ(result.periods()[1].status, PeriodStatus::discrepancy);
}

TEST(Sequence, RefusesWhatIsNoCovarianceAndNamesThePeriod) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto error = [](const std::vector<double>& muf, std::vector<double> values) {
    numerics::Matrix sigma(2, 2);
    sigma.values = std::move(values);
    const auto result = sequence(muf, sigma);
    return result ? std::string("none") : result.error().code + " " + result.error().where;
  };
  EXPECT_EQ(error({1, 1}, {1, 2, 2, 1}), "B104 period 2");
  EXPECT_EQ(error({1, 1}, {-1, 0, 0, 1}), "B104 period 1");
  EXPECT_EQ(error({1, 1}, {1, 0.5, 0.4, 1}), "B104 period 2");
  EXPECT_EQ(error({1, nan}, {1, 0, 0, 1}), "B101 period 2");
  EXPECT_EQ(error({1, 1}, {1, 0, 0, nan}), "B101 period 2");
  EXPECT_EQ(sequence(std::vector{1.0}, numerics::Matrix(2, 2)).error().code, "B103");
}

TEST(SmoothedPattern, IsDefinedForTheMiddleOnly) {
  const auto pattern = smoothed_pattern(std::vector{1.0, 2.0, 3.0, 4.0, 5.0, 7.0});
  ASSERT_EQ(pattern.size(), 2U);
  EXPECT_NEAR(pattern[0], (1 + 2 + 9 + 4 + 5) / 7.0, 1e-15);
  EXPECT_NEAR(pattern[1], (2 + 3 + 12 + 5 + 7) / 7.0, 1e-15);
  EXPECT_TRUE(smoothed_pattern(std::vector{1.0, 2.0, 3.0, 4.0}).empty());
}

TEST(SmoothedPattern, GemufAgreesWithTheWrittenOutFormula) {
  // Two inner periods: M̂ᵀ Σ⁻¹ m with the inverse of a 2 × 2 matrix by hand.
  const auto sigma = tests::structured_covariance(6, 1, 0.25, 1.5);
  const std::vector<double> muf{1, -2, 3, 0.5, 0, 1};
  const auto pattern = smoothed_pattern(muf);
  const double a = sigma(2, 2), b = sigma(2, 3), d = sigma(3, 3), det = a * d - b * b;
  const double expected =
      (pattern[0] * (d * muf[2] - b * muf[3]) + pattern[1] * (a * muf[3] - b * muf[2])) / det;
  EXPECT_NEAR(gemuf_v5b3(muf, sigma).value().value(), expected, 1e-13);
  EXPECT_FALSE(
      gemuf_v5b3(example_muf, tests::structured_covariance(4, 1, 0.25, 1.5)).value().has_value());
}

TEST(Sequence, VarianceALittleBelowZeroIsZero) {
  // Statistics chapter, 3.8: refused below −1e-10 of the largest variance, wherever that stands.
  numerics::Matrix sigma(2, 2);
  sigma(0, 0) = -1e-12;
  sigma(1, 1) = 1;
  const std::vector<double> muf{0, 2};
  const auto near = sequence(muf, sigma);
  ASSERT_TRUE(near);
  EXPECT_EQ(near->periods()[0].status, PeriodStatus::predictable);
  EXPECT_EQ(near->periods()[1].sitmuf, 2);
  sigma(0, 0) = -1e-9;
  EXPECT_FALSE(sequence(muf, sigma));
}

}  // namespace
}  // namespace accord::balance
