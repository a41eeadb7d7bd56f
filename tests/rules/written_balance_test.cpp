#include <gmock/gmock.h>

#include "accounting/books/mbr_rounding.h"
#include "formats/code10/code10_balance.h"
#include "rules/state.h"

/// Balance reports that accord writes, in place of those of the made-up State: the rules, which
/// work each line out again, must find nothing.
namespace accord::accounting {
namespace {

std::vector<std::string> found(const test::State& state) {
  std::vector<std::string> out;
  for (const auto* list : {&state.of_reader})
    for (const Finding& f : *list) out.push_back(f.rule + " " + f.file + " " + f.found);
  for (const Finding& f : state.findings())
    out.push_back(f.rule + " " + f.file + " " + f.found + " / " + f.expected);
  return out;
}

/// Replaces every balance report of the State by a written one, the earlier before the later.
test::State written(bool whole_units, std::size_t& count) {
  test::State state = test::read_state("examples/state/clean");
  const Signs signs = signs_of(state.profile);
  for (std::size_t r = 0; r < state.reports.size(); ++r) {
    const Header h = state.reports[r].header;
    if (h.kind != ReportKind::mbr || state.reports[r].entries[0].status == Status::ignored)
      continue;
    const Effective all = effective(state.reports);
    const Books books(all, signs);
    const std::string mba(h.mba);
    const auto days = books.inventories(mba);
    const auto at = std::find(days.begin(), days.end(), h.end);
    if (at == days.begin() || at == days.end()) continue;
    std::vector<MbrKind> kinds = computed_mbr(books.balance(mba, *(at - 1), *at), signs);
    const std::vector<Mbr> reports = balance_reports(all, mba);
    const Mbr* before = nullptr;
    for (const Mbr& mbr : reports)
      if (mbr.report->header.end < h.end) before = &mbr;
    if (whole_units) kinds = rounded_mbr(kinds, signs, before);
    const formats::BalanceHeader header{std::string(h.country),
                                        std::string(h.facility),
                                        mba,
                                        std::string(h.encoder),
                                        h.number,
                                        h.date,
                                        h.begin,
                                        h.end};
    formats::Code10 read =
        formats::read_code10(formats::write_balance(header, kinds, signs), state.reports[r].file);
    for (const Finding& f : read.findings) state.of_reader.push_back(f);
    state.reports[r] = std::move(read.report);
    ++count;
  }
  return state;
}

TEST(WrittenBalance, OfEveryAreaAndYearPassesEveryRule) {
  std::size_t count = 0;
  EXPECT_THAT(found(written(false, count)), testing::IsEmpty());
  EXPECT_GT(count, 20U);
}

TEST(WrittenBalance, InWholeUnitsPassesEveryRuleWithItsAdjustments) {
  std::size_t count = 0;
  const test::State state = written(true, count);
  EXPECT_THAT(found(state), testing::IsEmpty());
  std::size_t adjustments = 0;
  for (const Report& report : state.reports)
    for (const Entry& entry : report.entries) adjustments += rounding_of(entry.code) != 0;
  EXPECT_GT(adjustments, 50U);
}

/// The rounding that chapter 5.1 describes, on the figures of ZZC1 of 30 September 2023 that the
/// answers of the made-up State give: lines to the whole kilogram, RABA and MF as reported there.
TEST(WrittenBalance, RoundsAsTheAnswersOfTheMadeUpStateDo) {
  const test::State state = test::read_state("examples/state/clean");
  const Signs signs = signs_of(state.profile);
  const Effective all = effective(state.reports);
  const Books books(all, signs);
  const auto kinds = rounded_mbr(
      computed_mbr(books.balance("ZZC1", *parse_day("2022-12-31"), *parse_day("2023-09-30")),
                   signs),
      signs, nullptr);
  const auto of = [&](const char* line) {
    return material::to_string(kinds.at(0).amount(code(line)), material::MassUnit::kilogram);
  };
  EXPECT_EQ(kinds.at(0).kind, material::Kind::natural_uranium);
  EXPECT_EQ(of("PB"), "47676.646");
  EXPECT_EQ(of("RF"), "34912");
  EXPECT_EQ(of("RARF"), "-0.414");
  EXPECT_EQ(of("RALD"), "0.4298");
  EXPECT_EQ(of("BA"), "83593");
  EXPECT_EQ(of("RABA"), "1.646");
  EXPECT_EQ(of("PE"), "83600");
  EXPECT_EQ(of("RAPE"), "-0.1038");
  EXPECT_EQ(of("MF"), "-7");
  EXPECT_EQ(of("RAMF"), "0");
}

}  // namespace
}  // namespace accord::accounting
