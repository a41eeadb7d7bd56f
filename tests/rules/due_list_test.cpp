#include "accounting/rules/due_list.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "rules/given.h"
#include "rules/tables.h"

/// Due days worked out from the reporting chapter (section 4) with a calendar, and the made-up
/// State with its answers.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Day day(std::string_view text) {
  return parse_day(text).value();
}

/// "ICR change of 2026-06-01: 2026-07-30, sent 2026-07-05, early -25"
std::vector<std::string> rows(const State& state, std::string_view on,
                              Day known = accord::day_max) {
  const Effective all = effective(state.reports, known);
  std::vector<std::string> out;
  for (const DueReport& row : due_list(all, state.profile, state.tables, day(on)))
    out.push_back(std::string(in_words(row.kind)) + " " + event_in_words(row) + ": " +
                  (row.due ? to_string(*row.due) : "-") + ", sent " +
                  (row.sent ? to_string(*row.sent) : "-") + ", " +
                  std::string(in_words(row.state)) +
                  (row.days ? " " + std::to_string(*row.days) : ""));
  return out;
}

const std::string natural_5 = "610:5K#";

Given list(int number, const std::string& inventory, const std::string& date) {
  return {.number = number, .date = date, .period = inventory, .kind = "P"};
}

/// The initial list of 31 December 2025, in time.
Reports opened() {
  Reports out;
  out.add(list(1, "20251231", "20260120"), {item("A", "M", natural_5)});
  return out;
}

TEST(DueList, AReportOfChangesIsDueThirtyDaysAfterItsMonth) {
  // Paragraph 63(a): 30 days after 30 June are 30 July.
  const auto sent = [](const std::string& date) {
    return Reports()
        .add({.date = date},
             {change("LD", "20260628", "A", natural_5), change("LD", "20260601", "B", natural_5)})
        .state;
  };
  const std::string what = "ICR change of 2026-06-01: 2026-07-30, ";
  EXPECT_THAT(rows(sent("20260705"), "2026-12-31"),
              ElementsAre(what + "sent 2026-07-05, early -25"));
  EXPECT_THAT(rows(sent("20260730"), "2026-12-31"),
              ElementsAre(what + "sent 2026-07-30, on time 0"));
  EXPECT_THAT(rows(sent("20260801"), "2026-12-31"), ElementsAre(what + "sent 2026-08-01, late 2"));
}

TEST(DueList, AReportDatedLaterIsNotSentYet) {
  const State state =
      Reports().add({.date = "20260801"}, {change("LD", "20260601", "A", natural_5)}).state;
  const std::string what = "ICR change of 2026-06-01: 2026-07-30, ";
  EXPECT_THAT(rows(state, "2026-05-31"), IsEmpty());  // nothing has happened
  EXPECT_THAT(rows(state, "2026-06-01"), ElementsAre(what + "sent -, due -59"));
  EXPECT_THAT(rows(state, "2026-07-30"), ElementsAre(what + "sent -, due 0"));
  EXPECT_THAT(rows(state, "2026-07-31"), ElementsAre(what + "sent -, overdue 1"));
  EXPECT_THAT(rows(state, "2026-08-01"), ElementsAre(what + "sent 2026-08-01, late 2"));
  // On the day itself nobody knows of the change but from the report.
  EXPECT_THAT(rows(state, "2026-07-31", day("2026-07-31")), IsEmpty());
}

TEST(DueList, CorrectionsFallDueNever) {
  Reports reports = opened();
  reports.add({.number = 2, .date = "20261231"},
              {change("LD", "20260601", "B", natural_5, "A/ZZ;1/3")});
  EXPECT_THAT(rows(reports.state, "2026-12-31"),
              ElementsAre("PIL initial inventory of 2025-12-31: 2026-01-30, sent 2026-01-20, "
                          "early -10"));
}

TEST(DueList, TheFirstListNeedsNoBalanceAndALaterOneDoes) {
  // Paragraph 63(b): 30 days after 15 June 2026 are 15 July.
  Reports reports = opened();
  reports.add(list(2, "20260615", "20260716"), {item("A", "T", natural_5)});
  EXPECT_THAT(rows(reports.state, "2026-07-16"),
              ElementsAre("PIL initial inventory of 2025-12-31: 2026-01-30, sent 2026-01-20, "
                          "early -10",
                          "PIL inventory of 2026-06-15: 2026-07-15, sent 2026-07-16, late 1",
                          "MBR inventory of 2026-06-15: 2026-07-15, sent -, overdue 1"));
}

