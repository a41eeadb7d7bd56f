#include <gtest/gtest.h>

#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"
#include "agreement/vectors.h"

namespace accord::agreement {
namespace {

class WorkedText : public testing::TestWithParam<std::string> {};

TEST_P(WorkedText, IsReadWithoutProblems) {
  std::string problems;
  for (const Problem& problem : parse(read_text(GetParam())).problems) problems += brief(problem);
  EXPECT_EQ(problems, "");
}

TEST_P(WorkedText, PrintsAndReadsAgainToTheSameModel) {
  const Agreement model = parse(read_text(GetParam())).agreement;
  const std::string printed = print(model);
  const Parsed again = parse(printed);
  EXPECT_TRUE(again.problems.empty()) << printed;
  EXPECT_EQ(again.agreement, model) << printed;
  EXPECT_EQ(print(again.agreement), printed);
}

std::string text_name(const testing::TestParamInfo<std::string>& text) {
  return "Text" + std::filesystem::path(text.param).stem().string().substr(0, 2);
}

INSTANTIATE_TEST_SUITE_P(OfTheChapter, WorkedText, testing::ValuesIn(worked_texts()), text_name);

TEST(WorkedTexts, AreAllThere) {
  EXPECT_EQ(worked_texts().size(), 37U);
}

}  // namespace
}  // namespace accord::agreement
