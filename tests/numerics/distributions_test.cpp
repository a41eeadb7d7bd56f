#include "numerics/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace accord::numerics {
namespace {

void expect_relative(double value, double expected, double tolerance) {
  EXPECT_LE(std::abs(value - expected), tolerance * std::abs(expected)) << value;
}

TEST(Normal, HasTheQuantilesOfTheTables) {
  // Statistics chapter, section 0; 0.975 and 1e-10 also Abramowitz and Stegun 26.6 and Wichura
  // 1988.
  EXPECT_NEAR(normal_quantile(0.95), 1.6448536270, 5e-11);
  EXPECT_NEAR(normal_quantile(0.975), 1.9599639845400545, 1e-14);
  EXPECT_NEAR(normal_quantile(0.99), 2.3263478740, 5e-11);
  EXPECT_EQ(normal_quantile(0.5), 0);
  // Wichura's own check values, Applied Statistics 37 (1988), AS 241.
  expect_relative(normal_quantile(0.25), -0.6744897501960817, 1e-14);
  expect_relative(normal_quantile(0.001), -3.090232306167814, 1e-14);
  expect_relative(normal_quantile(1e-20), -9.262340089798408, 1e-14);
  expect_relative(normal_upper_quantile(1e-20), 9.262340089798408, 1e-14);
}

TEST(Normal, KeepsTheTails) {
  // Φ(−10) and Φ(−40) to 15 digits, from the published series of erfc.
  expect_relative(normal_cdf(-10), 7.619853024160527e-24, 1e-13);
  expect_relative(normal_sf(10), 7.619853024160527e-24, 1e-13);
  expect_relative(normal_log_cdf(-40), -804.6084420137538, 1e-14);
  expect_relative(normal_log_cdf(-1e6), -5e11 - 14.734449091168764, 1e-14);
  EXPECT_EQ(normal_cdf(std::numeric_limits<double>::infinity()), 1);
  EXPECT_EQ(normal_cdf(-std::numeric_limits<double>::infinity()), 0);
}

TEST(Normal, LogOfTheTailAgreesWhereTheTwoFormulasMeet) {
  const double below = std::nextafter(-10.0, -11.0);
  expect_relative(normal_log_cdf(below), normal_log_cdf(std::nextafter(-10.0, 0.0)), 1e-14);
}

TEST(ChiSquared, HasThePointsOfTheTables) {
  // 9.487729: chapter, EX-3.1. 3.841459, 18.307038, 23.209251: any printed table.
  EXPECT_NEAR(chi_squared_upper_quantile(0.05, 4), 9.487729, 5e-7);
  EXPECT_NEAR(chi_squared_upper_quantile(0.05, 1), 3.841459, 5e-7);
  EXPECT_NEAR(chi_squared_upper_quantile(0.05, 10), 18.307038, 5e-7);
  EXPECT_NEAR(chi_squared_upper_quantile(0.01, 10), 23.209251, 5e-7);
  expect_relative(chi_squared_sf(7, 2), std::exp(-3.5), 1e-14);  // closed form of two degrees
}

TEST(NonCentralChiSquared, AgreesWithOneNormalSquared) {
  // (Z + d)² > x: Φ(d − √x) + Φ(−d − √x).
  for (const double shift : {0.0, 0.5, 2.0, 6.0})
    for (const double x : {0.1, 3.841459, 30.0})
      expect_relative(noncentral_chi_squared_sf(x, 1, shift * shift),
                      normal_cdf(shift - std::sqrt(x)) + normal_cdf(-shift - std::sqrt(x)), 1e-11);
}

TEST(NonCentralChiSquared, OfALargeShiftIsNormal) {
  EXPECT_EQ(noncentral_chi_squared_sf(21, 12, 1e12), 1);
  // Two degrees: the distance of a point from the origin; (√λ + z)² + w² > x.
  for (const double lambda : {0.9e8, 1.1e8, 1e10}) {
    const double delta = std::sqrt(lambda);
    for (const double z : {-1.0, 0.0, 2.0})
      EXPECT_NEAR(noncentral_chi_squared_sf((delta - z) * (delta - z), 2, lambda),
                  normal_cdf(z + 1 / (2 * delta)), 2e-8);
  }
}

TEST(NonCentralChiSquared, IsAPoissonMixtureOfChiSquared) {
  for (const double lambda : {1.0, 7.5, 60.0}) {
    double weight = std::exp(-lambda / 2);
    double sum = 0;
    for (int j = 0; j < 400; ++j) {
      sum += weight * chi_squared_sf(21.026, 12 + 2.0 * j);
      weight *= lambda / 2 / (j + 1);
    }
    expect_relative(noncentral_chi_squared_sf(21.026, 12, lambda), sum, 1e-11);
  }
}

TEST(NoncentralChiSquared, IsAlwaysAboveZero) {
  EXPECT_EQ(noncentral_chi_squared_sf(0, 12, 3), 1);
  EXPECT_EQ(noncentral_chi_squared_sf(0, 1, 0), 1);
}

}  // namespace
}  // namespace accord::numerics
