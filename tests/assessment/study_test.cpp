#include "assessment/study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "formats/measured/study.h"

namespace accord::assessment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Texts = std::map<std::string, std::string>;

/// "FILE:LINE:COLUMN CODE" of each problem.
std::vector<std::string> places(const std::vector<Problem>& problems) {
  std::vector<std::string> out;
  for (const Problem& p : problems)
    out.push_back(p.file + ":" + std::to_string(p.place.line) + ":" +
                  std::to_string(p.place.column) + " " + p.code);
  return out;
}

constexpr const char* study_text =
    "[periods]\n"
    "ends = [10, 20]\n"
    "[[location]]\n"
    "name = \"feed\"\n"
    "role = \"input\"\n"
    "kind = \"continuous\"\n"
    "file = \"feed.csv\"\n"
    "until = 20\n"
    "random = 0.01\n"
    "systematic = 0.02\n"
    "[[location]]\n"
    "name = \"tank\"\n"
    "role = \"inventory\"\n"
    "file = \"tank.csv\"\n"
    "unit = \"g\"\n"
    "random = 0\n"
    "systematic = 0\n"
    "random_absolute = 20\n";

MeasuredBalance made(const std::string& text, const Texts& texts) {
  return study_balance({"in/study.toml", text}, texts);
}

TEST(StudyFiles, BalanceComesFromTheFilesBesideTheStudy) {
  EXPECT_THAT(files_of_study({"in/study.toml", study_text}),
              ElementsAre("in/feed.csv", "in/tank.csv"));
  const MeasuredBalance out =
      made(study_text, {{"in/feed.csv", "time,value\n0,2\n4,3\n12,1\n"},
                        {"in/tank.csv", "time,value\n0,5000\n10,18000\n20,19500\n"}});
  EXPECT_THAT(places(out.problems), IsEmpty());
  ASSERT_TRUE(out.balance);
  EXPECT_NEAR(out.balance->periods[0].muf_kg, 26 + 5 - 18, 1e-12);
  EXPECT_NEAR(out.balance->periods[1].muf_kg, 14 + 18 - 19.5, 1e-12);
  // feed 0.0388 and 0.2704; the tank 2·(20 g)².
  EXPECT_NEAR(out.balance->muf.covariance_kg2(0, 0), 0.0388 + 0.2704 + 2 * 0.02 * 0.02, 1e-14);
}

TEST(StudyFiles, OneTableOfAllLocationsGivesTheSame) {
  std::string text = "series = \"all.csv\"\n" + std::string(study_text);
  for (const char* line : {"file = \"feed.csv\"\n", "file = \"tank.csv\"\n"})
    text.erase(text.find(line), std::string(line).size());
  const Texts table{{"in/all.csv",
                     "location,time,value\ntank,0,5000\nfeed,0,2\nfeed,4,3\ntank,10,18000\n"
                     "feed,12,1\ntank,20,19500\n"}};
  const MeasuredBalance out = made(text, table);
  EXPECT_THAT(places(out.problems), IsEmpty());
  EXPECT_NEAR(out.balance->muf.covariance_kg2(0, 0), 0.0388 + 0.2704 + 2 * 0.02 * 0.02, 1e-14);
}

TEST(StudyFiles, SeriesInMemoryStandInPlaceOfFiles) {
  const std::vector<double> feed_time{0, 4, 12}, feed{2, 3, 1};
  const std::vector<double> tank_time{0, 10, 20}, tank{5000, 18000, 19500};
  const GivenSeries given{{"feed.csv", {feed_time, feed}}, {"tank.csv", {tank_time, tank}}};
  const MeasuredBalance out = study_balance({"in/study.toml", study_text}, {}, {}, given);
  EXPECT_THAT(places(out.problems), IsEmpty());
  ASSERT_TRUE(out.balance);
  EXPECT_NEAR(out.balance->muf.covariance_kg2(0, 0), 0.0388 + 0.2704 + 2 * 0.02 * 0.02, 1e-14);
  GivenSeries wrong = given;
  const std::vector<double> back_time{0, 4, 3}, negative{5000, -18000, 19500};
  wrong["feed.csv"].time = back_time;
  wrong["tank.csv"].value = negative;
  EXPECT_THAT(
      places(study_balance({"in/study.toml", study_text}, {}, {}, wrong).problems),
      ::testing::UnorderedElementsAre("feed.csv.time[2]:0:0 B021", "tank.csv.value[1]:0:0 B007"));
}

