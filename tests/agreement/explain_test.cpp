#include "agreement/explain/explain.h"

#include <gmock/gmock.h>

#include "given.h"

/// What a finding says in words. Every sentence is written by hand.
namespace accord::agreement {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Given text(const std::string& rule, const std::vector<std::string>& facts) {
  return Given(R"(
    party north "Northland"
    party south "Southland"
    body watch "Watch Commission"
    site old_mill "the Old Mill"
    unit kg_x "kilograms of X"
    measure level_max "highest level" amount %
    measure visits_made "visits" flow times
    measure hidden_work "work that is not declared" activity
    event let_in "Visitors let in"
    term T "Term" { obliges north owed south verifier watch from 2020-01-01 without end )" +
                   rule + " }",
               facts);
}

std::string sentence_on(const Given& g, std::string_view day) {
  const Finding f = g.finding(day);
  return f.rules.at(0).comparison ? sentence(*f.rules[0].comparison) : f.rules[0].reason;
}

std::string explained(const Given& g, std::string_view day, std::string_view known = {}) {
  return explain(g.finding(day, known), g.records, PartyTitles(g.agreement()));
}

// 60 − 3.67 = 56.33; 60 / 3.67 = 16.348…
TEST(Words, TheExcessOverALimitInPercentIsInPercentagePoints) {
  const Given g = text("limit level_max <= 3.67 %", {"level_max = 60 % on 2020-02-01"});
  EXPECT_EQ(sentence_on(g, "2020-02-01"),
            "60 % against 3.67 %: 56.33 percentage points beyond the limit, 16.35 times the limit");
  const auto excess = g.finding("2020-02-01").excess();
  ASSERT_TRUE(excess);
  EXPECT_EQ(to_exact_string(excess->value), "56.33");
  EXPECT_EQ(excess->unit, "percentage points");
}

// 3.67 − 3.17 = 0.5
TEST(Words, WhatIsLeftAndAnUncertaintyAreInPercentagePointsToo) {
  const Given g = text("limit level_max <= 3.67 %", {"level_max = 3.17 % +/- 0.1 on 2020-02-01"});
  EXPECT_EQ(sentence_on(g, "2020-02-01"),
            "3.17 % against 3.67 %, uncertainty ± 0.1 percentage points: 0.5 percentage points "
            "within the limit, 0.86 times the limit");
  EXPECT_FALSE(g.finding("2020-02-01").excess());
}

TEST(Words, OneIsNotMany) {
  const Given g =
      text("limit visits_made per year <= 1 times", {"visits_made = 1 times on 2020-02-01"});
  EXPECT_EQ(sentence_on(g, "2020-02-01"), "1 time against 1 time: exactly the limit");
  const Given two =
      text("limit visits_made per year <= 1 times", {"visits_made = 2 times on 2020-02-01"});
  EXPECT_EQ(sentence_on(two, "2020-02-01"),
            "2 times against 1 time: 1 time beyond the limit, 2.00 times the limit");
}

TEST(Words, TheAgeOfTheEvidenceIsInDays) {
  const Given g = text("limit level_max <= 3.67 %", {"level_max = 3 % on 2020-02-01"});
  EXPECT_THAT(explained(g, "2020-02-02"), HasSubstr("The evidence is 1 day old on that day."));
  EXPECT_THAT(explained(g, "2020-02-03"), HasSubstr("The evidence is 2 days old on that day."));
}

TEST(Words, TitlesStandForTheNamesOfTheText) {
  EXPECT_EQ(sentence_on(text("prohibit hidden_work", {}), "2020-02-01"),
            "no record about “work that is not declared”");
  EXPECT_EQ(sentence_on(text("duty let_in by 2020-01-20", {}), "2020-02-01"),
            "“Visitors let in” due by 2020-01-20, not on record");
  EXPECT_EQ(sentence_on(text("limit level_max <= 3.67 %", {"no access to level_max on 2020-01-30"}),
                        "2020-02-01"),
            "no access to “highest level” on 2020-01-30");
  const Given seen = text("prohibit hidden_work", {"hidden_work yes at old_mill on 2020-01-20"});
  const std::string words = explained(seen, "2020-02-01");
  EXPECT_THAT(words, HasSubstr("record: seen at the Old Mill, valid 2020-01-20"));
  EXPECT_THAT(words,
              HasSubstr("obliged: Northland; owed to: Southland; verified by: Watch Commission"));
}

TEST(Words, AConditionIsASentence) {
  const Given ceased =
      text("prohibit hidden_work while performing(south)", {"south ceases on 2020-01-10"});
  EXPECT_EQ(ceased.finding("2020-02-01").reason,
            "Southland has declared that it ceases as a whole (2020-01-10)");
  const Given waits = text("prohibit hidden_work while event let_in", {});
  EXPECT_EQ(waits.finding("2020-02-01").reason, "“Visitors let in” has not happened");
}

TEST(Words, TheFirstAndTheLatestDeclarationAreBothSaid) {
  const std::string rule = "limit level_max <= 3.67 %";
  const std::vector<std::string> facts{"level_max = 60 % on 2020-02-01",
                                       "north suspends T on 2020-01-10",
                                       "north suspends T on 2020-01-20"};
  const Given g = text(rule, facts);
  const Finding f = g.finding("2020-02-01");
  ASSERT_EQ(f.declarations.size(), 1U);
  EXPECT_EQ(f.declarations[0].day, d("2020-01-20"));
  ASSERT_TRUE(f.declarations[0].first);
  EXPECT_EQ(f.declarations[0].first->day, d("2020-01-10"));
  EXPECT_THAT(
      explained(g, "2020-02-01"),
      HasSubstr(
          "Northland declared it suspended on 2020-01-10 (in the record: north suspends T on "
          "2020-01-10) and again on 2020-01-20 (in the record: north suspends T on 2020-01-20)."));
  // Before the second one there is only one; a resumption ends the run.
  EXPECT_FALSE(g.finding("2020-01-15", "2020-02-01").declarations.at(0).first);
  std::vector<std::string> more = facts;
  more.emplace_back("north resumes T on 2020-01-15");
  EXPECT_FALSE(text(rule, more).finding("2020-02-01").declarations.at(0).first);
  // What became known later is not the first word of the day.
  more = {"north suspends T on 2020-01-10 known 2020-03-01", "north suspends T on 2020-01-20"};
  EXPECT_FALSE(text(rule, more).finding("2020-02-01").declarations.at(0).first);
}

TEST(Words, ATitleOfTheTableIsNotQuotedAsTheWordOfAParty) {
  DeclarationShown d;
  d.party = "north";
  d.day = parse_day("2020-01-20").value();
  d.title = "Second step announced";
  d.first = {parse_day("2020-01-10").value(), "First step announced", 0};
  const Given g = text("limit level_max <= 3.67 %", {});
  const PartyTitles parties(g.agreement());
  EXPECT_EQ(sentence(d, parties),
            "Northland declared it suspended on 2020-01-10 (in the record: First step announced) "
            "and again on "
            "2020-01-20 (in the record: Second step announced)");
  EXPECT_THAT(announced_sentence(d.day, d.title), Not(HasSubstr("“")));
}

}  // namespace
}  // namespace accord::agreement
