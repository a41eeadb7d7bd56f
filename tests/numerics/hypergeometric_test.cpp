#include "numerics/hypergeometric.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace accord::numerics {
namespace {

TEST(Hypergeometric, FollowsTheExamplesOfTheChapter) {
  // EX-5.1, EX-5.2, EX-5.4.
  EXPECT_NEAR(none_drawn({100, 5, 44}), 0.050736, 5e-7);
  EXPECT_NEAR(none_drawn({100, 5, 45}), 0.046206, 5e-7);
  EXPECT_NEAR(none_drawn({200, 16, 26}), 0.0979635, 5e-8);
  EXPECT_NEAR(none_recognised({50, 6, 15}, 0.1), 0.1364412, 5e-8);
  EXPECT_NEAR(none_recognised({50, 6, 15}, 0), 0.1021453, 5e-8);
}

TEST(Hypergeometric, EdgesAreExact) {
  EXPECT_EQ(none_drawn({10, 0, 5}), 1);
  EXPECT_EQ(none_drawn({10, 5, 0}), 1);
  EXPECT_EQ(none_drawn({10, 6, 5}), 0);
  EXPECT_EQ(none_drawn({0, 0, 0}), 1);
  EXPECT_EQ(none_recognised({10, 6, 5}, 1), 1);
  EXPECT_EQ(none_recognised({10, 10, 10}, 0.5), std::pow(0.5, 10));
}

/// Draws one item after the other: P(K = k) by the recursion over the draws.
double by_drawing(std::uint64_t items, std::uint64_t defective, std::uint64_t drawn, double q) {
  std::vector<double> p(drawn + 1);
  p[0] = 1;
  for (std::uint64_t i = 0; i < drawn; ++i)
    for (std::uint64_t k = i + 1; k-- > 0;) {
      const auto left = static_cast<double>(items - i);
      const double hit = k < defective ? static_cast<double>(defective - k) / left : 0;
      p[k + 1] += p[k] * hit;
      p[k] *= 1 - hit;
    }
  double sum = 0;
  for (std::uint64_t k = 0; k <= drawn; ++k) sum += p[k] * std::pow(q, static_cast<double>(k));
  return sum;
}

TEST(Hypergeometric, IsThatOfDrawingOneByOne) {
  for (const std::uint64_t items : {1U, 2U, 7U, 30U, 200U})
    for (std::uint64_t defective = 0; defective <= items; defective += 1 + items / 7)
      for (std::uint64_t drawn = 0; drawn <= items; drawn += 1 + items / 5)
        for (const double q : {0.0, 0.05, 0.5, 1.0}) {
          const double expected = by_drawing(items, defective, drawn, q);
          EXPECT_NEAR(none_recognised({items, defective, drawn}, q), expected,
                      1e-12 * expected + 1e-15)
              << items << " " << defective << " " << drawn << " " << q;
          // Which of the two is chosen first does not matter.
          EXPECT_NEAR(none_recognised({items, drawn, defective}, q), expected,
                      1e-12 * expected + 1e-15);
        }
}

}  // namespace
}  // namespace accord::numerics
