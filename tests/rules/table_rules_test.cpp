#include <gmock/gmock.h>

#include "accounting/rules/rule_texts.h"
#include "rules/tables.h"

/// Rules of the forms that are tables, each provoked and not.
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> in_june(const Line& line, const std::string& rule) {
  return Tables().add(csv(june(), {line})).found(rule);
}

TEST(V004, LinesAreNumberedFromOneAndCounted) {
  const Line a = change("TE", "10062026", "A", natural("5"));
  const Line b = change("TE", "11062026", "B", natural("5"));
  EXPECT_THAT(Tables().add(csv(june(), {a, b})).found("V004"), IsEmpty());
  EXPECT_THAT(Tables().add(csv(june(), {a, with(b, {{"line", "3"}})})).found("V004"),
              ElementsAre("V004 1/2 2: 3; 2"));
  EXPECT_THAT(Tables().add(csv(with(june(), {{"line_count", "3"}}), {a, b})).found("V004"),
              ElementsAre("V004 1/1 901: 3; 2"));
}

TEST(V005, AGapIsAnErrorUnderEuratom) {
  const Line a = change("TE", "10062026", "A", natural("5"));
  Tables tables;
  tables.add(csv(june("1"), {a})).add(csv(june("3"), {a}));
  EXPECT_THAT(tables.found("V005"), ElementsAre("V005 3/0 1: 3; 2"));
  EXPECT_EQ(tables.state.profile.severity("V005 gap"), Severity::error);
}

TEST(V021, EachCategoryHasBalancesThatFollowOneAnother) {
  const auto balance = [](const std::string& number, const std::string& category,
                          const std::string& start, const std::string& end) {
    return csv(header("M", number, "01122026",
                      {{"start", start}, {"end", end}, {"element_category", category}}),
               {{{"ic_code", "PB"}, {"element_weight", "0"}}});
  };
  Tables tables;
  tables.add(opening({item("A", natural("5"))}))
      .add(balance("2", "N", "01012026", "15062026"))
      .add(balance("3", "P", "01012026", "15062026"))
      .add(balance("4", "N", "16062026", "30112026"));
  EXPECT_THAT(tables.found("V021"), IsEmpty());
  tables.add(balance("5", "P", "17062026", "30112026"));
  EXPECT_THAT(tables.found("V021"), SizeIs(1));
}

TEST(V022, FieldsStandOnlyWithTheirCodes) {
  EXPECT_THAT(
      in_june(change("RD", "10062026", "A", with(natural("5"), {{"mba_from", "ZZB1"}})), "V022"),
      IsEmpty());
  EXPECT_THAT(in_june(change("RD", "10062026", "A", natural("5")), "V022"),
              ElementsAre("V022 1/1 370: ; mandatory for RD"));
  const std::pair<const char*, const char*> coded[] = {
      {"mba_from", "ZZB1"},     {"mba_to", "ZZB1"},         {"previous_batch", "B"},
      {"pit_date", "01062026"}, {"previous_category", "L"}, {"previous_obligation", "A1"},
      {"burn_up", "1000"}};
  for (const auto& [column, text] : coded)
    EXPECT_THAT(
        in_june(change("TE", "10062026", "A", with(natural("5"), {{column, text}})), "V022"),
        SizeIs(1))
        << column;
  EXPECT_THAT(
      in_june(change("NL", "10062026", "A", with(enriched("5", "1"), {{"burn_up", "1000"}})),
              "V022"),
      IsEmpty());
}

TEST(V024, TwentyPerCentParts_H_From_L) {
  const auto found = [](const std::string& category, const std::string& fissile) {
    return in_june(change("TE", "10062026", "A",
                          with(enriched("100", fissile), {{"element_category", category}})),
                   "V024");
  };
  EXPECT_THAT(found("L", "19.999"), IsEmpty());
  EXPECT_THAT(found("L", "20"), ElementsAre("V024 1/1 630: 0.2; < 0.2"));
  EXPECT_THAT(found("H", "20"), IsEmpty());
  EXPECT_THAT(found("H", "19.999"), SizeIs(1));
}

