#include <gmock/gmock.h>

#include "accounting/books/ledger.h"
#include "accounting/rules/due.h"
#include "rules/tables.h"

/// The profiles that come with the program: codes, signs, due days.
namespace accord::accounting::test {
namespace {

using formats::find_profile;
using material::Kind;
using material::MassSum;

Day day(const char* text) {
  return *parse_day(text);
}

std::string codes_with(const Profile& profile, int sign, bool algebraic) {
  std::string out;
  for (const CodeRule& rule : profile.codes)
    if (rule.sign == sign && rule.algebraic == algebraic) out += to_string(rule.code) + " ";
  return out;
}

TEST(EuratomProfile, HasTheSignsOfItsTableOfCodes) {
  const Profile& profile = *find_profile("euratom-302-2005");
  EXPECT_EQ(codes_with(profile, 1, false), "FC FW GA MP NP RD RF RN ");
  EXPECT_EQ(codes_with(profile, -1, false), "LA NL SD SF SN TC TE TU TW ");
  EXPECT_EQ(codes_with(profile, 1, true), "BJ BR CB CC CE CR DI MF NM PR R5 RA SR ");
  EXPECT_EQ(codes_with(profile, 0, false), "BA PB PE RB ");
  EXPECT_FALSE(profile.find(code("RB"))->in_mbr);
  EXPECT_EQ(profile.fields.size(), 47U + 1U);  // of changes, and the identifier of a listed item
}

TEST(EuratomProfile, NumbersFieldsAsTheAnnexes) {
  const Profile& profile = *find_profile("euratom-302-2005");
  std::set<int> icr, pil, mbr;
  for (const Field& field : profile.fields) {
    if (!field.icr.empty()) icr.insert(std::stoi(field.icr));
    if (!field.pil.empty()) pil.insert(std::stoi(field.pil));
    if (!field.mbr.empty()) mbr.insert(std::stoi(field.mbr));
  }
  EXPECT_TRUE(icr.size() == 47U && *icr.rbegin() == 47);
  EXPECT_TRUE(pil.size() == 29U && *pil.rbegin() == 29);
  EXPECT_TRUE(mbr.size() == 21U && *mbr.rbegin() == 21);
}

TEST(UkProfile, IsLikeEuratomWithWhatWasNotReadMarked) {
  const Profile& profile = *find_profile("uk-nsr-2019");
  EXPECT_EQ(profile.fields.size(), find_profile("euratom-302-2005")->fields.size());
  EXPECT_EQ(profile.find(code("TE"))->trust, Trust::unread);
  EXPECT_FALSE(profile.icr_days.known);
  EXPECT_EQ(profile.inventory_days.trust, Trust::official);
}

TEST(CanadaProfile, HasItsOwnCodesForTheInventoryDifference) {
  const Profile& profile = *find_profile("canada-regdoc-2.13.1");
  EXPECT_EQ(profile.find(code("L-"))->sign, -1);
  EXPECT_EQ(profile.find(code("L+"))->sign, 1);
  EXPECT_EQ(profile.find(code("R+"))->sign, 1);
  EXPECT_EQ(profile.category("N")->unit, material::MassUnit::kilogram);
  EXPECT_EQ(profile.category("E")->unit, material::MassUnit::gram);
  EXPECT_EQ(profile.category("TC")->kind, Kind::thorium);
}

TEST(DueDay, BeginningWithTheDayOfTheInventoryCountsIt) {
  EXPECT_EQ(due_after(day("2026-06-15"), 15, Counting::beginning_with, {}), day("2026-06-29"));
  EXPECT_EQ(due_after(day("2026-06-15"), 15, Counting::after, {}), day("2026-06-30"));
}

TEST(DueDay, BusinessDaysLeaveOutWeekendsAndHolidays) {
  // 12 June 2026 is a Friday; the 7th business day after 30 June, with 1 July a holiday, is the
  // 10th.
  EXPECT_EQ(due_after(day("2026-06-12"), 1, Counting::business_days, {}), day("2026-06-15"));
  EXPECT_EQ(due_after(day("2026-06-30"), 7, Counting::business_days, {}), day("2026-07-09"));
  const std::vector<Day> holidays{day("2026-07-01")};
  EXPECT_EQ(due_after(day("2026-06-30"), 7, Counting::business_days, holidays), day("2026-07-10"));
}

std::optional<Day> due(const std::string& id, const std::string& text) {
  Tables tables(id);
  tables.add(text);
  return due_day(tables.state.reports.front(), tables.state.profile, {});
}

TEST(DueDay, EachProfileHasItsOwn) {
  const std::string changes = csv(june(), {change("TE", "12062026", "A", natural("5"))});
  EXPECT_EQ(due("euratom-302-2005", changes), day("2026-07-15"));
  EXPECT_EQ(due("euratom-2025-974", changes), day("2026-07-15"));
  EXPECT_EQ(due("uk-nsr-2019", changes), std::nullopt);  // regulation 14 was not read
  const std::string list =
      csv(header("P", "1", "20062026", {{"pit_date", "15062026"}}), {item("A", natural("5"))});
  EXPECT_EQ(due("euratom-302-2005", list), day("2026-07-15"));
  EXPECT_EQ(due("uk-nsr-2019", list), day("2026-06-29"));
  EXPECT_EQ(due("canada-regdoc-2.13.1", list), day("2026-06-24"));
  const Line document{{"status", "N"}, {"change_code", "LD"}, {"date", "12062026"}};
  EXPECT_EQ(due("canada-regdoc-2.13.1", csv(june(), {document})), day("2026-06-15"));
}

TEST(DueDay, TheLedgerOfCanadaIsDueOnTheSeventhBusinessDayAfterTheMonth) {
  const Profile& canada = *find_profile("canada-regdoc-2.13.1");
  EXPECT_EQ(ledger_due_day(day("2026-06-12"), canada, {}), day("2026-07-09"));
  EXPECT_EQ(ledger_due_day(day("2026-06-12"), *find_profile("uk-nsr-2019"), {}), std::nullopt);
}

/// Book 511.25 kg, 511.05 kg found: the same in every form.
TEST(MissingMaterial, IsOneFigureInsideWhateverTheFormWrites) {
  const auto missing = [](const std::string& id, const std::string& book,
                          const std::string& physical, const std::string& category) {
    Tables tables(id);
    const auto of = [&](const std::string& weight) -> Line {
      return with(item("A", {}), {{category, "N"}, {"element_weight", weight}});
    };
    tables.add(opening({of(book)}))
        .add(csv(header("P", "2", "20062026", {{"pit_date", "15062026"}}), {of(physical)}));
    const Effective all = effective(tables.state.reports);
    const Books books(all, signs_of(tables.state.profile));
    return at(books.balance("ZZA1", day("2025-12-31"), day("2026-06-15")).unaccounted(),
              Kind::natural_uranium);
  };
  const MassSum expected(MassSum::Int{200'000'000});  // 0.2 kg
  EXPECT_EQ(missing("euratom-302-2005", "511250", "511050", "element_category"), expected);
  EXPECT_EQ(missing("uk-nsr-2019", "511250", "511050", "element_category"), expected);
  EXPECT_EQ(missing("canada-regdoc-2.13.1", "511.25", "511.05", "element"), expected);
}

TEST(MissingMaterial, IsWrittenWithTheSignOfTheForm) {
  EXPECT_EQ(find_profile("iaea-code10-labelled-2011")->signs.muf, 1);
  EXPECT_EQ(find_profile("euratom-302-2005")->signs.muf, -1);
  EXPECT_EQ(find_profile("canada-regdoc-2.13.1")->signs.muf, 1);
  EXPECT_EQ(find_profile("euratom-302-2005")->signs.difference, -1);
  // The receiver measures 2 g less: Code 10 writes 2 and takes it off, Euratom −2 and adds it.
  EXPECT_EQ(signs_of(*find_profile("iaea-code10-labelled-2011")).of(code("DI"), Kind::u235), -1);
  EXPECT_EQ(signs_of(*find_profile("euratom-302-2005")).of(code("DI"), Kind::u235), 1);
}

TEST(CanadaLedger, BooksTheDifferenceOfACorrection) {
  // The example of the regulatory document: 10 kg corrected to 11 kg is a ledger line of 1 kg.
  const Line received{{"status", "N"},  {"change_code", "RD"},   {"date", "12062026"},
                      {"batch", "D7"},  {"shipper_batch", "D7"}, {"from", "ZZB1"},
                      {"element", "N"}, {"element_weight", "10"}};
  const auto lines = [&](const Line& more) {
    Tables tables("canada-regdoc-2.13.1");
    tables.add(csv(june("1", "15062026"), {received}))
        .add(csv(june("2", "09072026"),
                 {with(with(received, {{"previous_report", "1"}, {"previous_line", "1"}}), more)}));
    std::vector<std::string> out;
    const Effective all = effective(tables.state.reports);
    for (const LedgerLine& line : ledger(all, "ZZA1"))
      out.push_back(to_string(line.day) + " " + to_string(line.code) + " " +
                    material::to_string(at(line.amounts, Kind::natural_uranium),
                                        material::MassUnit::kilogram));
    return out;
  };
  EXPECT_THAT(lines({{"status", "C"}, {"element_weight", "11"}, {"revision", "1"}}),
              testing::ElementsAre("2026-06-12 RD 10", "2026-07-09 RD 1"));
  EXPECT_THAT(lines({{"status", "D"}}),
              testing::ElementsAre("2026-06-12 RD 10", "2026-07-09 RD -10"));
}

}  // namespace
}  // namespace accord::accounting::test
