#include "measurement/budget.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace accord::measurement {
namespace {

std::vector<BudgetLine> lines_of(std::span<const double> values) {
  std::vector<BudgetLine> out;
  for (const double u : values) out.push_back({"line " + std::to_string(out.size()), u});
  return out;
}

TEST(Budget, FindsThatThePrintedBudgetOfExample12LeavesALineOut) {
  struct Row {
    std::array<double, 6> lines;
    double printed, all, without_one;
  };
  // EX-1.2, NIST SRM 4321d, per cent.
  const Row rows[] = {{{0.003, 0.077, 0.244, 0.05, 0.05, 0.005}, 0.261, 0.2655, 0.2608},
                      {{0.003, 0.0271, 0.142, 0.05, 0.05, 0.005}, 0.153, 0.1610, 0.1531},
                      {{0.003, 0.0002, 0.112, 0.05, 0.05, 0.005}, 0.123, 0.1326, 0.1228}};
  for (const Row& row : rows) {
    auto lines = lines_of(row.lines);
    const Budget all = *budget(lines);
    EXPECT_NEAR(all.combined, row.all, 5e-5);
    EXPECT_FALSE(agrees_with_printed(all, row.printed, 0.001));
    lines.erase(lines.begin() + 3);
    const Budget without = *budget(lines);
    EXPECT_NEAR(without.combined, row.without_one, 5e-5);
    EXPECT_TRUE(agrees_with_printed(without, row.printed, 0.001));
  }
}

TEST(Budget, ListsContributionsInDescendingOrder) {
  const Budget b =
      *budget(std::vector<BudgetLine>{{"small", 1}, {"large", 2, -1}, {"middle", 0.5, 3}});
  ASSERT_EQ(b.shares.size(), 3U);
  EXPECT_EQ(b.shares[0].name, "large");
  EXPECT_EQ(b.shares[1].name, "middle");
  EXPECT_DOUBLE_EQ(b.shares[1].contribution, 1.5);
  EXPECT_DOUBLE_EQ(b.combined, std::sqrt(1 + 4 + 2.25));
  EXPECT_DOUBLE_EQ(b.shares[0].variance_share, 4 / 7.25);
  EXPECT_DOUBLE_EQ(b.expanded(2), 2 * b.combined);
}

TEST(Budget, HasTheDegreesOfFreedomOfWelchAndSatterthwaite) {
  // By hand: u_c² = 9 + 16 = 25; ν = 625/(81/4 + 256/8) = 625/52.25.
  const Budget b = *budget(std::vector<BudgetLine>{{"a", 3, 1, 4}, {"b", 2, 2, 8}});
  EXPECT_DOUBLE_EQ(b.combined, 5);
  EXPECT_NEAR(b.degrees_of_freedom, 625 / 52.25, 1e-12);
  // Two equal lines of ν each have 2ν together.
  const Budget equal = *budget(std::vector<BudgetLine>{{"a", 1, 1, 5}, {"b", 1, 1, 5}});
  EXPECT_NEAR(equal.degrees_of_freedom, 10, 1e-12);
}

TEST(Budget, WithoutLinesOrLimitsIsZeroAndInfinite) {
  EXPECT_EQ(budget({})->combined, 0);
  EXPECT_TRUE(std::isinf(budget({})->degrees_of_freedom));
  EXPECT_TRUE(std::isinf(budget(std::vector<BudgetLine>{{"a", 1}})->degrees_of_freedom));
  EXPECT_EQ(budget(std::vector<BudgetLine>{{"a", 0}})->shares[0].variance_share, 0);
}

TEST(Budget, NamesTheFirstLineThatIsWrong) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  const BudgetLine wrong[] = {{"u", -1},       {"u", nan},         {"u", infinite},
                              {"u", 1, nan},   {"u", 1, infinite}, {"u", 1, 1, 0},
                              {"u", 1, 1, -2}, {"u", 1, 1, nan}};
  for (const BudgetLine& line : wrong) {
    const auto b = budget(std::vector<BudgetLine>{{"fine", 1}, line});
    ASSERT_FALSE(b);
    EXPECT_EQ(b.error().code, "B001");
    EXPECT_EQ(b.error().where, "line 1 (u)");
  }
}

}  // namespace
}  // namespace accord::measurement
