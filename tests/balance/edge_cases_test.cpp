#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "given.h"

/// Statistics chapter, 1.6 and 2.6: edge cases, and bad input with its row.
namespace accord::balance {
namespace {

using given::absolute;
using given::Given;
using given::random;
using given::Role;
using given::share;
using given::systematic;
using measurement::Fault;
using ::testing::HasSubstr;

/// The one fault with this code.
const Fault& only(const std::vector<Fault>& faults, std::string_view code) {
  const Fault* found = nullptr;
  for (const Fault& fault : faults) {
    if (fault.code != code) continue;
    EXPECT_EQ(found, nullptr) << code << " twice";
    found = &fault;
  }
  EXPECT_NE(found, nullptr) << "no " << code;
  static const Fault none;
  return found == nullptr ? none : *found;
}

Given counted() {
  Given out;
  out.method("count", {});
  return out;
}

TEST(EdgeCases, NoItemsGiveNoPeriods) {
  const Balance balance = Given().balance();
  EXPECT_TRUE(balance.periods.empty());
  EXPECT_EQ(balance.muf.covariance_kg2.rows, 0U);
}

TEST(EdgeCases, OpeningInventoryAloneGivesNoPeriod) {
  EXPECT_TRUE(counted().row(0, Role::closing, "a", "count", 1).balance().periods.empty());
}

TEST(EdgeCases, PeriodInWhichNothingMovesIsEmpty) {
  Given given = counted();
  given.row(0, Role::closing, "a", "count", 1, 0).row(1, Role::closing, "a", "count", 1, 0);
  const PeriodBalance p = given.balance().periods[0];
  EXPECT_EQ(p.status, Status::empty);
  EXPECT_EQ(p.muf_kg, 0);
  EXPECT_EQ(p.sigma_kg, 0);
  EXPECT_EQ(p.sums.opening_kg, 1);
  EXPECT_EQ(p.sums.closing_kg, 1);
  EXPECT_FALSE(p.ratio);
}

TEST(EdgeCases, ItemThatStaysHasNoErrorInThePeriod) {
  Given given;
  given.method("m", {random(0.1), systematic(0.1, "s")})
      .row(0, Role::closing, "a", "m", 100, 0)
      .row(1, Role::closing, "a", "m", 100, 0);
  EXPECT_EQ(given.balance().periods[0].sigma_kg, 0);
}

TEST(EdgeCases, CountedItemsCloseExactlyInDecimals) {
  // 0.1 + 0.2 − 0.3 is not 0 in binary.
  Given given = counted();
  given.row(0, Role::closing, "a", "count", 0.1)
      .row(1, Role::increase, "b", "count", 0.2)
      .row(1, Role::decrease, "c", "count", 0.3);
  const PeriodBalance p = given.balance().periods[0];
  EXPECT_EQ(p.status, Status::closed);
  EXPECT_EQ(p.muf_kg, 0);
}

TEST(EdgeCases, CountedItemThatIsMissingIsAnItemDiscrepancy) {
  Given given = counted();
  given.row(0, Role::closing, "a", "count", 1e6).row(1, Role::closing, "b", "count", 1e6 - 1e-6);
  const PeriodBalance p = given.balance().periods[0];
  EXPECT_EQ(p.status, Status::item_discrepancy);
  EXPECT_NEAR(p.muf_kg, 1e-6, 1e-9);
  EXPECT_FALSE(p.ratio);
  EXPECT_FALSE(p.probability);
  EXPECT_EQ(to_string(p.status), "item discrepancy");
}

TEST(EdgeCases, MassesNearAMillionKeepTheirGrams) {
  Given given = counted();
  for (int i = 0; i < 1000; ++i)
    given.row(1, Role::increase, "x" + std::to_string(i), "count", 1e6 + 0.001)
        .row(1, Role::decrease, "y" + std::to_string(i), "count", 1e6);
  EXPECT_NEAR(given.balance().periods[0].muf_kg, 1.0, 1e-6 * 1.2);  // each 1e6 + 0.001 is rounded
}

TEST(EdgeCases, ItemFoundAgainCountsWithItsOneMeasurement) {
  // In the inventories of periods 0 and 2, not of period 1: +1, −1 on one error.
  Given given;
  given.method("m", {random(0.01)})
      .row(0, Role::closing, "a", "m", 50, 0)
      .row(1, Role::increase, "n", "m", 1)
      .row(2, Role::closing, "a", "m", 50, 0)
      .row(3, Role::increase, "o", "m", 1);
  const auto& sigma = given.balance().muf.covariance_kg2;
  EXPECT_NEAR(sigma(0, 1), -0.25, 1e-15);
  EXPECT_NEAR(sigma(0, 2), 0.25, 1e-15);
  EXPECT_NEAR(sigma(1, 2), -0.25, 1e-15);
}

TEST(EdgeCases, MeasuredAgainIsAnotherMeasurement) {
  Given given;
  given.method("m", {random(0.01)})
      .row(0, Role::closing, "a", "m", 10, 0)
      .row(1, Role::closing, "a", "m", 10.1, 1);
  const PeriodBalance p = given.balance().periods[0];
  EXPECT_NEAR(p.muf_kg, -0.1, 1e-12);
  EXPECT_NEAR(p.sigma_kg, std::hypot(0.1, 0.101), 1e-12);
}

TEST(EdgeCases, NegativeMassNeedsTheMarkOfACorrection) {
  Given given;
  given.method("m", {random(0.1), absolute(0.5)})
      .row(1, Role::increase, "a", "m", 3)
      .row(1, Role::closing, "b", "m", -2);
  const MadeBalance refused = given.made();
  EXPECT_FALSE(refused.balance);
  EXPECT_EQ(only(refused.faults, "B007").row, 1U);
  EXPECT_EQ(only(refused.faults, "B007").column, "declared_kg");
  given.items.correction = {0, 1};
  const MadeBalance taken = given.made();
  ASSERT_TRUE(taken.balance);
  EXPECT_EQ(only(taken.faults, "B009").severity, Severity::warning);
  EXPECT_NEAR(taken.balance->periods[0].muf_kg, 5, 1e-15);
  // |−2|·0.1 and 0.5, beside 3·0.1 and 0.5.
  EXPECT_NEAR(taken.balance->muf.covariance_kg2(0, 0), 0.04 + 0.25 + 0.09 + 0.25, 1e-15);
}

TEST(EdgeCases, MassOfZeroWithARelativeErrorNeedsAFloor) {
  Given given;
  given.method("m", {random(0.1)}).row(1, Role::increase, "a", "m", 0);
  const MadeBalance refused = given.made();
  EXPECT_FALSE(refused.balance);
  EXPECT_EQ(only(refused.faults, "B008").row, 0U);
}

TEST(BadInput, EveryRowThatIsWrongIsNamed) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  Given given;
  given.method("balance", {random(0.01)})
      .row(1, Role::increase, "a", "balance", nan)
      .row(1, Role::increase, "b", "balanc", 1)
      .row(1, Role::increase, "c", "balanc", 1)
      .row(1, Role::increase, "d", "balance", infinite)
      .row(1, Role::closing, "e", "balance", 1)
      .row(1, Role::closing, "e", "balance", 1)
      .row(1, Role::closing, "f", "balance", 1, 4);
  const MadeBalance made = given.made();
  EXPECT_FALSE(made.balance);
  std::vector<std::pair<std::string, std::size_t>> found;
  for (const Fault& f : made.faults) found.emplace_back(f.code, f.row);
  EXPECT_THAT(found, ::testing::UnorderedElementsAre(std::pair("B013", 0), std::pair("B004", 1),
                                                     std::pair("B013", 3), std::pair("B005", 5),
                                                     std::pair("B014", 6)));
  EXPECT_THAT(only(made.faults, "B004").help, HasSubstr("“balance”"));
  EXPECT_EQ(only(made.faults, "B005").other, 4U);
}

TEST(BadInput, PeriodsThatAreNotThere) {
  for (const auto& [period, role] :
       {std::pair(0, Role::increase), std::pair(0, Role::decrease), std::pair(-1, Role::closing),
        std::pair(0, Role::opening), std::pair(measurement::period_max + 1, Role::increase)}) {
    Given given = counted();
    given.row(period, role, "a", "count", 1);
    const MadeBalance made = given.made();
    EXPECT_FALSE(made.balance);
    EXPECT_EQ(only(made.faults, "B010").column, "period") << period;
  }
}

TEST(BadInput, OneMeasurementHasOneValue) {
  Given given;
  given.method("m", {random(0.01)})
      .row(0, Role::closing, "a", "m", 10, 0)
      .row(1, Role::closing, "a", "m", 10.1, 0);
  const MadeBalance made = given.made();
  EXPECT_FALSE(made.balance);
  EXPECT_EQ(only(made.faults, "B006").row, 1U);
  EXPECT_EQ(only(made.faults, "B006").other, 0U);
  EXPECT_THAT(message_of(only(made.faults, "B006"), "line 2"), HasSubstr("10 kg in line 2"));
}

TEST(BadInput, ItemCannotBeRemovedAndStay) {
  Given given = counted();
  given.row(0, Role::closing, "a", "count", 10, 0)
      .row(1, Role::decrease, "a", "count", 10, 0)
      .row(1, Role::closing, "a", "count", 10, 0);
  EXPECT_FALSE(given.made().balance);
  EXPECT_EQ(only(given.made().faults, "B016").row, 2U);
  EXPECT_THAT(only(given.made().faults, "B016").message, HasSubstr("removed and in the closing"));
}

TEST(BadInput, ItemInStockCannotBeReceived) {
  Given given = counted();
  given.row(0, Role::closing, "a", "count", 10).row(1, Role::increase, "a", "count", 10);
  EXPECT_EQ(only(given.made().faults, "B016").row, 1U);
  EXPECT_THAT(only(given.made().faults, "B016").message, HasSubstr("and received"));
}

TEST(EdgeCases, ItemThatLeavesAndComesBackDropsOut) {
  Given given;
  given.method("m", {random(0.01)})
      .row(0, Role::closing, "a", "m", 10, 0)
      .row(1, Role::decrease, "a", "m", 10, 0)
      .row(1, Role::increase, "a", "m", 10, 0)
      .row(1, Role::closing, "a", "m", 10, 0);
  const PeriodBalance p = given.balance().periods[0];
  EXPECT_EQ(p.status, Status::empty);
  EXPECT_EQ(p.sums.increases_kg, 10);
}

TEST(BadInput, PeriodWithoutInventoryIsAWarning) {
  Given given = given::example_2_2();
  given.row(3, Role::increase, "X2", "in", 1).row(4, Role::closing, "I4", "inventory", 1);
  const MadeBalance made = given.made();
  EXPECT_TRUE(made.balance);
  EXPECT_THAT(only(made.faults, "B011").message, HasSubstr("period 3"));
}

TEST(BadInput, KeysNameColumnsThatAreThere) {
  Given given;
  given.method("m", {random(0.01, "lot {lot}"), random(0.01, "x {")})
      .row(1, Role::increase, "a", "m", 1);
  const MadeBalance made = given.made();
  EXPECT_FALSE(made.balance);
  ASSERT_EQ(made.method_faults.size(), 2U);
  EXPECT_EQ(made.method_faults[0].code, "B015");
  EXPECT_EQ(made.method_faults[0].column, "source_key");
  EXPECT_THAT(made.method_faults[0].message, HasSubstr("“lot”"));
}

TEST(BadInput, EmptyCellIsNoSourceInCommon) {
  Given given;
  given.method("m", {random(0.01, "lot {lot}")}).row(1, Role::increase, "a", "m", 1);
  given.items.groups.emplace_back();
  given.items.groups[0].column = "lot";
  given.items.groups[0].id.push_back(given.items.groups[0].names.id(""));
  const MadeBalance made = given.made();
  EXPECT_FALSE(made.balance);
  EXPECT_EQ(only(made.faults, "B019").column, "lot");
}

TEST(BadInput, ColumnsOfDifferentLengthAreRefusedFirst) {
  Given given = counted();
  given.row(1, Role::increase, "a", "count", 1);
  given.items.period.push_back(1);
  const MadeBalance made = given.made();
  EXPECT_EQ(only(made.faults, "B017").column, "period");
}

TEST(BadInput, ProductsOfManyFactorsAreRefusedBeforeTheyAreMade) {
  Given given;
  std::vector<measurement::Component> components;
  for (int i = 0; i < 40; ++i) {
    components.push_back(random(0.2));
    components.back().factor = "f" + std::to_string(i);
    components.back().row = 7;
  }
  given.method("m", components).row(1, Role::increase, "a", "m", 1);
  const MadeBalance made = given.made();
  EXPECT_FALSE(made.balance);
  const Fault& fault = only(made.method_faults, "B029");
  EXPECT_EQ(fault.row, 7U);
  EXPECT_EQ(fault.column, "factor");
  EXPECT_THAT(fault.message, HasSubstr("“m” have 1.09951e+12 products"));
}

}  // namespace
}  // namespace accord::balance