TEST(V026, ANameOfABatchThatIsThereIsNotUsedAgain) {
  const auto received = [](const std::string& batch, bool gone) {
    std::vector<Line> lines;
    if (gone)
      lines.push_back(change("SD", "05062026", "A", with(natural("5"), {{"mba_to", "ZZB1"}})));
    lines.push_back(change("RD", "10062026", batch, with(natural("5"), {{"mba_from", "ZZB1"}})));
    return Tables()
        .add(opening({item("A", natural("5"))}))
        .add(csv(june("2"), lines))
        .found("V026");
  };
  EXPECT_THAT(received("B", false), IsEmpty());
  EXPECT_THAT(received("A", true), IsEmpty());
  EXPECT_THAT(received("A", false), SizeIs(1));
}

TEST(V026, OneMovementHasALineForEachCategoryAndObligation) {
  const Line a = change("TE", "10062026", "A", with(natural("5"), {{"obligation", "A1"}}));
  EXPECT_THAT(Tables()
                  .add(csv(june(), {a, with(a, {{"obligation", "B1"}}),
                                    with(a, {{"element_category", "T"}})}))
                  .found("V026"),
              IsEmpty());
  EXPECT_THAT(Tables().add(csv(june(), {a, a})).found("V026"), SizeIs(1));
}

TEST(V027, EstimatesHaveLettersOfTheirOwn) {
  const auto basis = [](const std::string& letter, const std::string& batch) {
    return Tables()
        .add(opening({item("A", natural("5"))}))
        .add(csv(june("2"),
                 {change("TE", "10062026", batch, with(natural("5"), {{"measurement", letter}}))}))
        .found("V027");
  };
  EXPECT_THAT(basis("G", "A"), IsEmpty());
  EXPECT_THAT(basis("G", "B"),
              ElementsAre("V027 2/1 469: G; E or F for a batch that is reported first"));
  EXPECT_THAT(basis("E", "B"), IsEmpty());
  EXPECT_THAT(basis("F", "A"), SizeIs(1));
}

TEST(V029, AnAccidentalLossWithoutASpecialReportIsAnError) {
  Tables tables;
  tables.state.tables.special_reports.emplace();
  tables.add(csv(june(), {change("LA", "10062026", "A", natural("5"))}));
  EXPECT_THAT(tables.found("V029"), SizeIs(1));
  EXPECT_EQ(tables.state.profile.severity("V029"), Severity::error);
  tables.state.tables.special_reports->push_back({"S1", "ZZA1", "A", {}, code("LA")});
  EXPECT_THAT(tables.found("V029"), IsEmpty());
}

/// A receipt of report 2, and what report 3 says of it.
std::vector<std::string> corrected(const std::vector<Line>& lines, const std::string& rule) {
  return Tables()
      .add(csv(june("2"), {with(change("TE", "10062026", "A", natural("5")), {{"crc", "77"}})}))
      .add(csv(june("3"), lines))
      .found(rule);
}

TEST(V042, HalvesOfAPairFitTheLineThatTheyCorrect) {
  const Line out{{"correction", "D"},
                 {"previous_report", "2"},
                 {"previous_line", "1"},
                 {"previous_crc", "77"}};
  const Line in = with(change("TE", "10062026", "A", natural("6")),
                       {{"correction", "A"}, {"previous_report", "2"}, {"previous_line", "1"}});
  EXPECT_THAT(corrected({out, in}, "V0"), IsEmpty());
  EXPECT_THAT(corrected({out}, "V042"), IsEmpty());
  EXPECT_THAT(corrected({in}, "V042"),
              ElementsAre("V042 3/1 309: A; a line that a D before it has removed"));
  EXPECT_THAT(corrected({with(out, {{"previous_crc", "78"}})}, "V042"),
              ElementsAre("V042 3/1 924: 78; 77"));
  EXPECT_THAT(corrected({with(out, {{"previous_crc", ""}})}, "V042"), SizeIs(1));
  EXPECT_THAT(corrected({{{"correction", "D"}, {"previous_crc", "77"}}}, "V042"), SizeIs(1));
}

TEST(V042, APairPutsTheNewWeightInPlaceOfTheOld) {
  Tables tables;
  tables.add(opening({item("A", natural("100"))}))
      .add(csv(june("2"), {change("TE", "10062026", "A", natural("5"))}))
      .add(csv(june("3"),
               {{{"correction", "D"}, {"previous_report", "2"}, {"previous_line", "1"}},
                with(change("TE", "10062026", "A", natural("6")),
                     {{"correction", "A"}, {"previous_report", "2"}, {"previous_line", "1"}})}));
  const Effective all = effective(tables.state.reports);
  const Books books(all, signs_of(tables.state.profile));
  EXPECT_EQ(at(books.on("ZZA1", *parse_day("2026-06-30")), material::Kind::natural_uranium),
            material::MassSum(material::MassSum::Int{94'000'000}));
}

