#include <gtest/gtest.h>

#include <string>

#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {
namespace {

std::string messages(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += brief(problem);
  return out;
}

/// Problems of items that begin in line 3 of a text.
std::string problems_of(const std::string& items) {
  return messages(parse("accord 1\nagreement demo \"Demo\" {\n" + items + "\n}\n").problems);
}

TEST(Characters, DirectionMarksAreRefusedInsideTextsAndComments) {
  EXPECT_EQ(problems_of("  party a \"A\u202E\" # \u2066"),
            "3:13: error: direction mark U+202E  [A002]\n"
            "  help: remove it: what is read and what is judged must be the same\n"
            "3:18: error: direction mark U+2066  [A002]\n"
            "  help: remove it: what is read and what is judged must be the same\n");
}

TEST(Characters, BytesThatAreNotUtf8AreReportedOnce) {
  EXPECT_EQ(problems_of("  party a \"\xFF\xFE\""),
            "3:12: error: the byte FF does not belong to UTF-8 text; in Windows-1252 it is “ÿ”  "
            "[A001]\n"
            "  help: save it as UTF-8 (in Excel: “CSV UTF-8”)\n");
}

TEST(Characters, ATextInAnotherFormIsOneMessageAndIsNotRead) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string_view("accord 1\nagreement demo \"Demo\" {\n}\n"))
    wide.append({c, '\0'});
  EXPECT_EQ(messages(parse(wide).problems),
            "1:1: error: the file is UTF-16 text, not UTF-8  [A001]\n"
            "  help: save it as UTF-8 (in Excel: “CSV UTF-8”)\n");
  EXPECT_EQ(messages(parse("accord 1\ragreement demo \"Demo\" {\r}\r").problems),
            "1:9: error: a carriage return is without a line feed  [A001]\n"
            "  help: save the file with lines that end in LF or CR LF\n");
}

TEST(Characters, ALoneCarriageReturnIsRefusedAndAPairIsALineEnd) {
  EXPECT_EQ(problems_of("  party a \"A\"\r\n  party b \"B\""), "");
  EXPECT_EQ(problems_of("  party a \"A\"\r  party b \"B\""),
            "3:14: error: unexpected control character U+000D  [A001]\n"
            "  help: remove it, or write a space or a line end\n");
}

TEST(Characters, ColumnsCountCharactersNotBytes) {
  EXPECT_EQ(problems_of("  party a \"Iran — ایران\" 5"),
            "3:26: error: expected an item such as “party”, “measure”, “term” or “}”, found “5”  "
            "[A010]\n");
}

TEST(Characters, LettersOfOtherScriptsInANameGiveOneMessage) {
  EXPECT_EQ(problems_of("  party Irán \"Iran\""),
            "3:11: error: unexpected character “á”  [A001]\n"
            "  help: names are written with the letters a to z, digits, _ and -\n");
}

TEST(Characters, TypographicQuotesAndMinusGiveOneMessageEach) {
  EXPECT_EQ(problems_of("  party a “A”\n  day d = 2016-01-16 – 3 days"),
            "3:11: error: unexpected character ““”  [A001]\n  help: write \"\n"
            "4:22: error: unexpected character “–”  [A001]\n"
            "  help: write - with spaces around it\n");
}

TEST(Texts, OneThatIsNotClosedGivesOneMessageAndTheBodyIsRead) {
  EXPECT_EQ(problems_of("  term T \"t {\n    limt a <= 1 t\n  }"),
            "3:10: error: a text is not closed  [A003]\n"
            "  help: a text ends on its line with \"; several lines are in \"\"\" … \"\"\"\n"
            "4:5: error: expected a clause such as “obliges”, “limit”, “duty”, “from” or “}”, "
            "found “limt”  [A010]\n  help: did you mean “limit”?\n");
}

TEST(Texts, ABlockThatIsNotClosedGivesOneMessage) {
  EXPECT_EQ(problems_of("  term T \"t\" {\n    text en \"\"\"a\n  }"),
            "4:13: error: a text is not closed  [A003]\n"
            "  help: a text that begins with \"\"\" ends with \"\"\"\n");
}

