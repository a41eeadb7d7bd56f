#include "chart/ticks.h"

#include <gtest/gtest.h>

namespace accord::chart {
namespace {

std::string labels(const ValueTicks& ticks) {
  std::string out;
  for (const ValueTick& tick : ticks.ticks) out += (out.empty() ? "" : " ") + tick.label;
  return out;
}

std::string labels(const char* from, const char* to, double width) {
  std::string out;
  for (const TimeTick& tick : time_ticks(*parse_day(from), *parse_day(to), width))
    out += tick.label.empty() ? "." : tick.label + " ";
  return out;
}

TEST(LinearTicks, AreRoundNumbersThatCoverTheValues) {
  EXPECT_EQ(labels(linear_ticks(0, 9874.9, 9)), "0 2000 4000 6000 8000 10000");
  EXPECT_EQ(labels(linear_ticks(0, 0.07, 9)), "0.00 0.01 0.02 0.03 0.04 0.05 0.06 0.07");
  EXPECT_EQ(labels(linear_ticks(-260, 700, 9)), "-400 -200 0 200 400 600 800");
  EXPECT_EQ(labels(linear_ticks(111, 132.7, 9)), "110 115 120 125 130 135");
}

TEST(LinearTicks, WidenEqualEnds) {
  EXPECT_EQ(labels(linear_ticks(0, 0, 3)), "-0.5 0.0 0.5");
  const ValueTicks one = linear_ticks(202.8, 202.8, 5);
  EXPECT_LT(one.low, 202.8);
  EXPECT_GT(one.high, 202.8);
}

TEST(LogTicks, AreOneTwoFiveAndCoverTheValues) {
  EXPECT_EQ(labels(log_ticks(79.8, 9874.9, 9)), "50 100 200 500 1000 2000 5000 10000");
  EXPECT_EQ(labels(log_ticks(3.67, 60, 9)), "2 5 10 20 50 100");
  EXPECT_EQ(labels(log_ticks(0.02, 0.5, 9)), "0.02 0.05 0.1 0.2 0.5");
  EXPECT_EQ(labels(log_ticks(10, 10, 9)), "10 20");
}

TEST(LogTicks, KeepToPowersOfTenOverManyDecades) {
  EXPECT_EQ(labels(log_ticks(3, 40000, 9)), "1 10 100 1000 10000 100000");
}

TEST(TimeTicks, AreYearsOverTenYears) {
  EXPECT_EQ(labels("2016-01-16", "2018-02-01", 200), "...2017 ...2018 ");
  EXPECT_EQ(labels("1990-06-01", "2030-06-01", 150), ".2000 ...2020 ..");
}

TEST(TimeTicks, AreQuartersMonthsWeeksAndDaysOverLess) {
  EXPECT_EQ(labels("2019-05-15", "2020-03-01", 400), ".2019 Q3 ..2019 Q4 ..2020 Q1 ..");
  EXPECT_EQ(labels("2019-05-15", "2019-08-15", 400), "2019-06 2019-07 2019-08 ");
  EXPECT_EQ(labels("2019-07-01", "2019-07-17", 400),
            "2019-07-01 ......2019-07-08 ......2019-07-15 ..");
  EXPECT_EQ(labels("2019-07-01", "2019-07-03", 400), "2019-07-01 2019-07-02 2019-07-03 ");
}

TEST(TimeTicks, StayWithinTheAxis) {
  for (const int span : {0, 1, 40, 400, 4000, 40000}) {
    const Day from{12345};
    for (const TimeTick& tick : time_ticks(from, from + span, 600)) {
      EXPECT_LE(from, tick.day);
      EXPECT_LE(tick.day, from + span);
    }
  }
}

}  // namespace
}  // namespace accord::chart