TEST(V042, ALateLineBelongsToTheReportThatItNames) {
  Tables tables;
  tables.add(opening({item("A", natural("100"))}))
      .add(csv(june("2"), {change("TE", "10062026", "A", natural("5"))}))
      .add(csv(june("3"), {with(change("TE", "11062026", "A", natural("1")),
                                {{"correction", "L"}, {"previous_report", "2"}}),
                           with(change("TE", "12062026", "A", natural("2")),
                                {{"correction", "L"}, {"previous_report", "2"}})}));
  EXPECT_THAT(tables.found("V04"), IsEmpty());
  EXPECT_THAT(effective(tables.state.reports).entries, SizeIs(4));
}

std::vector<std::string> ending(const std::vector<Line>& lines) {
  return Tables()
      .add(opening({item("A", with(natural("100"), {{"obligation", "A1"}}))}))
      .add(csv(june("2"), lines))
      .found("V064");
}

TEST(V064, TheEndingBookIsTheOpeningAndTheChanges) {
  const Line a = change("TE", "10062026", "A", with(natural("5"), {{"obligation", "A1"}}));
  EXPECT_THAT(ending({a, book("30062026", with(natural("95"), {{"obligation", "A1"}}))}),
              IsEmpty());
  EXPECT_THAT(ending({a, book("30062026", with(natural("94"), {{"obligation", "A1"}}))}),
              ElementsAre("V064 2/2 610: 0.094K; 0.095K"));
  EXPECT_THAT(ending({a}), SizeIs(1));
}

TEST(V064, ObligationsAreKeptApart) {
  const Line moved =
      change("CR", "10062026", "A",
             with(natural("40"), {{"obligation", "B1"}, {"previous_obligation", "A1"}}));
  const Line rest = book("30062026", with(natural("60"), {{"obligation", "A1"}}));
  EXPECT_THAT(ending({moved, rest, book("30062026", with(natural("40"), {{"obligation", "B1"}}))}),
              IsEmpty());
  EXPECT_THAT(ending({moved, rest, book("30062026", with(natural("41"), {{"obligation", "B1"}}))}),
              SizeIs(1));
  EXPECT_THAT(ending({moved, rest}), SizeIs(1));
}

TEST(V064, ACategoryChangeOfOneLineTakesFromThePreviousCategory) {
  const Line blended =
      change("CB", "10062026", "B",
             with(enriched("30", "1"), {{"obligation", "A1"}, {"previous_category", "N"}}));
  EXPECT_THAT(ending({blended, book("30062026", with(natural("70"), {{"obligation", "A1"}})),
                      book("30062026", with(enriched("30", "1"), {{"obligation", "A1"}}))}),
              IsEmpty());
  EXPECT_THAT(ending({blended, book("30062026", with(natural("100"), {{"obligation", "A1"}})),
                      book("30062026", with(enriched("30", "1"), {{"obligation", "A1"}}))}),
              SizeIs(1));
}

TEST(V064, ACorrectionCountsFromItsOwnReportOn) {
  const Line a = change("TE", "10062026", "A", natural("5"));
  const Line pair_out{
      {"correction", "D"}, {"previous_report", "2"}, {"previous_line", "1"}, {"previous_crc", "1"}};
  const auto july = header("I", "3", "10082026", {{"start", "01072026"}, {"end", "31072026"}});
  const auto found = [&](const std::string& ending_weight) {
    return Tables()
        .add(opening({item("A", natural("100"))}))
        .add(csv(june("2"), {a, book("30062026", natural("95"))}))
        .add(csv(july, {pair_out, book("31072026", natural(ending_weight))}))
        .found("V064");
  };
  EXPECT_THAT(found("100"), IsEmpty());
  EXPECT_THAT(found("95"), SizeIs(1));
}