TEST(StudyFiles, PeriodsOfOneLengthAreAsManyAsTheDataCover) {
  std::string text = study_text;
  text.replace(text.find("ends = [10, 20]"), 15, "length = 10");
  const Texts files{{"in/feed.csv", "time,value\n0,2\n4,3\n12,1\n"},
                    {"in/tank.csv", "time,value\n0,5000\n10,18000\n20,19500\n29,1\n"}};
  EXPECT_EQ(made(text, files).balance->periods.size(), 2U);
  text.replace(text.find("length = 10"), 11, "length = 30");
  EXPECT_THAT(places(made(text, files).problems), ElementsAre("in/study.toml:1:1 B022"));
}

TEST(StudyFiles, ProblemsOfSeriesAreAtTheirCells) {
  const MeasuredBalance out =
      made(study_text, {{"in/feed.csv", "value,time\n2,0\n3,4\n\n1,4\n-1,12\n"},
                        {"in/tank.csv", "time,value\n0,5000\n20,19500\n10,18000\n"}});
  EXPECT_THAT(places(out.problems),
              ElementsAre("in/feed.csv:5:3 B021", "in/feed.csv:6:1 B007", "in/tank.csv:4:1 B021"));
  EXPECT_FALSE(out.balance);
}

TEST(StudyFiles, WhatFollowsOnlyFromRowsThatCouldNotBeReadIsNotSaid) {
  const MeasuredBalance out =
      made(study_text, {{"in/feed.csv", "time,value\n0,two\n4,3\n12,1\n"},
                        {"in/tank.csv", "time,value\n0,5000\n10,x\n20,19500\n"}});
  EXPECT_THAT(places(out.problems), ElementsAre("in/feed.csv:2:3 I008", "in/tank.csv:3:4 I008"));
}

TEST(StudyFiles, FilesThatCannotBeReadAndTheRestAreReportedTogether) {
  const MeasuredBalance out = made(study_text, {{"in/feed.csv", "time,value\n0,2\n4,3\n"}});
  EXPECT_THAT(places(out.problems), ElementsAre("in/study.toml:14:1 W004"));
  std::string text = study_text;
  text.replace(text.find("until = 20"), 10, "until = 19");
  EXPECT_THAT(places(made(text, {{"in/feed.csv", "time,value\n0,2\n4,3\n"}}).problems),
              ElementsAre("in/study.toml:4:1 B022", "in/study.toml:14:1 W004"));
}

TEST(StudyText, EveryKeyThatIsWrongIsReportedAtItsPlace) {
  const formats::ReadStudy read = formats::read_study(
      "flow_errors = \"totals\"\n"
      "inventory_at = 3\n"
      "[periods]\n"
      "length = 0\n"
      "count = 0\n"
      "[[location]]\n"
      "name = \"feed\"\n"
      "role = \"inputs\"\n"
      "kind = \"continuous\"\n"
      "file = \"feed.csv\"\n"
      "random = 0.01\n"
      "[[location]]\n"
      "name = \"feed\"\n"
      "role = \"inventory\"\n"
      "kind = \"discrete\"\n"
      "file = \"feed.csv\"\n"
      "random = 0.01\n"
      "systematic = 0\n"
      "[[location]]\n"
      "name = \"out\"\n"
      "role = \"output\"\n"
      "kind = \"discrete\"\n"
      "until = 3\n"
      "random = 0.01\n"
      "systematic = \"small\"\n",
      "study.toml");
  EXPECT_THAT(places(read.problems),
              ElementsAre("study.toml:1:15 W013", "study.toml:2:16 W007", "study.toml:4:1 W015",
                          "study.toml:5:1 W015", "study.toml:6:1 W006", "study.toml:8:8 W013",
                          "study.toml:13:1 I014", "study.toml:15:1 W005", "study.toml:19:1 W006",
                          "study.toml:23:1 W005", "study.toml:25:14 W007"));
}

TEST(StudyText, PeriodsAndLocationsMustBeThere) {
  EXPECT_THAT(places(formats::read_study("name = \"a\"\n", "s").problems),
              ElementsAre("s:1:1 W006", "s:1:1 W006"));
  EXPECT_THAT(
      places(
          formats::read_study("[periods]\nlength = 1\nends = [1]\n[[location]]\n", "s").problems),
      ElementsAre("s:1:1 W006", "s:4:1 W006", "s:4:1 W006", "s:4:1 W006", "s:4:1 W006",
                  "s:4:1 W006"));
}

}  // namespace
}  // namespace accord::assessment
