#include "numerics/cholesky.h"

#include <gtest/gtest.h>

#include <cmath>

namespace accord::numerics {
namespace {

using Step = Cholesky::Step;

TEST(Cholesky, GivesThePivotsOfTheWorkedExample) {
  // Statistics chapter, EX-3.1: diagonal 4.25, neighbours −1.25, others 0.25.
  Cholesky factor;
  EXPECT_EQ(factor.append(std::vector{4.25}), Step::regular);
  EXPECT_EQ(factor.append(std::vector{-1.25, 4.25}), Step::regular);
  EXPECT_EQ(factor.append(std::vector{0.25, -1.25, 4.25}), Step::regular);
  EXPECT_EQ(factor.append(std::vector{0.25, 0.25, -1.25, 4.25}), Step::regular);
  const double pivots[] = {2.061553, 1.970369, 1.969464, 1.964032};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(factor.pivot(i), pivots[i], 5e-7);
  const auto y = factor.solve_lower(std::vector{0.8, 1.9, -0.4, 2.6});
  const double sitmuf[] = {0.388057, 1.083703, 0.101550, 1.239876};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(y[i], sitmuf[i], 5e-7);
  const auto back = factor.multiply(y);
  EXPECT_NEAR(back[3], 2.6, 1e-14);
}

TEST(Cholesky, TakesARowThatTheEarlierOnesDetermine) {
  Cholesky factor;
  EXPECT_EQ(factor.append(std::vector{4.0}), Step::regular);
  EXPECT_EQ(factor.append(std::vector{8.0, 16.0}), Step::determined);  // twice the first
  EXPECT_EQ(factor.append(std::vector{2.0, 4.0, 10.0}), Step::regular);
  EXPECT_EQ(factor.pivot(1), 0);
  EXPECT_DOUBLE_EQ(factor.pivot(2), 3);
  EXPECT_EQ(factor.solve_lower(std::vector{2.0, 4.0, 4.0}), (std::vector{1.0, 0.0, 1.0}));
}

TEST(Cholesky, RefusesWhatIsNoCovarianceAndKeepsWhatItHad) {
  Cholesky factor;
  EXPECT_EQ(factor.append(std::vector{1.0}), Step::regular);
  EXPECT_EQ(factor.append(std::vector{2.0, 1.0}), Step::not_semi_definite);  // correlation 2
  EXPECT_EQ(factor.size(), 1U);
  EXPECT_EQ(factor.append(std::vector{0.5, 1.0}), Step::regular);
  EXPECT_EQ(Cholesky().append(std::vector{-1.0}), Step::not_semi_definite);
}

TEST(Cholesky, RefusesCovariancesWithARowOfNoVariance) {
  Cholesky factor;
  EXPECT_EQ(factor.append(std::vector{0.0}), Step::determined);
  EXPECT_EQ(factor.append(std::vector{0.5, 1.0}), Step::not_semi_definite);
}

}  // namespace
}  // namespace accord::numerics