/// An inventory on 15 June finds 98 g of 100 g; MUF is −2 as Euratom writes it.
std::vector<std::string> muf_booked(const Line& line, const std::string& rule) {
  const Line balance =
      header("M", "3", "01072026",
             {{"start", "01012026"}, {"end", "15062026"}, {"element_category", "N"}});
  std::vector<Line> lines{book("30062026", natural("98"))};
  if (!line.empty()) lines.insert(lines.begin(), line);
  return Tables()
      .add(opening({item("A", natural("100"))}))
      .add(
          csv(header("P", "2", "01072026", {{"pit_date", "15062026"}}), {item("A", natural("98"))}))
      .add(csv(balance, {{{"ic_code", "PB"}, {"element_weight", "100"}},
                         {{"ic_code", "BA"}, {"element_weight", "100"}},
                         {{"ic_code", "PE"}, {"element_weight", "98"}},
                         {{"ic_code", "MF"}, {"element_weight", "-2"}}}))
      .add(csv(header("I", "4", "10072026", {{"start", "16062026"}, {"end", "30062026"}}), lines))
      .found(rule);
}

TEST(V065, BookedMufIsThatOfTheBalanceAndAfterTheInventory) {
  const Line muf = with(change("MF", "16062026", "", natural("-2")), {{"pit_date", "15062026"}});
  EXPECT_THAT(muf_booked(muf, "V06"), IsEmpty());
  EXPECT_THAT(muf_booked(with(muf, {{"element_weight", "-3"}}), "V065"),
              ElementsAre("V065 4/1 610: physical minus book -0.003K; "
                          "-0.002K in the balance of 2026-06-15"));
  EXPECT_THAT(muf_booked(with(muf, {{"pit_date", "14062026"}}), "V065"), SizeIs(2));
  EXPECT_THAT(muf_booked(with(muf, {{"accounting_date", "15062026"}}), "V065"), SizeIs(1));
  EXPECT_THAT(muf_booked({}, "V065"), ElementsAre(HasSubstr("MUF that is not booked")));
}

TEST(V062, MufUnderEuratomIsPhysicalMinusBook) {
  const auto found = [](const std::string& muf) {
    const Line balance =
        header("M", "2", "01072026",
               {{"start", "01012026"}, {"end", "15062026"}, {"element_category", "N"}});
    return Tables()
        .add(opening({item("A", natural("100"))}))
        .add(csv(balance, {{{"ic_code", "PB"}, {"element_weight", "100"}},
                           {{"ic_code", "BA"}, {"element_weight", "100"}},
                           {{"ic_code", "PE"}, {"element_weight", "98"}},
                           {{"ic_code", "MF"}, {"element_weight", muf}}}))
        .found("V062");
  };
  EXPECT_THAT(found("-2"), IsEmpty());
  EXPECT_THAT(found("2"), ElementsAre("V062 2/4 610: 0.002K; -0.002K"));
}

TEST(V066, ABalanceHasNoRebatchingAndAnOrder) {
  const auto found = [](const std::vector<std::string>& codes) {
    std::vector<Line> lines;
    for (const std::string& code : codes)
      lines.push_back({{"ic_code", code}, {"element_weight", "0"}});
    return Tables()
        .add(csv(header("M", "2", "01072026",
                        {{"start", "01012026"}, {"end", "15062026"}, {"element_category", "N"}}),
                 lines))
        .found("V066");
  };
  EXPECT_THAT(found({"PB", "RD", "DI", "SD", "BA", "PE", "MF"}), IsEmpty());
  EXPECT_THAT(found({"PB", "SD", "RD", "BA", "PE", "MF"}), SizeIs(1));
  EXPECT_THAT(found({"PB", "RB", "BA", "PE", "MF"}), SizeIs(1));
  EXPECT_THAT(found({"PB", "RD", "RD", "BA", "PE", "MF"}), SizeIs(1));
  EXPECT_THAT(found({"PB", "BA", "PE"}), SizeIs(1));
}

TEST(V085, ANotificationOnTheLineIsANotice) {
  const auto found = [](const Line& more) {
    Tables tables;
    tables.state.tables.notices.emplace();
    const Line plutonium{{"element_category", "P"}, {"element_weight", "1000.001"}};
    return tables
        .add(csv(june(),
                 {change("SF", "10062026", "A", with(with(plutonium, {{"mba_to", "YY"}}), more))}))
        .found("V085");
  };
  EXPECT_THAT(found({}), SizeIs(1));
  EXPECT_THAT(found({{"advance_notification", "N1"}}), IsEmpty());
}

Tables inventories(const std::string& id, const std::vector<std::string>& days) {
  Tables tables(id);
  tables.state.tables.areas.push_back({"ZZA1", "", "", false, {}});
  for (const std::string& day : days)
    tables.state.tables.areas.front().inventories.push_back(*parse_day(day));
  return tables;
}

