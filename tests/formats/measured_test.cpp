#include "formats/measured/measured.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "balance/muf/balance.h"
#include "support/places.h"

namespace accord::formats {
namespace {

using measurement::Role;
using ::testing::ElementsAre;
using tests::places;

TEST(ReadItems, TakesTheColumnsInAnyOrderAndKeepsOthersForKeys) {
  const ReadItems read = read_items(
      "item,role,period,method,stratum,declared_kg,analysis\n"
      "A,PE,0,M,S,1.5,T1\n"
      "B,X,1,M,S,-0.25,\n",
      "items.csv");
  EXPECT_TRUE(read.problems.empty());
  ASSERT_EQ(read.items.size(), 2U);
  EXPECT_EQ(read.items.role[0], Role::closing);
  EXPECT_EQ(read.items.value_kg[1], -0.25);
  EXPECT_THAT(read.items.measured_in, ElementsAre(0, 1));
  ASSERT_EQ(read.items.groups.size(), 1U);
  EXPECT_EQ(read.items.groups[0].column, "analysis");
  EXPECT_EQ(read.items.groups[0].names[read.items.groups[0].id[0]], "T1");
  EXPECT_THAT(read.lines, ElementsAre(2U, 3U));
}

TEST(ReadItems, MassIsTheDoubleNearestToItsDecimal) {
  const ReadItems read = read_items(
      "period,role,stratum,item,method,declared_kg\n1,X,S,A,M,0.1\n1,X,S,B,M,245.3741\n"
      "1,X,S,C,M,123456.789012345\n",
      "items.csv");
  EXPECT_THAT(read.items.value_kg, ElementsAre(0.1, 245.3741, 123456.789012345));
}

TEST(ReadItems, ReportsEveryCellThatIsWrong) {
  const ReadItems read = read_items(
      "period,role,stratum,item,method,declared_kg,measured_in_period,correction\n"
      "1.5,X,S,A,M,1,1,\n"
      "1,Z,S,B,M,1,1,\n"
      "1,X,,,M,1 kg,1,perhaps\n"
      ",X,S,C,M,1,one,\n"
      "1,X,S,D,M,--1,,\n"
      "1,X,S,E,M,NaN,,yes\n",
      "items.csv");
  EXPECT_THAT(places(read.problems),
              ElementsAre("2:1 B010", "3:3 I011", "4:5 I007", "4:6 I007", "4:9 I008", "4:16 I011",
                          "5:1 I007", "5:12 I008", "6:11 I008", "7:11 I008"));
  EXPECT_EQ(read.items.size(), 0U);
}

TEST(ReadItems, NamesAColumnThatIsMissing) {
  const ReadItems read = read_items("period,role,stratum,item,method,declared\n", "items.csv");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].code, "I006");
}

TEST(ReadMethods, TakesTheRowsOfOneParty) {
  const std::string_view text =
      "party,method,component,kind,standard_deviation,source_key,factor\n"
      "operator,M,random,relative,0.01,,bulk\n"
      "inspector,N,systematic,relative,0.02,IN:N,\n"
      "operator,M,systematic,absolute,0.5,OP:M,\n"
      "operator,COUNT,none,,,,\n";
  const ReadMethods read = read_methods(text, "methods.csv");
  EXPECT_TRUE(read.problems.empty());
  ASSERT_EQ(read.methods.size(), 2U);
  ASSERT_EQ(read.methods[0].components.size(), 2U);
  EXPECT_EQ(read.methods[0].components[0].factor, "bulk");
  EXPECT_EQ(read.methods[0].components[1].kind, measurement::Kind::absolute);
  EXPECT_EQ(read.methods[0].components[1].sigma, 0.5);
  EXPECT_TRUE(read.methods[1].components.empty());
  EXPECT_EQ(read_methods(text, "methods.csv", "inspector").methods[0].name, "N");
}

TEST(ReadMethods, ReportsEveryCellThatIsWrongAlsoOfTheOtherParty) {
  const ReadMethods read = read_methods(
      "party,method,component,kind,standard_deviation,source_key\n"
      "operator,M,random,relative,-0.01,\n"
      "operator,M,systematic,relative,0.01,\n"
      "inspector,N,systematic,relative,,IN:N\n"
      "inspector,N,random,relative,5,\n"
      "operator,O,bias,per cent,NaN,\n"
      "nobody,O,random,relative,0.1,\n",
      "methods.csv");
  EXPECT_THAT(places(read.problems),
              ElementsAre("2:28 B001", "3:37 B002", "4:33 I007", "5:29 B001", "6:12 I011",
                          "6:17 I011", "6:26 I008", "7:1 I011"));
}

TEST(ProblemsOf, PutsFaultsOfTheBalanceAtTheirCells) {
  const std::string_view text =
      "period,role,stratum,item,method,declared_kg\n"
      "1,PE,S,A,M,5\n"
      "\n"
      "1,PE,S,A,M,5\n"
      "1,X,S,B,\"M\",-3\n";
  const ReadItems read = read_items(text, "items.csv");
  const std::vector<measurement::Method> methods{{"M", {}}};
  const auto made = balance::balance_of(read.items, methods);
  auto problems = problems_of(made.faults, text, "items.csv", read.lines);
  sort_problems(problems);
  EXPECT_THAT(places(problems), ElementsAre("4:8 B005", "5:13 B007"));
  EXPECT_THAT(problems[0].message, ::testing::HasSubstr("first in line 2"));
  EXPECT_EQ(problems[1].place.length, 2U);
}

}  // namespace
}  // namespace accord::formats
