#include "formats/measured/series.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "support/places.h"

namespace accord::formats {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using tests::places;

TEST(ReadSeries, TakesNumbersWithExponentsAndSigns) {
  const ReadSeries read = read_series("time,value\n0,1.5\n1e1,-2.5e-3\n12.25,0\n", "a.csv", {}, {});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_THAT(read.series[0].time, ElementsAre(0, 10, 12.25));
  EXPECT_THAT(read.series[0].value, ElementsAre(1.5, -0.0025, 0));
  EXPECT_THAT(read.series[0].line, ElementsAre(2U, 3U, 4U));
}

TEST(ReadSeries, TakesTheColumnsThatAreAskedForFromAWideTable) {
  const ReadSeries read = read_series("hour,U,Pu\n0,1,2\n1,3,4\n", "a.csv", {"hour", "Pu", ""}, {});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_THAT(read.series[0].value, ElementsAre(2, 4));
}

TEST(ReadSeries, DividesATableOfManyLocations) {
  const std::string names[] = {"feed", "tank"};
  const ReadSeries read = read_series("value,location,time\n1,feed,0\n5,tank,0\n2,feed,1\n",
                                      "all.csv", {"time", "value", "location"}, names);
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_THAT(read.series[0].value, ElementsAre(1, 2));
  EXPECT_THAT(read.series[0].line, ElementsAre(2U, 4U));
  EXPECT_THAT(read.series[1].time, ElementsAre(0));
}

TEST(ReadSeries, ReportsEveryCellThatIsWrong) {
  const std::string names[] = {"feed", "tank"};
  const ReadSeries read = read_series(
      "location,time,value\nfeed,0,nan\ntnak,1,2\nfeed,,1\nfeed,2,1 kg\nfeed,3\ntank,inf,\"1,5\"\n"
      "feed,4,1e999\n",
      "all.csv", {"time", "value", "location"}, names);
  EXPECT_THAT(places(read.problems), ElementsAre("2:8 I008", "3:1 I015", "4:6 I007", "5:8 I008",
                                                 "6:1 I004", "7:6 I008", "7:10 I008", "8:8 I008"));
  EXPECT_THAT(read.problems[1].help, ::testing::HasSubstr("tank"));
}

TEST(ReadSeries, NamesColumnsThatAreMissing) {
  EXPECT_THAT(places(read_series("t,v\n0,1\n", "a.csv", {}, {}).problems),
              ElementsAre("1:1 I006", "1:1 I006"));
  EXPECT_THAT(places(read_series("", "a.csv", {}, {}).problems), ElementsAre("1:1 I001"));
  EXPECT_THAT(places(read_series("time,value,value\n0,1,2\n", "a.csv", {}, {}).problems),
              ElementsAre("1:12 I005"));
}

TEST(ReadSeries, LinesThatEndInCrLfAndEmptyLinesAreTaken) {
  const ReadSeries read = read_series("time,value\r\n0,1\r\n\r\n2,3\r\n", "a.csv", {}, {});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_THAT(read.series[0].time, ElementsAre(0, 2));
  EXPECT_THAT(read.series[0].line, ElementsAre(2U, 4U));
}

/// There are two readers, one for tables without anything special. With a quoted header every table
/// goes to the other one: both give the same samples and the same problems.
TEST(ReadSeries, BothReadersAgree) {
  std::mt19937 engine(7);
  const char* const cells[] = {"0",  "1.5", "-2e-7", "1e400", "nan", "",    "1,5",   "x",
                               " 1", "+1",  "12.",   ".5",    "0x1", "1e5", "\"2\"", "2\r"};
  std::uniform_int_distribution<std::size_t> good(0, 2);
  std::uniform_int_distribution<std::size_t> any(0, std::size(cells) - 1);
  std::uniform_int_distribution<int> dice(0, 30);
  const std::string names[] = {"a", "b"};
  for (int round = 0; round < 500; ++round) {
    std::string rows;
    for (int i = 0; i < 8; ++i) {
      const auto cell = [&] {
        return std::string(cells[dice(engine) == 0 ? any(engine) : good(engine)]);
      };
      rows += (dice(engine) == 0 ? "c" : dice(engine) < 15 ? "a" : "b");
      rows += "," + cell() + "," + cell() + (dice(engine) == 0 ? ",7" : "") +
              (dice(engine) == 0 ? "\n\n" : "\n");
    }
    const SeriesColumns columns{"time", "value", "location"};
    const ReadSeries plain = read_series("location,time,value\n" + rows, "f", columns, names);
    const ReadSeries quoted = read_series("location,\"time\",value\n" + rows, "f", columns, names);
    ASSERT_EQ(plain.problems, quoted.problems) << rows;
    for (std::size_t i = 0; i < 2; ++i) {
      ASSERT_EQ(plain.series[i].time, quoted.series[i].time) << rows;
      ASSERT_EQ(plain.series[i].value, quoted.series[i].value) << rows;
      ASSERT_EQ(plain.series[i].line, quoted.series[i].line) << rows;
    }
  }
}

}  // namespace
}  // namespace accord::formats
