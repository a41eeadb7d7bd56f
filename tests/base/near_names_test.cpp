#include "base/near_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "base/text.h"

namespace accord {
namespace {

/// Optimal string alignment distance as it is defined, without any short cut.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

std::optional<std::string> slow_nearest(std::string_view word,
                                        const std::vector<std::string>& names) {
  std::size_t best = std::min<std::size_t>(2, std::max<std::size_t>(1, word.size() / 3)) + 1;
  std::optional<std::string> out;
  for (const std::string& name : names)
    if (const std::size_t d = slow_distance(word, name);
        d < best && d < std::max(word.size(), name.size()))
      out = name, best = d;
  return out;
}

TEST(NearNames, FindsWhatTheDefinitionFinds) {
  std::mt19937 random(20300101);
  const auto word = [&](std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i) out += static_cast<char>('a' + random() % 4);
    return out;
  };
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> names;
    NearNames known;
    for (int i = 0; i < 12; ++i) names.push_back(word(random() % 11));
    names.push_back(names[3] + word(9));
    names.push_back(word(60));
    for (const std::string& name : names) known.add(name);
    const std::vector<std::string_view> views(names.begin(), names.end());
    std::string asked = round % 10 == 0 ? names.back() : word(random() % 11);
    if (round % 20 == 0) std::swap(asked[7], asked[8]);
    const auto expected = slow_nearest(asked, names);
    EXPECT_EQ(known.nearest(asked), expected) << asked;
    for (int again = 0; again < 20; ++again) (void)known.nearest("another");
    EXPECT_EQ(known.nearest(asked), expected) << asked << ", when many have been sought";
    EXPECT_EQ(nearest(asked, views), expected) << asked;
    found += expected.has_value() ? 1U : 0U;
  }
  EXPECT_GT(found, 100U);
  EXPECT_LT(found, 350U);
}

TEST(Suggestions, AreForTheFirstFaultsOfEachKindInAFile) {
  Suggestions suggestions;
  std::size_t asked = 0;
  const auto names = [&] {
    ++asked;
    return std::vector<std::string_view>{"delivery"};
  };
  for (std::size_t i = 0; i < problems_shown_max; ++i)
    EXPECT_EQ(suggestions.nearest_in("a.csv", "I012", "delivary", names), "delivery");
  EXPECT_EQ(suggestions.nearest_in("a.csv", "I012", "delivary", names), std::nullopt);
  EXPECT_EQ(asked, problems_shown_max);
  EXPECT_EQ(suggestions.nearest_in("a.csv", "I013", "delivary", names), "delivery");
  EXPECT_EQ(suggestions.nearest_in("b.csv", "I012", "delivary", names), "delivery");
}

}  // namespace
}  // namespace accord