TEST(DueList, ABalanceWithoutItsListIsHalfOfAnInventory) {
  Reports reports = opened();
  reports.add({.number = 2, .date = "20260701", .period = "20260101/20260615", .kind = "M"},
              {"309:N#411:PE#" + natural_5});
  EXPECT_THAT(rows(reports.state, "2026-07-01"),
              ElementsAre(testing::_, "PIL inventory of 2026-06-15: 2026-07-15, sent -, due -14",
                          "MBR inventory of 2026-06-15: 2026-07-15, sent 2026-07-01, early -14"));
}

TEST(DueList, AnInventoryOfTheTableMissesBoth) {
  Reports reports = opened();
  reports.state.tables.areas = {{"ZZA1", "ZZFA", "", false, {day("2026-06-15")}},
                                {"ZZA9", "ZZFA", "", false, {day("2027-01-01")}}};
  EXPECT_THAT(rows(reports.state, "2026-06-14"), testing::SizeIs(1));
  EXPECT_THAT(rows(reports.state, "2026-07-15"),
              ElementsAre(testing::_, "PIL inventory of 2026-06-15: 2026-07-15, sent -, due 0",
                          "MBR inventory of 2026-06-15: 2026-07-15, sent -, due 0"));
}

TEST(DueList, WhatCannotBeReadIsNotShown) {
  Reports reports;
  reports.add({.date = "20269901"}, {change("LD", "20260601", "A", natural_5)});
  reports.add({.number = 2}, {change("LD", "20269901", "A", natural_5)});
  reports.add({.number = 3, .period = "20269901", .kind = "P"}, {item("A", "M", natural_5)});
  EXPECT_THAT(rows(reports.state, "2026-12-31"),
              ElementsAre("ICR change of a day that cannot be read: -, sent 2026-07-05, not shown",
                          "PIL inventory of a day that cannot be read: -, sent 2026-07-05, "
                          "not shown",
                          "ICR change of 2026-06-01: 2026-07-30, sent -, not shown"));
}

std::string pil(const std::string& date) {
  return csv(header("P", "2", date, {{"pit_date", "15062026"}}), {item("A", natural("5"))});
}

TEST(DueList, TheUnitedKingdomCountsTheDayOfTheInventory) {
  // 15 days beginning with 15 June end on the 29th; the balance is missing.
  Tables tables("uk-nsr-2019");
  tables.add(opening({item("A", natural("5"))})).add(pil("29062026"));
  EXPECT_THAT(rows(tables.state, "2026-06-30"),
              ElementsAre("PIL initial inventory of 2025-12-31: 2026-01-14, sent 2026-01-10, "
                          "early -4",
                          "PIL inventory of 2026-06-15: 2026-06-29, sent 2026-06-29, on time 0",
                          "MBR inventory of 2026-06-15: 2026-06-29, sent -, overdue 1"));
}

TEST(DueList, WithoutASourceForTheTimeNothingIsShown) {
  Tables tables("uk-nsr-2019");
  tables.add(csv(june("1", "10092026"), {change("TE", "12062026", "A", natural("5"))}));
  EXPECT_THAT(rows(tables.state, "2026-12-31"),
              ElementsAre("ICR change of 2026-06-12: -, sent 2026-09-10, not shown"));
}

TEST(DueList, AFormOfEveryMonthNamesTheMonthThatIsMissing) {
  // Regulation 2025/974, Article 14: 15 days after the month, also without a change.
  Tables tables("euratom-2025-974");
  tables.add(csv(june("1", "10072026"), {change("TE", "12062026", "A", natural("5"))}));
  tables.add(csv(header("I", "2", "10092026", {{"start", "01082026"}, {"end", "31082026"}}),
                 {change("TE", "12082026", "B", natural("5"))}));
  EXPECT_THAT(rows(tables.state, "2026-09-30"),
              ElementsAre("ICR change of 2026-06-12: 2026-07-15, sent 2026-07-10, early -5",
                          "ICR month 2026-07: 2026-08-15, sent -, overdue 46",
                          "ICR change of 2026-08-12: 2026-09-15, sent 2026-09-10, early -5",
                          "ICR month 2026-09: 2026-10-15, sent -, due -15"));
}

