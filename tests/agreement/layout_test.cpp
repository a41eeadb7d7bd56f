#include <gtest/gtest.h>

#include "agreement/syntax/editor.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {
namespace {

std::string formatted(std::string_view text) {
  const Parsed parsed = parse(text);
  EXPECT_TRUE(parsed.problems.empty()) << brief(parsed.problems.at(0));
  return print(parsed.agreement);
}

TEST(Layout, IsTheOneOfTheChapter) {
  EXPECT_EQ(formatted(R"(accord 1 agreement d "D" { party a "A" party b "B"
term T "t" ref "1" { note "n" text en "q" reading "r" by a reciprocal to U stale after 14 days
unless event e while (performing(a)) limit x per year from d <= 10 t from d for 1 year + 1 month
verifier none owed { b } obliges each { a, b } } event e "E" })"),
            R"(accord 1
agreement d "D" {
  party a "A"
  party b "B"

  term T "t" ref "1" {
    obliges each { a, b } owed b verifier none
    from d for 1 year + 1 month
    limit x per year from d <= 10 t
    while performing(a)
    unless event e
    stale after 14 days
    reciprocal to U
    reading "r" by a
    text en "q"
    note "n"
  }

  event e "E"
}
)");
}

TEST(Layout, LongLimitsHaveTheirStepsOnLinesOfTheirOwn) {
  const std::string text = R"(accord 1
agreement d "D" {
  term T "t" {
    limit a_measure_with_a_long_name <= 90 % as of a_day_with_a_long_name
      then <= 60 % as of 2024-01-01
      then <= 30 % as of 2029-01-01 tolerance 1 %
  }
}
)";
  EXPECT_EQ(formatted(text), text);
}

TEST(Layout, CommentsStayWithWhatTheyStandBeforeOrBehind) {
  EXPECT_EQ(formatted(R"(# top
accord 1
agreement d "D" {
  # parties

  party a "A" # behind a
  # before b
  party b "B"
  term T "t" { # about T
    limit x <= 1 t # the cap
    # before from
    from d for # inside
      2 years
    # last
  }
  # before the brace
}
# end
)"),
            R"(# top
accord 1
agreement d "D" {
  # parties
  # behind a
  party a "A"
  # before b
  party b "B"

  # about T
  term T "t" {
    # before from
    # inside
    from d for 2 years
    # the cap
    limit x <= 1 t
    # last
  }
  # before the brace
}
# end
)");
}

TEST(Layout, OneEmptyLineBetweenItemsOfOneLineIsKept) {
  const std::string text =
      "accord 1\nagreement d \"D\" {\n  party a \"A\"\n\n  # sites\n  site s \"S\"\n  site t "
      "\"T\"\n}\n";
  EXPECT_EQ(formatted(text), text);
}

TEST(Words, AreSortedAndExported) {
  const auto& words = language_words();
  EXPECT_EQ(words.size(), 108U);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  const std::string grammar = textmate_grammar();
  for (const std::string_view word : words)
    EXPECT_TRUE(grammar.find(word) != std::string::npos) << word;
}

}  // namespace
}  // namespace accord::agreement
