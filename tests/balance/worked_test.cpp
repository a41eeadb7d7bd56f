#include <gtest/gtest.h>

#include <cmath>

#include "balance/muf/difference.h"
#include "given.h"
#include "measurement/replication.h"

/// The worked examples of sections 1 and 2 of the statistics chapter, to the digits printed there.
namespace accord::balance {
namespace {

using given::absolute;
using given::Given;
using given::random;
using given::Role;
using given::share;
using given::systematic;

TEST(Worked, Example21HasEveryTermOfTheTable) {
  const Balance balance = given::example_2_1().balance();
  ASSERT_EQ(balance.periods.size(), 1U);
  const PeriodBalance& p = balance.periods[0];
  EXPECT_EQ(p.sums.opening_kg, 100);
  EXPECT_EQ(p.sums.increases_kg, 1000);
  EXPECT_EQ(p.sums.decreases_kg, 980);
  EXPECT_NEAR(p.sums.closing_kg, 118, 1e-12);
  EXPECT_NEAR(p.muf_kg, 2, 1e-12);
  EXPECT_NEAR(p.active_kg, 2198, 1e-10);  // 100 + 1000 + 980 + 118, nothing in common
  EXPECT_EQ(p.measurements, 89U);
  const double tiny = 1e-12;
  EXPECT_NEAR(share(balance, Division::source, 0, "random:VOL"), 0.8, tiny);
  EXPECT_NEAR(share(balance, Division::source, 0, "VOL"), 4.0, tiny);
  EXPECT_NEAR(share(balance, Division::source, 0, "random:SCALE"), 0.0784, tiny);
  EXPECT_NEAR(share(balance, Division::source, 0, "SCALE"), 2.1609, tiny);
  EXPECT_NEAR(share(balance, Division::source, 0, "random:NDA"), 0.025 + 0.03481, tiny);
  EXPECT_NEAR(share(balance, Division::source, 0, "NDA"), 0.002916, tiny);
  EXPECT_NEAR(balance.muf.covariance_kg2(0, 0), 7.102026, tiny);
  EXPECT_NEAR(p.sigma_kg, 2.6649626, 1e-7);  // the chapter cuts the digits off
  EXPECT_NEAR(p.limit_kg, 5.3299253, 5e-8);
  EXPECT_NEAR(*p.ratio, 0.7504796, 5e-8);
  EXPECT_NEAR(1.6448536270 * p.sigma_kg, 4.3834735, 5e-8);
}

TEST(Worked, Example21ListsSharesInDescendingOrder) {
  const auto shares = given::example_2_1().balance().shares(Division::source, 0);
  ASSERT_EQ(shares.size(), 6U);
  EXPECT_EQ(shares[0].name, "VOL");
  EXPECT_NEAR(shares[0].fraction, 4.0 / 7.102026, 1e-12);
  EXPECT_EQ(shares[1].name, "SCALE");
  EXPECT_EQ(shares[2].name, "random:VOL");
  EXPECT_EQ(shares[5].name, "NDA");
}

TEST(Worked, Example21DividesByStratumWithTheNegativePartOfASharedError) {
  const Balance balance = given::example_2_1().balance();
  // NDA: load −18·0.003 = −0.054 kg, of which +0.3 through PB and −0.354 through PE.
  EXPECT_NEAR(share(balance, Division::stratum, 0, "pb"), 0.025 + 0.3 * -0.054, 1e-12);
  EXPECT_NEAR(share(balance, Division::stratum, 0, "pe"), 0.03481 + -0.354 * -0.054, 1e-12);
  EXPECT_NEAR(share(balance, Division::nature, 0, "random"), 0.8 + 0.0784 + 0.05981, 1e-12);
  EXPECT_NEAR(share(balance, Division::nature, 0, "systematic"), 4.0 + 2.1609 + 0.002916, 1e-12);
}

TEST(Worked, Example21OfTotalsAsSingleMeasurementsIsTheMistakeOfTheChapter) {
  Given totals = given::example_2_1();
  totals.items = {};
  totals.row(1, Role::opening, "b", "NDA", 100)
      .row(1, Role::increase, "x", "VOL", 1000)
      .row(1, Role::decrease, "y", "SCALE", 980)
      .row(1, Role::closing, "e", "NDA", 118);
  EXPECT_NEAR(totals.balance().periods[0].sigma_kg, 5.1578596, 5e-8);
}

TEST(Worked, Example21WithTwoNdaSourcesIsTheOtherMistake) {
  Given two = given::example_2_1();
  two.method("NDA2", {random(0.005), systematic(0.003, "NDA2")});
  const std::uint32_t other = two.items.methods.id("NDA2");
  for (std::size_t i = 0; i < two.items.size(); ++i)
    if (two.items.role[i] == Role::closing) two.items.method[i] = other;
  EXPECT_NEAR(two.balance().periods[0].sigma_kg, 2.7045196, 5e-8);
}

TEST(Worked, Example22HasTheCovarianceOfTwoPeriods) {
  const Balance balance = given::example_2_2().balance();
  EXPECT_NEAR(balance.periods[0].muf_kg, 2, 1e-12);
  EXPECT_NEAR(balance.periods[1].muf_kg, -1.5, 1e-12);
  const auto& sigma = balance.muf.covariance_kg2;
  EXPECT_NEAR(sigma(0, 0), 1.554852, 1e-12);
  EXPECT_NEAR(sigma(1, 1), 1.487223, 1e-12);
  EXPECT_NEAR(sigma(0, 1), -0.251562, 1e-12);
  EXPECT_EQ(sigma(0, 1), sigma(1, 0));
  EXPECT_NEAR(balance.periods[0].sigma_kg, 1.246937, 5e-7);
  EXPECT_NEAR(balance.periods[1].sigma_kg, 1.219518, 5e-7);
  EXPECT_NEAR(sigma(0, 1) / balance.periods[0].sigma_kg / balance.periods[1].sigma_kg, -0.165429,
              5e-7);
  EXPECT_NEAR(balance.muf.cumulated_kg(), 0.5, 1e-12);
  EXPECT_NEAR(balance.muf.cumulated_sigma_kg(), std::sqrt(2.538951), 1e-12);
  EXPECT_NEAR(balance.muf.cumulated_sigma_kg(), 1.593409, 5e-7);
}

TEST(Worked, Example11IsALotOfDrumsThatShareOneAnalysis) {
  const double titration = measurement::replicated_sigma(0, 0, 0.001, {1, 1, 2});
  Given lot;
  lot.method("drum", {random(0.0005), systematic(0.0005, "scale"), random(0.001, "sampling {lot}"),
                      random(titration, "titration {lot}"), systematic(0.001, "titration"),
                      random(0.001, "TIMS {lot}"), systematic(0.001, "TIMS")});
  lot.rows(10, 1, Role::increase, "drum", "drum", 20.0 * 0.8760 * 0.0400);
  lot.items.groups.emplace_back();
  lot.items.groups[0].column = "lot";
  lot.items.groups[0].id.assign(10, lot.items.groups[0].names.id("17"));
  const Balance balance = lot.balance();
  EXPECT_NEAR(balance.periods[0].muf_kg, 7.008, 1e-12);
  const auto sigma = [&](const char* source) {
    return std::sqrt(share(balance, Division::source, 0, source));
  };
  EXPECT_NEAR(sigma("random:drum"), 0.0011081, 5e-8);
  EXPECT_NEAR(sigma("scale"), 0.003504, 1e-12);
  EXPECT_NEAR(sigma("sampling 17"), 0.007008, 1e-12);
  EXPECT_NEAR(sigma("titration 17"), 0.0049554, 5e-8);
  EXPECT_NEAR(sigma("titration"), 0.007008, 1e-12);
  EXPECT_NEAR(sigma("TIMS 17"), 0.007008, 1e-12);
  EXPECT_NEAR(sigma("TIMS"), 0.007008, 1e-12);
  EXPECT_NEAR(balance.periods[0].sigma_kg, 0.0153137, 5e-8);
  EXPECT_NEAR(balance.periods[0].sigma_kg / 7.008, 0.00218518, 5e-9);
}

TEST(Worked, SharedTareActsWithItemsInLessItemsOut) {
  // Chapter 2.2: an absolute error of 0.02 kg in every container, 12 in and 7 out.
  Given net;
  net.method("net", {absolute(0.02, "TARE")})
      .rows(12, 1, Role::increase, "in", "net", 5)
      .rows(7, 1, Role::decrease, "out", "net", 8);
  EXPECT_NEAR(net.balance().periods[0].sigma_kg, (12 - 7) * 0.02, 1e-15);
}

TEST(Worked, HomogeneousStratumHasTheClosedForm) {
  // T²δ_R²/N + T²δ_S² with N = 40 items of 2.5 kg.
  Given stratum;
  stratum.method("m", {random(0.01), systematic(0.004, "m")})
      .rows(40, 1, Role::increase, "x", "m", 2.5);
  EXPECT_NEAR(stratum.balance().muf.covariance_kg2(0, 0),
              100.0 * 100 * (0.01 * 0.01 / 40 + 0.004 * 0.004), 1e-14);
}

TEST(Worked, Example24IsAShipperReceiverDifference) {
  const auto d = shipper_receiver({24.90, 24.83, 0.03, 0.04, 0});
  ASSERT_TRUE(d);
  EXPECT_NEAR(d->difference_kg, 0.07, 1e-12);
  EXPECT_NEAR(d->u_kg, 0.05, 1e-15);
  EXPECT_NEAR(*d->ratio, 1.4, 1e-12);
  EXPECT_NEAR(*d->best_kg, 24.8748, 5e-5);
  EXPECT_NEAR(*d->u_best_kg, 0.0240, 5e-5);
}

TEST(Worked, ShipperAndReceiverThatShareAnErrorDifferLess) {
  // By hand: common variance 0.0004 → u_d² = 0.0009 + 0.0016 − 0.0008 = 0.0017; weight of the
  // shipper (0.0016 − 0.0004)/0.0017 = 12/17; variance (0.0009·0.0016 − 0.0004²)/0.0017
  // = 1.28e-6/0.0017.
  const auto d = shipper_receiver({10.17, 10.00, 0.03, 0.04, 0.0004});
  ASSERT_TRUE(d);
  EXPECT_NEAR(d->u_kg, std::sqrt(0.0017), 1e-15);
  EXPECT_NEAR(*d->best_kg, 10.12, 1e-12);
  EXPECT_NEAR(*d->u_best_kg, std::sqrt(1.28e-6 / 0.0017), 1e-15);
}

}  // namespace
}  // namespace accord::balance
