#include "cli/print/text.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "answers/agreement/terms.h"
#include "cli/files/files.h"
#include "cli/frame/parse.h"
#include "cli/print/page.h"
#include "cli/print/screen.h"
#include "formats/text/defused.h"

namespace accord::cli {
namespace {

namespace fs = std::filesystem;

TEST(Wrap, NoLinePassesTheWidthAndLaterLinesAreIndented) {
  EXPECT_EQ(wrap("aaa bbb ccc", 2, 0, 7), "aaa bbb\n  ccc");
  EXPECT_EQ(wrap("aaa bbb", 2, 3, 7), "aaa\n  bbb");
}

TEST(Wrap, AWordLongerThanTheLineStaysWhole) {
  EXPECT_EQ(wrap("abcdefgh ij", 1, 0, 4), "abcdefgh\n ij");
}

TEST(Wrap, CountsCharactersNotBytes) {
  EXPECT_EQ(wrap("“ä” “ö”", 0, 0, 7), "“ä” “ö”");
}

TEST(ShownWidth, ColourTakesNoRoom) {
  EXPECT_EQ(shown_width(paint("met", Tone::good, {true, {}})), 3U);
}

TEST(Paint, WithoutColourTheTextIsUnchanged) {
  EXPECT_EQ(paint("met", Tone::good, {}), "met");
}

TEST(AsText, ColumnsLineUpAndTheLastOneWraps) {
  const std::string long_text(60, 'x');
  Table table{{"a", "b"}, {{"1", long_text + " " + long_text}, {"22", "y"}}, {}, 0};
  EXPECT_EQ(as_text(table, {}), "a   b\n1   " + long_text + "\n    " + long_text + "\n22  y\n");
}

TEST(AsCsv, QuotesWhatNeedsIt) {
  EXPECT_EQ(as_csv({{"a", "b"}, {{"1,000", "say \"no\""}, {"two\nlines", "x"}}, {}, 0}),
            "a,b\n\"1,000\",\"say \"\"no\"\"\"\n\"two\nlines\",x\n");
}

TEST(AsCsv, AFormulaIsDefusedUnlessCellsAreExact) {
  const Table table{{"a", "b"}, {{"=1+1", "-1.5"}}, {}, 0};
  EXPECT_EQ(as_csv(table), "a,b\n'=1+1,-1.5\n");
  EXPECT_EQ(as_csv(table, true), "a,b\n=1+1,-1.5\n");
}

TEST(Defused, WhatStartsAFormula) {
  for (const std::string cell :
       {"=",       "=1",      "+x",      "-x",   "@A1",    "\tx",      "\uFF1D1",
        "\uFF0B1", "\uFF0D1", "\uFF201", "-1+1", "-1.5.2", "-1 kg kg", "-1 2",
        "--1",     "-.",      "-1e",     "-1 ",  "+1|x",   "-1 a!A1"})
    EXPECT_EQ(formats::defused(cell), "'" + cell);
  EXPECT_EQ(formats::defused("\rx"), "'<U+000D>x");
  EXPECT_EQ(formats::defused("-"), "-");  // no figure
}

TEST(Defused, NumbersAndOtherTextStay) {
  for (const std::string cell :
       {"", "-1", "+1", "-1.5", "-.5", "-1.", "+2e3", "-2.5E-3", "-5 kg", "-5 %", "+3 kg_u", "a=b",
        " =1", "1-1", "'=1", "two\nlines", "two\r\nlines"})
    EXPECT_EQ(formats::defused(cell), cell);
}

TEST(Defused, ControlsAreShown) {
  EXPECT_EQ(formats::defused("a\x1B[1m\u202Eb"), "a<U+001B>[1m<U+202E>b");
  EXPECT_EQ(formats::defused("a\rb\r\nc"), "a<U+000D>b\r\nc");
}

TEST(ForScreen, ColoursAreThoseOfThePrograms) {
  EXPECT_EQ(for_screen(paint("met", Tone::good, {true, {}}) + "\n"), "\033[32mmet\033[0m\n");
  EXPECT_EQ(for_screen(paint("\033[8mx\033[0m", Tone::bad, {true, {}})),
            "\033[31m<U+001B>[8mx<U+001B>[0m\033[0m");
  EXPECT_EQ(for_screen("\xFF\xFE"
                       "8mx\xFFy"),
            "8mx\uFFFDy");  // no colour of the program
}

TEST(ForScreen, JsonStaysTheSameJson) {
  EXPECT_EQ(for_screen_json("{\n  \"a\": \"\u009B\u202Ex\x7F\u00E4\"\n}\n"),
            "{\n  \"a\": \"\\u009B\\u202Ex\\u007F\u00E4\"\n}\n");
}

TEST(AsText, WhatActsOnALineIsShownBeforeColumnsAreMeasured) {
  Table table{{"a", "b"}, {{"\u009B", "y"}, {"1\n2", "z"}}, {}, 0};
  EXPECT_EQ(as_text(table, {}), "a           b\n<U+009B>    y\n1<U+000A>2  z\n");
}

TEST(Wrap, ALineEndInsideIsABlank) {
  EXPECT_EQ(wrap("a\nall parties: met\n", 2, 0), "a all parties: met\n");
}

TEST(AsMarkdown, ABarInsideACellDoesNotSplitIt) {
  EXPECT_EQ(as_markdown({{"a"}, {{"x|y"}}, {}, 0}), "| a |\n| --- |\n| x\\|y |\n");
}

TEST(Choose, FlagsAndTheirValuesMayStandBeforeTheCommand) {
  const ChosenOrProblem found = choose({"--color", "never", "terms", "-q", "check", "a.accord"});
  ASSERT_NE(found.chosen.command, nullptr);
  EXPECT_EQ(found.chosen.command->name, "terms check");
  EXPECT_EQ(found.chosen.rest, (std::vector<std::string>{"--color", "never", "-q", "a.accord"}));
}

TEST(ReadRequest, WhatFollowsTwoDashesIsAnArgument) {
  const ReadRequest read =
      read_request(*find_command("terms check"), {"-q", "--", "-strange.accord"});
  EXPECT_TRUE(read.problems.empty());
  EXPECT_EQ(static_cast<const answers::TermsGiven*>(read.request.given.at.get())->files,
            std::vector<std::string>{"-strange.accord"});
  EXPECT_TRUE(read.request.quiet);
}

TEST(Commands, EveryOneHasAnExampleThatNamesIt) {
  for (const Command* command : commands())
    if (command->group != Group::hidden) {
      EXPECT_NE(page_of(command->name).example.find("accord " + std::string(command->name)),
                std::string_view::npos)
          << command->name;
    }
}

class WriteFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("accord_write_file_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directory(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(WriteFile, ReplacesAFileWholeAndKeepsItsPermissions) {
  const fs::path file = folder_ / "a.txt";
  ASSERT_TRUE(write_file(file, "long old text"));
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(write_file(file, "new"));
  EXPECT_EQ(*read_file(file.string()), "new");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, AFileThatCannotBeWrittenLeavesNothingBehind) {
  fs::create_directory(folder_ / "is_a_folder");
  const Result<void> done = write_file(folder_ / "is_a_folder", "x");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "E002");
  EXPECT_EQ(files(), 1U);
}

}  // namespace
}  // namespace accord::cli
