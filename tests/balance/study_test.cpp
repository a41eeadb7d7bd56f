#include <random>

#include "balance/study/flows.h"
#include "balance/study/sample_weights.h"
#include "studies.h"

namespace accord::balance {
namespace {

using namespace studies;

TEST(Study, PeriodsHaveTheMassesThatFlowAndStand) {
  const Balance b = balance(two_periods());
  ASSERT_EQ(b.periods.size(), 2U);
  EXPECT_NEAR(b.periods[0].muf_kg, 26 + 5 - 12 - 18, 1e-12);
  EXPECT_NEAR(b.periods[1].muf_kg, 14 + 18 - 13 - 19.5, 1e-12);
  EXPECT_DOUBLE_EQ(b.periods[0].sums.increases_kg, 26);
  EXPECT_DOUBLE_EQ(b.periods[1].sums.decreases_kg, 13);
  EXPECT_DOUBLE_EQ(b.periods[1].sums.opening_kg, 18);
  EXPECT_DOUBLE_EQ(b.periods[1].sums.closing_kg, 19.5);
  EXPECT_DOUBLE_EQ(b.periods[0].active_kg, 26 + 5 + 12 + 18);
}

/// By hand: feed random (8·0.01)² + (18·0.01)², (6·0.01)² + (8·0.01)², common 18·6·0.01²,
/// systematic (26·0.02)² …; product (12·0.005)², (13·0.005)²; tank (5·0.02)² + (18·0.02)² …,
/// −(18·0.02)² between, systematic ((5 − 18)·0.01)², ((18 − 19.5)·0.01)².
TEST(Study, CovarianceIsThatOfTheSamples) {
  const Balance b = balance(two_periods());
  const auto& sigma = b.muf.covariance_kg2;
  EXPECT_NEAR(sigma(0, 0), 0.0388 + 0.2704 + 0.0036 + 0.1396 + 0.0169, 1e-14);
  EXPECT_NEAR(sigma(1, 1), 0.01 + 0.0784 + 0.004225 + 0.2817 + 0.000225, 1e-14);
  EXPECT_NEAR(sigma(0, 1), 0.0108 + 0.1456 - 0.1296 + 0.00195, 1e-14);
  EXPECT_NEAR(share(b, Division::source, 0, "random:feed"), 0.0388, 1e-14);
  EXPECT_NEAR(share(b, Division::source, 0, "feed"), 0.2704, 1e-14);
  EXPECT_NEAR(share(b, Division::stratum, 0, "inventory"), 0.1396 + 0.0169, 1e-14);
}

TEST(Study, TotalsAsSingleMeasurementsOverstateTheRandomPart) {
  Study study = two_periods();
  study.flow_errors = FlowErrors::total;
  const auto& sigma = balance(study).muf.covariance_kg2;
  EXPECT_NEAR(sigma(0, 0), 0.0676 + 0.2704 + 0.0036 + 0.1396 + 0.0169, 1e-14);
  EXPECT_NEAR(sigma(1, 1), 0.0196 + 0.0784 + 0.004225 + 0.2817 + 0.000225, 1e-14);
  EXPECT_NEAR(sigma(0, 1), 0.1456 - 0.1296 + 0.00195, 1e-14);
}

TEST(Study, TotalsOfManySamplesHaveTheVarianceOfOneTimesTheirNumber) {
  Study study;
  study.edges = {0, 100};
  Location flow;
  flow.name = "flow";
  flow.random = 0.03;
  flow.until = 100;
  for (int i = 0; i < 100; ++i) {
    flow.time.push_back(i);
    flow.value.push_back(0.5);
  }
  study.locations = {flow};
  // T²δ²/N and T²δ², statistics chapter, 2.2.
  EXPECT_NEAR(balance(study).muf.covariance_kg2(0, 0), 50 * 50 * 0.03 * 0.03 / 100, 1e-14);
  study.flow_errors = FlowErrors::total;
  EXPECT_NEAR(balance(study).muf.covariance_kg2(0, 0), 50 * 50 * 0.03 * 0.03, 1e-14);
}

TEST(Study, SystematicErrorIsDrawnAnewInEachCalibration) {
  Study study = two_periods();
  study.locations = {feed()};
  study.locations[0].random = 0;
  study.locations[0].calibration = 10;
  const Balance b = balance(study);
  // The rate sampled at 4 holds until 12: 6 kg of period 2 are of the first calibration.
  EXPECT_NEAR(b.muf.covariance_kg2(0, 0), 0.2704, 1e-14);
  EXPECT_NEAR(b.muf.covariance_kg2(1, 1), 0.12 * 0.12 + 0.16 * 0.16, 1e-14);
  EXPECT_NEAR(b.muf.covariance_kg2(0, 1), 26 * 6 * 0.02 * 0.02, 1e-14);
  EXPECT_NEAR(share(b, Division::source, 1, "feed:calibration 2"), 0.16 * 0.16, 1e-14);
  EXPECT_NEAR(share(b, Division::method, 1, "feed"), 0.04, 1e-14);
}

TEST(Study, LocationsOfOneInstrumentShareItsError) {
  Study study = two_periods();
  study.locations[0].source_key = study.locations[2].source_key = "scale";
  study.locations[2].systematic = 0.02;
  // (26·0.02 + (5 − 18)·0.02)² instead of the sum of squares.
  EXPECT_NEAR(share(balance(study), Division::source, 0, "scale"), 0.26 * 0.26, 1e-14);
}

TEST(Study, AbsoluteErrorOfARateCountsForItsTime) {
  Study study = two_periods();
  study.locations = {feed()};
  study.locations[0].random = study.locations[0].systematic = 0;
  study.locations[0].random_absolute = 0.5;
  EXPECT_NEAR(balance(study).muf.covariance_kg2(0, 0), 4 + 9, 1e-12);
  study.flow_errors = FlowErrors::total;
  EXPECT_NEAR(balance(study).muf.covariance_kg2(0, 0), 25, 1e-12);
}

TEST(Study, RelativeAndAbsoluteSystematicErrorsAreTwo) {
  // Statistics chapter, 1.1: the variance of a mixed error is a² + (δx)². Three amounts of 100 kg.
  Study study;
  study.edges = {0, 10};
  Location flow;
  flow.name = "flow";
  flow.kind = FlowKind::discrete;
  flow.time = {1, 2, 3};
  flow.value = {100, 100, 100};
  flow.systematic = 0.03;
  flow.systematic_absolute = 4;
  study.locations = {flow};
  EXPECT_NEAR(balance(study).muf.covariance_kg2(0, 0), 9 * (9 + 16), 1e-9);
  // One measurement of the mean amount: its systematic errors act on each of the three.
  study.flow_errors = FlowErrors::total;
  EXPECT_NEAR(balance(study).muf.covariance_kg2(0, 0), 9 * (9 + 16), 1e-9);
}

TEST(Study, SamplesOfALineCountOnBothSides) {
  Study study;
  study.edges = {0, 2, 5};
  Location line;
  line.name = "line";
  line.between = measurement::Between::linear;
  line.until = 5;
  line.random = 0.1;
  line.time = {0, 4};
  line.value = {0, 8};
  study.locations = {line};
  // Weights of the second sample: 0.5 in [0, 2), 1.5 + 1 in [2, 5).
  const Balance b = balance(study);
  EXPECT_NEAR(b.periods[0].muf_kg, 4, 1e-12);
  EXPECT_NEAR(b.periods[1].muf_kg, 20, 1e-12);
  EXPECT_NEAR(b.muf.covariance_kg2(0, 0), 0.16, 1e-14);
  EXPECT_NEAR(b.muf.covariance_kg2(1, 1), 4, 1e-14);
  EXPECT_NEAR(b.muf.covariance_kg2(0, 1), 0.8, 1e-14);
}

TEST(Study, OneInventorySampleAtSeveralEndsDropsOutBetweenThem) {
  Study study;
  study.edges = {0, 10, 20, 30};
  study.inventory_at = InventoryAt::last;
  study.gaps = measurement::Gaps::hold;
  Location store = tank();
  store.time = {0, 9, 25};
  store.value = {5, 7, 6};
  store.systematic = 0;
  study.locations = {store};
  const Balance b = balance(study);
  EXPECT_DOUBLE_EQ(b.periods[0].muf_kg, -2);
  EXPECT_DOUBLE_EQ(b.periods[1].muf_kg, 0);
  EXPECT_EQ(b.periods[1].sigma_kg, 0);
  EXPECT_DOUBLE_EQ(b.periods[2].muf_kg, 1);
  EXPECT_NEAR(b.muf.covariance_kg2(0, 2), -0.14 * 0.14, 1e-15);
  EXPECT_DOUBLE_EQ(b.periods[1].sums.opening_kg, 7);
  EXPECT_DOUBLE_EQ(b.periods[1].sums.closing_kg, 7);
}

TEST(Study, NearestInventoryIsTheEarlierOfTwoAsNear) {
  Study study;
  study.gaps = measurement::Gaps::hold;
  study.edges = {1, 10};
  study.inventory_at = InventoryAt::nearest;
  Location store = tank();
  store.time = {0, 2, 9.5, 10.4};
  store.value = {1, 2, 4, 8};
  study.locations = {store};
  EXPECT_DOUBLE_EQ(balance(study).periods[0].muf_kg, 1 - 8);
}

TEST(Study, OneSourceHasOneCalibration) {
  Study study = two_periods();
  study.locations[0].calibration = 5;
  study.locations[2].calibration = 7;
  EXPECT_THAT(faults(study), IsEmpty());
  study.locations[0].source_key = study.locations[2].source_key = "scale";
  EXPECT_THAT(faults(study), ElementsAre("2 B031 calibration"));
  study.locations[0].calibration = std::nullopt;
  EXPECT_THAT(faults(study), ElementsAre("2 B031 calibration"));
  study.locations[0].calibration = 7;
  EXPECT_THAT(faults(study), IsEmpty());
}

TEST(Study, RoundOffBelowZeroIsOneWarning) {
  Study study = two_periods();
  study.locations[0].value = {2, -4e-13, -1e-12};
  EXPECT_THAT(faults(study), ElementsAre("0 B007 negative"));
  EXPECT_TRUE(balance_of(study).balance.has_value());
  study.locations[0].value[1] = -1e-3;
  EXPECT_FALSE(balance_of(study).balance.has_value());
}

TEST(Study, EndsOfPeriodsAreDecimals) {
  EXPECT_THAT(regular_edges(0, 0.1, 3), ElementsAre(0, 0.1, 0.2, 0.3));
  Study study;
  study.edges = {0, 0.3, 0.6};
  Location amounts = product();
  amounts.time = {0.1 + 0.2 - 1e-15, 0.5};
  study.locations = {amounts};
  const auto made = balance_of(study);  // the first amount is in period 2: period 1 has no flow
  EXPECT_DOUBLE_EQ(made.balance->periods[0].muf_kg, 0);
  EXPECT_DOUBLE_EQ(made.balance->periods[1].muf_kg, -25);
  EXPECT_THAT(faults(study), ElementsAre("- B024 ends"));
}

TEST(Study, WholePeriodsAreThoseThatEverythingCovers) {
  Study study = two_periods();
  EXPECT_EQ(whole_periods(study, 0, 10), 2);
  EXPECT_EQ(whole_periods(study, 0, 7), 2);
  EXPECT_EQ(whole_periods(study, 0, 21), 0);
  study.locations[0].until.reset();
  EXPECT_EQ(whole_periods(study, 0, 10), 1);
}

TEST(Study, EverythingThatIsWrongIsSaidAtOnce) {
  Study study = two_periods();
  study.locations[0].time = {0, 4, 4};
  study.locations[0].value = {2, -3, nan};
  study.locations[0].random = -0.1;
  study.locations[1].time = {10, 5};
  study.locations[1].systematic_absolute = nan;
  study.locations[2].time.clear();
  study.locations[2].value.clear();
  study.locations[2].calibration = 0;
  EXPECT_THAT(faults(study), ElementsAre("0 B001 random", "0 B007 @1 value", "0 B013 @2 value",
                                         "1 B001 systematic_absolute", "1 B021 @1 time",
                                         "2 B102 calibration", "2 B023 name"));
}

TEST(Study, NothingIsAssumedWhereNothingWasMeasured) {
  Study study = two_periods();
  study.locations[0].until.reset();  // known until 12
  study.locations[2].time = {0, 9.5, 20};
  study.locations[1].time = {5, 20};  // half-open: 20 is outside
  EXPECT_THAT(faults(study), ElementsAre("0 B022 name", "1 B025 name", "2 B022 name"));
  study.locations[0].until = 11;
  EXPECT_THAT(faults(study), ElementsAre("0 B022 until", "1 B025 name", "2 B022 name"));
  EXPECT_FALSE(balance_of(study).balance);
}

TEST(Study, PeriodsMustLastAndThereMustBeOne) {
  Study study = two_periods();
  study.edges = {0, 10, 10, 20};
  EXPECT_THAT(faults(study), ElementsAre("- B021 ends"));
  study.edges = {0};
  EXPECT_THAT(faults(study), ElementsAre("- B022 ends"));
  study.locations[0].value.pop_back();
  EXPECT_THAT(faults(study), ElementsAre("- B022 ends", "0 B017 value"));
}

TEST(Study, ValuesBelowZeroAreTakenWhenTheyAreMeant) {
  Study study = two_periods();
  study.locations[0].value = {2, -1, 1};
  EXPECT_THAT(faults(study), ElementsAre("0 B007 @1 value"));
  study.locations[0].negative = true;
  EXPECT_NEAR(balance(study).periods[0].sums.increases_kg, 8 - 6, 1e-12);
}

/// Weights times rates are what `integrate` gives, for irregular steps and periods that cut them;
/// and Σ is B Bᵀ of the loads written out one by one.
TEST(Study, WeightsAddUpToTheIntegralAndTheCovarianceToItsLoads) {
  std::mt19937 engine(20261126);
  std::uniform_real_distribution<double> uniform(0, 1);
  for (int round = 0; round < 50; ++round) {
    Study study = two_periods();
    study.edges = {0};
    for (int i = 0; i < 5; ++i)
      study.edges.push_back(study.edges.back() + 0.2 + 6 * uniform(engine));
    Location& flow = study.locations[0];
    flow.between = round % 2 == 0 ? measurement::Between::hold : measurement::Between::linear;
    flow.time = {-uniform(engine)};
    flow.value = {uniform(engine)};
    while (flow.time.back() < study.edges.back()) {
      flow.time.push_back(flow.time.back() + 1e-3 + 2 * uniform(engine));
      flow.value.push_back(uniform(engine));
    }
    flow.until = flow.time.back() + 1;
    flow.calibration = round % 3 == 0 ? std::optional<double>() : 3.5;
    flow.random_absolute = 0.1;
    study.locations.resize(1);
    std::vector<RateSample> samples;
    for (std::size_t i = 0; i < flow.time.size(); ++i)
      samples.push_back({flow.time[i], flow.value[i]});
    const auto masses = *integrate({samples, {}, *flow.until, flow.between}, study.edges);
    const PreparedStudy prepared = prepare(study);
    const Muf out = muf(prepared.prepared->view());
    const numerics::Matrix loads = load_matrix(prepared.prepared->view());
    for (std::size_t t = 0; t < masses.size(); ++t) {
      EXPECT_NEAR(out.muf_kg[t], masses[t], 1e-12);
      for (std::size_t u = 0; u < masses.size(); ++u) {
        double sum = 0;
        for (std::size_t g = 0; g < loads.columns; ++g) sum += loads(t, g) * loads(u, g);
        EXPECT_NEAR(out.covariance_kg2(t, u), sum, 1e-12);
      }
    }
  }
}

/// A rate, amounts, and inventories with errors of all kinds; in some studies closed pulses, gaps
/// that are held, values below 0, calibrations, and one rate that holds for all periods.
Study random_study(std::mt19937& engine, int round) {
  std::uniform_real_distribution<double> uniform(0, 1);
  const auto one_of = [&](int n) { return static_cast<int>(uniform(engine) * n); };
  Study out;
  out.edges = {0};
  for (int t = 0; t < (round % 7 == 0 ? 40 : 4); ++t)
    out.edges.push_back(out.edges.back() + 0.2 + 6 * uniform(engine));
  out.gaps = measurement::Gaps::hold;
  out.inventory_at = InventoryAt::last;
  out.flow_errors = round % 5 == 4 ? FlowErrors::total : FlowErrors::sample;
  for (int n = 0; n < 5; ++n) {
    Location l = n == 4 ? tank() : one_of(3) == 0 ? product() : feed();
    l.name = "location " + std::to_string(n);
    if (n < 4) l.role = one_of(2) == 0 ? LocationRole::input : LocationRole::output;
    l.random = one_of(2) * 0.01;
    l.systematic = one_of(2) * 0.02;
    l.random_absolute = one_of(2) * 0.1;
    l.systematic_absolute = one_of(2) * 0.2;
    l.negative = one_of(2) == 0;
    if (one_of(2) == 0) l.source_key = "meter";
    if (round % 3 == 0) l.calibration = 3.5;
    l.between = one_of(3) == 0 ? measurement::Between::linear : measurement::Between::hold;
    l.close_pulses = one_of(3) == 0;
    l.time = {n == 4 ? 0.0 : -uniform(engine)};
    l.value = {uniform(engine)};
    const double step = n == 3 ? out.edges.back() : 0.5;
    while (l.time.back() < out.edges.back()) {
      l.time.push_back(l.time.back() + 1e-3 + step * uniform(engine));
      l.value.push_back(one_of(4) == 0 ? 0 : uniform(engine) - (l.negative ? 0.3 : 0));
    }
    if (l.kind == FlowKind::continuous && n < 4) l.until = l.time.back() + uniform(engine);
    out.locations.push_back(std::move(l));
  }
  return out;
}

TEST(Study, SumsOfTheSeriesAreThoseOfTheirColumnsBitForBit) {
  std::mt19937 engine(20261130);
  for (int round = 0; round < 200; ++round) {
    const Study study = random_study(engine, round);
    const MadeStudyBalance made = balance_of(study);
    PreparedStudy columns = prepare(study);
    ASSERT_TRUE(made.balance && columns.prepared) << made.faults.front().fault.message;
    expect_same(*made.balance, balance_of(*columns.prepared, columns.methods, columns.strata));
    ASSERT_FALSE(HasFailure()) << round;
  }
}

TEST(Study, SamplesThatLieElsewhereGiveTheSame) {
  const Study study = two_periods();
  Study lent = study;
  for (std::size_t i = 0; i < lent.locations.size(); ++i) {
    lent.locations[i].lent = {study.locations[i].time, study.locations[i].value};
    lent.locations[i].time.clear();
    lent.locations[i].value.clear();
  }
  expect_same(balance(lent), balance(study));
}

/// A rate that holds for many periods: its one error is common to all of them.
TEST(Study, RateThatHoldsIsOneMeasurementOfAllPeriods) {
  Study study;
  for (int t = 0; t <= 60; ++t) study.edges.push_back(t);
  Location rate = feed();
  rate.time = {0};
  rate.value = {2};
  rate.until = 60;
  rate.random_absolute = 0.1;
  study.locations = {rate};
  const MadeStudyBalance made = balance_of(study);  // warns of periods without a sample
  ASSERT_TRUE(made.balance);
  const double own = 0.02 * 0.02 + 0.1 * 0.1, common = 0.04 * 0.04;
  const auto& sigma = made.balance->muf.covariance_kg2;
  for (std::size_t t = 0; t < 60; ++t) {
    for (std::size_t u = 0; u < 60; ++u) EXPECT_NEAR(sigma(t, u), own + common, 1e-15);
    EXPECT_NEAR(share(*made.balance, Division::source, t, "random:feed"), own, 1e-15);
    EXPECT_NEAR(share(*made.balance, Division::nature, t, "random"), own, 1e-15);
  }
}

/// As many methods as periods: what is kept grows with their sum, not with their product.
TEST(Study, CalibrationsInEachPeriodTakeNoTableOfMethodsAndPeriods) {
  constexpr std::size_t periods = 1500;
  Study study;
  Location inventory = tank();
  inventory.calibration = 1;
  inventory.time.clear();
  inventory.value.clear();
  for (std::size_t t = 0; t <= periods; ++t) {
    study.edges.push_back(static_cast<double>(t));
    inventory.time.push_back(static_cast<double>(t));
    inventory.value.push_back(1 + static_cast<double>(t % 3));
  }
  study.locations = {inventory};
  const Balance b = balance(study);
  EXPECT_EQ(b.methods.size(), periods + 1);
  EXPECT_EQ(b.muf.contributions.own.size(), 2 * periods);
  EXPECT_EQ(b.muf.contributions.method.size(), 2 * periods);
  for (const std::size_t t : {std::size_t{0}, std::size_t{700}, periods - 1}) {
    const double begin = inventory.value[t], end = inventory.value[t + 1];
    EXPECT_NEAR(share(b, Division::source, t, "random:tank"), 0.0004 * (begin * begin + end * end),
                1e-15);
    EXPECT_NEAR(share(b, Division::method, t, "tank"), 0.0005 * (begin * begin + end * end), 1e-15);
  }
}

}  // namespace
}  // namespace accord::balance
