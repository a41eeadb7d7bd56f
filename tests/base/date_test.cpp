#include "base/date.h"

#include <gtest/gtest.h>

namespace accord {
namespace {

TEST(Date, CountsFromTheUnixDayAndPrintsBack) {
  EXPECT_EQ(parse_day("1970-01-01")->number, 0);
  EXPECT_EQ(parse_day("2015-07-20").value() + 90, parse_day("2015-10-18").value());
  EXPECT_EQ(to_string(day_min), "1900-01-01");
  EXPECT_EQ(to_string(day_max), "2100-12-31");
  EXPECT_EQ(long_form(*parse_day("2016-01-16")), "16 January 2016");
  EXPECT_EQ(compact(*parse_day("2016-01-06")), "20160106");
  EXPECT_EQ(compact(day_min), "19000101");
}

TEST(Date, RefusesDaysThatDoNotExistAndOtherForms) {
  for (const char* text : {"2016-02-30", "2015-02-29", "2016-13-01", "2016-00-10", "2016-1-16",
                           "16.01.2016", "2016-01-1x", "", "2016-01-160"})
    EXPECT_FALSE(parse_day(text)) << text;
  EXPECT_TRUE(parse_day("2016-02-29"));
}

TEST(Date, MonthsKeepTheDayOrAreCut) {
  const Day january = *parse_day("2011-01-31");
  EXPECT_EQ(to_string(add_months(january, 1)), "2011-02-28");
  EXPECT_EQ(to_string(add_months(january, 2)), "2011-03-31");
  EXPECT_TRUE(add_months_cuts(january, 1));
  EXPECT_FALSE(add_months_cuts(january, 2));
  EXPECT_EQ(to_string(add_months(january, -13)), "2009-12-31");
  EXPECT_EQ(to_string(end_of_quarter(*parse_day("2016-05-03"))), "2016-06-30");
}

TEST(Date, WeekdaysAndWholeMonths) {
  EXPECT_EQ(weekday(*parse_day("2026-11-24")), 1);
  EXPECT_EQ(weekday(*parse_day("1969-12-29")), 0);
  EXPECT_EQ(whole_months(*parse_day("2018-05-08"), *parse_day("2019-07-01")), 13);
  EXPECT_EQ(whole_months(*parse_day("2018-05-08"), *parse_day("2019-05-08")), 12);
}

TEST(Date, EveryDayOfTheAllowedRangeSurvivesTheRoundTrip) {
  for (Day day = day_min; day <= day_max; day += 1) {
    const CivilDate date = civil(day);
    ASSERT_EQ(day_of(date.year, date.month, date.day), day);
  }
}

}  // namespace
}  // namespace accord
