#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "folder.h"

/// Each code of formats/problems.h provoked by one change to a workspace that has no problem, with
/// its place and words. I001–I005 are those of csv_test.cpp.
namespace accord::formats {
namespace {

using test::errors;
using test::Folder;

constexpr const char* small = "vectors/formats/small";

struct Change {
  const char* file;
  const char* from;
  const char* to;
  const char* where;  ///< the changed file shows it where the problem is
  const char* problem;
};

class OneChange : public testing::TestWithParam<Change> {};

/// Line and column of the only place where `where` stands.
std::string place_in(const std::string& text, const std::string& where) {
  const std::size_t at = text.find(where);
  EXPECT_NE(at, std::string::npos) << where;
  EXPECT_EQ(text.find(where, at + 1), std::string::npos) << where << " appears twice";
  const std::size_t line_break = text.rfind('\n', at);
  const auto line =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  return std::to_string(line) + ":" + std::to_string(at - (line_break + 1) + 1);
}

TEST(Problems, TheSmallWorkspaceHasNone) {
  EXPECT_EQ(errors(Folder(small).read().problems), "");
}

TEST_P(OneChange, GivesItsProblemAndNoOther) {
  const Change& change = GetParam();
  const Folder folder(small);
  folder.replace(change.file, change.from, change.to);
  const std::string place = place_in(test::read_text(folder.root() / change.file), change.where);
  EXPECT_EQ(errors(folder.read().problems),
            std::string(change.file) + ":" + place + ": " + change.problem + "\n");
}

constexpr const char* series = "data/series.csv";
constexpr const char* events = "data/events.csv";
constexpr const char* settings = "accord.toml";

INSTANTIATE_TEST_SUITE_P(
    Tables, OneChange,
    testing::Values(
        Change{series, "report_id,report_date", "report,report_date", "report,report_date",
               "I006 there is no column “report_id”"},
        Change{events, ",Work at site one,", ",,", ",,work_seen", "I007 “title” is empty"},
        Change{events, "E6,2020-05-03", ",2020-05-03", ",2020-05-03", "I007 “event_id” is empty"},
        Change{series, "9.75,", "-9.75,", "-9.75",
               "I008 “-9.75” has a sign; amounts and levels are not negative"},
        Change{series, "9.75,", "\"1,009.75\",", "\"1,009.75\"",
               "I008 “1,009.75” has marks between its digits"},
        Change{series, "9.75,", "9.75 kg,", "9.75 kg,", "I008 “9.75 kg” is not a number"},
        Change{series, "9.75,", "9.7500000001,", "9.7500000001",
               "I008 “9.7500000001” has too many digits to be compared exactly"},
        Change{events, "E1,2020-02-01", "E1,2020-02-30", "2020-02-30",
               "I009 “2020-02-30” is not a day"},
        Change{events, "E1,2020-02-01", "E1,1820-02-01", "1820-02-01",
               "I009 1820-02-01 lies outside 1900-01-01 to 2100-12-31"},
        Change{events, "E2,2020-03-01,2020-03-05", "E2,2020-03-01,2020-01-31", "2020-01-31",
               "I010 known on 2020-01-31, before the day it is about, 2020-03-01"},
        Change{series, "2020-05-09", "2020-05-11", "2020-05-11",
               "I010 reported on 2020-05-10, before the day it is about, 2020-05-11"},
        Change{series, "2020-01-10", "2020-02-10", "2020-02-10",
               "I010 reported on 2020-01-31, before the day it is about, 2020-02-10"},
        Change{"data/positions.csv", "2020-04-01", "2020-02-01", "2020-02-01",
               "I010 superseded before the day of the statement"},
        Change{series, "update,", "updates,", "updates",
               "I011 “updates” is not a word of the column “report_kind”"},
        Change{series, "derived,lo=", "maybe,lo=", "maybe",
               "I011 “maybe” is not a word of the column “verified_stock”"},
        Change{series, "lo=yes", "lo=sure", "lo=sure", "I011 “lo=sure” is not a mark"},
        Change{events, "stock_kg,<",
               "stock_kg,==", "==", "I011 “==” is not a word of the column “comparator”"},
        Change{events, "Beta; Gamma", "Bete; Gamma", "Bete",
               "I012 no party is known by the name “Bete”"},
        Change{events, "kg X", "kgX", "kgX", "I013 no unit is known by the name “kgX”"},
        Change{events, "\nE6,", "\nE5,", "E5,2020-05-03",
               "I014 “E5” appears twice: first on line 6"},
        Change{events, "T-1;P-1", "T-9;P-1", "T-9", "I015 the text has no item “T-9”"},
        Change{"data/positions.csv", "L-NONE|L-LOW", "L-NONE|L-LOVE", "L-NONE|",
               "I015 the issue LEVEL has no option “L-LOVE”"},
        Change{"data/positions.csv", "P2,PLACE", "P2,PLACES", "PLACES",
               "I015 no issue has the identifier “PLACES”"},
        Change{"data/claims.csv", ",R2,", ",R7,", "R7", "I015 no report has the identifier “R7”"},
        Change{series, "only,,,,,3.5", "only,,,2,,3.5", "2,,3.5",
               "I016 a figure in a row of basis “limit_statement_only”"},
        Change{series, "lo=yes hi=recalled", "lo=yes", "lo=yes",
               "I016 there is no mark for the figure in “high_kg”"},
        Change{series, "9.75 kg.,no,yes,", "9.75 kg.,no,none,", "none,none,third",
               "I016 the mark is “none” beside a figure in “stock_kg”"},
        Change{series, "9.0,5,4.0", "9.0,5,4.1", "9.0,",
               "I017 the parts add up to 9.1, more than the 9.0 of “form_kg”"},
        Change{series, "9.5,9.0", "8.9,9.0", "9.0,",
               "I017 9.0 of “form_kg” is more than the 8.9 of “stock_kg”, of which it is a part"},
        Change{"data/positions.csv", "PLACE,Beta", "PLACE,both others", "both others",
               "I018 “both others” stands for several parties; one is needed here"}));

INSTANTIATE_TEST_SUITE_P(
    Settings, OneChange,
    testing::Values(
        Change{settings, "claims.csv\"", "claim.csv\"", "\"data/claim.csv\"",
               "W004 the file “data/claim.csv” cannot be read: No such file or directory"},
        Change{settings, "expected = true", "expect = true",
               "expect =", "W005 [[series.figure]] knows no key “expect”"},
        Change{settings, "[claims]", "[claim]", "claim]", "W005 accord.toml knows no key “claim”"},
        Change{settings, "\"form_kg\"\nunit = \"kg_x\"", "\"form_kg\"",
               "[[series.figure]]\ncolumn = \"form_kg\"",
               "W006 [[series.figure]] needs the key “unit”"},
        Change{settings, "expected = true", "expected = \"yes\"", "\"yes\"",
               "W007 true or false was expected here"},
        Change{settings, "<= 20 kg_y", "20 kg_y", "\"20 kg_y\"", "W014 “20 kg_y” is not a bound"},
        Change{settings, "\"declared\"", "\"sure\"", "\"sure\"",
               "W013 no grade of evidence is named “sure”"},
        Change{settings, "\"Beta\" = \"beta\"", "\"Beta\" = \"bata\"", "\"bata\"",
               "W008 the text declares no party “bata”"},
        Change{settings, "\"kg Y\" = \"kg_y\"", "\"kg Y\" = \"kg_z\"", "\"kg_z\"",
               "W008 the text declares no unit “kg_z”"},
        Change{settings, "limit_chart = \"T-4\"", "limit_chart = \"T-5\"", "\"T-5\"",
               "W008 the text declares no term with a limit “T-5”"},
        Change{settings, "limit_chart = \"T-4\"", "limit_chart = \"T-2\"", "\"T-2\", figure",
               "W008 the text declares no term with a limit “T-2”"},
        Change{settings, "[\"T-1\", \"T-2\"]", "[\"T-1\", \"T-9\"]", "\"T-9\"",
               "W008 the text declares no term “T-9”"},
        Change{settings, "[\"alpha\", \"others\"]", "[\"alpha\", \"other\"]", "\"other\"",
               "W008 the text declares no party “other”"},
        Change{settings, "at = \"s1\"", "at = \"s2\"", "\"s2\"",
               "W008 the text declares no site “s2”"},
        Change{settings, "\"water_day\"", "\"water_date\"", "\"water_date\"",
               "W009 data/series.csv has no column “water_date”"},
        Change{settings, "bands = \"stock_kg\"", "bands = \"stack_kg\"", "\"stack_kg\"",
               "W009 no [[series.figure]] has the column “stack_kg”"},
        Change{settings, "part_of = \"stock_kg\"", "part_of = \"stack_kg\"", "\"stack_kg\"",
               "W009 no [[series.figure]] has the column “stack_kg”"},
        Change{settings, "partly = [\"O-2\"]", "partly = [\"O-3\"]", "\"O-3\"",
               "W009 data/obligations.csv has no row “O-3”"},
        Change{settings, "row = \"E2\"", "row = \"E9\"", "\"E9\"",
               "W009 no row with a day has the identifier “E9”"},
        Change{settings, "stock < 3 kg_x on", "stock < 3kg_x on", "kg_x on",
               "W011 number and word run together: “3kg_x” [A006]"},
        Change{settings, "work no at s1\"", "work no at s1 known 2020-02-01\"", "known 2020-02-01",
               "W011 known on 2020-02-01, before the day it is about, 2020-03-01 [A023]"},
        Change{settings, "data/events.csv", "../events.csv", "\"../events.csv\"",
               "W012 “../events.csv” leaves the workspace"}));

INSTANTIATE_TEST_SUITE_P(
    PlanOfTheReport, OneChange,
    testing::Values(
        Change{settings, "\"calls\",", "\"cals\",", "\"cals\"",
               "W013 no block of a report is named “cals”"},
        Change{settings, "{ terms =", "{ termes =", "termes",
               "W013 no block of a report is named “termes”"},
        Change{settings, "\"calls\",", "\"terms\",", "\"terms\",\n",
               "W006 the block “terms” needs a value"},
        Change{settings, "\"calls\",", "{ id = \"x\" },", "{ id = \"x\"",
               "W006 what this block shows is missing"},
        Change{settings, "\"calls\",", "\"items\", \"items\" ,", "\"items\" ,",
               "W016 the block “items” appears twice"},
        Change{settings, "\"calls\",", "7,", "7,", "W007 a block was expected here"},
        Change{settings, "{ bands =", "{ text = \"t\", bands =", "bands = \"stock_kg\", part",
               "W017 one block shows one thing, not both “text” and “bands”"},
        Change{settings, "part = \"level\"", "parts = \"level\"", "parts",
               "W005 the block “bands” knows no key “parts”"},
        Change{settings, "logarithmic = true", "logarithmic = \"yes\"", "\"yes\"",
               "W007 true or false was expected here"},
        Change{settings, "= \"3.5\" }", "= \"3,5\" }", "\"3,5\"", "W014 “3,5” is not a number"},
        Change{settings, "id = \"C.1\"", "id = \"C\"", "\"C\"\ntitle = \"Stock and",
               "W016 the id “C” appears twice"},
        Change{settings, "id = \"C.1\"", "id = \"evidence\"", "\"evidence\"",
               "W014 “evidence” cannot be an id"},
        Change{settings, "id = \"by-level\"", "id = \"by level\"", "\"by level\"",
               "W014 “by level” cannot be an id"},
        Change{settings, "[\"T-1\", \"T-2\"]", "[\"T-1\", \"T-1\"]", "\"T-1\"], title",
               "W016 the term “T-1” appears in two blocks"},
        Change{settings, "[\"T-1\", \"T-2\"]", "[]", "terms = []", "W006 “terms” names nothing"},
        Change{settings, "[\"alpha\", \"others\"]", "[\"alpha\"]", "account",
               "W007 an account has two sides"},
        Change{settings, "[\"alpha\", \"others\"]", "[\"beta\", \"others\"]", "\"others\"] }",
               "W017 “beta” is on both sides of the account"},
        Change{settings, "part_of = \"stock_kg\"", "part_of = \"form_kg\"",
               "\"form_kg\"\n\n[[series.figure]]\ncolumn = \"low",
               "W017 “form_kg” would be a part of itself"},
        Change{settings, "part_of = \"stock_kg\"", "part_of = \"level_pct\"", "\"level_pct\"\n\n",
               "W017 “form_kg” is in kg_x, and a part of “level_pct” in %"}));

TEST(Problems, ATextThatIsNotTomlIsReportedWithItsPlace) {
  const Folder folder(small);
  folder.replace(settings, "name = \"Small\"", "name = Small");
  const Workspace read = folder.read();
  ASSERT_FALSE(read.problems.empty());
  EXPECT_EQ(read.problems[0].code, "W003");
  EXPECT_EQ(read.problems[0].place.line, 2U);
}

TEST(Problems, AWrongNumberInOneCellDoesNotHideTheOthers) {
  const Folder folder(small);
  folder.replace("data/series.csv", "9.75,", "about 9,");
  folder.replace("data/series.csv", "9.0,5,4.0", "9.0,5,x");
  folder.replace("data/events.csv", "E1,2020-02-01", "E1,soon");
  folder.replace("data/events.csv", "kg X", "kgX");
  folder.replace("data/claims.csv", ",R2,", ",R7,");  // the table has no such row
  folder.replace("accord.toml", "limit_chart = \"T-4\"", "limit_chart = \"T-5\"");
  const std::string found = errors(folder.read().problems);
  for (const char* code :
       {"I008 “about 9”", "I008 “x”", "I009 “soon”", "I013 no unit", "W008", "I015 no report"})
    EXPECT_THAT(found, testing::HasSubstr(code));
}

TEST(Problems, AReportWhoseRowCannotBeReadIsNotMissing) {
  const Folder folder(small);
  folder.replace("data/series.csv", "9.75,", "about 9,");
  EXPECT_THAT(errors(folder.read().problems), testing::Not(testing::HasSubstr("I015")));
}

TEST(Problems, SuggestTheNearestName) {
  const Folder folder(small);
  folder.replace("data/events.csv", "Beta; Gamma", "Bete; Gamma");
  folder.replace("data/events.csv", "kg X", "tonnes of X");
  const Workspace read = folder.read();
  std::vector<std::string> help;
  for (const Problem& problem : read.problems)
    if (problem.severity == Severity::error) help.push_back(problem.help);
  EXPECT_THAT(help, testing::ElementsAre(
                        "say what it is in [units] of accord.toml: \"tonnes of X\" = \"…\"",
                        "did you mean “Beta”?"));
}

TEST(Problems, AFolderThatIsNoWorkspaceFails) {
  const Folder folder(small);
  const auto missing = read_workspace(folder.root() / "nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "W001");
  const auto plain = read_workspace(folder.root() / "data");
  ASSERT_FALSE(plain);
  EXPECT_EQ(plain.error().code, "W002");
}

TEST(Problems, AReadingOfTwoTablesIsRefused) {
  const Folder folder(small);
  folder.replace("data/obligations.csv", "\nO-2,", "\nE2,");
  folder.replace("accord.toml", "partly = [\"O-2\"]", "partly = [\"E2\"]");
  folder.replace("accord.toml", "row = \"O-2\"", "row = \"E2\"");
  const std::string found = errors(folder.read().problems);
  EXPECT_THAT(found, testing::HasSubstr("W009 two tables have a row “E2”"));
}

}  // namespace
}  // namespace accord::formats
