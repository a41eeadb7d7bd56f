#include "base/english.h"

#include <gtest/gtest.h>

#include <vector>

namespace accord {
namespace {

TEST(English, OneAndManyAreToldApart) {
  EXPECT_EQ(counted(0, "finding"), "0 findings");
  EXPECT_EQ(counted(1, "finding"), "1 finding");
  EXPECT_EQ(counted(2, "finding"), "2 findings");
  EXPECT_EQ(counted(1, "entry", "entries"), "1 entry");
  EXPECT_EQ(counted(3, "entry", "entries"), "3 entries");
  EXPECT_STREQ(is_or_are(1), "is");
  EXPECT_STREQ(is_or_are(0), "are");
  EXPECT_STREQ(is_or_are(2), "are");
}

TEST(English, AnArticleGoesByTheFirstLetter) {
  EXPECT_EQ(with_article("role"), "a role");
  EXPECT_EQ(with_article("answer"), "an answer");
}

TEST(English, AListEndsWithAnd) {
  const std::vector<std::string> names{"A", "B", "C"};
  EXPECT_EQ(enumerated({}), "");
  EXPECT_EQ(enumerated(std::span(names).first(1)), "A");
  EXPECT_EQ(enumerated(std::span(names).first(2)), "A and B");
  EXPECT_EQ(enumerated(names), "A, B and C");
  EXPECT_EQ(enumerated(names, "or"), "A, B or C");
}

}  // namespace
}  // namespace accord