TEST(V091, InventoriesAreFourteenMonthsApartAtMost) {
  EXPECT_THAT(inventories("uk-nsr-2019", {"2024-10-15", "2025-12-15"}).found("V091"), IsEmpty());
  EXPECT_THAT(inventories("uk-nsr-2019", {"2024-10-15", "2025-12-16"}).found("V091"), SizeIs(1));
  EXPECT_THAT(inventories("iaea-code10-labelled-2011", {"2023-10-15", "2025-12-16"}).found("V091"),
              IsEmpty());
  Tables open = inventories("canada-regdoc-2.13.1", {"2025-12-15"});
  open.state.tables.assessment_day = parse_day("2027-02-15");
  EXPECT_THAT(open.found("V091"), SizeIs(1));  // no inventory in 2026
  open.state.tables.assessment_day = parse_day("2027-02-16");
  EXPECT_THAT(open.found("V091"), SizeIs(2));  // 14 months, and the year 2026
}

TEST(V091, EachCalendarYearHasAnInventory) {
  // 14 months and less apart, and none in 2026.
  EXPECT_THAT(inventories("euratom-302-2005", {"2025-12-20", "2027-01-10"}).found("V091"),
              IsEmpty());
  Tables tables = inventories("euratom-302-2005", {"2025-12-20", "2027-01-10"});
  tables.state.tables.assessment_day = parse_day("2027-02-01");
  EXPECT_THAT(tables.found("V091"), ElementsAre(HasSubstr("no inventory in 2026")));
}

TEST(V092, AnInventoryInsideAMonthSplitsItsReport) {
  const auto report = [](const std::string& number, const std::string& start,
                         const std::string& end) {
    return csv(header("I", number, "10072026", {{"start", start}, {"end", end}}),
               {change("TE", end, "A" + number, natural("5"))});
  };
  const auto tables = [] { return inventories("euratom-302-2005", {"2026-06-15"}); };
  EXPECT_THAT(tables().add(report("1", "01062026", "30062026")).found("V092"), SizeIs(1));
  EXPECT_THAT(tables()
                  .add(report("1", "01062026", "15062026"))
                  .add(report("2", "16062026", "30062026"))
                  .found("V092"),
              IsEmpty());
  EXPECT_THAT(inventories("euratom-302-2005", {"2026-06-30"})
                  .add(report("1", "01062026", "30062026"))
                  .found("V092"),
              IsEmpty());
}

TEST(V093, TheNewRegulationAsksForAReportOfEachMonth) {
  const auto report = [](const std::string& number, const std::string& month) {
    return csv(header("I", number, "10092026",
                      {{"start", "01" + month + "2026"}, {"end", "30" + month + "2026"}}),
               {change("TE", "10" + month + "2026", "A", natural("5"))});
  };
  const auto found = [&](const std::string& id) {
    return Tables(id).add(report("1", "04")).add(report("2", "06")).found("V093");
  };
  EXPECT_THAT(found("euratom-2025-974"),
              ElementsAre(HasSubstr("no report of changes for 2026-05")));
  EXPECT_THAT(found("euratom-302-2005"), IsEmpty());
  Tables due("euratom-2025-974");
  due.add(report("1", "04"));
  due.state.tables.assessment_day = parse_day("2026-06-15");  // the report of May is due today
  EXPECT_THAT(due.found("V093"), IsEmpty());
  due.state.tables.assessment_day = parse_day("2026-06-16");
  EXPECT_THAT(due.found("V093"), SizeIs(1));
}

TEST(V031, RebatchingMovesFromThePreviousBatch) {
  const auto found = [](const std::string& weight) {
    return Tables()
        .add(opening({item("A", natural("100"))}))
        .add(csv(june("2"),
                 {change("RB", "10062026", "B", with(natural(weight), {{"previous_batch", "A"}})),
                  change("TE", "11062026", "B", natural("60"))}))
        .found("V031");
  };
  EXPECT_THAT(found("60"), IsEmpty());
  EXPECT_THAT(found("59"), ElementsAre(HasSubstr("the batch B at -0.001K")));
  EXPECT_THAT(found("101"), ElementsAre(HasSubstr("the batch A at -0.001K")));
}

}  // namespace
}  // namespace accord::accounting::test
