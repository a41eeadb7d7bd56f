#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "balance/muf/balance.h"
#include "balance/muf/some_periods.h"
#include "balance/tests/page.h"
#include "balance/tests/sequential.h"
#include "formats/measured/measured.h"
#include "numerics/distributions.h"

/// The item tables of the made-up State against the answers that came with them, which another
/// program worked out.
namespace accord::balance {
namespace {

using Json = nlohmann::json;

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(ACCORD_SOURCE_DIR) + "/examples/state/" + path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class Keys : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const std::string folder = GetParam();
    const std::string items = text_of(folder + "/items.csv");
    const std::string methods = text_of(folder + "/methods.csv");
    formats::ReadItems read = formats::read_items(items, "items.csv");
    const formats::ReadMethods errors = formats::read_methods(methods, "methods.csv");
    ASSERT_TRUE(read.problems.empty());
    ASSERT_TRUE(errors.problems.empty());
    MadeBalance made = balance_of(read.items, errors.methods);
    ASSERT_TRUE(made.faults.empty());
    balance_ = std::move(made.balance);
    expected_ = Json::parse(text_of(folder + "/expected.json"));
    ASSERT_EQ(balance_->periods.size(), expected_["T"].get<std::size_t>());
    ASSERT_EQ(balance_->periods.size(), 12U);
  }
  std::optional<Balance> balance_;
  Json expected_;
};

TEST_P(Keys, MufOfEveryPeriod) {
  for (std::size_t t = 0; t < 12; ++t) {
    EXPECT_NEAR(balance_->periods[t].muf_kg, expected_["MUF"][t].get<double>(), 1e-9) << t;
    EXPECT_NEAR(*balance_->periods[t].ratio, expected_["MUF_over_sigma"][t].get<double>(), 1e-9);
  }
}

TEST_P(Keys, PartHasTheNumbersOfItsPeriods) {
  const Balance some = some_periods(*balance_, 3, 2);
  ASSERT_EQ(some.periods.size(), 2U);
  ASSERT_EQ(some.muf.covariance_kg2.values.size(), 4U);
  for (std::size_t t = 0; t < 2; ++t) {
    EXPECT_NEAR(some.muf.muf_kg[t], expected_["MUF"][3 + t].get<double>(), 1e-9);
    EXPECT_NEAR(*some.periods[t].ratio, expected_["MUF_over_sigma"][3 + t].get<double>(), 1e-9);
    for (std::size_t u = 0; u < 2; ++u)
      EXPECT_NEAR(some.muf.covariance_kg2(t, u),
                  expected_["covariance"][3 + t][3 + u].get<double>(), 1e-9);
    const Json& shares = expected_["contributions"][3 + t];
    EXPECT_EQ(some.shares(Division::source, t).size(), shares.size());
    for (const Share& share : some.shares(Division::source, t))
      EXPECT_NEAR(share.variance_kg2, shares[share.name].get<double>(), 1e-9) << share.name;
    EXPECT_EQ(some.largest_realisation(t), balance_->largest_realisation(3 + t));
    double methods = 0;
    for (const Share& share : some.shares(Division::method, t)) methods += share.variance_kg2;
    EXPECT_NEAR(methods, some.muf.covariance_kg2(t, t), 1e-12);
  }
  EXPECT_NEAR(some.muf.cumulated_kg(),
              expected_["MUF"][3].get<double>() + expected_["MUF"][4].get<double>(), 1e-9);
  EXPECT_TRUE(some_periods(*balance_, 12, 0).periods.empty());
}

TEST_P(Keys, MufIsTheSumOfItsFourParts) {
  for (const PeriodBalance& p : balance_->periods)
    EXPECT_NEAR(p.muf_kg,
                p.sums.opening_kg + p.sums.increases_kg - p.sums.decreases_kg - p.sums.closing_kg,
                1e-9);
  for (std::size_t t = 1; t < 12; ++t)
    EXPECT_EQ(balance_->periods[t].sums.opening_kg, balance_->periods[t - 1].sums.closing_kg);
}

