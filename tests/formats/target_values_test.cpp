#include "formats/measured/target_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "formats/measured/measured.h"

namespace accord::formats {
namespace {

using measurement::Purpose;

std::string text_of(const char* name) {
  std::ifstream file(std::string(ACCORD_SOURCE_DIR) + "/profiles/targets/" + name,
                     std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(TargetValues, WhatIsShippedIsForDemonstrationsUntilSomebodyVerifiesIt) {
  for (const char* name : {"demonstration.csv", "public-performance.csv"}) {
    const std::string text = text_of(name);
    const ReadTargetValues read = read_target_values(text, name);
    EXPECT_TRUE(read.problems.empty()) << name;
    EXPECT_EQ(read.values.size(), 5U);
    EXPECT_EQ(measurement::usable(read.values, Purpose::demonstration).values.size(), 5U);
    const auto refused = measurement::usable(read.values, Purpose::evaluation);
    EXPECT_TRUE(refused.values.empty());
    const auto problems = problems_of(refused.faults, text, name, read.lines);
    ASSERT_EQ(problems.size(), 5U);
    EXPECT_EQ(problems[0].code, "B012");
    EXPECT_EQ(problems[0].place.line, 2U);
  }
}

TEST(TargetValues, HaveTheFiguresOfTheChapter) {
  const ReadTargetValues read = read_target_values(text_of("demonstration.csv"), "d");
  EXPECT_EQ(read.values[4].u_random, 0.15);
  EXPECT_EQ(read.values[4].u_systematic, 0.10);
  const ReadTargetValues measured = read_target_values(text_of("public-performance.csv"), "p");
  EXPECT_EQ(measured.values[0].u_random, 0.003);
  EXPECT_FALSE(measured.values[0].u_systematic);
}

TEST(TargetValues, ReportsEveryCellThatIsWrong) {
  const ReadTargetValues read = read_target_values(
      "edition,method,material,quantity,u_r,u_s,unit,source_page,verified_by,verified_on\n"
      ",M,m,q,0.1,0.1,fraction,p,,\n"
      "e,M,m,q,one,-0.1,percent,p,x,2030-02-30\n"
      "e,M,m,q,,,kg,p,x,2030-02-28\n",
      "t.csv");
  std::vector<std::string> found;
  for (const Problem& p : read.problems)
    found.push_back(std::to_string(p.place.line) + ":" + std::to_string(p.place.column) + " " +
                    p.code);
  EXPECT_THAT(
      found, ::testing::ElementsAre("2:1 I007", "3:9 I008", "3:13 I008", "3:18 I011", "3:30 I009"));
  ASSERT_EQ(read.values.size(), 1U);
  EXPECT_TRUE(read.values[0].is_verified());
}

}  // namespace
}  // namespace accord::formats
