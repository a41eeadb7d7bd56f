#include "formats/workspace/row_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "agreement/evaluate/evaluate.h"
#include "folder.h"

/// The columns that every table of records may have (chapter agreement-2, 13): what a row says by
/// hand, what it becomes.
namespace accord::formats {
namespace {

using evidence::EventRecord;
using evidence::Grade;
using evidence::Observation;
using evidence::Relation;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* small = "vectors/formats/small";

/// The small workspace with a chronology of these lines; the readings name rows of the usual one.
struct Events : test::Folder {
  Events(std::string_view header, std::string_view rows) : Folder(small) {
    std::string toml = test::read_text(root() / "accord.toml");
    const std::size_t readings = toml.find("[[reading]]");
    toml.erase(readings, toml.find("[report]") - readings);
    write("accord.toml", toml);
    write("data/events.csv", std::string(header) + "\n" + std::string(rows));
  }
};

constexpr const char* plain =
    "event_id,date,category,actor,title,verified,metric,comparator,value,unit";

std::vector<Observation> observations_of(const Workspace& w, std::string_view id) {
  std::vector<Observation> out;
  for (const Observation& o : w.records.observations)
    if (w.records.origins[o.head.origin].id == id) out.push_back(o);
  return out;
}

std::vector<EventRecord> events_of(const Workspace& w, std::string_view id) {
  std::vector<EventRecord> out;
  for (const EventRecord& e : w.records.events)
    if (w.records.origins[e.head.origin].id == id) out.push_back(e);
  return out;
}

std::vector<std::string> parties_of(const auto& records) {
  std::vector<std::string> out;
  for (const auto& record : records) out.push_back(record.head.party);
  return out;
}

std::string warnings(const Workspace& w) {
  std::string out;
  for (const Problem& p : w.problems)
    if (p.severity == Severity::warning && p.code.starts_with("I"))
      out += p.file + ":" + std::to_string(p.place.line) + ":" + std::to_string(p.place.column) +
             ": " + p.code + "\n";
  return out;
}

TEST(Subject, AFigureOfTheVerifierIsAboutTheOneOtherActor) {
  const Events folder(plain,
                      "X1,2020-02-01,m,Verifier;Beta,t,yes,stock_kg,=,9,kg X\n"
                      "X2,2020-02-02,m,Verifier,t,yes,stock_kg,=,9,kg X\n"
                      "X3,2020-02-03,m,Host;Gamma,t,yes,stock_kg,=,9,kg X\n"
                      "X4,2020-02-04,m,Host,t,yes,stock_kg,=,9,kg X\n"
                      "X5,2020-02-05,m,Alpha,t,yes,stock_kg,=,9,kg X\n");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems) + warnings(w), "");
  EXPECT_THAT(parties_of(observations_of(w, "X1")), ElementsAre("beta"));
  EXPECT_THAT(parties_of(observations_of(w, "X2")), ElementsAre(""));
  EXPECT_THAT(parties_of(observations_of(w, "X3")), ElementsAre("gamma"));
  EXPECT_THAT(parties_of(observations_of(w, "X4")), ElementsAre(""));
  EXPECT_THAT(parties_of(observations_of(w, "X5")), ElementsAre("alpha"));
  // What happened is an act of every actor.
  EXPECT_THAT(parties_of(events_of(w, "X1")), UnorderedElementsAre("watch", "beta"));
}

TEST(Subject, AmongSeveralNobodyIsChosen) {
  const Events folder(plain,
                      "X1,2020-02-01,m,Verifier;Beta;Gamma,t,yes,stock_kg,=,9,kg X\n"
                      "X2,2020-02-02,m,Beta;Gamma,t,yes,work_seen,=,1,\n"
                      "X3,2020-02-03,m,both others,t,yes,,,,\n");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  EXPECT_EQ(warnings(w), "data/events.csv:2:17: I028\ndata/events.csv:3:17: I028\n");
  EXPECT_THAT(parties_of(observations_of(w, "X1")), ElementsAre(""));
  EXPECT_THAT(parties_of(observations_of(w, "X2")), ElementsAre(""));
}

