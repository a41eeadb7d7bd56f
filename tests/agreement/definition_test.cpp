#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/check/check.h"
#include "agreement/explain/diff.h"
#include "agreement/explain/plain.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

/// `define`: agreement-2, 12.1. It has no effect on any state.
namespace accord::agreement {
namespace {

constexpr std::string_view definition =
    R"(define "deployed" as "set up and ready to be used" ref "Article II")";

Agreement parsed(const std::string& items) {
  return parse("accord 1 agreement x \"X\" {\n" + items + "\n}").agreement;
}

std::string reported(const std::string& items) {
  std::string out;
  for (const Problem& problem : read("accord 1 agreement x \"X\" {\n" + items + "\n}").problems)
    if (problem.code == "A068" || problem.code == "A010") out += brief(problem);
  return out;
}

TEST(Definition, IsPrintedInOneLineWithItsComments) {
  EXPECT_EQ(
      print(parsed(
          "# why\ndefine   \"deployed\" as\n \"set up and ready to be used\" ref \"Article II\"")),
      "accord 1\nagreement x \"X\" {\n  # why\n  " + std::string(definition) + "\n}\n");
  EXPECT_EQ(print(parsed(R"(define "a \"b\"" as "c")")),
            "accord 1\nagreement x \"X\" {\n  define \"a \\\"b\\\"\" as \"c\"\n}\n");
}

TEST(Definition, IsASentence) {
  const auto items = plain(parsed(std::string(definition)));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].word, "define");
  EXPECT_EQ(items[0].ref, "Article II");
  EXPECT_THAT(items[0].sentences,
              testing::ElementsAre("“deployed” means “set up and ready to be used”."));
}

TEST(Definition, IsComparedByWhatItSays) {
  const Agreement one = parsed(std::string(definition));
  EXPECT_EQ(diff_text(diff(one, parsed(R"(define "deployed" as "in use" ref "Article II")"))),
            "agreement x define deployed \"set up and ready to be used\" \"Article II\" → "
            "deployed \"in use\" \"Article II\"\n");
  EXPECT_EQ(
      diff_text(diff(one, parsed(""))),
      "agreement x no longer define deployed \"set up and ready to be used\" \"Article II\"\n");
}

TEST(Definition, OfAWordThatNothingUsesIsReported) {
  const std::string defined = std::string(definition) + "\n";
  const std::string unused =
      "2:8: warning: no title, text or note uses the defined word “deployed”  [A068]\n"
      "  help: use it, or leave the definition out\n";
  EXPECT_EQ(reported(defined), unused);
  // In titles, texts and notes, at the beginning of a sentence and beside a mark.
  EXPECT_EQ(reported(defined + "event e \"Deployed launchers\""), "");
  EXPECT_EQ(reported(defined + "provision P \"P\" { text en \"launchers (deployed)\" }"), "");
  EXPECT_EQ(reported(defined + "provision P \"P\" { note \"what is deployed\" }"), "");
  EXPECT_EQ(
      reported(defined + "event e \"E\" amendment A \"A\" { decided 2030-01-01 effective event e "
                         "note \"deployed\" }"),
      "");
  // A longer word is another one; what is read into the text, and the meaning itself, are no use.
  EXPECT_EQ(reported(defined + "event e \"Undeployed, deployedly\""), unused);
  EXPECT_EQ(reported(defined + "party a \"A\" provision P \"P\" { reading \"deployed\" by a }"),
            unused);
  EXPECT_EQ(reported("define \"deployed\" as \"deployed\""), unused);
}

TEST(Definition, SaysWhatIsMissing) {
  EXPECT_EQ(reported("define deployed as \"set up\""),
            "2:8: error: expected a word in quotes, found “deployed”  [A010]\n");
  EXPECT_EQ(reported("define \"deployed\" \"set up\""),
            "2:19: error: expected “as”, found the text “set up”  [A010]\n");
}

}  // namespace
}  // namespace accord::agreement
