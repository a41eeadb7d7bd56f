#include <gmock/gmock.h>

#include <string>

#include "base/codes/codes.h"
#include "base/codes/parameter.h"

namespace accord {

namespace {

std::string in_capitals(std::string_view name) {
  return name == "on" ? "ON" : "";
}

TEST(Codes, AreSortedOnceEachAndWhole) {
  std::string_view before;
  for (const Code& code : codes()) {
    EXPECT_LT(before, code.code);
    EXPECT_EQ(code.code.size(), 4U) << code.code;
    EXPECT_FALSE(code.title.empty() || code.meaning.empty() || code.remedy.empty()) << code.code;
    EXPECT_FALSE(code.title.ends_with('.')) << code.code;
    EXPECT_TRUE(code.meaning.ends_with('.')) << code.code;
    EXPECT_TRUE(code.remedy.ends_with('.')) << code.code;
    EXPECT_EQ(find_code(code.code), &code);
    before = code.code;
  }
}

TEST(Codes, NamesThatAreNoneAreNotFound) {
  for (const char* name : {"", "A", "a001", "A0001", "V001", "Z999"})
    EXPECT_EQ(find_code(name), nullptr) << name;
}

TEST(Codes, WhatTryingAgainCanHelpIsOutside) {
  for (const Code& code : codes()) {
    EXPECT_TRUE(!code.again || code.cause == Cause::environment) << code.code;
    EXPECT_EQ(code.cause == Cause::usage, code.code[0] == 'U') << code.code;
  }
}

TEST(Parameter, EachFaceWritesItItsOwnWay) {
  const std::string text = "leave " + parameter("on") + " out, or {on}; " + parameter("other");
  EXPECT_EQ(spelled(text, &in_capitals), "leave ON out, or {on}; other");
}

TEST(Parameter, OfTheTableStandsInBraces) {
  EXPECT_EQ(spelled_code("`{on}` and {doc}`page`, {", &in_capitals), "`ON` and {doc}`page`, {");
}

TEST(Parameter, OpenEndsStay) {
  EXPECT_EQ(spelled("\x02on", &in_capitals), "\x02on");
  EXPECT_EQ(spelled("", &in_capitals), "");
}

}  // namespace

}  // namespace accord
