#include "measurement/target_value.h"

#include <gtest/gtest.h>

#include <cmath>

namespace accord::measurement {
namespace {

/// Made-up figures: 3-4-5 triangles.
TargetValue made_up(std::string method, std::string by) {
  TargetValue out;
  out.edition = "made up";
  out.method = std::move(method);
  out.material = "any";
  out.quantity = "element";
  out.u_random = 0.003;
  out.u_systematic = 0.004;
  out.unit = "fraction";
  out.verified_on = by.empty() ? "" : "2030-01-01";
  out.verified_by = std::move(by);
  return out;
}

TEST(TargetValue, NobodyVerifiedIsForDemonstrationsOnly) {
  std::vector table{made_up("A", "someone"), made_up("B", "")};
  table[1].row = 7;
  const UsableValues evaluation = usable(table, Purpose::evaluation);
  ASSERT_EQ(evaluation.values.size(), 1U);
  EXPECT_EQ(evaluation.values[0].method, "A");
  ASSERT_EQ(evaluation.faults.size(), 1U);
  EXPECT_EQ(evaluation.faults[0].code, "B012");
  EXPECT_EQ(evaluation.faults[0].row, 7U);
  const UsableValues demonstration = usable(table, Purpose::demonstration);
  EXPECT_EQ(demonstration.values.size(), 2U);
  EXPECT_TRUE(demonstration.faults.empty());
}

TEST(TargetValue, NameWithoutADayIsNotVerified) {
  std::vector table{made_up("A", "someone")};
  table[0].verified_on.clear();
  EXPECT_TRUE(usable(table, Purpose::evaluation).values.empty());
}

TEST(TargetValue, NegativeOrMissingNumbersAreRefusedAlways) {
  std::vector table{made_up("A", "x"), made_up("B", "x"), made_up("C", "x")};
  table[0].u_random = -0.1;
  table[1].u_systematic = std::nan("");
  table[2].u_systematic.reset();
  const UsableValues got = usable(table, Purpose::demonstration);
  ASSERT_EQ(got.values.size(), 1U);
  EXPECT_EQ(got.values[0].method, "C");
  EXPECT_EQ(got.faults[0].column, "u_r");
  EXPECT_EQ(got.faults[1].column, "u_s");
  EXPECT_EQ(got.faults[1].code, "B001");
}

TEST(TargetValue, DeclaredIsComparedWithBothKindsTogether) {
  const std::vector table{made_up("A", "x")};
  const auto better = against_target(table, "A", "any", "element", 0.0024, 0.0032);
  ASSERT_TRUE(better);
  EXPECT_NEAR(better->target_total, 0.005, 1e-15);
  EXPECT_NEAR(better->ratio, 0.8, 1e-12);
  EXPECT_TRUE(better->meets);
  EXPECT_FALSE(against_target(table, "A", "any", "element", 0.003, 0.0041)->meets);
  EXPECT_EQ(against_target(table, "A", "other", "element", 0, 0).error().code, "B012");
}

}  // namespace
}  // namespace accord::measurement
