#include "numerics/quadrature.h"

#include <gtest/gtest.h>

#include <cmath>

#include "numerics/solve.h"

namespace accord::numerics {
namespace {

double power_sum(const Quadrature& rule, int power) {
  double sum = 0;
  for (std::size_t i = 0; i < rule.nodes.size(); ++i)
    sum += rule.weights[i] * std::pow(rule.nodes[i], power);
  return sum;
}

TEST(GaussLegendre, HasTheNodesOfTheTables) {
  // Abramowitz and Stegun, table 25.4.
  const Quadrature two = gauss_legendre(2, -1, 1);
  EXPECT_NEAR(two.nodes[1], 0.577350269189626, 1e-15);
  EXPECT_NEAR(two.weights[0], 1, 1e-15);
  const Quadrature five = gauss_legendre(5, -1, 1);
  EXPECT_EQ(five.nodes[2], 0);
  EXPECT_NEAR(five.nodes[4], 0.906179845938664, 1e-15);
  EXPECT_NEAR(five.weights[4], 0.236926885056189, 1e-15);
  EXPECT_NEAR(five.weights[2], 0.568888888888889, 1e-15);
}

TEST(GaussLegendre, IsExactUpToItsDegree) {
  for (const std::size_t count : {1U, 2U, 7U, 40U, 200U}) {
    const Quadrature rule = gauss_legendre(count, 0, 1);
    for (int power = 0; power < static_cast<int>(2 * count) && power < 120; ++power)
      EXPECT_NEAR(power_sum(rule, power), 1.0 / (power + 1), 4e-15) << count << " " << power;
  }
}

TEST(Solve, ReturnsWhatWasMultiplied) {
  Matrix a(3, 3);
  a.values = {0, 2, 1, 1, -2, -3, -1, 1, 2};  // needs a change of rows
  const auto x = solve(a, std::vector{-8.0, 0.0, 3.0});
  const double expected[] = {-4, -5, 2};
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(x[i], expected[i], 1e-13);
}

TEST(FindRoot, FindsTheRootOfTwo) {
  EXPECT_NEAR(find_root([](double x) { return x * x - 2; }, 0, 10, 1e-13), std::sqrt(2.0), 1e-13);
  EXPECT_EQ(find_root([](double x) { return x; }, 0, 1, 1e-12), 0);
}

}  // namespace
}  // namespace accord::numerics
