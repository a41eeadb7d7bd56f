#include "simulation/measured.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

#include "assessment/measured_source.h"
#include "balance/tests/sequential.h"
#include "numerics/distributions.h"
#include "simulation/campaign.h"

namespace accord::simulation {
namespace {

struct Source {
  numerics::Matrix sigma;
  numerics::Cholesky factor;
  std::shared_ptr<const MeasuredErrors> errors;
};

Source source_of(const std::string& items, const std::string& methods) {
  auto read = assessment::measured_source({"items.csv", items}, {"methods.csv", methods});
  EXPECT_TRUE(read.problems.empty());
  Source out{*read.covariance_kg2, {}, read.errors};
  out.factor = balance::sequence(std::vector<double>(out.sigma.rows), out.sigma).value().factor();
  return out;
}

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  return {std::istreambuf_iterator<char>(in), {}};
}

Source made_up_state() {
  const std::string folder = ACCORD_SOURCE_DIR "/examples/state/items_honest/";
  return source_of(text_of(folder + "items.csv"), text_of(folder + "methods.csv"));
}

/// The bands leave a chance of about 1e-6 for each test: fixed seed, 5 standard errors or more.
TEST(MeasuredStatistical, SitmufOfTheMadeUpStateIsStandardAndIndependent) {
  const Source state = made_up_state();
  Campaign campaign{state.factor, {{"none", std::vector<double>(12)}}, {}, {}, 20261126,
                    state.errors};
  constexpr std::uint64_t sequences = 100'000;
  const Tally tally = simulate(campaign, sequences, {0, chunks_of(sequences)}, 0);
  const SitmufMoments found = sitmuf_moments(tally);
  const double error = 1 / std::sqrt(static_cast<double>(sequences));
  double means = 0;
  double correlations = 0;
  for (std::size_t t = 0; t < 12; ++t) {
    means += found.mean[t] * found.mean[t] / (error * error);
    EXPECT_NEAR(found.covariance(t, t), 1, 5 * std::sqrt(2.0) * error) << t;
    for (std::size_t u = 0; u < t; ++u) {
      EXPECT_NEAR(found.covariance(t, u), 0, 5.5 * error) << t << " " << u;
      correlations += found.covariance(t, u) * found.covariance(t, u) / (error * error);
    }
  }
  // Sums of squares of standard numbers: 12 means, 66 correlations.
  EXPECT_LT(means, numerics::chi_squared_upper_quantile(1e-6, 12));
  EXPECT_LT(correlations, numerics::chi_squared_upper_quantile(1e-6, 66));
  EXPECT_GT(correlations, numerics::chi_squared_upper_quantile(1 - 1e-6, 66));
}

TEST(MeasuredStatistical, SigmaOfMufIsThatOfTheSimulation) {
  const Source state = made_up_state();
  Campaign campaign{state.factor, {{"none", std::vector<double>(12)}}, {}, {}, 4, state.errors};
  constexpr std::size_t sequences = 40'000;
  const numerics::Matrix muf = sample(campaign, 0, 0, sequences, 0);
  for (std::size_t t = 0; t < 12; ++t) {
    double squares = 0;
    for (std::size_t i = 0; i < sequences; ++i) squares += muf(i, t) * muf(i, t);
    EXPECT_NEAR(std::sqrt(squares / sequences / state.sigma(t, t)), 1,
                5 / std::sqrt(2.0 * sequences));
  }
}

/// EX-2.2 of the chapter in items; its numbers are there.
constexpr const char* two_periods_items =
    "period,role,stratum,item,method,declared_kg,measured_in_period\n"
    "0,PE,store,I0,inventory,40,0\n1,X,in,X0,receipt,300,1\n1,Y,out,Y0,shipment,288,1\n"
    "1,PE,store,I1,inventory,50,1\n2,X,in,X1,receipt,280,2\n2,Y,out,Y1,shipment,286.5,2\n"
    "2,PE,store,I2,inventory,45,2\n";
constexpr const char* two_periods_methods =
    "method,component,kind,standard_deviation,source_key\n"
    "inventory,random,relative,0.01,\ninventory,systematic,relative,0.005,nda\n"
    "receipt,random,relative,0.003,\nreceipt,systematic,relative,0.002,da\n"
    "shipment,random,relative,0.002,\nshipment,systematic,relative,0.002,da\n";

TEST(MeasuredStatistical, TwoPeriodsHaveTheCovarianceOfTheWorkedExample) {
  const Source source = source_of(two_periods_items, two_periods_methods);
  Campaign campaign{source.factor, {{"none", {0, 0}}}, {}, {}, 9, source.errors};
  constexpr std::size_t sequences = 400'000;
  const numerics::Matrix muf = sample(campaign, 0, 0, sequences, 0);
  double a = 0, b = 0, ab = 0;
  for (std::size_t i = 0; i < sequences; ++i) {
    a += muf(i, 0) * muf(i, 0);
    b += muf(i, 1) * muf(i, 1);
    ab += muf(i, 0) * muf(i, 1);
  }
  const double n = sequences;
  EXPECT_NEAR(a / n, 1.554852, 5 * 1.554852 * std::sqrt(2 / n));
  EXPECT_NEAR(b / n, 1.487223, 5 * 1.487223 * std::sqrt(2 / n));
  EXPECT_NEAR(ab / n, -0.251562, 5 * std::sqrt((1.554852 * 1.487223 + 0.251562 * 0.251562) / n));
}

/// x = (1 + a)(1 + b) has the variance (1 + δ²)² − 1 and, unlike a sum of normal errors, the third
/// moment 6·δ⁴: E(a + b + ab)³ = 6·E(a²b²). δ = 0.3; bands of 5 standard errors that the
/// simulated moments give.
TEST(MeasuredStatistical, FactorsOfAProductAreMultiplied) {
  const Source source = source_of(
      "period,role,stratum,item,method,declared_kg\n0,PE,s,a,count,1\n1,X,s,b,drum,1\n1,PE,s,c,"
      "count,1\n",
      "method,component,kind,standard_deviation,source_key,factor\n"
      "drum,random,relative,0.3,,bulk\ndrum,systematic,relative,0.3,assay,concentration\n"
      "count,none,,,,\n");
  EXPECT_NEAR(source.sigma(0, 0), 1.09 * 1.09 - 1, 1e-15);
  Campaign campaign{source.factor, {{"none", {0}}}, {}, {}, 17, source.errors};
  constexpr std::size_t sequences = 400'000;
  const numerics::Matrix muf = sample(campaign, 0, 0, sequences, 0);
  double second = 0, third = 0, fourth = 0, sixth = 0;
  for (std::size_t i = 0; i < sequences; ++i) {
    const double x = muf(i, 0);
    second += x * x / sequences;
    third += x * x * x / sequences;
    fourth += x * x * x * x / sequences;
    sixth += x * x * x * x * x * x / sequences;
  }
  EXPECT_NEAR(second, 0.1881, 5 * std::sqrt((fourth - 0.1881 * 0.1881) / sequences));
  EXPECT_NEAR(third, 6 * 0.0081, 5 * std::sqrt(sixth / sequences));
  EXPECT_GT(third, 10 * std::sqrt(sixth / sequences));  // it can tell the two apart
}

TEST(Measured, GivesTheSameNumbersForAnyThreadsAndAnyCut) {
  const Source state = made_up_state();
  Campaign campaign{state.factor,
                    {{"none", std::vector<double>(12)}},
                    {page_rule(state.factor, {0.5, 3.3745, 0}).value()},
                    {},
                    1,
                    state.errors};
  constexpr std::uint64_t sequences = 20'001;
  const Tally one = simulate(campaign, sequences, {0, 5}, 1);
  EXPECT_EQ(simulate(campaign, sequences, {0, 5}, 2), one);
  EXPECT_EQ(simulate(campaign, sequences, {0, 5}, 7), one);
  Tally parts(campaign);
  parts += simulate(campaign, sequences, {3, 5}, 2);
  parts += simulate(campaign, sequences, {0, 3}, 1);
  EXPECT_EQ(parts, one);
}

TEST(Measured, DrawsOneErrorForEachSourceAndMeasurement) {
  // Two sources; seven measurements with one error of their own each.
  EXPECT_EQ(source_of(two_periods_items, two_periods_methods).errors->draws(), 9U);
}

}  // namespace
}  // namespace accord::simulation
