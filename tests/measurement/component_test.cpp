#include "measurement/component.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "measurement/replication.h"

namespace accord::measurement {
namespace {

using ::testing::ElementsAre;

ComponentRow row(std::string method, bool systematic, double sigma, std::string key,
                 Kind kind = Kind::relative) {
  return {std::move(method), true, {"", "", kind, systematic, sigma, std::move(key)}};
}

TEST(Component, RowsAreJoinedByMethodInTheirOrder) {
  const Methods m = methods_of(std::vector{row("B", false, 0.01, ""), row("A", false, 0.02, ""),
                                           row("B", true, 0.005, "B")});
  EXPECT_TRUE(m.faults.empty());
  ASSERT_EQ(m.methods.size(), 2U);
  EXPECT_EQ(m.methods[0].name, "B");
  ASSERT_EQ(m.methods[0].components.size(), 2U);
  EXPECT_EQ(m.methods[0].components[1].row, 2U);
}

TEST(Component, MethodWithoutErrorIsAMethod) {
  const Methods m = methods_of(std::vector{ComponentRow{"count", false, {}}});
  ASSERT_EQ(m.methods.size(), 1U);
  EXPECT_TRUE(m.methods[0].components.empty());
  EXPECT_EQ(sigma_kg(m.methods[0], 5), 0);
}

TEST(Component, EveryBadRowIsReportedAndLeftOut) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  const Methods m = methods_of(
      std::vector{row("m", false, -0.01, ""), row("m", false, nan, ""),
                  row("m", false, infinite, ""), row("m", true, 0.01, ""), row("m", false, 1.0, ""),
                  row("m", true, 0.1, "k"), row("m", false, 0.1, "k"),
                  row("m", true, 0.1, "k", Kind::absolute), row("n", true, 0.1, "k")});
  std::vector<std::pair<std::string, std::size_t>> found;
  for (const Fault& f : m.faults) found.emplace_back(f.code, f.row);
  EXPECT_THAT(found, ElementsAre(std::pair("B001", 0), std::pair("B001", 1), std::pair("B001", 2),
                                 std::pair("B002", 3), std::pair("B001", 4), std::pair("B003", 6)));
  EXPECT_EQ(m.methods[0].components.size(),
            2U);  // k relative, and k absolute: another effect of it
}

TEST(Component, RelativeErrorAboveThirtyPerCentIsAWarning) {
  const Methods m = methods_of(std::vector{row("m", false, 0.3, ""), row("m", false, 0.31, ""),
                                           row("m", false, 5, "", Kind::absolute)});
  ASSERT_EQ(m.faults.size(), 1U);
  EXPECT_EQ(m.faults[0].code, "B018");
  EXPECT_EQ(m.faults[0].row, 1U);
  EXPECT_EQ(m.faults[0].severity, Severity::warning);
  EXPECT_EQ(m.methods[0].components.size(), 3U);
}

TEST(Component, MixedModelHasAFloorAndAProportion) {
  // Var(x | μ) = a² + (δ·μ)²: 0.3² + (0.02·20)² = 0.25.
  const Method mixed{
      "m", {{"", "", Kind::absolute, false, 0.3, ""}, {"", "", Kind::relative, false, 0.02, ""}}};
  EXPECT_NEAR(sigma_kg(mixed, 20), 0.5, 1e-15);
  EXPECT_NEAR(sigma_kg(mixed, -20), 0.5, 1e-15);
  EXPECT_NEAR(sigma_kg(mixed, 0), 0.3, 1e-15);
}

TEST(Component, OneSourceTwiceAddsBeforeItIsSquared) {
  const Method m{
      "m", {{"", "", Kind::absolute, true, 0.3, "k"}, {"", "", Kind::relative, true, 0.02, "k"}}};
  EXPECT_NEAR(sigma_kg(m, 20), 0.3 + 0.4, 1e-15);
}

TEST(Component, KeysNameColumnsInBraces) {
  EXPECT_TRUE(columns_of_key("OP:EBAL-A").empty());
  EXPECT_THAT(columns_of_key("TITR:{analysis}/{lot}"), ElementsAre("analysis", "lot"));
  EXPECT_THAT(columns_of_key("TITR:{analysis"), ElementsAre("{analysis"));
}

TEST(Replication, FollowsTheFormulaOfTheChapter) {
  // 0.0004/4 + 0.0009/3 + 0.0016/(3·2) = 0.0001 + 0.0003 + 0.00026667
  EXPECT_NEAR(replicated_sigma(0.02, 0.03, 0.04, {4, 3, 2}), std::sqrt(0.0004 + 0.0016 / 6), 1e-15);
  EXPECT_NEAR(rounding_sigma(0.1), 0.1 / std::sqrt(12.0), 1e-16);
}

}  // namespace
}  // namespace accord::measurement