constexpr const char* with_party =
    "event_id,date,category,party,by,title,verified,metric,comparator,value,unit";

TEST(Subject, ThePartyColumnSaysIt) {
  const Events folder(with_party,
                      "X1,2020-02-01,m,Beta,Verifier,t,yes,stock_kg,=,9,kg X\n"
                      "X2,2020-02-02,m,,Verifier,t,yes,stock_kg,=,9,kg X\n"
                      "X3,2020-02-03,m,Beta;Gamma,Host,t,yes,work_seen,=,1,\n"
                      "X4,2020-02-04,m,Others,Beta,t,yes,stock_kg,=,9,kg X\n"
                      "X5,2020-02-05,m,Beta,Beta,t,yes,stock_kg,=,9,kg X\n");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems) + warnings(w), "");
  EXPECT_THAT(parties_of(observations_of(w, "X1")), ElementsAre("beta"));
  EXPECT_THAT(parties_of(events_of(w, "X1")), ElementsAre("beta"));
  EXPECT_THAT(parties_of(observations_of(w, "X2")), ElementsAre(""));
  EXPECT_THAT(parties_of(events_of(w, "X2")), ElementsAre(""));
  EXPECT_THAT(parties_of(observations_of(w, "X3")), ElementsAre("beta", "gamma"));
  EXPECT_THAT(parties_of(observations_of(w, "X4")), ElementsAre("others"));
  const auto grade = [&](const char* id) { return observations_of(w, id).front().head.grade; };
  EXPECT_EQ(grade("X1"), Grade::verified);
  EXPECT_EQ(grade("X3"), Grade::reported);
  EXPECT_EQ(grade("X4"), Grade::reported);  // Beta speaks about a group, not about itself
  EXPECT_EQ(grade("X5"), Grade::declared);
  EXPECT_EQ(w.records.origins[observations_of(w, "X3").front().head.origin].by, "host");
}

TEST(Subject, AFigureOfSeveralPartiesIsRefused) {
  const Events folder(with_party, "X1,2020-02-01,m,Beta;Gamma,Verifier,t,yes,stock_kg,=,9,kg X\n");
  EXPECT_EQ(
      test::errors(folder.read().problems),
      "data/events.csv:2:17: I018 “Beta;Gamma” stands for several parties; one is needed here\n");
}

TEST(Subject, ADeclarationHasAnAuthor) {
  const Events folder("event_id,date,category,party,title,verified",
                      "X1,2020-02-01,withdrawal,,t,yes\n");
  EXPECT_EQ(test::errors(folder.read().problems),
            "data/events.csv:2:15: I007 a declaration names nobody who makes it\n");
}

/// `[events] by` is who says what the rows say, as `[series] by` is for the reports.
TEST(By, OfTheEventsIsTheVerifierOfTheirRows) {
  Events folder(plain,
                "X1,2020-02-01,m,Host;Beta,t,yes,stock_kg,=,9,kg X\n"
                "X2,2020-02-01,m,Beta,t,yes,stock_kg,<=,9,kg X\n");
  folder.replace("accord.toml", "file = \"data/events.csv\"",
                 "file = \"data/events.csv\"\nby = \"host\"");
  Workspace w = folder.read();
  EXPECT_THAT(test::errors(w.problems), HasSubstr("W008 the text declares no party “host”"));
  folder.replace("accord.toml", "by = \"host\"", "by = \"watch\"");
  w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  EXPECT_EQ(observations_of(w, "X1").front().head.grade, Grade::verified);
  EXPECT_EQ(observations_of(w, "X2").front().head.grade, Grade::attested);
  EXPECT_THAT(parties_of(observations_of(w, "X2")), ElementsAre("beta"));
}

