#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "measurement/items.h"

namespace accord::measurement {
namespace {

TEST(Names, NumbersWordsInTheOrderInWhichTheyCome) {
  Names names;
  EXPECT_EQ(names.find("a"), Names::none);
  EXPECT_EQ(names.id("b"), 0U);
  EXPECT_EQ(names.id(""), 1U);
  EXPECT_EQ(names.id("a"), 2U);
  EXPECT_EQ(names.id("b"), 0U);
  EXPECT_EQ(names.size(), 3U);
  EXPECT_EQ(names[1], "");
  EXPECT_EQ(names.find("a"), 2U);
  EXPECT_EQ(names.find("aa"), Names::none);
}

TEST(Names, ManyWordsAgainstAMap) {
  std::mt19937 random(7);
  Names names;
  std::map<std::string, std::uint32_t> expected;
  std::vector<const std::string*> places;
  for (int i = 0; i < 100'000; ++i) {
    const std::string word = "w" + std::to_string(random() % 30'000);
    const auto known = expected.emplace(word, static_cast<std::uint32_t>(expected.size())).first;
    ASSERT_EQ(names.id(word), known->second);
    if (places.size() < expected.size()) places.push_back(&names[names.size() - 1]);
  }
  ASSERT_EQ(names.size(), expected.size());
  const Names moved = std::move(names);
  for (const auto& [word, id] : expected) {
    ASSERT_EQ(moved.find(word), id);
    ASSERT_EQ(moved[id], word);
    ASSERT_EQ(&moved[id], places[id]);
  }
  EXPECT_EQ(moved.find("w30000"), Names::none);
}

}  // namespace
}  // namespace accord::measurement
