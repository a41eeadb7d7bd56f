#include <gtest/gtest.h>

#include <set>

#include "agreement/check/check.h"
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

INSTANTIATE_TEST_SUITE_P(OfTheChapter, ReadWrongText, testing::Range(1, 25));

class ReadWorkedText : public testing::TestWithParam<std::string> {};

TEST_P(ReadWorkedText, HasNoErrors) {
  EXPECT_EQ(errors(read(read_text(GetParam()))), "");
}

/// Every setting declares names for all its texts, so that each text leaves some unused.
TEST_P(ReadWorkedText, HasNoWarningsButUnusedNames) {
  for (const Problem& problem : read(read_text(GetParam())).problems)
    EXPECT_EQ(problem.code, "A065") << brief(problem);
}

INSTANTIATE_TEST_SUITE_P(OfTheChapter, ReadWorkedText, testing::ValuesIn(worked_texts()));

/// By hand: parts of formulas are used, the sums of them are not.
TEST(UnusedNames, AreThoseThatTheClockDoesNotName) {
  std::string unused;
  for (const Problem& problem :
       read(read_text(vector_path("worked/21-a-withdrawal-clause-as-a-clock.accord"))).problems)
    unused += problem.message + "\n";
  EXPECT_EQ(unused,
            "nothing uses the party “west”\nnothing uses the party “east”\n"
            "nothing uses the day “eif”\nnothing uses the day “cfe_eif”\n"
            "nothing uses the day “inf_eif”\nnothing uses the measure “warheads”\n"
            "nothing uses the measure “launchers”\nnothing uses the measure “inspections”\n"
            "nothing uses the measure “intermediate”\nnothing uses the measure “shorter”\n"
            "nothing uses the measure “tanks”\nnothing uses the measure “tanks_active”\n"
            "nothing uses the measure “tanks_zone”\nnothing uses the event “initial_data”\n"
            "nothing uses the event “data_update”\nnothing uses the event “data_change”\n"
            "nothing uses the event “change_notice”\nnothing uses the event “exercise”\n"
            "nothing uses the event “exercise_notice”\n");
}

}  // namespace
}  // namespace accord::agreement