TEST(Columns, AnswersPartAndGradeOfAnEvent) {
  const Events folder("event_id,date,category,actor,title,verified,answers,part,grade",
                      "X1,2020-02-01,m,Alpha,t,yes,2029,yes,declared\n"
                      "X2,2020-02-02,m,Alpha,t,yes,,no,\n");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  const EventRecord first = events_of(w, "X1").front(), second = events_of(w, "X2").front();
  EXPECT_EQ(first.answers, "2029");
  EXPECT_TRUE(first.partly);
  EXPECT_EQ(first.head.grade, Grade::declared);
  EXPECT_EQ(second.answers, "");
  EXPECT_FALSE(second.partly);
  EXPECT_EQ(second.head.grade, Grade::reported);
}

TEST(Columns, ForIsAnotherNameOfAnswers) {
  const Events folder("event_id,date,category,actor,title,verified,for",
                      "X1,2020-02-01,m,Alpha,t,yes,2020-Q3\n");
  EXPECT_EQ(events_of(folder.read(), "X1").front().answers, "2020-Q3");
}

TEST(Columns, AReadingTakesWhatItsRowSaysAndMaySayMore) {
  Events folder("event_id,date,category,actor,party,title,verified,answers",
                "C1,2020-01-10,m,Alpha,,t,yes,\n"
                "C2,2020-01-11,m,Alpha,,t,yes,\n"
                "X1,2020-02-01,m,Verifier,Beta,t,yes,C1\n");
  std::string toml = test::read_text(folder.root() / "accord.toml");
  for (const char* call : {"C1", "C2"})
    toml += std::string("\n[[reading]]\nrow = \"") + call + "\"\nsays = [\"event request\"]\n";
  const std::string reading =
      "\n[[reading]]\nrow = \"X1\"\nsays = [\"event reply\", \"work yes\"]\n";
  folder.write("accord.toml", toml + reading);
  const auto replies = [](const Workspace& w) {
    std::vector<EventRecord> out;
    for (const EventRecord& e : w.records.events)
      if (e.names == std::vector<std::string>{"reply"}) out.push_back(e);
    return out;
  };
  Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  ASSERT_EQ(replies(w).size(), 1U);
  EXPECT_EQ(replies(w).front().head.party, "beta");
  EXPECT_EQ(replies(w).front().answers, "C1");
  EXPECT_FALSE(replies(w).front().partly);
  EXPECT_THAT(parties_of(observations_of(w, "X1")), ElementsAre("beta"));
  folder.write("accord.toml", toml + reading + "answers = \"C2\"\npart = true\n");
  w = folder.read();
  EXPECT_EQ(replies(w).front().answers, "C2");
  EXPECT_TRUE(replies(w).front().partly);
}

/// Example 14 of the chapter: 52 ± 1.5 % with k = 1 is 52 ± 1.56 with the record's k of 2.
TEST(Uncertainty, IsThatOfTheRecordsCoverageFactor) {
  Events folder("event_id,date,category,actor,title,verified,metric,comparator,value,unit,u,k",
                "X1,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,1.5 %,1\n"
                "X2,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,0.3,\n"
                "X3,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,0.3,3\n"
                "X4,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,,\n");
  const auto u = [](const Workspace& w, const char* id) {
    const std::optional<Rational> of = observations_of(w, id).front().uncertainty;
    return of ? fraction_string(*of) : std::string("none");
  };
  Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  EXPECT_EQ(u(w, "X1"), "39/25");
  EXPECT_EQ(u(w, "X2"), "3/10");
  EXPECT_EQ(u(w, "X3"), "1/5");
  EXPECT_EQ(u(w, "X4"), "none");
  const std::string toml = test::read_text(folder.root() / "accord.toml");
  folder.write("accord.toml", toml + "\n[record]\nk = \"1.5\"\n");
  w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  EXPECT_EQ(u(w, "X1"), "117/100");
  EXPECT_EQ(u(w, "X3"), "3/20");
}

