#include "assessment/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/evaluate/examples.h"
#include "agreement/syntax/parse.h"

/// What may be quoted of a made-up agreement. Every sentence is written by hand.
namespace accord::assessment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* pact = R"(accord 1
agreement pact "Pact" {
  party north "Northland"
  party south "Southland"
  party east "Eastland"
  body watch "Watch Commission"
  unit kg_x "kilograms of X"
  measure stock_total "stock" amount kg_x
  measure level "level" amount %
  measure hidden_work "hidden work" activity
  measure visits_allowed "visits" activity
  event aid_sent "Aid sent"
  term T-STOCK "Stock" { obliges north verifier watch from 2020-01-01 without end limit stock_total <= 100 kg_x }
  term T-LEVEL "Level" { obliges north verifier watch from 2020-01-01 without end limit level <= 5 % }
  term T-WORK "No hidden work" { obliges north verifier watch from 2020-01-01 without end prohibit hidden_work }
  term T-VISITS "Visits" { obliges north verifier watch from 2020-01-01 without end require visits_allowed }
  term O-AID "Aid" { obliges south owed north verifier none from 2020-01-01 without end duty aid_sent by 2020-03-31 }
  term O-LATER "Later aid" { obliges east owed north verifier none from 2030-01-01 without end
    duty aid_sent by 2030-06-30 }
})";

const std::vector<std::string> facts{
    "level = 3 % on 2020-01-15",
    "stock_total = 120 kg_x on 2020-02-01 known 2020-02-10 grade estimated",
    "no access to visits_allowed on 2020-03-01",
    "north suspends T-STOCK on 2020-01-20",
    "north suspends T-STOCK on 2020-02-05",
    "south ceases on 2020-04-01"};

std::shared_ptr<const formats::Workspace> workspace(const std::vector<std::string>& said) {
  auto out = std::make_shared<formats::Workspace>();
  agreement::Parsed parsed = agreement::parse(pact);
  EXPECT_TRUE(parsed.problems.empty());
  out->agreement = std::move(parsed.agreement);
  out->unit_names.emplace("kg_x", "kg X");
  std::vector<agreement::Fact> read;
  for (const std::string& text : said) {
    agreement::ParsedFact fact = agreement::parse_fact(text);
    EXPECT_TRUE(fact.fact) << text;
    if (fact.fact) read.push_back(std::move(*fact.fact));
  }
  out->records = agreement::records_of(read, false).records;
  return out;
}

Assessment on(std::string_view day, const std::vector<std::string>& said = facts,
              Query query = {}) {
  query.on = parse_day(day);
  return Assessment::make(workspace(said), query).value();
}

TEST(Summary, SaysWhoKeptWhatSinceWhenWhatIsNotShownAndWhyAndWhereTheRecordEnds) {
  const Assessment a = on("2020-05-01");
  const std::string lead = "On 1 May 2020, as known on that day, ";
  EXPECT_THAT(
      summarize(a).texts(),
      ElementsAre(
          lead + "1 of the 4 commitments of Northland in force and due is met: since 15 January "
                 "2020 Level (T-LEVEL).",
          lead + "1 of the 4 commitments of Northland in force and due is not met: Stock "
                 "(T-STOCK), exceeded since "
                 "1 February 2020, 120 kg X (estimated) as of 1 February 2020 against 100 kg X.",
          lead + "2 of the 4 commitments of Northland in force and due are not shown: for 1 "
                 "nothing is on record "
                 "(No hidden work (T-WORK)); for 1 the record states that there is no access "
                 "(Visits (T-VISITS)).",
          lead + "1 of the 4 commitments of Northland in force and due was declared suspended, "
                 "first on "
                 "20 January 2020 and latest on 5 February 2020.",
          lead + "the one commitment of Southland in force and due is not met: Aid (O-AID), "
                 "overdue since "
                 "1 April 2020.",
          "Southland declared on 1 April 2020 that it ceases to participate.",
          lead + "no commitment of Eastland is in force and due.",
          "The record ends on 1 April 2020; nothing after it is on record."));
}

// A statement, then a figure: another state, but met all the time.
TEST(Summary, SinceIsTheFirstDayOfTheOutcomeNotOfItsLastState) {
  const Assessment a =
      on("2020-05-01", {"level <= 4 % on 2020-01-10", "level = 3 % on 2020-02-10"});
  EXPECT_EQ(to_string(*a.find("T-LEVEL")->since), "2020-02-10");
  EXPECT_THAT(summarize(a).texts().front(),
              HasSubstr("is met: since 10 January 2020 Level (T-LEVEL)."));
}

TEST(Summary, WhatBecameKnownLaterIsNamedAndNotUsed) {
  const auto texts = summarize(on("2020-02-09")).texts();
  EXPECT_EQ(texts.back(),
            "The last record used is of 5 February 2020; what became known later is not used.");
  EXPECT_EQ(
      texts.front(),
      "On 9 February 2020, as known on that day, 1 of the 4 commitments of Northland in force "
      "and due is met: since 15 January 2020 Level (T-LEVEL).");
}

TEST(Summary, WithoutAnyRecordNothingIsShownAsMetOrNotMet) {
  const std::string lead = "On 1 February 2020, as known on that day, ";
  EXPECT_THAT(
      summarize(on("2020-02-01", {})).texts(),
      ElementsAre(
          lead + "none of the 4 commitments of Northland in force and due is shown as met.",
          lead + "none of the 4 commitments of Northland in force and due is shown as not met.",
          lead +
              "all 4 commitments of Northland in force and due are not shown: for 4 nothing is on "
              "record (Stock (T-STOCK); Level (T-LEVEL); No hidden work (T-WORK); and Visits "
              "(T-VISITS)).",
          lead + "no commitment of Southland or Eastland is in force and due.",
          "Nothing is on record."));
}

TEST(Summary, EverySentenceSaysWhatTheAnswerLeavesOut) {
  Query query;
  query.options.found_only = true;
  query.options.min_grade = evidence::Grade::attested;
  query.suppose = {"level = 6 % on 2020-02-01"};
  query.known = parse_day("2020-05-03");
  const auto texts = summarize(on("2020-05-01", facts, query)).texts();
  EXPECT_THAT(texts.front(), HasSubstr("On 1 May 2020, as known on 3 May 2020, by records of grade "
                                       "attested or better only, by found "
                                       "records only, with what is supposed, "));
  // A supposed fact is no record: the record ends where it did.
  EXPECT_THAT(texts.back(), HasSubstr("ends on 1 April 2020"));
}

TEST(Summary, TheCausesAreToldApart) {
  const auto cause = [](const std::vector<std::string>& said, const char* term) {
    const Assessment a = on("2020-05-01", said);
    return std::string(word(cause_of(*a.find(term))));
  };
  EXPECT_EQ(cause({}, "T-STOCK"), "not entered");
  EXPECT_EQ(cause({"no access to stock_total on 2020-03-01"}, "T-STOCK"), "no access");
  EXPECT_EQ(cause({"stock_total <= 200 kg_x on 2020-03-01"}, "T-STOCK"), "not decided");
  EXPECT_EQ(cause({"hidden_work no on 2020-02-01", "hidden_work yes on 2020-02-01"}, "T-WORK"),
            "not decided");
}

}  // namespace
}  // namespace accord::assessment
