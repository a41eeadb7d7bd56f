#include "balance/study/flows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace accord::balance {
namespace {

using ::testing::ElementsAre;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Flows, StepsAreCutAtTheEdgesOfThePeriods) {
  // Rate 2 from 0 to 3, 0 to 5, 4 to 10: 2·3 = 6 and 4·5 = 20; edge at 6: 4·1 before it.
  const RateSample samples[] = {{0, 2}, {3, 0}, {5, 4}};
  const double edges[] = {0, 2, 6, 10};
  EXPECT_THAT(*integrate({samples, {}, 10}, edges), ElementsAre(4, 2 + 4, 16));
}

TEST(Flows, LinesBetweenSamplesAreTrapezia) {
  // 0 to 4 rising from 0 to 8: area 16, of it a quarter before 2; then 8 is held for one unit.
  const RateSample samples[] = {{0, 0}, {4, 8}};
  const double edges[] = {0, 2, 5};
  EXPECT_THAT(*integrate({samples, {}, 5, Between::linear}, edges), ElementsAre(4, 12 + 8));
}

TEST(Flows, PulseOnAnEdgeBelongsToThePeriodThatBegins) {
  const Pulse pulses[] = {{2, 5}, {0, 1}, {1.999, 10}};
  const double edges[] = {0, 2, 4};
  EXPECT_THAT(*integrate({{}, pulses, 0}, edges), ElementsAre(11, 5));
}

TEST(Flows, PeriodsTogetherHaveWhatFlowsInAll) {
  std::vector<RateSample> samples;
  double total = 0;
  for (int i = 0; i < 1000; ++i) {
    const double time = i + (i % 7) * 0.01;
    samples.push_back({time, 0.1 * (i % 13)});
  }
  for (std::size_t i = 0; i < 1000; ++i) {
    const double to = i < 999 ? samples[i + 1].time : 1000.0;
    total += samples[i].rate_kg_per_time * (to - samples[i].time);
  }
  const double edges[] = {0, 100.5, 333.333, 700, 1000};
  double sum = 0;
  const auto masses = integrate({samples, {}, 1000}, edges);
  for (const double mass : *masses) sum += mass;
  EXPECT_NEAR(sum, total, 1e-9);
}

TEST(Flows, WithoutPeriodsThereIsNothing) {
  EXPECT_TRUE(integrate({}, {})->empty());
}

TEST(Flows, RefusesWhatIsNotKnown) {
  const RateSample samples[] = {{1, 2}, {3, 0}};
  const double before[] = {0, 2};
  const double after[] = {1, 6};
  EXPECT_EQ(integrate({samples, {}, 5}, before).error().code, "B022");
  EXPECT_EQ(integrate({samples, {}, 5}, after).error().code, "B022");
  const Pulse late[] = {{2, 1}};
  const double edges[] = {0, 2};
  EXPECT_EQ(integrate({{}, late, 0}, edges).error().code, "B022");
  EXPECT_EQ(integrate({{}, late, 0}, edges).error().where, "pulse 0");
}

TEST(Flows, NamesWhatDoesNotAscendOrIsNoNumber) {
  const RateSample twice[] = {{1, 2}, {1, 0}};
  const RateSample no_rate[] = {{0, 2}, {1, nan}};
  const RateSample good[] = {{0, 2}};
  const double edges[] = {0, 1};
  const double back[] = {0, 1, 1};
  const Pulse no_mass[] = {{0.5, nan}};
  EXPECT_EQ(integrate({twice, {}, 5}, edges).error().code, "B021");
  EXPECT_EQ(integrate({twice, {}, 5}, edges).error().where, "sample 1");
  EXPECT_EQ(integrate({no_rate, {}, 5}, edges).error().code, "B013");
  EXPECT_EQ(integrate({good, {}, 5}, back).error().where, "edge 2");
  EXPECT_EQ(integrate({good, no_mass, 5}, edges).error().where, "pulse 0");
  EXPECT_EQ(integrate({good, {}, nan}, edges).error().code, "B013");
}

}  // namespace
}  // namespace accord::balance
