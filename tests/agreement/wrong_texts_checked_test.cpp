#include <gtest/gtest.h>

#include <set>

#include "agreement/check.h"
#include "agreement/vectors.h"

namespace accord::agreement {
namespace {

std::string errors(const Parsed& read) {
  std::string out;
  for (const Problem& problem : read.problems)
    if (problem.severity == Severity::error) out += brief(problem);
  return out;
}

class ReadWrongText : public testing::TestWithParam<int> {};

/// Warnings are left out, as in the chapter.
TEST_P(ReadWrongText, HasTheErrorsOfTheChapter) {
  const std::string number = std::to_string(100 + GetParam()).substr(1);
  const std::string base = vector_path("wrong/W" + number);
  EXPECT_EQ(errors(read(read_text(base + ".accord"))), read_text(base + ".message"));
}

INSTANTIATE_TEST_SUITE_P(OfTheChapter, ReadWrongText, testing::Range(1, 24));

class ReadWorkedText : public testing::TestWithParam<std::string> {};

TEST_P(ReadWorkedText, HasNoErrors) {
  EXPECT_EQ(errors(read(read_text(GetParam()))), "");
}

INSTANTIATE_TEST_SUITE_P(OfTheChapter, ReadWorkedText, testing::ValuesIn(worked_texts()));

}  // namespace
}  // namespace accord::agreement
