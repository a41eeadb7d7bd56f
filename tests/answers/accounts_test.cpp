#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answers/accounts/convert.h"
#include "answers/accounts/explain_entry.h"
#include "answers/accounts/explain_figure.h"
#include "answers/accounts/explain_rule.h"
#include "answers/accounts/export.h"
#include "answers/accounts/import.h"
#include "answers/accounts/mbr_report.h"
#include "described/cells.h"

namespace accord::answers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::unique_ptr<Ledger> ledger_in(const std::string& path) {
  return std::move(*opened({ACCORD_SOURCE_DIR "/" + path, {}}));
}

const std::string torn = "vectors/cases/01-unreadable-element-counts-as-zero/accounts";

template <class T>
std::string shown(const T& value) {
  return described::cell(described::view(value));
}

template <class T>
std::string parsed(std::string_view text) {
  T out;
  return described::type_of<T>.parse(text, &out) ? shown(out) : "none";
}

std::string code(const Refusal& refusal) {
  return refusal.problems.back().code;
}

TEST(Names, AreReadAsTheyArePrinted) {
  for (const char* name : {"ZZC1/12/3", "ZZC1/12/N1", "ZZC1/12/3/610", "ZZC1/12"})
    EXPECT_EQ(parsed<EntryName>(name), name);
  for (const char* name : {"ZZC1", "ZZC1/0", "ZZC1/12/x", "/12", "ZZC1/2023-09-30/610", "T-STOCK"})
    EXPECT_EQ(parsed<EntryName>(name), "none") << name;
  EXPECT_EQ(parsed<FigureName>("ZZC1/2023-09-30/610"), "ZZC1/2023-09-30/610");
  EXPECT_EQ(parsed<FigureName>("ZZC1/12/610"), "none");
  EXPECT_EQ(parsed<RuleName>("V061"), "V061");
  EXPECT_EQ(parsed<RuleName>("V61"), "none");
}

TEST(Labels, AreThoseOfWeights) {
  EXPECT_EQ(parsed<Label>("800"), "800");
  for (const char* label : {"0", "599", "631", "801", ""}) EXPECT_EQ(parsed<Label>(label), "none");
}

// examples/books/README.md: 3000 + 900 - 20 - 480 against 3399.2 kg listed.
TEST(ExplainFigure, IsTheSumOfItsEntries) {
  const auto ledger = ledger_in("examples/books/accounts");
  const auto made = explain_figure(*ledger, {{"XBC1", *parse_day("2026-04-30"), 610}}).value();
  std::vector<std::string> steps;
  for (const BookStepRow& step : made.steps)
    steps.push_back(step.step + " " + shown(step.change) + " " + shown(step.book));
  EXPECT_THAT(steps, ElementsAre("listed 3000 3000", "RF 900 3900", "LD -20 3880", "SF -480 3400"));
  EXPECT_EQ(shown(made.book), "3400");
  EXPECT_EQ(shown(made.physical), "3399.2");
  EXPECT_EQ(shown(made.unaccounted), "0.8");
  EXPECT_FALSE(made.book_bound);
}

TEST(ExplainFigure, BeforeTheAccountsIsNone) {
  const auto ledger = ledger_in("examples/books/accounts");
  const auto made = explain_figure(*ledger, {{"XBC1", *parse_day("2025-12-30"), 610}});
  ASSERT_FALSE(made);
  EXPECT_EQ(code(made.error()), "C010");
  EXPECT_THAT(made.error().problems.back().message, HasSubstr("its accounts begin on 2025-12-31"));
}

TEST(ExplainEntry, NamesWhatCannotBeRead) {
  const auto ledger = ledger_in(torn);
  const auto made = explain_entry(*ledger, {{"QQF1", 2, 1}}).value();
  ASSERT_EQ(made.explained.size(), 1U);
  EXPECT_THAT(made.explained[0].history.back(), HasSubstr("it counts in the books"));
  EXPECT_THAT(made.explained[0].history.front(), HasSubstr("5 00G"));
  EXPECT_TRUE(made.rests_on_unread());
}

TEST(ExplainRule, KnowsThoseThatThereAre) {
  EXPECT_EQ(explain_rule({}, {{"V061"}})->rule, "V061");
  EXPECT_EQ(code(explain_rule({}, {{"V999"}}).error()), "C010");
}

TEST(Export, SaysWhichEntriesCount) {
  const auto ledger = ledger_in(torn);
  const auto made = export_entries(*ledger, {}).value();
  std::vector<std::string> rows;
  for (const EntryRow& row : made.entries)
    rows.push_back(std::to_string(row.report) + " " + shown(row.counted) + " " + shown(row.g_630));
  EXPECT_THAT(rows, ElementsAre("1 yes 10000", "2 in part ", "3 yes 10000", "3 yes 500"));
}

TEST(Convert, MakesNothingOfAnIncompleteBook) {
  const auto ledger = ledger_in(torn);
  EXPECT_EQ(code(convert(*ledger, {}).error()), "C030");
  ConvertQuestion asked;
  asked.profile = "euratom";
  EXPECT_EQ(asked.fault()->code, "U004");
}

TEST(Convert, NamesWhatHasNoCounterpart) {
  const auto ledger = ledger_in("examples/profiles/euratom-302-2005");
  ConvertQuestion asked{"iaea-code10-labelled-2011", {}};
  EXPECT_EQ(code(convert(*ledger, asked).error()), "C031");
  asked.accept_findings = true;
  const ConvertAnswer made = convert(*ledger, asked).value();
  EXPECT_EQ(made.reports.size(), 6U);
  EXPECT_EQ(std::count_if(made.findings.begin(), made.findings.end(),
                          [](const FindingRow& f) { return f.severity == Severity::error; }),
            3);
}

TEST(MbrReport, IsOfOneAreaInventoryAndDate) {
  const auto ledger = ledger_in("examples/state/clean");
  MbrReportQuestion asked;
  asked.mba = "ZZC1";
  asked.on = parse_day("2023-09-30");
  EXPECT_EQ(code(mbr_report(*ledger, asked).error()), "U005");
  asked.dated = parse_day("2023-10-13");
  EXPECT_EQ(mbr_report(*ledger, asked)->report, 44U);
  asked.on = parse_day("2023-09-29");
  EXPECT_EQ(code(mbr_report(*ledger, asked).error()), "C014");
}

TEST(Import, LeavesOutWhatIsThereAndNamesTheRest) {
  const auto ledger = ledger_in("examples/books/accounts");
  const std::string& first = *ledger->accounts.reports.front().text;
  const auto plan = import_plan(*ledger, {{{"same.txt", first}}, {}}, {}).value();
  ASSERT_EQ(plan.answer.there_already.size(), 1U);
  EXPECT_EQ(plan.answer.there_already[0].file, "same.txt");
  EXPECT_TRUE(plan.answer.imported.empty());
  EXPECT_EQ(code(import_plan(*ledger, {{{"x.txt", "001:OI/ZZ;1#"}}, {}}, {}).error()), "C031");
}

}  // namespace
}  // namespace accord::answers