TEST_P(Keys, CovarianceOfAllPeriods) {
  for (std::size_t t = 0; t < 12; ++t) {
    const double sigma = expected_["sigma_MUF"][t].get<double>();
    EXPECT_NEAR(balance_->periods[t].sigma_kg / sigma, 1, 1e-9) << t;
    for (std::size_t u = 0; u < 12; ++u)
      EXPECT_NEAR(balance_->muf.covariance_kg2(t, u), expected_["covariance"][t][u].get<double>(),
                  1e-9)
          << t << ", " << u;
  }
}

TEST_P(Keys, ContributionsOfEverySource) {
  for (std::size_t t = 0; t < 12; ++t) {
    const auto shares = balance_->shares(Division::source, t);
    const Json& expected = expected_["contributions"][t];
    EXPECT_EQ(shares.size(), expected.size()) << t;
    for (const Share& share : shares) {
      ASSERT_TRUE(expected.contains(share.name)) << share.name;
      EXPECT_NEAR(share.variance_kg2, expected[share.name].get<double>(), 1e-9) << share.name;
    }
  }
}

TEST_P(Keys, CumulatedOverTheYear) {
  EXPECT_NEAR(balance_->muf.cumulated_kg(), expected_["CUMUF"][11].get<double>(), 1e-9);
  EXPECT_NEAR(balance_->muf.cumulated_sigma_kg(), expected_["sigma_CUMUF"][11].get<double>(), 1e-9);
}

TEST_P(Keys, PeriodsAsASequence) {
  const Sequence tests = sequence(balance_->muf.muf_kg, balance_->muf.covariance_kg2).value();
  for (std::size_t t = 0; t < 12; ++t) {
    const SequencePeriod& p = tests.periods()[t];
    EXPECT_NEAR(p.cumuf, expected_["CUMUF"][t].get<double>(), 1e-9) << t;
    EXPECT_NEAR(p.sigma_cumuf, expected_["sigma_CUMUF"][t].get<double>(), 1e-9) << t;
    EXPECT_NEAR(p.itmuf, expected_["ITMUF"][t].get<double>(), 1e-9) << t;
    EXPECT_NEAR(p.sigma_itmuf, expected_["sigma_ITMUF"][t].get<double>(), 1e-9) << t;
    EXPECT_NEAR(p.sitmuf, expected_["SITMUF"][t].get<double>(), 1e-9) << t;
  }
}

TEST_P(Keys, PageTest) {
  const Sequence tests = sequence(balance_->muf.muf_kg, balance_->muf.covariance_kg2).value();
  const Json& page = expected_["Page"];
  const PageRun run = page_run(tests.sitmuf(), {page["k"], page["h"], 0}).value();
  EXPECT_NEAR(page_threshold(12, 0.05, page["k"]).value(), page["h"].get<double>(), 5e-5);
  for (std::size_t t = 0; t < 12; ++t)
    EXPECT_NEAR(run.statistic[t], page["S"][t].get<double>(), 1e-9) << t;
  EXPECT_EQ(run.alarm ? Json(*run.alarm) : Json(), page["first"]);
}

TEST_P(Keys, AlarmsOfSinglePeriodsAndOfTheYear) {
  const double z = numerics::normal_upper_quantile(0.05);
  Json alarms = Json::array();
  for (std::size_t t = 0; t < 12; ++t)
    if (*balance_->periods[t].ratio > z) alarms.push_back(t + 1);
  EXPECT_EQ(alarms, expected_["single_period_alarms"]);
  EXPECT_EQ(balance_->muf.cumulated_kg() / balance_->muf.cumulated_sigma_kg() > z,
            expected_["CUMUF_end_alarm"].get<bool>());
}

INSTANTIATE_TEST_SUITE_P(MadeUpState, Keys, ::testing::Values("items_honest", "items_protracted"));

}  // namespace
}  // namespace accord::balance
