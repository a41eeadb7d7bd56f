#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "agreement/evaluate/evaluate.h"
#include "folder.h"

/// Statements of a verifier's reports as records, word by word. Grades and relations are those that
/// the README of examples/jcpoa/data and the agreement chapter give to each word.
namespace accord::formats {
namespace {

using evidence::Observation;
using evidence::State;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Workspace& attested() {
  static const Workspace workspace = test::Folder("vectors/formats/attested").read();
  return workspace;
}

/// "stock <= 10 t on 2030-03-01 known 2030-03-10 attested found of alva"
std::string line(const Observation& o) {
  constexpr std::array words{"=", "<=", "<", ">=", ">", "yes", "no", "no figure", "no access"};
  std::string out = o.metric + " " + words[static_cast<std::size_t>(o.relation)];
  if (o.relation <= evidence::Relation::above) out += " " + to_string(o.value) + " " + o.unit;
  for (const std::string& site : o.sites) out += " at " + site;
  out += " on " + to_string(o.head.valid) + " known " + to_string(o.head.known);
  out += std::string(" ") + word(o.head.grade) + " " + word(o.head.trace);
  return o.head.party.empty() ? out : out + " of " + o.head.party;
}

std::vector<std::string> of(std::string_view id) {
  std::vector<std::string> out;
  for (const Observation& o : attested().records.observations)
    if (attested().records.origins[o.head.origin].id == id) out.push_back(line(o));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Attestations, AreReadWithoutProblems) {
  EXPECT_EQ(test::errors(attested().problems), "");
}

TEST(Attestations, AStatementIsAttestedAndHasTheMarkOfItsRow) {
  EXPECT_THAT(of("S-01"),
              ElementsAre("stock <= 10 t on 2030-03-01 known 2030-03-10 attested found of alva"));
  EXPECT_THAT(
      of("S-02"),
      ElementsAre("digging no at mine on 2030-03-01 known 2030-03-10 attested recalled of alva"));
  EXPECT_THAT(of("S-03"),
              ElementsAre("guard yes on 2030-03-01 known 2030-03-10 attested derived of borg"));
  EXPECT_THAT(of("S-09"),
              ElementsAre("guard no on 2030-09-01 known 2030-09-10 attested found of borg"));
  EXPECT_THAT(of("S-15"),
              ElementsAre("stock < 9.5 t on 2030-12-01 known 2030-12-10 attested found of alva"));
  EXPECT_THAT(of("S-16"),
              ElementsAre("ore >= 2 t on 2030-12-01 known 2030-12-10 attested found of alva"));
  EXPECT_THAT(of("S-17"),
              ElementsAre("ore > 1 t on 2030-12-01 known 2030-12-10 attested found of alva"));
}

TEST(Attestations, WhatWasCountedOrSeenIsVerified) {
  EXPECT_THAT(of("S-05"),
              ElementsAre("stock = 12.5 t on 2030-06-01 known 2030-06-10 verified found of alva"));
  EXPECT_THAT(
      of("S-06"),
      ElementsAre("digging yes at pit on 2030-06-01 known 2030-06-10 verified found of alva"));
}

TEST(Attestations, WhatTheObligedPartyDeclaredIsItsOwnWord) {
  EXPECT_THAT(of("S-07"),
              ElementsAre("guard no on 2030-06-05 known 2030-06-10 declared found of borg"));
}

TEST(Attestations, ATermThatObligesSeveralNamesNobody) {
  EXPECT_THAT(of("S-04"), ElementsAre("patrol yes on 2030-03-01 known 2030-03-10 attested found"));
}

// Without a measure it is about every measure of its terms, those of a formula included.
TEST(Attestations, NoOutcomeIsARecordWithoutAFigure) {
  EXPECT_THAT(of("S-10"),
              ElementsAre("ore no figure on 2030-09-01 known 2030-09-10 attested found of alva",
                          "stock no figure on 2030-09-01 known 2030-09-10 attested found of alva"));
  EXPECT_THAT(of("S-14"),
              ElementsAre("patrol no figure on 2030-12-01 known 2030-12-10 attested found"));
}

TEST(Attestations, NoAccessIsAboutItsPlaces) {
  EXPECT_THAT(of("S-11"), ElementsAre("digging no access at mine at pit on 2030-09-01 known "
                                      "2030-09-10 attested found of alva"));
}

TEST(Attestations, AnEventIsByThePartyWhoseDutyItIs) {
  ASSERT_EQ(attested().records.events.size(), 1U);
  const evidence::EventRecord& event = attested().records.events.front();
  EXPECT_THAT(event.names, ElementsAre("cleared", "S-08"));
  EXPECT_EQ(event.head.party, "alva");
  EXPECT_EQ(event.head.grade, evidence::Grade::attested);
  EXPECT_EQ(to_string(event.head.valid), "2030-06-01");
}

// S-12 has no measure, S-13 is set aside; a reading of S-12 counts.
TEST(Attestations, WhatHasNoMeasureIsBackgroundAndCanBeRead) {
  EXPECT_THAT(of("S-12"),
              ElementsAre("stock = 7 t on 2030-09-01 known 2030-09-10 attested found of borg"));
  EXPECT_THAT(of("S-13"), IsEmpty());
}

const evidence::Origin& origin(std::string_view id) {
  const auto& origins = attested().records.origins;
  return *std::find_if(origins.begin(), origins.end(), [&](const auto& o) { return o.id == id; });
}

TEST(Attestations, TheNoteSaysWhichReportAndHowSureItIs) {
  EXPECT_EQ(origin("S-01").note, "R-1, para 4.");
  EXPECT_EQ(origin("S-02").note,
            "R-1. The day is recalled. Recalled, certainty medium. Standard words.");
  EXPECT_EQ(origin("S-03").note, "R-1. The day is that of the report.");
  EXPECT_EQ(origin("S-01").source, "https://example.org/r1");
  EXPECT_EQ(origin("S-13").text, "More than 10 t lay there, sand counted in.");
}

State state(std::string_view term, std::string_view day, std::string party = {}) {
  const agreement::Evaluator evaluator(attested().agreement, attested().records);
  const Day on = *parse_day(day);
  return evaluator.state({std::string(term), std::move(party)}, on, on);
}

TEST(Attestations, AreJudgedAsTheReportsBecomeKnown) {
  EXPECT_EQ(state("T-STOCK", "2030-03-09"), State::no_value);
  EXPECT_EQ(state("T-STOCK", "2030-03-10"), State::met_attested);
  EXPECT_EQ(state("T-STOCK", "2030-06-10"), State::exceeded);
  EXPECT_EQ(state("T-STOCK", "2030-12-10"), State::met_attested);
  EXPECT_EQ(state("T-DIG", "2030-03-10"), State::met);
  EXPECT_EQ(state("T-DIG", "2030-06-10"), State::exceeded);
  EXPECT_EQ(state("T-DIG", "2030-09-10"), State::not_verifiable_no_access);
  EXPECT_EQ(state("T-DIG", "2031-03-02"), State::no_value);  // six months after 2030-09-01
  EXPECT_EQ(state("T-GUARD", "2030-06-10"), State::not_performed);
  EXPECT_EQ(state("T-ALL", "2030-09-10"), State::no_new_value);
}

// --- problems
// --------------------------------------------------------------------------------------

/// The workspace with a table of these rows; `more` are columns behind those that must be there.
Workspace with_rows(const std::string& rows, const std::string& more = {}) {
  const test::Folder folder("vectors/formats/attested");
  folder.write("accord.toml",
               "[workspace]\nname = \"A\"\nterms = \"terms/attested.accord\"\n"
               "[parties]\n\"Alva\" = \"alva\"\n\"Borg\" = \"borg\"\n"
               "[attestations]\nfile = \"data/statements.csv\"\nby = \"watch\"\n");
  folder.write(
      "data/statements.csv",
      "att_id,report_id,report_date,valid_date,term_ids,measure,states,value,unit,site,statement,"
      "mark" +
          more + "\n" + rows);
  return folder.read();
}

std::string problems(const std::string& rows, const std::string& more = {}) {
  return test::errors(with_rows(rows, more).problems);
}

std::vector<std::string> lines(const Workspace& workspace) {
  std::vector<std::string> out;
  for (const Observation& o : workspace.records.observations) out.push_back(line(o));
  return out;
}

// The columns of every table. U is judged with K = 2: 1 t given with k = 1 is 2 t.
TEST(Attestations, TheColumnsOfEveryTableAreRead) {
  const Workspace read = with_rows(
      "A,R,2030-02-01,2030-01-31,,patrol,state holds,,,,x,found,Alva;Borg,,,,\n"
      "B,R,2030-02-01,2030-01-31,,guard,state holds,,,,x,found,Alva,reported,,,\n"
      "C,R,2030-02-01,2030-01-31,,stock,at most,9,t,,x,found,Alva,,,,\n"
      "D,R,2030-02-01,2030-01-31,,stock,equals,11,t,,x,found,Alva,,1,1,C\n",
      ",party,grade,u,k,replaces");
  EXPECT_EQ(test::errors(read.problems), "");  // C is corrected by D and contradicts nothing
  EXPECT_THAT(lines(read),
              ElementsAre("patrol yes on 2030-01-31 known 2030-02-01 attested found of alva",
                          "patrol yes on 2030-01-31 known 2030-02-01 attested found of borg",
                          "guard yes on 2030-01-31 known 2030-02-01 reported found of alva",
                          "stock <= 9 t on 2030-01-31 known 2030-02-01 attested found of alva",
                          "stock = 11 t on 2030-01-31 known 2030-02-01 verified found of alva"));
  ASSERT_TRUE(read.records.observations.back().uncertainty);
  EXPECT_EQ(to_exact_string(*read.records.observations.back().uncertainty), "2");
  EXPECT_EQ(read.records.origins.back().replaces, "C");
  EXPECT_THAT(problems("A,R,2030-02-01,2030-01-31,,guard,state holds,,,,x,found,1\n", ",u"),
              HasSubstr("2:57: I024"));
}

// Background feeds nothing on purpose: no measure, no outcome about any, or set aside.
TEST(Attestations, EveryRowIsListedAndBackgroundSaysSo) {
  std::vector<std::string> background;
  for (const TableRow& row : attested().rows)
    if (row.background) background.push_back(attested().records.origins[row.origin].id);
  EXPECT_EQ(attested().rows.size(), 17U);
  EXPECT_THAT(background, ElementsAre("S-12", "S-13"));
}

TEST(AttestationProblems, AStateThatHoldsAndDoesNotInOneReport) {
  EXPECT_THAT(problems("A,R,2030-02-01,2030-01-31,,guard,state holds,,,,x,found\n"
                       "B,R,2030-02-01,2030-01-31,,guard,state does not hold,,,pit,x,found\n"),
              HasSubstr("data/statements.csv:3:34: I030 R says of guard on 2030-01-31 both “state "
                        "does not hold at "
                        "pit” and, on line 2, “state holds”"));
}

TEST(AttestationProblems, ANoAboutTheWholeAndAYesInsideIt) {
  EXPECT_THAT(problems("A,R,2030-02-01,2030-01-31,,digging,no activity,,,mine,x,found\n"
                       "B,R,2030-02-01,2030-01-31,,digging,activity seen,,,pit,x,found\n"),
              HasSubstr("I030"));
  EXPECT_EQ(problems("A,R,2030-02-01,2030-01-31,,digging,no activity,,,pit,x,found\n"
                     "B,R,2030-02-01,2030-01-31,,digging,activity seen,,,mine,x,found\n"),
            "");
}

TEST(AttestationProblems, RangesWithoutACommonFigure) {
  EXPECT_THAT(problems("A,R,2030-02-01,2030-01-31,,stock,at most,9,t,,x,found\n"
                       "B,R,2030-02-01,2030-01-31,,stock,at least,2,t,,x,found\n"
                       "C,R,2030-02-01,2030-01-31,,stock,more than,9000,kg,,x,found\n"),
              HasSubstr("data/statements.csv:4:34: I030 R says of stock on 2030-01-31 both “more "
                        "than 9000 kg” and, "
                        "on line 2, “at most 9 t”"));
  EXPECT_EQ(problems("A,R,2030-02-01,2030-01-31,,stock,at most,9,t,,x,found\n"
                     "B,R,2030-02-01,2030-01-31,,stock,at least,9,t,,x,found\n"
                     "C,R,2030-02-01,2030-01-31,,stock,equals,9000,kg,,x,found\n"),
            "");
}

// Of another day, another report or another speaker: two statements, both on record.
TEST(AttestationProblems, OtherDaysReportsAndSpeakersDoNotContradict) {
  EXPECT_EQ(problems("A,R,2030-02-01,2030-01-31,,guard,state holds,,,,x,found\n"
                     "B,R,2030-02-01,2030-02-01,,guard,state does not hold,,,,x,found\n"
                     "C,Q,2030-02-01,2030-01-31,,guard,state does not hold,,,,x,found\n"
                     "D,R,2030-02-01,2030-01-31,,guard,declared to stop,,,,x,found\n"),
            "");
}

TEST(AttestationProblems, AWordThatDoesNotFitItsMeasure) {
  const std::string found = problems(
      "A,R,2030-02-01,2030-01-31,,stock,no activity,,,,x,found\n"
      "B,R,2030-02-01,2030-01-31,,guard,at most,9,t,,x,found\n"
      "C,R,2030-02-01,2030-01-31,,digging,state holds,,,,x,found\n"
      "D,R,2030-02-01,2030-01-31,,guard,activity seen,,,,x,found\n"
      "E,R,2030-02-01,2030-01-31,,stock,at most,9,items,,x,found\n");
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 5) << found;
  EXPECT_THAT(found,
              HasSubstr("2:34: I031 “no activity” states a yes or a no, and stock is an amount"));
  EXPECT_THAT(found, HasSubstr("3:34: I031 “at most” states a figure, and guard is an activity"));
  EXPECT_THAT(found,
              HasSubstr("4:36: I031 “state holds” does not fit digging, which the text prohibits"));
  EXPECT_THAT(found,
              HasSubstr("5:34: I031 “activity seen” does not fit guard, which the text requires"));
  EXPECT_THAT(
      found,
      HasSubstr("6:44: I031 a figure in items cannot be compared with stock, which is in t"));
}

TEST(AttestationProblems, EveryBadCellIsNamedAtItsPlace) {
  const std::string found = problems(
      "A,,2030-02-31,2030-01-31,T-STOK,stok,at mots,9,t,mine2,,seen\n"
      "B,R,2030-02-01,2030-02-02,,stock,at most,,t,,x,found\n"
      "C,R,2030-02-01,2030-01-31,,,event clered,,,,x,found\n"
      "D,R,2030-02-01,2030-01-31,,,declared to stop it,,,,x,found\n");
  for (const char* one :
       {"2:3: I007", "2:4: I009", "2:26: I015 the text has no term “T-STOK”",
        "2:33: I015 the text has no measure “stok”", "2:38: I011",
        "2:50: I015 the text has no site “mine2”", "2:56: I007", "2:57: I011", "3:16: I010",
        "3:42: I007", "4:29: I015 the text has no event “clered”", "5:29: I011"})
    EXPECT_THAT(found, HasSubstr(one));
  EXPECT_EQ(std::count(found.begin(), found.end(), '\n'), 12) << found;
}

TEST(AttestationProblems, ARowToSetAsideThatIsNotThere) {
  const test::Folder folder("vectors/formats/attested");
  folder.replace("accord.toml", "background = [\"S-13\"]", "background = [\"S-31\"]");
  const std::string found = test::errors(folder.read().problems);
  EXPECT_THAT(found, HasSubstr("accord.toml:16:15: W009 data/statements.csv has no row “S-31”\n"));
  // S-13 counts again, and contradicts S-15.
  EXPECT_THAT(found, HasSubstr("data/statements.csv:16:48: I030"));
}

}  // namespace
}  // namespace accord::formats
