#include "agreement/explain/plain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/given.h"
#include "agreement/syntax/parse.h"
#include "agreement/vectors.h"
#include "base/text.h"

namespace accord::agreement {
namespace {

using Sentences = std::vector<std::string>;

std::string worked_text(int number) {
  const std::string start = std::to_string(100 + number).substr(1) + "-";
  for (const std::string& path : worked_texts())
    if (std::filesystem::path(path).filename().string().rfind(start, 0) == 0)
      return read_text(path);
  ADD_FAILURE() << "no text " << number;
  return {};
}

Sentences of(const std::vector<PlainItem>& items, const std::string& name) {
  for (const PlainItem& item : items)
    if (item.name == name) return item.sentences;
  return {};
}

/// Read from the text alone.
Sentences said(int text, const std::string& name) {
  return of(plain(parse(worked_text(text)).agreement), name);
}

/// Read with facts, on a day as known on a day.
Sentences said(int text, const std::string& name, const std::vector<std::string>& facts,
               std::string_view valid, std::string_view known) {
  const Agreement agreement = parse(worked_text(text)).agreement;
  std::vector<Fact> given;
  for (const std::string& fact : facts) given.push_back(parse_fact(fact).fact.value());
  const FactRecords records = records_of(given, false);
  const Evaluator evaluator(agreement, records.records);
  return of(plain(evaluator, {d(valid), d(known)}), name);
}

const char* const owed = "Owed to E3/EU+3; verified by International Atomic Energy Agency.";

TEST(PlainLanguage, SaysALimitWithItsEquivalent) {
  EXPECT_EQ(
      said(1, "T-STOCK"),
      (Sentences{"From implementation for 15 years Iran keeps enriched uranium, all forms and "
                 "levels, at or below 300 kg of UF6 (202.8 kg of uranium).",
                 owed}));
}

/// The sentence of the chapter, word for word.
TEST(PlainLanguage, ComputesDaysThatTheRecordMakesKnown) {
  EXPECT_EQ(
      said(1, "T-STOCK", {"event implementation_report on 2016-01-16"}, "2016-01-16", "2016-01-16")
          .front(),
      "From 16 January 2016 to 15 January 2031 Iran keeps enriched uranium, all forms and "
      "levels, at or below 300 kg of UF6 (202.8 kg of uranium).");
}

TEST(PlainLanguage, SaysWhatIsKnownOnTheKnownDayOnly) {
  EXPECT_EQ(
      said(1, "T-STOCK", {"event implementation_report on 2016-01-16 known 2016-01-18"},
           "2016-01-16", "2016-01-17")
          .front(),
      "From implementation for 15 years Iran keeps enriched uranium, all forms and levels, at "
      "or below 300 kg of UF6 (202.8 kg of uranium).");
}

TEST(PlainLanguage, PutsTheTreatysWordsBeside) {
  const auto items = plain(parse(worked_text(2)).agreement);
  const auto term = std::find_if(items.begin(), items.end(),
                                 [](const PlainItem& item) { return item.name == "T-LEVEL"; });
  ASSERT_NE(term, items.end());
  EXPECT_EQ(term->sentences.front(),
            "From implementation for 15 years Iran keeps highest level of enrichment at or below "
            "3.67 %.");
  EXPECT_EQ(term->quotes.front().text, "level of uranium enrichment at up to 3.67%");
  EXPECT_EQ(term->ref, "Main text para 5; Annex I para 28");
}

TEST(PlainLanguage, SaysStepsAndReadings) {
  EXPECT_EQ(
      said(3, "T-HW-STOCK").front(),
      "From implementation for 15 years Iran keeps nuclear-grade heavy water in Iran at or "
      "below 130 t; and at or below 90 t from the day of “Redesigned reactor commissioned” on.");
  for (const PlainItem& item : plain(parse(worked_text(3)).agreement))
    if (item.name == "T-HW-STOCK") {
      ASSERT_EQ(item.readings.size(), 2U);
      EXPECT_EQ(item.readings[1].by, (Sentences{"Iran"}));
    }
}

TEST(PlainLanguage, SaysPlaces) {
  EXPECT_EQ(said(4, "T-SITE-NATANZ").front(),
            "From implementation for 15 years Iran ensures that there is no “uranium enrichment, "
            "including research and development” outside Natanz.");
  EXPECT_EQ(
      said(5, "T-FORDOW-ENR"),
      (Sentences{"From implementation for 15 years Iran ensures that there is no “uranium "
                 "enrichment, including research and development” at Fordow.",
                 "From implementation for 15 years Iran ensures that there is no “presence of "
                 "nuclear material” at Fordow.",
                 owed}));
}

/// 14 + 7 + 3 = 24 days, as the chapter reads it.
TEST(PlainLanguage, AddsStagesUp) {
  EXPECT_EQ(said(6, "T-ACCESS").front(),
            "From implementation for 15 years Iran sees to “Access given, or the concern resolved” "
            "within 24 days of each “Request of the Agency for access to a location”: 14 days "
            "(consultation), then 7 days (Joint Commission), then 3 days (implementation).");
}

TEST(PlainLanguage, SaysBeforeWhenALimitIsNotDue) {
  EXPECT_EQ(said(7, "T-PRESENCE").front(),
            "From implementation for 15 years Iran keeps designated inspectors between 130 and 150 "
            "persons from 9 months after implementation on; before 9 months after implementation "
            "this is not due.");
  EXPECT_EQ(
      said(7, "T-RD", {"event implementation_report on 2016-01-16"}, "2016-01-16", "2016-01-16")
          .front(),
      "From 16 January 2016 to 15 January 2026 Iran keeps advanced machines under test at or "
      "below 30 items from 16 July 2024 on; before 16 July 2024 this is not due.");
}

TEST(PlainLanguage, SaysLastingDutiesAndConditions) {
  EXPECT_EQ(
      said(8, "O-US-MAINTAIN"),
      (Sentences{"From implementation on United States ensures that this lasts: “lifted United "
                 "States sanctions stay lifted”.",
                 "It holds only as long as Iran has not declared that it ceases as a whole.",
                 "Owed to Iran.", "Nobody is named to verify it.",
                 "Linked in the account of give and take with T-STOCK2 (“Stock”)."}));
}

/// Endorsement 2015-07-20 + 90 days = 2015-10-18, + 8 years = 2023-10-18.
TEST(PlainLanguage, SaysTheEarlierOfTwoDays) {
  EXPECT_EQ(
      said(9, "O-EU-TRANS").front(),
      "From implementation on each of European Union, United Kingdom, France and Germany sees "
      "to “Remaining measures ended” on or before transition.");
  EXPECT_EQ(said(9, "transition"),
            (Sentences{"transition is the earlier of 18 October 2023 and the day of “Broader "
                       "conclusion of the Agency”."}));
  EXPECT_EQ(said(9, "transition", {}, "2020-01-01", "2020-01-01"),
            (Sentences{"transition is 18 October 2023."}));
}

TEST(PlainLanguage, SaysAnOpenQuestion) {
  EXPECT_EQ(
      said(10, "O-UN-TERM"),
      (Sentences{"From 18 October 2025 on UN Security Council sees to “Resolution 2231 ended” "
                 "on or before 18 October 2025.",
                 "It does not hold as long as the question “Have the earlier resolutions been "
                 "reinstated?” is answered with “yes, from 2025-09-28”.",
                 "Owed to Iran and E3/EU+3.", "Nobody is named to verify it."}));
}

TEST(PlainLanguage, SaysAClock) {
  EXPECT_EQ(said(11, "D-SNAPBACK"),
            (Sentences{"Opened by E3/EU+3 with “Notification of significant non-performance”.",
                       "Stage council_vote: 30 days.",
                       "It stops on “Resolution to continue the termination adopted”.",
                       "When it has run out: the earlier resolutions apply again.",
                       "It can be opened before 18 October 2025."}));
  EXPECT_EQ(said(11, "D-DRM")[1], "Stage first: 15 days, extendable (Joint Commission).");
}

TEST(PlainLanguage, SaysThatAProvisionIsNotJudged) {
  EXPECT_EQ(said(12, "T-CEASE"), (Sentences{"From implementation on.", "Not judged."}));
}

/// 2011-02-05 + 7 years for 3 years: the last day is 2021-02-04.
TEST(PlainLanguage, SaysSumsAndWhoOwesEach) {
  EXPECT_EQ(said(14, "NS-700").front(),
            "From 5 February 2018 to 4 February 2021 each of United States of America and Russian "
            "Federation keeps deployed delivery vehicles at or below 700 items.");
  EXPECT_EQ(said(15, "warheads").back(),
            "It is warheads on deployed missiles plus 1 times deployed heavy bombers.");
}

TEST(PlainLanguage, SaysTheVersionInForce) {
  const std::string term = "NS-LIMIT";
  EXPECT_EQ(said(16, term, {}, "2021-02-02", "2021-02-02").front().substr(0, 40),
            "From 5 February 2018 to 4 February 2021 ");
  EXPECT_EQ(said(16, term, {}, "2021-02-03", "2021-02-03").front().substr(0, 40),
            "From 5 February 2018 to 4 February 2021 ")
      << "decided, not yet effective";
  const Sentences after = said(16, term, {}, "2021-02-04", "2021-02-04");
  EXPECT_EQ(after.front().substr(0, 40), "From 5 February 2018 to 4 February 2026 ");
  EXPECT_EQ(after.back(),
            "Changed by NS-EXT (“Extension by five years”), decided on 3 February 2021, in effect "
            "from 4 February 2021 on.");
  EXPECT_EQ(said(16, "NS-EXT"),
            (Sentences{"Decided on 3 February 2021, in effect from 4 February 2021 on.",
                       "In NS-LIMIT (“Deployed delivery vehicles”) these clauses take the place of "
                       "those of their kinds:",
                       "From 5 February 2018 to 4 February 2026."}));
}

TEST(PlainLanguage, LeavesOutATermNotYetAddedAndSaysWhatEndedOne) {
  EXPECT_EQ(said(32, "NEW", {}, "2031-12-31", "2031-12-31"), Sentences{});
  EXPECT_EQ(said(32, "NEW", {}, "2032-01-01", "2032-01-01").back(),
            "Added by DEC-7 (“Decision 7”), decided on 20 November 2031, in effect from 1 January "
            "2032 on.");
  EXPECT_EQ(said(32, "OLD", {}, "2032-01-01", "2032-01-01").front(),
            "No longer in force: ended by DEC-7 (“Decision 7”), decided on 20 November 2031, in "
            "effect from 1 January 2032 on.");
}

/// The last day of February 2011, and one day: periods count from 1 March.
TEST(PlainLanguage, SaysCountedPeriods) {
  EXPECT_EQ(
      said(18, "NS-DATA6").front(),
      "From 5 February 2011 to 4 February 2026 each of United States of America and Russian "
      "Federation sees to “Updated data provided” within 30 days of the end of each 6 months, "
      "counted from 1 March 2011.");
  EXPECT_EQ(
      said(20, "NS-INSP").front(),
      "From 5 February 2011 to 4 February 2026 each of United States of America and Russian "
      "Federation keeps Type One inspections received, added up over each year counted from 5 "
      "February 2011, at or below 10 times.");
  EXPECT_EQ(said(30, "PAY").front(),
            "From 1 January 2030 on each of State A and State B keeps contributions paid, added up "
            "over each calendar year, at or above 250000 EUR.");
}

TEST(PlainLanguage, SaysOnesOwnEvents) {
  EXPECT_EQ(said(19, "NS-CHANGE").front(),
            "From 5 February 2011 to 4 February 2026 each of United States of America and Russian "
            "Federation sees to “Notification of the change” within 5 days of each “Change in the "
            "data of an item” of its own.");
  EXPECT_EQ(said(24, "VD-NOTICE").front(),
            "From 1 May 1992 on each of First group of States Parties and Second group of States "
            "Parties sees to “Notification of the exercise” at least 42 days before each “Exercise "
            "above the threshold begins” of its own.");
  const std::string own = "the day of its own “Convention enters into force for the State”";
  EXPECT_EQ(said(28, "CWC-DECL", {"event ratified on 1997-05-01 by a"}, "2000-01-01", "2000-01-01")
                .front(),
            "From " + own +
                " on each of State A and State B sees to “Declaration submitted” on or "
                "before 30 days after " +
                own + ".")
      << "another day for every party";
}

TEST(PlainLanguage, SaysWaiversAndStaleness) {
  EXPECT_EQ(
      said(27, "CWC-EXT"),
      (Sentences{"From 29 April 2007 to 28 April 2012, CWC-CAT1 (“Destruction of Category 1”) "
                 "is waived for State A.",
                 "Decided on 8 December 2006 by Conference of the States Parties."}));
  const Sentences lines = said(29, "CF-LINES");
  EXPECT_EQ(
      lines[0],
      "From 1 March 2030 on each member of both sides (State A and State B) keeps artillery of "
      "the listed calibres inside the 50 km line at exactly 0 items from 15 March 2030 on; "
      "before 15 March 2030 this is not due.");
  EXPECT_EQ(lines[2], "A figure or statement older than 14 days shows nothing.");
  EXPECT_EQ(said(29, "CF-REPORT").front(),
            "From 1 March 2030 to 28 February 2031 Monitoring mission sees to “Report of the "
            "mission” at least every 1 week, with 2 days of grace.");
}

TEST(PlainLanguage, KeepsTheBracketsOfConditions) {
  EXPECT_EQ(said(33, "COND")[1],
            "It holds only as long as (State B has not declared that it ceases as a whole and "
            "“Decision on the proposal” has not happened) or OTHER (“Quota of the other side”) is "
            "met.");
}

TEST(PlainLanguage, SaysEveryItemOfEveryText) {
  for (const std::string& path : worked_texts())
    for (const PlainItem& item : plain(parse(read_text(path)).agreement))
      EXPECT_FALSE(item.sentences.empty()) << path << " " << item.word << " " << item.name;
}

TEST(PlainText, FillsLinesOfAHundredColumns) {
  const std::string text = plain_text(plain(parse(worked_text(6)).agreement));
  EXPECT_THAT(text,
              testing::HasSubstr(
                  "\nterm T-ACCESS: Access to locations of concern (Main text para 15; Annex I "
                  "paras 74-78)\n  From implementation for 15 years Iran sees to “Access "));
  std::size_t longest = 0;
  for (const std::string_view line : split(text, "\n"))
    longest = std::max(longest, character_count(line));
  EXPECT_LE(longest, 100U);
  EXPECT_GT(longest, 90U);
}

TEST(PlainHtml, EscapesWhatTheTextSays) {
  const Agreement agreement =
      parse(
          "accord 1 agreement x \"A & B\" { party a \"<b>Party</b>\" provision P \"p\" { text fa "
          "\"متن \\\"<1>\\\"\" } }")
          .agreement;
  const std::string html = plain_html(agreement.title, plain(agreement));
  EXPECT_THAT(html, testing::HasSubstr("<title>A &amp; B</title>"));
  EXPECT_THAT(html, testing::HasSubstr("&lt;b&gt;Party&lt;/b&gt;."));
  EXPECT_THAT(html,
              testing::HasSubstr(
                  "<blockquote lang=\"fa\" dir=\"auto\">متن &quot;&lt;1&gt;&quot;</blockquote>"));
  EXPECT_THAT(html, testing::Not(testing::HasSubstr("<b>")));
  EXPECT_THAT(html, testing::Not(testing::HasSubstr("src=")));
}

}  // namespace
}  // namespace accord::agreement