TEST(DueList, AReportOfBookLinesAloneIsThatOfItsMonth) {
  Tables tables("euratom-2025-974");
  tables.add(csv(june("1", "16072026"), {book("30062026", natural("5"))}));
  EXPECT_THAT(rows(tables.state, "2026-07-20"),
              ElementsAre("ICR month 2026-06: 2026-07-15, sent 2026-07-16, late 1"));
}

Line document(const std::string& date) {
  return {{"status", "N"},  {"change_code", "LD"},   {"date", date}, {"batch", "B"},
          {"element", "N"}, {"element_weight", "5"}, {"kmp", "1"},   {"measurement", "M"}};
}

TEST(DueList, CanadaCountsBusinessDaysAndHasALedgerOfEachMonthWithChanges) {
  // Friday 12 June: due on Monday; the ledger on the 7th business day of July, the 1st a holiday.
  Tables tables("canada-regdoc-2.13.1");
  tables.state.tables.holidays = {day("2026-07-01")};
  tables.add(csv(header("I", "1", "16062026", {{"start", "12062026"}, {"end", "12062026"}}),
                 {document("12062026")}));
  const std::string sent = "ICR change of 2026-06-12: 2026-06-15, sent 2026-06-16, late 1";
  EXPECT_THAT(rows(tables.state, "2026-07-10"),
              ElementsAre(sent, "general ledger changes of 2026-06: 2026-07-10, sent -, due 0"));
  // No ledger is ever in the accounts, so that a missing one cannot be told from one that was sent.
  EXPECT_THAT(
      rows(tables.state, "2026-07-11"),
      ElementsAre(sent, "general ledger changes of 2026-06: 2026-07-10, sent -, not shown"));
}

/// "ZZF1 12" of every row of a state, and the rows that are not sent in words.
std::set<std::string> reports_of(const State& state, DueState wanted, Day on) {
  const Effective all = effective(state.reports);
  std::set<std::string> out;
  for (const DueReport& row : due_list(all, state.profile, state.tables, on))
    if (row.state == wanted)
      out.insert(
          std::string(row.mba) + " " +
          (row.sent ? std::to_string(row.report->header.number)
                    : "no " + std::string(in_words(row.kind)) + " for the " + event_in_words(row)));
  return out;
}

/// Area and report of the answers of V090.
std::set<std::string> late_by_the_answers() {
  const auto json = nlohmann::json::parse(
      read_text(std::string(ACCORD_SOURCE_DIR) + "/examples/state/errors/expected.json"));
  std::set<std::string> out;
  for (const auto& f : json.at("findings"))
    if (f.at("rule") == "V090")
      out.insert(f.at("mba").get<std::string>() + " " +
                 std::to_string(f.at("report").get<unsigned>()));
  return out;
}

TEST(DueList, OfTheMadeUpStateHasNothingLateOrMissing) {
  const State state = read_state("examples/state/clean");
  const Day on = state.tables.assessment_day.value();
  EXPECT_THAT(reports_of(state, DueState::late, on), IsEmpty());
  EXPECT_THAT(reports_of(state, DueState::overdue, on), IsEmpty());
  EXPECT_THAT(reports_of(state, DueState::not_shown, on), IsEmpty());
  EXPECT_GT(reports_of(state, DueState::early, on).size(), 300U);
}

TEST(DueList, OfTheMadeUpStateWithMistakesHasTheLateOnesOfItsAnswers) {
  const State state = read_state("examples/state/errors");
  const Day on = state.tables.assessment_day.value();
  EXPECT_EQ(reports_of(state, DueState::late, on), late_by_the_answers());
  EXPECT_EQ(late_by_the_answers().size(), 2U);
  EXPECT_THAT(reports_of(state, DueState::overdue, on), IsEmpty());
}

TEST(DueList, OfTheMadeUpStateNamesABalanceThatIsTakenAway) {
  State state = read_state("examples/state/clean");
  const Day on = state.tables.assessment_day.value();
  std::erase_if(state.reports, [](const Report& r) { return r.file == "ZZC1-0012-M.txt"; });
  EXPECT_THAT(reports_of(state, DueState::overdue, on),
              ElementsAre("ZZC1 no MBR for the inventory of 2023-09-30"));
}

}  // namespace
}  // namespace accord::accounting::test