TEST(Uncertainty, WhatIsWrongIsSaidAtItsCell) {
  const Events folder(
      "event_id,date,category,actor,title,verified,metric,comparator,value,unit,u,k",
      "X1,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,1.5 per cent,\n"
      "X2,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,,2\n"
      "X3,2020-02-01,m,Alpha,t,yes,water_t,=,52,t,1,0\n"
      "X4,2020-02-01,m,Alpha,t,yes,,,,,1,\n"
      "X5,2020-02-01,m,Alpha,t,yes,water_t,<=,52,t,1,\n");
  EXPECT_EQ(test::errors(folder.read().problems),
            "data/events.csv:2:44: I008 “1.5 per cent” is not an uncertainty\n"
            "data/events.csv:3:45: I024 a coverage factor stands beside no uncertainty\n"
            "data/events.csv:4:46: I024 the coverage factor is 0\n"
            "data/events.csv:5:33: I024 an uncertainty stands beside no figure\n"
            "data/events.csv:6:45: I024 an uncertainty stands beside no figure\n");
}

TEST(Uncertainty, TheFactorOfTheRecordIsAboveZero) {
  for (const char* k : {"0", "\"0\"", "\"two\"", "1.96", "true"}) {
    test::Folder folder(small);
    folder.write("accord.toml",
                 test::read_text(folder.root() / "accord.toml") + "\n[record]\nk = " + k + "\n");
    EXPECT_THAT(test::errors(folder.read().problems),
                HasSubstr("W015 a coverage factor above 0 was expected here"))
        << k;
  }
}

constexpr const char* with_replaces =
    "event_id,date,known_date,category,actor,title,verified,metric,comparator,value,unit,replaces";

evidence::State stock(const Workspace& w, Day valid, Day known) {
  const agreement::Evaluator evaluator(w.agreement, w.records);
  return evaluator.state({"T-1", ""}, valid, known);
}

Day day(const char* text) {
  return parse_day(text).value();
}

TEST(Replaces, TheCorrectedRowCountsUpToTheKnownDayOfTheOther) {
  // 25 is above the 10 kg X that are allowed; the correction, of an earlier day, is not.
  const Events folder(with_replaces,
                      "X1,2021-03-10,2021-03-12,m,Alpha,t,yes,stock_kg,=,25,kg X,\n"
                      "X2,2021-03-09,2021-03-20,m,Alpha,t,yes,stock_kg,=,2,kg X,X1\n");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  EXPECT_EQ(stock(w, day("2021-03-30"), day("2021-03-30")), evidence::State::met);
  EXPECT_EQ(stock(w, day("2021-03-15"), day("2021-03-19")), evidence::State::exceeded);
  EXPECT_EQ(stock(w, day("2021-03-15"), day("2021-03-20")), evidence::State::met);
}

TEST(Replaces, WhatACorrectionThatIsLeftOutCorrectsDoesNotSpeakAgain) {
  const Events folder(with_replaces,
                      "X1,2021-03-10,,m,Alpha,t,yes,stock_kg,=,25,kg X,\n"
                      "X2,2021-03-10,2021-03-20,m,Alpha,t,recalled,stock_kg,=,2,kg X,X1\n");
  const Workspace w = folder.read();
  agreement::Options found;
  found.found_only = true;
  const agreement::Evaluator evaluator(w.agreement, w.records, found);
  EXPECT_EQ(evaluator.state({"T-1", ""}, day("2021-04-01"), day("2021-04-01")),
            evidence::State::no_value);
}

TEST(Replaces, AnEventThatTheTextNamesByItsRowIsThatOfTheCorrection) {
  Events folder("event_id,date,category,actor,title,verified", "");
  folder.write("data/obligations.csv",
               "obligation_id,obliged_party,date_due,date_done,description,replaces\n"
               "O-1,Beta,2020-06-01,2021-02-01,Relief,\n"
               "O-1b,Beta,2020-06-01,2020-12-30,Relief,O-1\n");
  folder.replace("accord.toml", "partly = [\"O-2\"]", "");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  EXPECT_THAT(events_of(w, "O-1b").front().names, ElementsAre("O-1b", "relief_given"));
  const agreement::Evaluator evaluator(w.agreement, w.records);
  // Due by 2021-01-01; the row of 2021-02-01 was corrected to 2020-12-30, known on that day.
  EXPECT_EQ(evaluator.state({"O-1", "beta"}, day("2021-03-01"), day("2021-03-01")),
            evidence::State::performed);
}

