#include "base/problem.h"

#include <gtest/gtest.h>

#include <string>

namespace accord {
namespace {

Problem at(std::uint32_t column, std::uint32_t length) {
  return {Severity::error, "I008", "“x” is not a number", "", "a.csv", {1, column, length}};
}

TEST(Render, AShortLineIsShownWholeWithACaretRun) {
  EXPECT_EQ(render(at(3, 2), "a,bc"),
            "a.csv:1:3: error: “x” is not a number  [I008]\n    1 | a,bc\n      |   ^~\n");
}

TEST(Render, ALongLineIsCutAroundThePlaceAndTheCaretStaysUnderIt) {
  const std::string text = std::string(200, 'a') + "XY" + std::string(200, 'b');
  EXPECT_EQ(render(at(201, 2), text), "a.csv:1:201: error: “x” is not a number  [I008]\n    1 | …" +
                                          std::string(30, 'a') + "XY" + std::string(58, 'b') +
                                          "…\n      | " + std::string(31, ' ') + "^~\n");
}

TEST(Render, TheBeginningOfALongLineIsNotCut) {
  const std::string text = "XY" + std::string(200, 'b');
  EXPECT_EQ(render(at(1, 2), text), "a.csv:1:1: error: “x” is not a number  [I008]\n    1 | XY" +
                                        std::string(88, 'b') + "…\n      | ^~\n");
}

TEST(Render, ARunThatPassesTheExcerptEndsWithIt) {
  const std::string text = std::string(100, 'a') + std::string(200, 'X');
  const std::string shown = render(at(101, 200), text);
  EXPECT_NE(shown.find("      | " + std::string(31, ' ') + "^" + std::string(59, '~') + "\n"),
            std::string::npos)
      << shown;
}

TEST(Render, APlaceBehindTheEndOfALongLineIsShownAtItsEnd) {
  const std::string shown = render(at(201, 1), std::string(200, 'a'));
  EXPECT_NE(shown.find("…" + std::string(90, 'a') + "\n      | " + std::string(91, ' ') + "^\n"),
            std::string::npos)
      << shown;
}

TEST(Render, CharactersAreCountedNotBytes) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "ä";
  const std::string shown = render(at(100, 1), text + "X");
  EXPECT_EQ(shown.find("\xC3\n"), std::string::npos);
  EXPECT_NE(shown.find("äX\n"), std::string::npos) << shown;
}

TEST(Render, ControlCharactersOfTheInputDoNotReachTheTerminal) {
  const std::string shown = render(at(14, 1), "\x1b[31mred\x7f\t\u202Ex\x96z!");
  EXPECT_EQ(shown,
            "a.csv:1:14: error: “x” is not a number  [I008]\n"
            "    1 | <U+001B>[31mred<U+007F>\t<U+202E>x\uFFFDz!\n"
            "      |                        \t          ^\n");
}

TEST(Render, WhatAMessageQuotesDoesNotReachTheTerminalEither) {
  const Problem problem{Severity::error,       "I008",      "“a\nb\x1b[2J” is not a number",
                        "write \u202Eone\x96", "x\x1b.csv", {1, 1, 1}};
  EXPECT_EQ(render(problem, {}),
            "x<U+001B>.csv:1:1: error: “a<U+000A>b<U+001B>[2J” is not a number  [I008]\n"
            "  help: write <U+202E>one\uFFFD\n");
  EXPECT_EQ(brief(problem),
            "1:1: error: “a<U+000A>b<U+001B>[2J” is not a number  [I008]\n"
            "  help: write <U+202E>one\uFFFD\n");
}

}  // namespace
}  // namespace accord
