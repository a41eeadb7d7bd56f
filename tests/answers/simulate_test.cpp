#include "answers/statistics/simulate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answers/table.h"
#include "assessment/scenario_source.h"

namespace accord::answers {
namespace {

using ::testing::ElementsAre;

constexpr const char* scenario =
    "name = \"two\"\n"
    "sequences = 4000\n"
    "seed = 3\n"
    "[balance]\n"
    "covariance_kg2 = [[1.0, 0.5], [0.5, 1.0]]\n"
    "[[loss]]\n"
    "name = \"all at once\"\n"
    "per_period_kg = [0, 3]\n"
    "[[test]]\n"
    "kind = \"cumuf_each\"\n"
    "limit = 2\n";

SimulateAnswer answer_of(const std::string& text) {
  const auto source = assessment::scenario_source("s.toml", text, {});
  const auto made = assessment::prepare_campaign(*source, 1);
  const auto& campaign = made.prepared.campaign;
  return simulate_answer(source->scenario, made.prepared,
                         simulation::simulate(campaign, 4000, {0, 1}, 1));
}

TEST(Simulate, EveryLossStandsWithEveryTest) {
  const SimulateAnswer answer = answer_of(scenario);
  EXPECT_EQ(answer.name, "two");
  EXPECT_EQ(answer.sequences, 4000U);
  EXPECT_EQ(answer.seed, 3U);
  EXPECT_EQ(answer.periods, 2U);
  EXPECT_THAT(answer.sigma_muf_kg, ElementsAre(1, 1));
  ASSERT_EQ(answer.tests.size(), 1U);
  EXPECT_EQ(answer.tests[0].limit_origin, assessment::LimitOrigin::given);
  ASSERT_EQ(answer.results.size(), 2U);
  EXPECT_EQ(answer.results[0].loss, "no loss");
  EXPECT_EQ(answer.results[1].total_kg, 3);
  EXPECT_EQ(answer.results[1].limit, 2);
  for (const SimulatedResult& one : answer.results) {
    ASSERT_EQ(one.by_period.size(), 2U);
    EXPECT_LE(one.by_period[0], one.by_period[1]);
    EXPECT_EQ(one.by_period[1], one.probability);
  }
  // Of the first period alone P(N > 2) = 0.02275, the same without and with the later loss.
  EXPECT_NEAR(answer.results[0].by_period[0], 0.02275, 4 * 0.00236);
  EXPECT_EQ(answer.results[0].by_period[0], answer.results[1].by_period[0]);
  EXPECT_FALSE(answer.sitmuf_moments);
}

TEST(Simulate, ATableHasTheDigitsThatStandForSomething) {
  SimulateAnswer answer = answer_of(scenario);
  answer.results.resize(1);
  answer.results[0].probability = 0.0512345678;
  answer.results[0].standard_error = 1e-7;
  answer.results[0].exact = std::nullopt;
  const AnswerTable table = table_of(described::view(answer), {}, described::Shown::all);
  EXPECT_EQ(table.name, "results");
  EXPECT_THAT(table.cells.rows, ElementsAre(ElementsAre("no loss", "0", "CUMUF in each period",
                                                        "2.0000", "0.051235", "0.000000", "")));
}

}  // namespace
}  // namespace accord::answers
