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

TEST(TargetValue, DeclaredIsComparedInTheKindsThatTheTargetStates) {
  const AgainstTarget both = against_target(made_up("A", "x"), 0.0024, 0.0032);
  EXPECT_NEAR(both.target_total, 0.005, 1e-15);
  EXPECT_NEAR(both.declared, 0.004, 1e-15);
  EXPECT_NEAR(both.ratio.value(), 0.8, 1e-12);
  EXPECT_TRUE(both.meets);
  EXPECT_FALSE(against_target(made_up("A", "x"), 0.003, 0.0041).meets);
  TargetValue random = made_up("A", "x");
  random.u_systematic.reset();
  const AgainstTarget one = against_target(random, 0.003, 0.5);
  EXPECT_EQ(one.declared, 0.003);
  EXPECT_TRUE(one.meets);
  random.u_random = 0;
  EXPECT_FALSE(against_target(random, 0.003, 0).ratio.has_value());
}

Component component(const char* factor, bool systematic, double sigma, const char* target) {
  Component out;
  out.factor = factor;
  out.systematic = systematic;
  out.sigma = sigma;
  out.target = target;
  if (systematic) out.key = "key";
  return out;
}

TEST(TargetValue, MethodsAreComparedFactorByFactor) {
  Method drum{"drum", {}};
  // Two random components of one factor: √(0.0018² + 0.0024²) = 0.003.
  drum.components = {component("concentration", false, 0.0018, "TITR; any; element"),
                     component("concentration", false, 0.0024, ""),
                     component("concentration", true, 0.0041, "TITR;any;element"),
                     component("bulk", false, 0.9, "")};
  drum.components[2].target = "TITR; any; element";
  Method plain{"plain", {component("", false, 0.01, "")}};
  Method counted{"count", {}};
  Component kg = component("", false, 0.002, "EBAL; any; mass");
  kg.kind = Kind::absolute;
  Method scale{"scale", {kg, component("", false, 0.7, "EBAL; any; mass")}};
  std::vector table{made_up("TITR", "x"), made_up("EBAL", "x"), made_up("OTHER", "")};
  table[1].quantity = "mass";
  table[1].unit = "kg";
  const std::vector<Method> methods{drum, plain, counted, scale};
  const TargetReport report = against_targets(methods, table, Purpose::evaluation);
  EXPECT_TRUE(report.table_faults.empty());  // nobody names the row that is not verified
  EXPECT_TRUE(report.method_faults.empty());
  ASSERT_EQ(report.rows.size(), 2U);
  EXPECT_EQ(report.rows[0].method, "drum");
  EXPECT_EQ(report.rows[0].factor, "concentration");
  EXPECT_NEAR(report.rows[0].against.declared, std::hypot(0.003, 0.0041), 1e-15);
  EXPECT_FALSE(report.rows[0].against.meets);
  EXPECT_NEAR(report.rows[1].against.declared, 0.002, 1e-15);  // kg with kg
  EXPECT_EQ(report.without_target, std::vector<std::string>{"plain"});
}

TEST(TargetValue, NamesThatAreNotClearAreReportedAtTheirComponents) {
  const auto of = [](const char* target, std::size_t row) {
    Component out = component("", false, 0.1, target);
    out.row = row;
    return Method{"m" + std::to_string(row), {out}};
  };
  Method two{
      "two",
      {component("", false, 0.1, "A; any; element"), component("", true, 0.1, "B; any; element")}};
  two.components[1].row = 9;
  std::vector table{made_up("A", "x"), made_up("A", "x"), made_up("B", ""), made_up("C", "x")};
  table[1].edition = "another";
  for (std::size_t i = 0; i < table.size(); ++i) table[i].row = i;
  const std::vector<Method> methods{of("A", 1),
                                    of("Z; any; element", 2),
                                    of("A; any; element", 3),
                                    of("B; any; element", 4),
                                    of("B; any; element", 5),
                                    two};
  const TargetReport report = against_targets(methods, table, Purpose::evaluation);
  std::vector<std::size_t> rows;
  for (const Fault& fault : report.method_faults) {
    EXPECT_EQ(fault.code, "B026");
    rows.push_back(fault.row);
  }
  EXPECT_EQ(rows, (std::vector<std::size_t>{1, 2, 3, 9}));
  ASSERT_EQ(report.table_faults.size(), 1U);  // once, though two methods name it
  EXPECT_EQ(report.table_faults[0].code, "B012");
  EXPECT_EQ(report.table_faults[0].row, 2U);
  EXPECT_EQ(against_targets(methods, table, Purpose::demonstration).table_faults.size(), 0U);
}

TEST(TargetValue, RowThatStatesNothingIsRefused) {
  std::vector table{made_up("A", "x")};
  table[0].u_random.reset();
  table[0].u_systematic.reset();
  const UsableValues got = usable(table, Purpose::demonstration);
  EXPECT_TRUE(got.values.empty());
  EXPECT_EQ(got.faults.at(0).code, "B001");
}

}  // namespace
}  // namespace accord::measurement