TEST(Replaces, WhatCannotBeCorrectedIsSaidAtItsCell) {
  const Events folder(with_replaces,
                      "X1,2021-03-10,,m,Alpha,t,yes,stock_kg,=,5,kg X,X11\n"
                      "X2,2021-03-10,,m,Alpha,t,yes,stock_kg,=,5,kg X,X2\n"
                      "X3,2021-03-10,,m,Alpha,t,yes,level_pct,=,3,%,X1\n"
                      "X4,2021-03-01,,m,Alpha,t,yes,stock_kg,=,5,kg X,X1\n"
                      "X5,2021-03-10,,m,Alpha,t,yes,stock_kg,=,5,kg X,X6\n"
                      "X6,2021-03-10,,m,Alpha,t,yes,stock_kg,=,5,kg X,X5\n");
  EXPECT_EQ(test::errors(folder.read().problems),
            "data/events.csv:2:48: I026 no row “X11” in this table\n"
            "data/events.csv:3:48: I026 the row replaces itself\n"
            "data/events.csv:4:46: I026 “X1” is about “stock_kg”, this row about “level_pct”\n"
            "data/events.csv:5:48: I026 “X1” was not known before this row, but on 2021-03-10\n"
            "data/events.csv:6:48: I026 “X5” and the row that replaces it replace each other\n");
}

TEST(Series, AReportMaySayWhoseFiguresItHas) {
  test::Folder folder(small);
  folder.write(
      "data/series.csv",
      "report_id,report_date,as_of_date,report_kind,figure_basis,verified,stock_kg,form_kg,low_kg,"
      "high_kg,"
      "level_pct,water_t,water_day,verified_stock,marks,party,grade,u,replaces\n"
      "R1,2020-01-31,2020-01-20,quarterly,verified_by_agency,yes,9,,,,,,,yes,none,Beta,,0.5,\n"
      "R2,2020-04-30,2020-01-20,quarterly,verified_by_agency,yes,8,,,,4,,,yes,none,Beta,estimated,"
      "1 %,R1\n");
  const Workspace w = folder.read();
  EXPECT_EQ(test::errors(w.problems), "");
  const auto of = [&](const char* id, const char* metric) {
    for (const Observation& o : observations_of(w, id))
      if (o.metric == metric) return o;
    return Observation{};
  };
  EXPECT_EQ(of("R1", "stock_kg").head.party, "beta");
  EXPECT_EQ(fraction_string(of("R1", "stock_kg").uncertainty.value()), "1/2");
  EXPECT_EQ(of("R2", "stock_kg").head.grade, Grade::estimated);
  EXPECT_EQ(fraction_string(of("R2", "level_pct").uncertainty.value()), "1/25");
  EXPECT_EQ(events_of(w, "R1").front().head.party, "watch");
  EXPECT_EQ(w.records.origins[of("R2", "stock_kg").head.origin].replaces, "R1");
}

TEST(Series, OneUncertaintyInAUnitIsOfOneFigure) {
  test::Folder folder(small);
  folder.write("data/series.csv",
               "report_id,report_date,as_of_date,report_kind,figure_basis,verified,stock_kg,form_"
               "kg,low_kg,high_kg,"
               "level_pct,water_t,water_day,verified_stock,marks,u\n"
               "R2,2020-01-31,2020-01-20,quarterly,verified_by_agency,yes,9,,,,4,,,yes,none,0.5\n");
  EXPECT_EQ(test::errors(folder.read().problems),
            "data/series.csv:2:77: I024 one uncertainty stands beside 2 figures\n");
}

}  // namespace
}  // namespace accord::formats
