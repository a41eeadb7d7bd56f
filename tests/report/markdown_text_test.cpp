#include "report/forms/markdown_text.h"

#include <gtest/gtest.h>

namespace accord::report {
namespace {

TEST(MarkdownText, WhatStartsOrEndsMarkupIsEscaped) {
  EXPECT_EQ(markdown_text("a\\<b> [c](d) x|y *z* `w` _v_ ~~u~~ &lt;"),
            "a\\\\\\<b\\> \\[c\\](d) x\\|y \\*z\\* \\`w\\` \\_v\\_ \\~\\~u\\~\\~ \\&lt;");
  EXPECT_EQ(markdown_text("plain, 3.5 kg – “text” (2015)"), "plain, 3.5 kg – “text” (2015)");
}

TEST(MarkdownText, OneLineWithoutControls) {
  EXPECT_EQ(markdown_text("a\nb\r\nc\x1B[1m\u202E"), "a b  c\\<U+001B\\>\\[1m\\<U+202E\\>");
}

TEST(MarkdownLine, NoHeadingListRuleOrCodeBegins) {
  EXPECT_EQ(markdown_line("# a"), "\\# a");
  EXPECT_EQ(markdown_line("- a"), "\\- a");
  EXPECT_EQ(markdown_line("+ a"), "\\+ a");
  EXPECT_EQ(markdown_line("==="), "\\===");
  EXPECT_EQ(markdown_line("> a"), "\\> a");
  EXPECT_EQ(markdown_line("12. a"), "12\\. a");
  EXPECT_EQ(markdown_line("12) a"), "12\\) a");
  EXPECT_EQ(markdown_line("    code"), "code");
  EXPECT_EQ(markdown_line("\tcode"), "code");
  EXPECT_EQ(markdown_line("12 a. b"), "12 a. b");
  EXPECT_EQ(markdown_line(""), "");
}

TEST(MarkdownTarget, NothingEndsTheLink) {
  EXPECT_EQ(markdown_target("https://x/a(b)_c?d=e&f#g"), "https://x/a%28b%29_c?d=e&f#g");
  EXPECT_EQ(markdown_target("a b)<\\"), "a%20b%29%3C%5C");
}

TEST(MarkdownId, NothingEndsTheAttribute) {
  EXPECT_EQ(markdown_id("a\"><b>&"), "a&quot;&gt;&lt;b&gt;&amp;");
}

}  // namespace
}  // namespace accord::report
