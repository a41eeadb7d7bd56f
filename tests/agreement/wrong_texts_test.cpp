#include <gtest/gtest.h>

#include <string>

#include "agreement/syntax/parse.h"
#include "agreement/vectors.h"

namespace accord::agreement {
namespace {

std::string messages(std::string_view text) {
  std::string out;
  for (const Problem& problem : parse(text).problems) out += brief(problem);
  return out;
}

class WrongText : public testing::TestWithParam<std::string> {};

/// Messages of the chapter, written before the parser.
TEST_P(WrongText, HasTheMessagesOfTheChapter) {
  const std::string base = vector_path("wrong/" + GetParam());
  EXPECT_EQ(messages(read_text(base + ".accord")), read_text(base + ".message"));
}

INSTANTIATE_TEST_SUITE_P(OfTheParser, WrongText,
                         testing::Values("W01", "W02", "W03", "W05", "W06", "W08", "W09", "W10",
                                         "W15", "W16", "W17", "W20", "W22", "W23"));

class TextForTheChecks : public testing::TestWithParam<std::string> {};

/// Their faults are of names, units and kinds: the grammar is kept.
TEST_P(TextForTheChecks, IsReadWithoutProblems) {
  EXPECT_EQ(messages(read_text(vector_path("wrong/" + GetParam() + ".accord"))), "");
}

INSTANTIATE_TEST_SUITE_P(OfTheChecks, TextForTheChecks,
                         testing::Values("W04", "W07", "W11", "W12", "W13", "W14", "W18", "W19",
                                         "W21", "W24"));

}  // namespace
}  // namespace accord::agreement
