#include <gmock/gmock.h>

#include "given.h"

namespace accord::agreement {
namespace {

using ::testing::HasSubstr;

Given text(const std::string& rule, const std::vector<std::string>& facts,
           const std::string& obliges = "a", const std::string& from = "2020-01-01 without end") {
  return Given(R"(
    party a "A"
    party b "B"
    party both "Both" = { a, b }
    body v "Verifier"
    event done "Done"
    event call "Call"
    event start "Start"
    day late = event start + 10 days
    holidays { 2030-01-01, 2030-12-25 }
    term T "T" { obliges )" +
                   obliges + " verifier none from " + from + " " + rule + " }",
               facts);
}

TEST(DutyBy, OnTheDueDayItCanStillBeDone) {
  const Given none = text("duty done by 2020-06-30", {});
  EXPECT_EQ(none.on("2020-06-30"), "not_due");
  EXPECT_EQ(none.on("2020-07-01"), "overdue");
  const Given late = text("duty done by 2020-06-30", {"event done on 2020-07-05"});
  EXPECT_EQ(late.on("2020-07-04", "2021-01-01"), "overdue");
  EXPECT_EQ(late.on("2020-07-05", "2021-01-01"), "performed_late");
  const Given in_time =
      text("duty done by 2020-06-30", {"event done on 2020-06-30 known 2020-08-01"});
  EXPECT_EQ(in_time.on("2020-07-05", "2020-07-05"), "overdue");  // not known yet
  EXPECT_EQ(in_time.on("2020-07-05", "2020-08-01"), "performed");
  EXPECT_EQ(in_time.on("2020-06-29", "2020-08-01"), "not_due");
}

TEST(DutyBy, DoneInPartOrRefused) {
  Given part = text("duty done by 2020-06-30", {"event done on 2020-06-01"});
  part.records.events[0].partly = true;
  EXPECT_EQ(part.on("2020-06-30"), "not_due");
  EXPECT_EQ(part.on("2020-07-01"), "partly_performed");
  const Given refused = text("duty done by 2020-06-30", {"a refuses T on 2020-03-01"});
  EXPECT_EQ(refused.on("2020-06-30"), "not_due");
  EXPECT_EQ(refused.on("2020-07-01"), "not_performed");
  EXPECT_EQ(refused.finding("2020-07-01").rules.at(0).evidence.at(0).says, "A refuses T");
  EXPECT_EQ(text("duty done by 2020-06-30", {"b refuses T on 2020-03-01"}).on("2020-07-01"),
            "overdue");
  EXPECT_EQ(
      text("duty done by 2020-06-30", {"a refuses T on 2020-03-01", "a resumes T on 2020-04-01"})
          .on("2020-07-01"),
      "overdue");
  for (const auto& [first, second] : {std::pair{"refuses", "resumes"}, {"resumes", "refuses"}})
    EXPECT_EQ(text("duty done by 2020-06-30", {std::string("a ") + first + " T on 2020-03-01",
                                               std::string("a ") + second + " T on 2020-03-01"})
                  .on("2020-07-01"),
              "not_performed");  // of one day the one that stops
}

TEST(DutyBy, AnUnknownDueDayIsNotDueAndSaysWhy) {
  const Given g = text("duty done by late", {"event start on 2020-06-20"});
  EXPECT_EQ(g.on("2020-06-19", "2020-06-19"), "not_due");
  EXPECT_THAT(g.finding("2020-06-19").rules.at(0).reason, HasSubstr("“Start” is not on record"));
  EXPECT_EQ(g.on("2020-06-30"), "not_due");
  EXPECT_EQ(g.on("2020-07-01"), "overdue");
}

TEST(DutyBy, EachPartyPerformsForItself) {
  const Given g = text("duty done by 2020-06-30", {"event done on 2020-06-01 by a"}, "each both");
  EXPECT_EQ(g.of("a", "2020-07-01"), "performed");
  EXPECT_EQ(g.of("b", "2020-07-01"), "overdue");
  const Given all = text("duty done by 2020-06-30", {"event done on 2020-06-01"}, "each both");
  EXPECT_EQ(all.of("b", "2020-07-01"), "undetermined");  // it does not say who did it
  EXPECT_EQ(text("duty done by 2020-06-30", {"event done on 2020-06-01 by b"}).on("2020-07-01"),
            "overdue");
  EXPECT_EQ(text("duty done by 2020-06-30", {"event done on 2020-06-01 by b"}, "jointly both")
                .on("2020-07-01"),
            "performed");
}

TEST(DutyWithin, EachCallHasItsStagesAndOnlyTheLastDecides) {
  const Given g =
      text("duty done within 14 days \"one\" + 7 days \"two\" + 3 days \"three\" of each call",
           {"event call on 2020-03-01"});
  EXPECT_EQ(g.on("2020-02-29"), "not_due");
  EXPECT_EQ(g.on("2020-03-25"), "not_due");
  EXPECT_EQ(g.on("2020-03-26"), "overdue");
  const Finding f = g.finding("2020-03-26");
  ASSERT_EQ(f.rules.at(0).calls.size(), 1U);
  const Call& call = f.rules[0].calls[0];
  EXPECT_EQ(call.stage_ends, (std::vector<Day>{d("2020-03-15"), d("2020-03-22"), d("2020-03-25")}));
  EXPECT_EQ(call.deadline, d("2020-03-25"));
}

TEST(DutyWithin, AnAnswerClosesTheOldestOpenCallUnlessItNamesOne) {
  const std::vector<std::string> facts{"event call on 2020-03-01", "event call on 2020-03-05",
                                       "event done on 2020-03-08"};
  Given g = text("duty done within 10 days of each call", facts);
  EXPECT_EQ(g.on("2020-03-15"), "performed");  // the first is closed, the second not due
  EXPECT_EQ(g.on("2020-03-16"), "overdue");    // the second was due on the 15th
  g.records.origins[1].id = "second";
  g.records.events[2].answers = "second";
  EXPECT_EQ(g.on("2020-03-11"), "performed");
  EXPECT_EQ(g.on("2020-03-12"), "overdue");  // the first was due on the 11th
  g.records.events[2].answers = "no such call";
  EXPECT_EQ(g.on("2020-03-11"), "not_due");
}

TEST(DutyWithin, AnAnswerBeforeTheCallIsNone) {
  const Given g = text("duty done within 10 days of each call",
                       {"event done on 2020-02-28", "event call on 2020-03-01"});
  EXPECT_EQ(g.on("2020-03-12"), "overdue");
  const Given same_day = text("duty done within 10 days of each call",
                              {"event done on 2020-03-01", "event call on 2020-03-01"});
  EXPECT_EQ(same_day.on("2020-03-12"), "performed");
}

TEST(DutyWithin, TheLastClosedCallDecidesWhenNoneIsMissed) {
  const Given g = text("duty done within 10 days of each call",
                       {"event call on 2020-03-01", "event done on 2020-03-20",
                        "event call on 2020-04-01", "event done on 2020-04-02"});
  EXPECT_EQ(g.on("2020-03-20", "2021-01-01"), "performed_late");
  EXPECT_EQ(g.on("2020-04-01", "2021-01-01"), "performed_late");
  EXPECT_EQ(g.on("2020-04-02", "2021-01-01"), "performed");
}

TEST(DutyWithin, OwnCallsAreThoseOfTheObligedParty) {
  const Given g =
      text("duty done within 5 days of each own call",
           {"event call on 2020-03-01 by a", "event done on 2020-03-03 by a"}, "each both");
  EXPECT_EQ(g.of("a", "2020-04-01"), "performed");
  EXPECT_EQ(g.of("b", "2020-04-01"), "not_due");
  EXPECT_EQ(
      text("duty done within 5 days of each call", {"event call on 2020-03-01 by a"}, "each both")
          .of("b", "2020-04-01"),
      "overdue");
}

TEST(DutyWithin, CallsBeforeTheStartDoNotCount) {
  EXPECT_EQ(
      text("duty done within 5 days of each call", {"event call on 2019-12-31"}).on("2020-04-01"),
      "not_due");
}

TEST(DutyWithin, OneRowIsOneAnswerHoweverManyPartiesItNames) {
  Given g = text("duty done within 5 days of each call",
                 {"event call on 2020-03-01", "event call on 2020-03-02",
                  "event done on 2020-03-03 by a", "event done on 2020-03-03 by b"},
                 "jointly both");
  EXPECT_EQ(g.on("2020-04-01"), "performed");
  for (const std::size_t i : {2U, 3U}) {
    g.records.origins[i].file = "events.csv";
    g.records.origins[i].id = "E1";
  }
  EXPECT_EQ(g.on("2020-04-01"), "overdue");
}

TEST(DutyWithin, MonthlyReportsOfSafeguards) {
  // 18 and 20 April are one call: 30 April, due 30 May.
  const Given g =
      text("duty done within 30 days of the end of the month of each call",
           {"event call on 2020-04-18", "event call on 2020-04-20", "event done on 2020-05-30"});
  EXPECT_EQ(g.on("2020-05-29", "2021-01-01"), "not_due");
  EXPECT_EQ(g.on("2020-05-30", "2021-01-01"), "performed");
  EXPECT_EQ(g.finding("2020-06-30").rules.at(0).calls.size(), 1U);
  const Given late = text("duty done within 30 days of the end of the month of each call",
                          {"event call on 2020-04-18", "event done on 2020-05-31"});
  EXPECT_EQ(late.on("2020-05-31"), "performed_late");
  // A call is open from its first event (agreement-2.md 4), so a report inside the month answers
  // it.
  const std::string rule = "duty done within 30 days of the end of the month of each call";
  EXPECT_EQ(text(rule, {"event call on 2020-04-18", "event done on 2020-04-19"}).on("2020-06-01"),
            "performed");
  EXPECT_EQ(text(rule, {"event call on 2020-04-18", "event done on 2020-04-19",
                        "event call on 2020-04-20"})
                .on("2020-06-01"),
            "performed");
  EXPECT_EQ(text(rule, {"event call on 2020-04-18", "event done on 2020-04-17"}).on("2020-06-01"),
            "overdue");
}

TEST(DutyWithin, CountedPeriods) {
  // Half-years from 1 March 2011: the first ends on 31 August, its data are due on 30 September.
  // Those of 1 March 2012 are of the half-year that ended the day before.
  const Given g = text(
      "duty done within 30 days of the end of each 6 months from end of month of 2011-02-05 + 1 "
      "day",
      {"event done on 2012-03-01"}, "a", "2011-02-05 for 15 years");
  EXPECT_EQ(g.on("2011-09-30", "2013-01-01"), "not_due");
  EXPECT_EQ(g.on("2011-10-01", "2013-01-01"), "overdue");
  const Finding f = g.finding("2012-03-01", "2013-01-01");
  ASSERT_EQ(f.rules.at(0).calls.size(), 2U);
  EXPECT_EQ(f.rules[0].calls[0].day, d("2011-08-31"));
  EXPECT_EQ(f.rules[0].calls[0].deadline, d("2011-09-30"));
  EXPECT_EQ(f.rules[0].calls[0].state, State::overdue);
  EXPECT_EQ(f.rules[0].calls[0].name, "2011-03-01..2011-08-31");
  EXPECT_EQ(f.rules[0].calls[1].day, d("2012-02-29"));
  EXPECT_EQ(f.rules[0].calls[1].state, State::performed);
  const Given months =
      text("duty done within 5 days of the end of each month", {"event done on 2020-02-03"});
  EXPECT_EQ(months.on("2020-02-05"), "performed");
  EXPECT_EQ(months.on("2020-03-05", "2020-03-05"), "performed");
  EXPECT_EQ(months.on("2020-03-06"), "overdue");
}

TEST(DutyWithin, WorkingDaysLeaveWeekendsAndHolidaysOut) {
  // From Tuesday 24 December 2030: 26 (Thursday), 27, 30.
  const Given g =
      text("duty done within 3 working days of each call", {"event call on 2030-12-24"});
  EXPECT_EQ(g.on("2030-12-30"), "not_due");
  EXPECT_EQ(g.on("2030-12-31"), "overdue");
}

TEST(DutyBefore, ANoticeComesAtLeastTheSpanBefore) {
  const auto state = [](const std::string& notice) {
    return text("duty done at least 42 days before each own call",
                {"event call on 2020-06-12", notice})
        .on("2020-07-01");
  };
  EXPECT_EQ(state("event done on 2020-05-01"), "performed");  // 42 days before
  EXPECT_EQ(state("event done on 2020-05-02"), "performed_late");
  EXPECT_EQ(state("event done on 2020-06-12"), "performed_late");
  EXPECT_EQ(state("event done on 2020-06-13"), "overdue");
  EXPECT_EQ(text("duty done at least 42 days before each own call", {"event done on 2020-05-01"})
                .on("2020-07-01"),
            "not_due");
}

TEST(DutyEvery, NeverLongerThanTheSpanAndItsGrace) {
  const Given g =
      text("duty done every 1 week grace 2 days",
           {"event done on 2020-01-08", "event done on 2020-01-17", "event done on 2020-01-28"});
  EXPECT_EQ(g.on("2020-01-07", "2021-01-01"), "not_due");
  EXPECT_EQ(g.on("2020-01-08", "2021-01-01"), "performed");
  EXPECT_EQ(g.on("2020-01-17", "2021-01-01"), "performed");  // 9 days
  EXPECT_EQ(g.on("2020-01-26", "2021-01-01"), "performed");
  EXPECT_EQ(g.on("2020-01-27", "2021-01-01"), "overdue");
  EXPECT_EQ(g.on("2020-01-28", "2021-01-01"), "performed_late");  // 11 days
  const Given none = text("duty done every 1 week grace 2 days", {});
  EXPECT_EQ(none.on("2020-01-10"), "not_due");
  EXPECT_EQ(none.on("2020-01-11"), "overdue");
}

}  // namespace
}  // namespace accord::agreement
