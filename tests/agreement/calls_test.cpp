#include <gmock/gmock.h>

#include "agreement/check/answers.h"
#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/model/period_name.h"
#include "given.h"

/// Which answer belongs to which call (agreement-2.md 4), in a record that is complete.
namespace accord::agreement {
namespace {

using ::testing::ElementsAre;

/// Rows: calls have an id, acts may name what they answer.
struct Row {
  std::string event, day, id, answers;
  bool partly = false;
};

Given with(const std::string& rule, const std::vector<Row>& rows,
           const std::vector<std::string>& facts = {}, const std::string& from = "2021-01-01") {
  std::vector<std::string> all;
  for (const Row& row : rows) all.push_back("event " + row.event + " on " + row.day);
  all.insert(all.end(), facts.begin(), facts.end());
  Given g(R"(
    party a "A"
    event call "Call"
    event done "Done"
    event rep "Report"
    term T "T" { obliges a verifier none from )" +
              from + " without end " + rule + " }",
          all);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    g.records.origins[i].id = rows[i].id;
    g.records.events[i].answers = rows[i].answers;
    g.records.events[i].partly = rows[i].partly;
  }
  return g;
}

/// "name state" of every call of the only rule.
std::vector<std::string> calls(const Given& g, std::string_view day) {
  std::vector<std::string> out;
  const Finding finding = g.finding(day);
  for (const Call& call : finding.rules.at(0).calls)
    out.push_back(call.name + " " + word(call.state));
  return out;
}

std::string counted(const Given& g, std::string_view day) {
  const std::optional<CallCounts> counts = g.finding(day).rules.at(0).counts;
  return counts ? sentence(*counts) : "none";
}

const char* const pay = "duty done within 30 days of each call";

TEST(Calls, ANamedAnswerAnswersWhatItNames) {
  const Given g = with(pay, {{"call", "2025-01-10", "I-1", ""},
                             {"call", "2025-01-25", "I-2", ""},
                             {"call", "2025-02-12", "I-3", ""},
                             {"call", "2025-03-05", "I-4", ""},
                             {"done", "2025-02-05", "", "I-1"},
                             {"done", "2025-03-10", "", "I-2"},
                             {"done", "2025-03-08", "", "I-3"}});
  EXPECT_THAT(calls(g, "2025-03-31"),
              ElementsAre("I-1 performed", "I-2 performed_late", "I-3 performed", "I-4 not_due"));
  EXPECT_EQ(g.on("2025-03-31"), "performed");  // the last that is closed
  EXPECT_EQ(counted(g, "2025-03-31"), "2 of 4 in time, 1 late by 14 days, 1 not yet due");
  EXPECT_EQ(g.on("2025-03-07"), "overdue");
  EXPECT_EQ(counted(g, "2025-03-07"), "1 of 4 in time, 1 not on record, 2 not yet due");
}

TEST(Calls, AnUnnamedAnswerGoesToTheOldestCallThatCanStillBeAnsweredInTime) {
  // Of 25 March: the call of 1 February is past its day (13 February), that of 20 March is not.
  const Given g =
      with("duty done within 12 days of each call", {{"call", "2030-02-01", "first", ""},
                                                     {"call", "2030-03-20", "second", ""},
                                                     {"done", "2030-03-25", "", ""}});
  EXPECT_THAT(calls(g, "2030-04-10"), ElementsAre("first overdue", "second performed"));
  const Given later = with("duty done within 12 days of each call",
                           {{"call", "2030-02-01", "first", ""},
                            {"call", "2030-03-20", "second", ""},
                            {"done", "2030-03-25", "", ""},
                            {"done", "2030-03-26", "", ""},
                            {"done", "2030-03-27", "", ""}});  // a further one
  EXPECT_THAT(calls(later, "2030-04-10"), ElementsAre("first performed_late", "second performed"));
}

TEST(Calls, OfSeveralThatNameOneTheFirstCountsAndOneBeforeTheCallIsNone) {
  const Given g = with(pay, {{"call", "2025-01-10", "I-1", ""},
                             {"done", "2025-01-09", "", "I-1"},
                             {"done", "2025-03-01", "", "I-1"},
                             {"done", "2025-03-05", "", "I-1"}});
  const Finding f = g.finding("2025-04-01");
  EXPECT_EQ(f.rules.at(0).calls.at(0).answered, d("2025-03-01"));
  EXPECT_EQ(f.rules[0].calls[0].late_days, 20);
}

const char* const yearly = "duty rep within 30 days of the end of each year";

TEST(Calls, AReportIsOfThePeriodThatEndedLast) {
  const Given g = with(yearly, {{"rep", "2022-01-10", "", ""}}, {}, "2019-01-01");
  EXPECT_THAT(calls(g, "2022-02-15"),
              ElementsAre("2019 overdue", "2020 overdue", "2021 performed"));
  EXPECT_EQ(g.on("2022-02-15"), "overdue");
  EXPECT_EQ(counted(g, "2022-02-15"), "1 of 3 in time, 2 not on record");
}

TEST(Calls, AFurtherReportRepairsTheOldestSilence) {
  const Given g = with(yearly, {{"rep", "2022-01-10", "", ""}, {"rep", "2022-08-01", "", ""}}, {},
                       "2020-01-01");
  EXPECT_THAT(calls(g, "2022-09-01"), ElementsAre("2020 performed_late", "2021 performed"));
  EXPECT_EQ(counted(g, "2022-09-01"), "1 of 2 in time, 1 late by 548 days");
  const Given third = with(
      yearly,
      {{"rep", "2022-01-10", "", ""}, {"rep", "2022-08-01", "", ""}, {"rep", "2022-08-02", "", ""}},
      {}, "2020-01-01");
  EXPECT_EQ(calls(third, "2022-09-01"), calls(g, "2022-09-01"));
}

TEST(Calls, AReportMayNameItsPeriodAlsoBeforeThatHasEnded) {
  const Given g =
      with(yearly, {{"rep", "2022-03-01", "", "2020"}, {"rep", "2021-12-20", "", "2021"}}, {},
           "2020-01-01");
  EXPECT_THAT(calls(g, "2022-03-01"), ElementsAre("2020 performed_late", "2021 performed"));
  EXPECT_EQ(g.on("2021-12-20"), "overdue");  // 2021 has no state before it has ended
  EXPECT_THAT(calls(g, "2021-12-30"), ElementsAre("2020 overdue"));
  // Before its first day it is of another period, which it does not name.
  EXPECT_THAT(calls(with(yearly, {{"rep", "2020-12-31", "", "2021"}}), "2022-02-15"),
              ElementsAre("2021 overdue"));
}

TEST(Calls, PeriodsCountedFromADayAreNamedByTheirDays) {
  const std::string rule = "duty rep within 30 days of the end of each 6 months from 2021-03-01";
  const auto state = [&](const std::string& name) {
    return calls(with(rule, {{"rep", "2021-12-01", "", name}}), "2022-01-01").at(0);
  };
  EXPECT_EQ(state("2021-03-01..2021-08-31"), "2021-03-01..2021-08-31 performed_late");
  EXPECT_EQ(state("2021-03-01..2021-08-30"), "2021-03-01..2021-08-31 overdue");
  EXPECT_EQ(state("2021"), "2021-03-01..2021-08-31 overdue");
}

TEST(Calls, PartsArePairedLastWithWhatHasNoWholeAnswer) {
  const Given g = with(pay, {{"call", "2025-01-10", "I-1", ""},
                             {"call", "2025-01-20", "I-2", ""},
                             {"done", "2025-01-15", "", "", true},
                             {"done", "2025-01-16", "", ""}});
  EXPECT_THAT(calls(g, "2025-03-31"), ElementsAre("I-1 performed", "I-2 overdue"));
  const Given named = with(pay, {{"call", "2025-01-10", "I-1", ""},
                                 {"call", "2025-01-12", "I-2", ""},
                                 {"done", "2025-01-15", "", "I-2", true},
                                 {"done", "2025-01-16", "", ""}});
  EXPECT_THAT(calls(named, "2025-03-31"), ElementsAre("I-1 performed", "I-2 partly_performed"));
  EXPECT_EQ(counted(named, "2025-03-31"), "1 of 2 in time, 1 in part");
  EXPECT_EQ(named.on("2025-03-31"), "partly_performed");
}

TEST(Calls, ANoticeIsOfTheEarliestLaterEventWithoutOne) {
  const std::string rule = "duty done at least 7 days before each call";
  const Given g = with(rule, {{"done", "2025-01-01", "", ""},
                              {"done", "2025-01-02", "", ""},
                              {"call", "2025-01-05", "L-1", ""},
                              {"call", "2025-02-01", "L-2", ""}});
  EXPECT_THAT(calls(g, "2025-03-01"), ElementsAre("L-1 performed_late", "L-2 performed"));
  const Given named = with(rule, {{"done", "2025-01-01", "", "L-2"},
                                  {"call", "2025-01-05", "L-1", ""},
                                  {"call", "2025-02-01", "L-2", ""}});
  EXPECT_THAT(calls(named, "2025-03-01"), ElementsAre("L-1 overdue", "L-2 performed"));
}

TEST(Calls, ARefusalCountsForDeadlinesFromItsDayUntilThePartyResumes) {
  const Given g = with("duty done within 10 days of each call",
                       {{"call", "2025-01-01", "before", ""},
                        {"call", "2025-02-01", "while", ""},
                        {"call", "2025-03-01", "after", ""}},
                       {"a refuses T on 2025-01-12", "a resumes T on 2025-03-11"});
  EXPECT_THAT(calls(g, "2025-04-01"),
              ElementsAre("before overdue", "while not_performed", "after overdue"));
  EXPECT_EQ(g.on("2025-04-01"), "overdue");
  // One deadline only: a refusal after it counts as well (section 4, step 5).
  EXPECT_EQ(with("duty done by 2025-01-05", {}, {"a refuses T on 2025-01-12"}).on("2025-02-01"),
            "not_performed");
}

TEST(Calls, EveryActCallsForTheNext) {
  const Given g = with("duty rep every 1 month", {{"rep", "2021-01-20", "", ""},
                                                  {"rep", "2021-02-26", "", ""},
                                                  {"rep", "2021-03-20", "", ""}});
  EXPECT_EQ(g.on("2021-04-01"), "performed");
  EXPECT_EQ(counted(g, "2021-04-01"), "2 of 4 in time, 1 late by 6 days, 1 not yet due");
  EXPECT_EQ(counted(g, "2021-05-01"), "2 of 4 in time, 1 late by 6 days, 1 not on record");
}

TEST(Calls, ADutyWithoutACallHasNoCounts) {
  EXPECT_EQ(counted(with(pay, {}), "2025-01-01"), "none");
  EXPECT_EQ(counted(with("duty done by 2025-01-05", {}), "2025-02-01"), "none");
}

TEST(Answers, WhatNoDutyHasOrHadNotBegunIsNamed) {
  const auto fault = [](const std::string& rule, const std::string& day, const std::string& name) {
    const Given g = with(
        rule, {{"call", "2021-02-01", "I-1", ""}, {"rep", day, "", name}, {"done", day, "", name}});
    const bool of_rep = rule.starts_with("duty rep");
    for (const AnswerFault& f : check_answers(g.agreement(), g.records))
      if (f.origin == (of_rep ? 1U : 2U)) return f.message + " | " + f.help;
    return std::string("none");
  };
  EXPECT_EQ(fault(pay, "2021-02-01", "I-1"), "none");
  EXPECT_EQ(fault(pay, "2021-01-31", "I-1"),
            "“I-1” had not begun on 2021-01-31, the day of its answer | correct the day, or name "
            "what the row answers");
  EXPECT_EQ(fault(pay, "2021-03-01", "I-7"), "no duty has the call “I-7” | did you mean “I-1”?");
  EXPECT_EQ(fault("duty done at least 7 days before each call", "2021-01-01", "I-1"), "none");
  EXPECT_EQ(fault(yearly, "2021-01-01", "2021"), "none");
  EXPECT_EQ(fault(yearly, "2021-05-01", "2021-01-01..2021-12-31"), "none");
  EXPECT_EQ(fault(yearly, "2021-05-01", "2022"),
            "“2022” had not begun on 2021-05-01, the day of its answer | correct the day, or name "
            "what the row answers");
  EXPECT_EQ(fault(yearly, "2021-05-01", "2021-Q1"),
            "no duty has the period “2021-Q1” | its periods are named like 2021");
  EXPECT_EQ(fault(yearly, "2021-05-01", "2020"),
            "no duty has the period “2020” | its periods are named like 2021");
  const std::string half = "duty rep within 30 days of the end of each 6 months from 2021-03-01";
  EXPECT_EQ(fault(half, "2022-05-01", "2021-09-01..2022-02-28"), "none");
  EXPECT_EQ(fault(half, "2022-05-01", "2021-09-01..2022-02-27"),
            "no duty has the period “2021-09-01..2022-02-27” | name its first and last day: "
            "2021-03-01..2021-08-31");
  EXPECT_EQ(fault("duty rep by 2021-05-01", "2021-05-01", "2021"),
            "“2021” is answered, and no duty calls for it | leave the cell empty");
}

TEST(CallCounts, OfSeveralThatWereLateTheLongestIsTold) {
  CallCounts c;
  EXPECT_EQ(sentence(c), "");
  for (const std::int32_t late : {6, 44, 1}) {
    Call call;
    call.state = State::performed_late;
    call.late_days = late;
    count(c, call);
  }
  EXPECT_EQ(sentence(c), "0 of 3 in time, 3 late, by 44 days at most");
}

TEST(PeriodNames, AreReadAndWritten) {
  const auto days = [](const char* name) {
    const auto p = parse_period(name);
    return p ? to_string(p->first) + " " + to_string(p->last) : "none";
  };
  EXPECT_EQ(days("2021"), "2021-01-01 2021-12-31");
  EXPECT_EQ(days("2021-Q3"), "2021-07-01 2021-09-30");
  EXPECT_EQ(days("2024-02"), "2024-02-01 2024-02-29");
  EXPECT_EQ(days("2021-W07"), "2021-02-15 2021-02-21");
  EXPECT_EQ(days("2020-W53"), "2020-12-28 2021-01-03");
  EXPECT_EQ(days("2021-03-01..2021-08-31"), "2021-03-01 2021-08-31");
  for (const char* wrong : {"", "21", "2021-", "2021-13", "2021-00", "2021-Q0", "2021-Q5",
                            "2021-W00", "2021-W53", "2021-q3", "2021-3", "2021-03-01",
                            "2021-08-31..2021-03-01", "2021-02-30..2021-03-01", "DN-1", "2021 "})
    EXPECT_EQ(days(wrong), "none") << wrong;
  EXPECT_EQ(period_name(CalendarUnit::year, d("2021-12-31")), "2021");
  EXPECT_EQ(period_name(CalendarUnit::quarter, d("2021-09-30")), "2021-Q3");
  EXPECT_EQ(period_name(CalendarUnit::month, d("2021-03-31")), "2021-03");
  EXPECT_EQ(period_name(d("2021-03-01"), d("2021-08-31")), "2021-03-01..2021-08-31");
}

}  // namespace
}  // namespace accord::agreement