TEST(Texts, OnlyTwoEscapesAreKnown) {
  EXPECT_EQ(problems_of(R"(  party a "a \"b\" \\ c")"), "");
  EXPECT_EQ(problems_of(R"(  party a "x\n")"),
            "3:13: error: unexpected character “\\”  [A001]\n"
            "  help: in a text write \\\" for \" and \\\\ for \\\n");
}

TEST(Texts, CommonIndentationOfABlockIsRemovedAndItsInnerOneKept) {
  const Parsed parsed = parse(
      "accord 1 agreement d \"D\" { provision P \"p\" { text en \"\"\"\n"
      "      First\n\n        second\r\n      third\n   \"\"\" } }");
  ASSERT_EQ(messages(parsed.problems), "");
  EXPECT_EQ(std::get<Provision>(parsed.agreement.items[0]).words.quotes[0].text,
            "First\n\n  second\nthird");
}

struct Case {
  const char* number;
  const char* message;
};
class WrongNumber : public testing::TestWithParam<Case> {};

TEST_P(WrongNumber, IsOneMessage) {
  const std::string items = std::string("  unit a \"A\" with 1 b = ") + GetParam().number + " c";
  EXPECT_EQ(problems_of(items), std::string("3:25: error: ") + GetParam().message);
}

constexpr const char* point = "the decimal mark is a point, there is no thousands mark\n";
INSTANTIATE_TEST_SUITE_P(
    Forms, WrongNumber,
    testing::Values(
        Case{"1,234,567",
             "“1,234,567” is not a number  [A005]\n  help: write 1234567; the decimal "
             "mark is a point, there is no thousands mark\n"},
        Case{"3,67",
             "“3,67” is not a number  [A005]\n  help: write 3.67; the decimal mark is a "
             "point, there is no thousands mark\n"},
        Case{"1'550",
             "“1'550” is not a number  [A005]\n  help: write 1550; the decimal mark is a "
             "point, there is no thousands mark\n"},
        Case{"1.550,5",
             "“1.550,5” is not a number  [A005]\n  help: the decimal mark is a point, "
             "there is no thousands mark\n"},
        Case{"1234567890123456",
             "“1234567890123456” has too many digits  [A005]\n  help: at most "
             "15 digits, 9 of them after the point\n"}));

TEST(Numbers, AnExponentIsRefused) {
  EXPECT_EQ(problems_of("  unit a \"A\" with 1 b = 1e5 c"),
            "3:26: error: number and word run together: “1e5”  [A006]\n"
            "  help: write all digits of the number, without an exponent\n");
}

TEST(Days, OutsideTheCalendarAreRefused) {
  EXPECT_EQ(problems_of("  day d = 1815-06-09"),
            "3:11: error: no such day: 1815-06-09  [A004]\n"
            "  help: days from 1900-01-01 to 2100-12-31 can be used\n");
}

TEST(Durations, AreBoundedAndASpanThatRepeatsIsNotEmpty) {
  EXPECT_EQ(problems_of("  day d = a + 100000 days"),
            "3:15: error: a duration is at most 99999, found 100000  [A012]\n");
  EXPECT_EQ(problems_of("  term T \"t\" { duty e every 0 days }"),
            "3:29: error: a span that repeats is at least 1, found 0  [A012]\n");
}

TEST(Brackets, AreNotNestedWithoutBound) {
  const auto nested = [](std::size_t depth) {
    return "  term T \"t\" { while " + std::string(depth, '(') + "event e" +
           std::string(depth, ')') + " }\n  day d = " + [depth] {
             std::string out;
             for (std::size_t i = 0; i < depth; ++i) out += "earliest(";
             return out + "a" + std::string(depth, ')');
           }();
  };
  EXPECT_EQ(problems_of(nested(32)), "");
  const std::string message =
      "error: brackets nested more than 32 deep  [A011]\n"
      "  help: give an inner part a name of its own, for example with day … = …\n";
  EXPECT_EQ(problems_of(nested(33)), "3:55: " + message + "4:308: " + message);
  EXPECT_FALSE(parse("accord 1 agreement d \"D\" {" + nested(200000) + "}").problems.empty());
  std::string nots;
  for (int i = 0; i < 100000; ++i) nots += "not ";
  EXPECT_FALSE(problems_of("term T \"t\" { while " + nots + "event e }").empty());
}

TEST(File, OfAHigherVersionIsRefusedWithoutReadingOn) {
  EXPECT_EQ(messages(parse("accord 2\nnew words").problems),
            "1:8: error: version 2 of the language is not known  [A014]\n"
            "  help: this program reads version 1: accord 1\n");
}

TEST(File, ThatIsEmptyOrSomethingElseGivesOneMessage) {
  const std::string help = "  help: the first line is: accord 1\n";
  EXPECT_EQ(messages(parse("").problems),
            "1:1: error: expected “accord”, found end of file  [A010]\n" + help);
  EXPECT_EQ(messages(parse("day,value\n2016,1\n").problems),
            "1:1: error: expected “accord”, found “day”  [A010]\n" + help);
}

TEST(File, HoldsOneAgreement) {
  const std::string one = "accord 1\nagreement a \"A\" {\n}\n";
  EXPECT_EQ(messages(parse(one + one).problems),
            "4:1: error: expected end of file, found “accord”  [A010]\n"
            "  help: one file holds one agreement\n");
}

TEST(File, MayBeginWithAByteOrderMark) {
  EXPECT_EQ(messages(parse("\uFEFFaccord 1 agreement a \"A\" { }").problems), "");
}

TEST(Recovery, AClauseThatStandsTwiceIsReportedAtTheSecond) {
  EXPECT_EQ(problems_of("  term T \"t\" {\n    obliges a\n    obliges b\n  }"),
            "5:5: error: “obliges” appears twice in “T”  [A045]\n  help: keep one of them\n");
}

TEST(Recovery, ATermThatIsNotClosedIsNamedAtTheNextTerm) {
  EXPECT_EQ(problems_of("  term T \"t\" {\n    obliges a\n  term U \"u\" { obliges a }"),
            "5:3: error: expected a clause such as “obliges”, “limit”, “duty”, “from” or “}”, "
            "found “term”  [A010]\n  help: the “{” of line 3 is not closed\n");
}

TEST(Recovery, EveryBrokenClauseIsReportedOnce) {
  EXPECT_EQ(problems_of("  term T \"t\" {\n    limit x par year from eif <= 10 times\n"
                        "    duty e\n    stale 3 days\n    from a for 3 years\n  }"),
            "4:13: error: expected “<=”, “<”, “>=”, “>”, “==” or “between”, found “par”  [A010]\n"
            "6:5: error: expected “by”, “within”, “at least” or “every”, found “stale”  [A010]\n"
            "  help: say when the duty is due; a lasting duty is written with require\n"
            "6:11: error: expected “after”, found “3”  [A010]\n");
}

TEST(Recovery, ADamagedItemKeepsItsNameAndSaysSo) {
  const Parsed parsed = parse("accord 1 agreement d \"D\" {\n  measure m \"M\" amont t\n}");
  EXPECT_EQ(messages(parsed.problems),
            "2:17: error: expected “amount”, “flow” or “activity”, found “amont”  [A010]\n");
  const auto& measure = std::get<Measure>(parsed.agreement.items.at(0));
  EXPECT_EQ(measure.head.name.text, "m");
  EXPECT_TRUE(measure.head.damage.is);
}

/// Later checks and the printer meet what could be read of a damaged item.
TEST(Recovery, NothingHalfReadStaysInTheModel) {
  const Parsed parsed = parse(
      "accord 1 agreement d \"D\" {\n  day a = latest(end of month of\n"
      "  measure m \"M\" amount % = x /\n  site s \"S\" in 5\n"
      "  party p \"P\" = { q, 5 }\n}");
  EXPECT_EQ(parsed.problems.size(), 4U) << messages(parsed.problems);
  ASSERT_EQ(parsed.agreement.items.size(), 4U);
  EXPECT_EQ(std::get<NamedDay>(parsed.agreement.items[0]).expression, DayExpression{});
  EXPECT_FALSE(std::get<Measure>(parsed.agreement.items[1]).formula.has_value());
  EXPECT_FALSE(std::get<Site>(parsed.agreement.items[2]).parent.has_value());
  EXPECT_EQ(std::get<Party>(parsed.agreement.items[3]).members->size(), 1U);
}

TEST(Examples, FactsStandBeforeExpectations) {
  EXPECT_EQ(problems_of("  example \"e\" {\n    expect T met on 2016-01-01\n"
                        "    given event e on 2016-01-01\n  }"),
            "5:5: error: expected “expect” or “}”, found “given”  [A010]\n"
            "  help: all facts come before what is expected of them\n");
}

TEST(LoneFact, IsReadAndNothingMayFollow) {
  const ParsedFact ceased = parse_fact("us ceases on 2018-05-08");
  ASSERT_TRUE(ceased.fact.has_value());
  EXPECT_EQ(ceased.fact->kind, Fact::Kind::ceases);
  EXPECT_EQ(to_string(ceased.fact->when.on), "2018-05-08");
  EXPECT_EQ(print(*parse_fact("iran resumes on 2021-01-01").fact), "iran resumes on 2021-01-01");
  EXPECT_EQ(messages(parse_fact("us ceases on 2018-05-08 today").problems),
            "1:25: error: expected the end of the fact, found “today”  [A010]\n");
  EXPECT_EQ(print(*parse_fact("x = 3.10 t +/- 0.5 on 2016-01-01 known 2016-02-01 by a grade "
                              "declared")
                       .fact),
            "x = 3.10 t +/- 0.5 on 2016-01-01 known 2016-02-01 by a grade declared");
}

}  // namespace
}  // namespace accord::agreement
