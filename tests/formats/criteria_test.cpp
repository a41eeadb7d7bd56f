#include "formats/criteria.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::formats {
namespace {

using ::testing::ElementsAre;

TEST(Criteria, OwnOnesAreReadAndMarkedAsNotConfirmed) {
  for (const std::string_view id : own_criteria_ids()) {
    const ReadCriteria read = read_criteria(own_criteria(id), "own");
    EXPECT_TRUE(read.problems.empty()) << id;
    EXPECT_EQ(read.criteria.id, id);
    ASSERT_FALSE(read.criteria.list.empty()) << id;
    for (const measurement::Criterion& criterion : read.criteria.list)
      EXPECT_FALSE(criterion.confirmed) << criterion.name;
  }
  // Statistics chapter, 2.4.
  const auto us = read_criteria(own_criteria("us-10cfr74"), "own").criteria.list;
  ASSERT_EQ(us.size(), 3U);
  EXPECT_EQ(us[0].above_sigma, 3);
  EXPECT_EQ(us[1].above_active, 0.001);
  EXPECT_EQ(us[2].above_active, 0.00125);
  EXPECT_EQ(read_criteria(own_criteria("iaea-usual"), "own").criteria.list.at(1).above_goal, 1);
  EXPECT_TRUE(own_criteria("none").empty());
}

TEST(Criteria, EveryMistakeIsReportedAtItsPlace) {
  const ReadCriteria read = read_criteria(
      "id = \"x\"\n"
      "[[criterion]]\n"
      "name = \"a\"\n"
      "statistic = \"muf\"\n"
      "above_sigma = -3\n"
      "action = \"look\"\n"
      "source = \"rule\"\n"
      "trust = \"A\"\n"
      "abov_kg = 1\n"
      "[[criterion]]\n"
      "name = \"b\"\n"
      "statistic = \"SEID\"\n"
      "source = \"rule\"\n"
      "trust = \"sure\"\n",
      "c.toml");
  std::vector<std::pair<std::string, std::uint32_t>> found;
  for (const Problem& problem : read.problems) found.emplace_back(problem.code, problem.place.line);
  EXPECT_THAT(found,
              ElementsAre(std::pair("W006", 1U), std::pair("W007", 4U), std::pair("W007", 5U),
                          std::pair("W005", 9U), std::pair("W006", 10U), std::pair("W006", 10U),
                          std::pair("W007", 14U)));
}

TEST(Criteria, WithoutACriterionThereIsNothingToCompareWith) {
  const ReadCriteria read = read_criteria("id = \"x\"\ntitle = \"y\"\n", "c.toml");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].code, "W006");
}

}  // namespace
}  // namespace accord::formats
