#include "base/printable.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace accord {
namespace {

using namespace std::literals;

TEST(Printable, TextStaysAsItIs) {
  EXPECT_EQ(printable("München – ایران 漢字\ta, “b”"), "München – ایران 漢字\ta, “b”");
  EXPECT_EQ(printable(""), "");
}

TEST(Printable, WhatActsOnATerminalIsShown) {
  EXPECT_EQ(printable("\x1B[31m"), "<U+001B>[31m");
  EXPECT_EQ(printable("a\nb\rc\0d\x7F"sv), "a<U+000A>b<U+000D>c<U+0000>d<U+007F>");
  EXPECT_EQ(printable("\u009B31m\u0080\u009F"), "<U+009B>31m<U+0080><U+009F>");
  EXPECT_EQ(printable("\u202Ex\u2066\u2069\u200E\u200F\u061C"),
            "<U+202E>x<U+2066><U+2069><U+200E><U+200F><U+061C>");
  EXPECT_EQ(printable("\u2028\u2029\uFEFFx"), "<U+2028><U+2029><U+FEFF>x");
  EXPECT_EQ(printable("\u00A0\u200D"), "\u00A0\u200D");  // what words are written with
}

TEST(Printable, LinesKeepTheirEnds) {
  EXPECT_EQ(printable_lines("a\nb\r\nc\u009B\n"), "a\nb<U+000D>\nc<U+009B>\n");
  EXPECT_EQ(printable_lines(""), "");
}

TEST(Printable, TheLengthOfWhatActs) {
  EXPECT_EQ(acting_length("\x1B", 0), 1U);
  EXPECT_EQ(acting_length("x\u009B", 1), 2U);
  EXPECT_EQ(acting_length("\u202E", 0), 3U);
  EXPECT_EQ(acting_length("a\u00E4", 0), 0U);
  EXPECT_EQ(acting_length("a\u00E4", 1), 0U);
  EXPECT_EQ(acting_length("\x96", 0), 0U);
}

TEST(Printable, BytesThatAreNotUtf8BecomeOneMarkEach) {
  EXPECT_EQ(printable("a\x96z\xFF\xFE"), "a\uFFFDz\uFFFD\uFFFD");
  EXPECT_EQ(printable("\xC3"), "\uFFFD");                      // cut off
  EXPECT_EQ(printable("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // half of a pair
}

TEST(Printable, AnyBytesGiveUtf8) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  for (int c = 255; c >= 0; --c) all += static_cast<char>(c);
  EXPECT_FALSE(invalid_utf8_at(printable(all)));
}

TEST(PrintableLine, ThePlaceMovesWithWhatGrows) {
  //                                     1 2     3 4 5     6
  const PrintableLine line = printable_line(
      "a\x1B"
      "bc\u009B"
      "d",
      {1, 4, 2});
  EXPECT_EQ(line.text, "a<U+001B>bc<U+009B>d");
  EXPECT_EQ(line.place, (Place{1, 11, 9}));
}

}  // namespace
}  // namespace accord
