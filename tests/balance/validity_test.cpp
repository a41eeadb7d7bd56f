#include "balance/muf/validity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "balance/given.h"
#include "balance/muf/balance.h"
#include "balance/muf/items.h"

namespace accord::balance {
namespace {

using given::absolute;
using given::Given;
using given::random;
using given::systematic;
using measurement::Role;

/// Example 2.1 of the statistics chapter.
Given example21() {
  Given out;
  out.method("vol", {random(0.004), systematic(0.002, "VOL")});
  out.method("scale", {random(0.002), systematic(0.0015, "SCALE")});
  out.method("nda", {random(0.005), systematic(0.003, "NDA")});
  out.rows(10, 0, Role::closing, "b", "nda", 10.0);
  out.rows(20, 1, Role::increase, "x", "vol", 50);
  out.rows(49, 1, Role::decrease, "y", "scale", 20);
  out.rows(10, 1, Role::closing, "e", "nda", 11.8);
  return out;
}

TEST(Validity, CountsTheRealisationsOfExample21) {
  const Given in = example21();
  const Balance b = balance_of(in.items, in.methods).balance.value();
  // The table of the example, one term for each realisation: X systematic is 4.0 of 7.102026.
  EXPECT_NEAR(b.validity.periods.at(0).largest_share, 4.0 / 7.102026, 1e-12);
  EXPECT_EQ(b.largest_realisation(0), "VOL");
  const double squares = 4.0 * 4.0 + 2.1609 * 2.1609 + 0.002916 * 0.002916 + 0.8 * 0.8 / 20 +
                         0.0784 * 0.0784 / 49 + 0.025 * 0.025 / 10 + 0.03481 * 0.03481 / 10;
  EXPECT_NEAR(b.validity.periods[0].effective, 7.102026 * 7.102026 / squares, 1e-9);
  EXPECT_EQ(b.validity.largest_relative, 0.005);
  EXPECT_EQ(b.methods[b.validity.largest_method], "nda");
  EXPECT_EQ(b.validity.may_be_negative, 0U);
}

TEST(Validity, AgreesWithTheLoadsOfAllRealisations) {
  Given in;
  in.method("a", {random(0.05), absolute(0.2), systematic(0.01, "a"), random(0.02, "{item}")});
  in.method("b", {absolute(0.7), absolute(0.1, "zero")});
  in.rows(4, 0, Role::closing, "p", "a", 9.0);
  in.rows(3, 1, Role::increase, "q", "b", 4);
  in.rows(5, 1, Role::closing, "r", "a", 8.5);
  in.rows(2, 2, Role::decrease, "s", "b", 3);
  in.rows(5, 2, Role::closing, "t", "a", 7.5);
  const PreparedItems prepared = prepare(in.items, in.methods);
  ASSERT_TRUE(prepared.prepared);
  const numerics::Matrix loads = load_matrix(prepared.prepared->view());
  const Balance b = balance_of(in.items, in.methods).balance.value();
  for (std::size_t t = 0; t < loads.rows; ++t) {
    double sum = 0, squares = 0, largest = 0;
    for (std::size_t g = 0; g < loads.columns; ++g) {
      const double v = loads(t, g) * loads(t, g);
      sum += v;
      squares += v * v;
      largest = std::max(largest, v);
    }
    EXPECT_NEAR(b.validity.periods[t].largest_share, largest / sum, 1e-12) << t;
    EXPECT_NEAR(b.validity.periods[t].effective, sum * sum / squares, 1e-9) << t;
  }
}

TEST(Validity, OneValueThatDecidesIsNamed) {
  Given in;
  in.method("rough", {absolute(5)}).method("fine", {random(0.001)});
  in.row(0, Role::closing, "holdup", "rough", 12);
  in.row(1, Role::closing, "a", "fine", 12);
  const Balance b = balance_of(in.items, in.methods).balance.value();
  EXPECT_EQ(b.largest_realisation(0), "one value of rough");
  EXPECT_GT(b.validity.periods[0].largest_share, dominating_share);
  EXPECT_LT(b.validity.periods[0].effective, effective_least);
  // 12 kg with a standard deviation of 5 kg is below 0 with Φ(−2.4) = 0.8 %.
  EXPECT_EQ(b.validity.may_be_negative, 1U);
}

TEST(Validity, NothingIsSaidWithoutVariance) {
  Given in;
  in.method("count", {});
  in.row(0, Role::closing, "a", "count", 1).row(1, Role::closing, "b", "count", 1);
  const Balance b = balance_of(in.items, in.methods).balance.value();
  EXPECT_EQ(b.validity.periods.at(0).effective, 0);
  EXPECT_EQ(b.largest_realisation(0), "");
}

}  // namespace
}  // namespace accord::balance
