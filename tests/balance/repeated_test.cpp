#include "balance/tests/repeated.h"

#include <gtest/gtest.h>

#include <cmath>

#include "balance/tests/sequential.h"
#include "numerics/distributions.h"
#include "support/covariance.h"

namespace accord::balance {
namespace {

numerics::Cholesky factor_of(const numerics::Matrix& sigma) {
  return sequence(std::vector<double>(sigma.rows), sigma).value().factor();
}

numerics::Cholesky independent(std::size_t periods) {
  return factor_of(tests::structured_covariance(periods, 1, 0, 0));
}

TEST(RepeatedCumuf, OfTwelveIndependentPeriodsIsThatOfTheChapter) {
  // Statistics chapter, 3.2, 1.645 each time: printed 0.184 after simulation. The sum of N(0, 1) is
  // a Markov chain, so quadrature period by period gives it exactly (Gauss–Legendre, 400 nodes,
  // another program); 10⁸ simulated sequences gave 0.18291 ± 0.00004.
  const auto found = repeated_cumuf_false_alarm(independent(12), 1.645).value();
  EXPECT_NEAR(found.value, 0.1829315455, 1e-4);
  EXPECT_LT(found.error, 3e-4);
}

TEST(RepeatedCumuf, OfAsManyPeriodsAsThereMayBeHasItsError) {
  // As above; Simpson's rule with 2001 and 3001 nodes in another program agrees to 1e-9.
  const auto found = repeated_cumuf_false_alarm(independent(25), 1.645).value();
  EXPECT_NEAR(found.value, 0.228145877, found.error);
  EXPECT_LT(found.error, 5e-4);
}

TEST(RepeatedCumuf, OfTwoPeriodsIsTheBivariateNormal) {
  // Orthant probability: P(both ≤ 0) = ¼ + arcsin(ρ)/2π; CUMUFs of two equal periods have ρ = √½.
  const auto found = repeated_cumuf_false_alarm(independent(2), 0).value();
  EXPECT_NEAR(found.value, 1 - (0.25 + std::asin(std::sqrt(0.5)) / (2 * M_PI)), 1e-12);
}

TEST(RepeatedCumuf, OfThreePeriodsIsTheOrthantOfThree) {
  // P(all ≤ 0) = ⅛ + Σ arcsin(ρ)/4π.
  const double sum =
      std::asin(std::sqrt(1.0 / 2)) + std::asin(std::sqrt(1.0 / 3)) + std::asin(std::sqrt(2.0 / 3));
  const auto found = repeated_cumuf_false_alarm(independent(3), 0).value();
  EXPECT_NEAR(found.value, 1 - (0.125 + sum / (4 * M_PI)), 1e-4);
  EXPECT_NEAR(found.value, 1 - (0.125 + sum / (4 * M_PI)), 2 * found.error + 1e-6);
}

TEST(RepeatedCumuf, OfPerfectlyRepeatedErrorsIsOneTest) {
  // A common systematic part that outweighs everything: all CUMUF/σ are nearly the same number.
  const auto factor = factor_of(tests::structured_covariance(10, 1e-8, 1, 0));
  EXPECT_NEAR(repeated_cumuf_false_alarm(factor, 1.6448536).value().value, 0.05, 2e-4);
}

TEST(RepeatedCumuf, HasTheLimitOfTheWantedProbability) {
  const auto factor = factor_of(tests::structured_covariance(12, 1, 0.25, 1.5));
  const double limit = repeated_cumuf_limit(factor, 0.05).value().value;
  EXPECT_NEAR(repeated_cumuf_false_alarm(factor, limit).value().value, 0.05, 5e-5);
  EXPECT_GT(limit, 1.6448536);
  EXPECT_NEAR(repeated_cumuf_limit(independent(1), 0.05).value().value, 1.6448536269514722, 1e-12);
}

TEST(RepeatedCumuf, LiesBetweenOneTestAndAllOfThemAdded) {
  for (const std::size_t periods : {2U, 3U, 8U})
    for (const double alpha : {0.001, 0.2}) {
      const double limit = repeated_cumuf_limit(independent(periods), alpha).value().value;
      const double found = repeated_cumuf_false_alarm(independent(periods), limit).value().value;
      EXPECT_NEAR(found, alpha, 1e-4) << periods << " " << alpha;
      EXPECT_GE(limit, numerics::normal_upper_quantile(alpha) - 1e-9);
      EXPECT_LE(limit,
                numerics::normal_upper_quantile(alpha / static_cast<double>(periods)) + 0.05);
    }
}

TEST(RepeatedCumuf, NamesWhatIsWrong) {
  EXPECT_EQ(repeated_cumuf_false_alarm(independent(26), 2).error().where, "periods");
  EXPECT_EQ(repeated_cumuf_false_alarm(independent(3), NAN).error().where, "limit");
  EXPECT_EQ(repeated_cumuf_limit(independent(3), 1).error().where, "alpha");
  EXPECT_EQ(repeated_cumuf_limit(independent(3), 1e-4).error().where, "alpha");
  const double two = repeated_cumuf_limit(independent(2), 1e-8).value().value;  // by formula
  EXPECT_NEAR(repeated_cumuf_false_alarm(independent(2), two).value().value / 1e-8, 1, 1e-4);
}

TEST(RepeatedCumuf, OfTwoNearlyEqualPeriodsKeepsItsDigits) {
  // Drezner's integral over the correlation, 30 digits (mpmath); the correlation is that of the
  // MUFs.
  const double limit = 1.645;
  for (const auto& [correlation, right] :
       {std::pair{0.999, 0.050904742763}, std::pair{0.9999, 0.050275776551},
        std::pair{0.999999, 0.050013992563}}) {
    numerics::Matrix sigma(2, 2);
    sigma(0, 0) = sigma(1, 1) = 1;
    sigma(0, 1) = sigma(1, 0) = correlation;
    const auto found = repeated_cumuf_false_alarm(factor_of(sigma), limit).value();
    EXPECT_NEAR(found.value, right, found.error + 1e-12) << correlation;
    EXPECT_LT(found.error, 1e-9) << correlation;
  }
}

TEST(RepeatedCumuf, FindsALimitWhereAllPeriodsAreNearlyOne) {
  // I + 3·10⁷·11ᵀ: all CUMUF/σ are one number to 1e-4, so the limit is z(0.95) = 1.644854 and a
  // little more.
  const auto factor = factor_of(tests::structured_covariance(6, 1, 3e7, 0));
  const auto limit = repeated_cumuf_limit(factor, 0.05).value();
  EXPECT_NEAR(limit.value, 1.644854, limit.error + 4e-4);
  EXPECT_LT(limit.error, 0.01);
}

TEST(RepeatedCumuf, RefusesWhatHasNoStandardDeviation) {
  const auto huge = factor_of(tests::structured_covariance(3, 1e308, 0, 0));
  EXPECT_EQ(repeated_cumuf_false_alarm(huge, 1.6).error().code, "B101");
  EXPECT_EQ(repeated_cumuf_limit(huge, 0.05).error().code, "B101");
}

}  // namespace
}  // namespace accord::balance
