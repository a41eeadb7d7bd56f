#include "agreement/explain/diff.h"

#include <gtest/gtest.h>

#include "agreement/given.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"
#include "agreement/vectors.h"

namespace accord::agreement {
namespace {

Agreement text(const std::string& items) {
  const Parsed parsed = parse("accord 1 agreement demo \"Demo\" {\n" + items + "\n}");
  for (const Problem& problem : parsed.problems) ADD_FAILURE() << brief(problem);
  return parsed.agreement;
}

std::string differences(const std::string& before, const std::string& after) {
  return diff_text(diff(text(before), text(after)));
}

std::string stock(const std::string& from, const std::string& limit) {
  return "term T-STOCK \"Stock\" ref \"56\" { obliges iran from " + from + " limit eu_total " +
         limit + " }";
}

/// The sentence of the chapter: 2016-01-16 + 15 years = 2031-01-16, + 17 years = 2033-01-16.
TEST(Comparison, SaysAChangedLimitAndEndAsTheChapterDoes) {
  EXPECT_EQ(differences(stock("2016-01-16 for 15 years", "<= 300 kg_uf6"),
                        stock("2016-01-16 for 17 years", "<= 310 kg_uf6")),
            "T-STOCK end 2031-01-16 → 2033-01-16; limit 300 → 310 kg_uf6\n");
}

TEST(Comparison, SaysTheDurationWhereTheDayIsNotKnown) {
  EXPECT_EQ(
      differences(stock("event e for 15 years", "<= 3 t"), stock("event e for 17 years", "<= 3 t")),
      "T-STOCK duration 15 years → 17 years\n");
}

TEST(Comparison, UsesTheDaysOfTheRecordWhereGiven) {
  const Agreement before = text(stock("event e for 15 years", "<= 3 t"));
  const Agreement after = text(stock("event e for 17 years", "<= 3 t"));
  const DayOf day_of = [](const DayExpression& e) -> std::optional<Day> {
    if (e.kind != DayExpression::Kind::event) return std::nullopt;
    Day day = d("2016-01-16");
    for (const Shift& shift : e.shifts) day = add_months(day, 12 * shift.by.count);
    return day;
  };
  EXPECT_EQ(diff_text(diff(before, after, day_of, day_of)),
            "T-STOCK end 2031-01-16 → 2033-01-16\n");
}

TEST(Comparison, SaysAnotherRelationInFull) {
  EXPECT_EQ(differences(stock("2016-01-16 without end", "<= 300 t"),
                        stock("2016-01-16 without end", "< 300 t")),
            "T-STOCK limit <= 300 t → < 300 t\n");
}

TEST(Comparison, LeavesOutLayoutCommentsNotesAndOrder) {
  const std::string before =
      "party a \"A\" party b \"B\" term T \"T\" { obliges each { a, b } from 2016-01-16 without "
      "end\n"
      "limit m <= 205.0 t limit n <= 2 t while event e and event f note \"one\" }\n"
      "example \"x\" { given event e on 2016-01-01 given event f on 2016-01-02 }";
  const std::string after =
      "# a comment\nparty b \"B\" example \"x\" { given event f on 2016-01-02\n given event e on "
      "2016-01-01 }\n"
      "term T \"T\" { note \"another\" while event f and event e limit n <= 2.0 t\n"
      "limit m <= 205 t from 2016-01-16 without end obliges each { b, a } } party a \"A\"";
  EXPECT_EQ(differences(before, after), "");
}

TEST(Comparison, CountsTheTreatysWordsAndReadings) {
  const std::string term = "term T \"T\" { obliges a from 2016-01-16 without end prohibit x ";
  EXPECT_EQ(differences(term + "text en \"no x\" reading \"r\" by a }",
                        term + "text en \"never x\" reading \"r\" by { a, b } }"),
            "T reading \"r\" by a → \"r\" by { a, b }; text en \"no x\" → \"never x\"\n");
}

TEST(Comparison, SaysWhatIsAddedAndEnded) {
  EXPECT_EQ(differences("party a \"A\" term OLD \"Old\" { obliges a from 2016-01-16 without end "
                        "prohibit x } measure m \"m\" amount t",
                        "party a \"A\" site s \"S\" measure m \"m\" amount kg data { c }\n"
                        "example \"first\" { given event e on 2016-01-01 }"),
            "ended: term OLD “Old”\n"
            "measure m unit t → kg; adds data c\n"
            "added: site s “S”\n"
            "added: example “first”\n");
}

TEST(Comparison, SaysOneFactOfATestThatChanged) {
  const std::string facts = "given event e on 2016-01-01 given m = 3 t on 2016-01-02 ";
  EXPECT_EQ(differences("example \"x\" { " + facts + "expect T met on 2016-01-03 }",
                        "example \"x\" { given m = 4 t on 2016-01-02 given event e on 2016-01-01\n"
                        "expect T exceeded on 2016-01-03 }"),
            "example “x” given m = 3 t on 2016-01-02 → m = 4 t on 2016-01-02; expect T met on "
            "2016-01-03 → T exceeded on 2016-01-03\n");
}

TEST(Comparison, SaysRulesOfATermWithSeveralByTheirSubjects) {
  const std::string term = "term T \"T\" { obliges a from 2016-01-16 without end limit m <= 1 t ";
  EXPECT_EQ(
      differences(term + "limit n <= 2 t prohibit x }", term + "limit n <= 3 t prohibit x at s }"),
      "T limit n 2 → 3 t; prohibit x always → at s\n");
}

TEST(Comparison, OfOneTextAtTwoKnownDaysIsWhatWasDecidedBetween) {
  const Agreement newstart =
      parse(read_text(vector_path("worked/16-the-treaty-is-extended.accord"))).agreement;
  const auto known = [](const Agreement& agreement, std::string_view day) {
    return as_known(agreement, d(day));
  };
  EXPECT_EQ(diff_text(diff(known(newstart, "2021-02-02"), known(newstart, "2021-02-03"))),
            "NS-LIMIT end 2021-02-05 → 2026-02-05\n");
  EXPECT_EQ(diff_text(diff(known(newstart, "2021-02-03"), known(newstart, "2030-01-01"))), "");

  const Agreement quota =
      parse(read_text(vector_path("worked/32-a-new-term-added-by-a-decision.accord"))).agreement;
  EXPECT_EQ(diff_text(diff(known(quota, "2031-11-19"), known(quota, "2031-11-20"))),
            "ended: term OLD “First quota”\nadded: term NEW “Second quota”\n");
}

/// Property: a text differs in nothing from itself, nor from what is printed of it.
TEST(Comparison, OfATextWithItselfIsEmpty) {
  for (const std::string& path : worked_texts()) {
    const Agreement agreement = parse(read_text(path)).agreement;
    EXPECT_EQ(diff_text(diff(agreement, agreement)), "") << path;
    EXPECT_EQ(diff_text(diff(agreement, parse(print(agreement)).agreement)), "") << path;
  }
}

}  // namespace
}  // namespace accord::agreement
