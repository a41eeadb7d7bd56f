#include "formats/profiles/criteria.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::formats {
namespace {

using ::testing::ElementsAre;

TEST(Criteria, OwnOnesAreReadAndSayWhatWasConfirmed) {
  for (const std::string_view id : own_criteria_ids()) {
    const ReadCriteria read = read_criteria(own_criteria(id), "own");
    EXPECT_TRUE(read.problems.empty()) << id;
    EXPECT_EQ(read.criteria.id, id);
    ASSERT_FALSE(read.criteria.list.empty()) << id;
    // The bounds of 10 CFR 74 were not found in any text; those of usual practice in a teaching
    // one.
    for (const measurement::Criterion& criterion : read.criteria.list)
      EXPECT_EQ(criterion.confirmed, id == "iaea-usual") << criterion.name;
  }
  // Statistics chapter, 2.4.
  const auto us = read_criteria(own_criteria("us-10cfr74"), "own").criteria.list;
  ASSERT_EQ(us.size(), 3U);
  EXPECT_EQ(us[0].above_sigma, 3);
  EXPECT_EQ(us[1].above_active, 0.001);
  EXPECT_EQ(us[2].above_active, 0.00125);
  // Its source states the significant quantity for the cumulative MUF.
  const auto usual = read_criteria(own_criteria("iaea-usual"), "own").criteria.list;
  ASSERT_EQ(usual.size(), 2U);
  EXPECT_EQ(usual[0].statistic, measurement::Statistic::either_muf);
  EXPECT_EQ(usual[0].above_sigma, 3);
  EXPECT_EQ(usual[1].statistic, measurement::Statistic::either_cumuf);
  EXPECT_EQ(usual[1].above_goal, 1);
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
              ElementsAre(std::pair("W006", 1U), std::pair("W013", 4U), std::pair("W015", 5U),
                          std::pair("W005", 9U), std::pair("W006", 10U), std::pair("W006", 10U),
                          std::pair("W013", 14U)));
}

TEST(Criteria, DefinitionsOfARuleKeepTheirSourceAndTrust) {
  const auto words = read_criteria(own_criteria("us-10cfr74"), "own").criteria.definitions;
  std::vector<std::pair<std::string, bool>> found;
  for (const measurement::Definition& d : words) found.emplace_back(d.source, d.confirmed);
  EXPECT_THAT(found,
              ElementsAre(std::pair("78 FR 67225 (8 November 2013)", true),
                          std::pair("10 CFR 74.51(a)", true),
                          std::pair("10 CFR 70.4, as another text quotes it", true),
                          std::pair("10 CFR 74.4", true), std::pair("10 CFR 74.41(a)(3)", true),
                          std::pair("10 CFR 74.53(a)(3), as of 2015", true)));
  const ReadCriteria read = read_criteria(
      "id = \"x\"\ntitle = \"y\"\n[[criterion]]\nname = \"a\"\nstatistic = \"CUMUF\"\n"
      "above_active = 0.1\naction = \"look\"\nsource = \"rule\"\ntrust = \"A\"\n"
      "[[definition]]\nname = \"b\"\ntext = \"c\"\ntrust = \"K\"\n",
      "c.toml");
  std::vector<std::pair<std::string, std::uint32_t>> problems;
  for (const Problem& problem : read.problems)
    problems.emplace_back(problem.code, problem.place.line);
  // A sum of several periods has no active inventory; a definition needs its source.
  EXPECT_THAT(problems, ElementsAre(std::pair("W017", 6U), std::pair("W006", 10U)));
}

TEST(Criteria, WithoutACriterionThereIsNothingToCompareWith) {
  const ReadCriteria read = read_criteria("id = \"x\"\ntitle = \"y\"\n", "c.toml");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].code, "W006");
}

}  // namespace
}  // namespace accord::formats
