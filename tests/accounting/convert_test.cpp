#include "accounting/convert/convert.h"

#include <gmock/gmock.h>

#include "formats/accounts/converted.h"
#include "rules/given.h"
#include "rules/tables.h"

/// Code 10 and Euratom, each as the other. Expected contents are those of the chapter (5.4, 6, 7).
namespace accord::accounting::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Profile& code10() {
  return formats::code10_profile();
}
const Profile& euratom() {
  return *formats::find_profile("euratom-302-2005");
}

const ConvertFacts facts{
    "ZZ", "ZZFA", {{"U6CF", "O/G/R/B"}, {"F/U/N/B", "U8DF"}, {"F/U/N/J", "U8DI"}}};
const Line material{{"material_form", "U6"}, {"container", "C"}, {"state", "F"}, {"items", "1"}};

struct Result {
  std::string text;
  std::vector<std::string> findings;  // "E 411 FC"
};

Result result(const Converted& converted, const Profile& to) {
  Result out{formats::write_converted(converted, to), {}};
  for (const Finding& f : converted.findings)
    out.findings.push_back((f.severity == Severity::error ? "E " : "W ") + std::to_string(f.label) +
                           " " + f.found);
  return out;
}

Result as_code10(const std::vector<Line>& lines) {
  std::vector<Line> whole;
  for (const Line& line : lines) whole.push_back(with(material, line));
  const auto read = formats::read_report_table(csv(june("7"), whole), "a.csv", euratom());
  EXPECT_THAT(read.findings, IsEmpty());
  return result(convert(read.report, euratom(), code10(), facts), code10());
}

Result as_table(const std::vector<std::string>& entries) {
  const auto read = formats::read_code10(report_text({}, entries), "a.txt");
  return result(convert(read.report, code10(), euratom(), facts), euratom());
}

TEST(ToCode10, WritesAnEntryWithItsLabelsAndUnits) {
  const Result r =
      as_code10({change("RD", "12062026", "B7",
                        with(natural("5000.5"), {{"mba_from", "ZZB1"}, {"obligation", "A1"}}))});
  EXPECT_THAT(r.findings, ElementsAre("W 914 A1"));
  EXPECT_EQ(r.text,
            "001:OI/ZZ;7#002:1/1#003:20260710#006:DOE J#010:I#015:20260601/20260630#207:ZZFA#"
            "307:ZZA1#309:N#370:ZZ/ZZB1#372:ZZ/ZZA1#407:1#411:RD#412:20260612#430:O/G/R/B#446:B7#"
            "447:B7#469:M#470:1#610:5.0005K#\n");
}

TEST(ToCode10, WhatItWritesIsReadWithoutAFinding) {
  const Result r = as_code10(
      {change("SD", "12062026", "B7", with(enriched("5000", "200"), {{"mba_to", "ZZB1"}}))});
  EXPECT_THAT(formats::read_code10(r.text, "b.txt").findings, IsEmpty());
  EXPECT_THAT(r.text, HasSubstr("#630:5000G#670:200G#"));
}

TEST(ToCode10, CodesOfTheTableAreRenamed) {
  const std::pair<const char*, const char*> pairs[] = {{"NL", "LN"}, {"TC", "LD"}, {"TE", "LD"},
                                                       {"TW", "TW"}, {"FW", "FW"}, {"NP", "NP"}};
  for (const auto& [from, to] : pairs)
    EXPECT_THAT(as_code10({change(from, "12062026", "A", natural("5"))}).text,
                HasSubstr("#411:" + std::string(to) + "#"));
}

TEST(ToCode10, RefusesWhatHasNoKnownCounterpart) {
  for (const std::string code : {"FC", "NM", "BJ", "R5", "MP", "RA", "TU"}) {
    const Result r = as_code10({change(code, "12062026", "A", natural("5"))});
    EXPECT_THAT(r.findings, ElementsAre("E 411 " + code));
    EXPECT_EQ(r.text, "");
  }
  for (const std::string code : {"BR", "PR", "SR", "CR"})
    EXPECT_THAT(as_code10({change(code, "12062026", "A",
                                  with(natural("5"), {{"previous_obligation", "A1"}}))})
                    .findings,
                ElementsAre("E 411 " + code));
  EXPECT_THAT(
      as_code10({change("MF", "12062026", "A", with(natural("5"), {{"pit_date", "01062026"}}))})
          .findings,
      ElementsAre("E 411 MF"));
  EXPECT_THAT(
      as_code10({{{"correction", "D"}, {"previous_report", "2"}, {"previous_line", "1"}}}).findings,
      ElementsAre("E 309 D"));
}

TEST(ToCode10, ChangesOfCategoryHaveBothWeights) {
  const auto changed = [](const std::string& before, const Line& after) {
    return as_code10({change("CB", "12062026", "A", with(after, {{"previous_category", before}}))});
  };
  EXPECT_THAT(
      changed("N", enriched("1000", "30")).text,
      HasSubstr("#411:NE#412:20260612#430:O/G/R/B#446:A#469:M#470:1#610:1K#630:1000G#670:30G#"));
  EXPECT_THAT(changed("H", natural("1000")).text, HasSubstr("#411:EN#"));
  EXPECT_THAT(changed("D", natural("1000")).text, HasSubstr("#610:1K#620:1K#"));
  // High and low enriched uranium are both E.
  EXPECT_EQ(changed("H", enriched("1000", "30")).text, "");
  EXPECT_THAT(changed("H", enriched("1000", "30")).findings, IsEmpty());
}

TEST(ToCode10, RebatchingIsTwoEntries) {
  const Result r = as_code10(
      {change("RB", "12062026", "NEW", with(natural("5000"), {{"previous_batch", "OLD"}}))});
  EXPECT_THAT(r.text, HasSubstr("002:1/2#"));
  EXPECT_THAT(r.text, HasSubstr("#411:RM#412:20260612#430:O/G/R/B#446:OLD#469:M#470:1#610:5K#"));
  EXPECT_THAT(r.text, HasSubstr("#411:RP#412:20260612#430:O/G/R/B#446:NEW#469:M#470:1#610:5K#"));
}

TEST(ToCode10, DifferencesAreShipperMinusReceiver) {
  EXPECT_THAT(as_code10({change("DI", "12062026", "A", natural("-12"))}).text,
              HasSubstr("#610:0.012K#"));
}

TEST(ToCode10, LinesOfOneMovementAreOneEntry) {
  const Line a = change("TE", "12062026", "A", with(natural("1000"), {{"obligation", "A1"}}));
  const Result r = as_code10({a, with(a, {{"obligation", "B1"}, {"items", "0"}}),
                              with(a, {{"element_category", "T"}, {"items", "0"}})});
  EXPECT_THAT(r.text, HasSubstr("002:1/1#"));
  EXPECT_THAT(r.text, HasSubstr("#470:1#610:2K#800:1K#"));
}

TEST(ToCode10, EstimatesLoseTheirMarkWithAWarning) {
  const Result r =
      as_code10({change("TE", "12062026", "A", with(natural("5"), {{"measurement", "E"}}))});
  EXPECT_THAT(r.findings, ElementsAre("W 469 E"));
  EXPECT_THAT(r.text, HasSubstr("#469:M#"));
}

TEST(ToCode10, FieldsWithoutACounterpartAreNamedOnce) {
  const Line a = change("TE", "12062026", "A", with(natural("5"), {{"comment", "SEE LETTER"}}));
  const Line b = change("TE", "13062026", "B",
                        with(natural("5"), {{"comment", "AND THIS"}, {"container_id", "C 1"}}));
  const auto read = formats::read_report_table(
      csv(june("7"), {with(material, a), with(material, b)}), "a.csv", euratom());
  const Converted converted = convert(read.report, euratom(), code10(), facts);
  EXPECT_THAT(result(converted, code10()).findings, ElementsAre("W 391 SEE LETTER", "W 920 C 1"));
  EXPECT_THAT(converted.findings[0].expected, HasSubstr("left out of 2 entries"));
  EXPECT_EQ(converted.findings[0].place.line, 2U);
  EXPECT_THAT(converted.findings[1].expected, HasSubstr("left out of 1 entry"));
  EXPECT_EQ(converted.findings[1].place.line, 3U);
}

TEST(ToCode10, ImportsAndExportsNameTheCountryAlone) {
  const Result r =
      as_code10({change("RF", "12062026", "A", with(natural("5"), {{"mba_from", "YY"}})),
                 change("SF", "13062026", "B", with(natural("5"), {{"mba_to", "YY"}}))});
  EXPECT_THAT(r.findings, IsEmpty());
  EXPECT_THAT(r.text, HasSubstr("#370:YY#372:ZZ/ZZA1#"));
  EXPECT_THAT(r.text, HasSubstr("#370:ZZ/ZZA1#372:YY#"));
  EXPECT_THAT(formats::read_code10(r.text, "b.txt").findings, IsEmpty());
  // An area abroad is not its country.
  EXPECT_THAT(as_code10({change("RF", "12062026", "A", with(natural("5"), {{"mba_from", "YYB2"}}))})
                  .findings,
              ElementsAre("E 370 YYB2"));
}

TEST(ToCode10, AnEmptyListStaysOne) {
  const auto read = formats::read_report_table(
      csv(header("P", "3", "10072026", {{"pit_date", "30062026"}}), {{{"items", "0"}}}), "a.csv",
      euratom());
  const Result r = result(convert(read.report, euratom(), code10(), facts), code10());
  EXPECT_THAT(r.findings, IsEmpty());
  EXPECT_EQ(r.text,
            "001:OI/ZZ;3#002:1/1#003:20260710#006:DOE J#010:P#015:20260630#207:ZZFA#307:ZZA1#"
            "309:U#\n");
  EXPECT_THAT(formats::read_code10(r.text, "b.txt").findings, IsEmpty());
}

TEST(ToCode10, AMaterialThatWasNotAgreedIsRefused) {
  const Result r =
      as_code10({change("TE", "12062026", "A", with(natural("5"), {{"material_form", "PH"}}))});
  EXPECT_THAT(r.findings, ElementsAre("E 430 PHCF"));
}

TEST(ToTable, WritesALineForEachElement) {
  const Result r =
      as_table({change("SD", "20260610", "A", "372:ZZ/ZZB1#610:1.5K#630:100G#670:4G#")});
  EXPECT_THAT(r.findings, IsEmpty());
  const auto read = formats::read_report_table(r.text, "a.csv", euratom());
  EXPECT_THAT(read.findings, IsEmpty());
  ASSERT_THAT(read.report.entries, SizeIs(2));
  EXPECT_EQ(read.report.entries[0].account.category, 'N');
  EXPECT_EQ(read.report.entries[1].account.category, 'L');
  EXPECT_EQ(std::string_view(read.report.entries[1].receiver.code), "ZZB1");
  EXPECT_EQ(read.report.entries[0].items + read.report.entries[1].items, 1U);
  EXPECT_THAT(r.text, HasSubstr(",1500.000,"));
}

TEST(ToTable, TwentyPerCentParts_H_From_L) {
  EXPECT_THAT(as_table({change("TW", "20260610", "A", "630:100G#670:20G#")}).text,
              HasSubstr(",H,100.000,G,20.000,"));
  EXPECT_THAT(as_table({change("TW", "20260610", "A", "630:100G#670:19.999G#")}).text,
              HasSubstr(",L,100.000,G,19.999,"));
  // What is lost has no enrichment.
  EXPECT_THAT(as_table({change("LN", "20260610", "A", "630:100G#670:20G#")}).findings,
              ElementsAre(HasSubstr("E 630")));
}

TEST(ToTable, RefusesCodesWithSeveralCounterpartsOrNone) {
  for (const std::string code : {"LD", "RS", "DU", "DQ", "EU", "EQ", "TU", "NE"})
    EXPECT_THAT(as_table({change(code, "20260610", "A", "610:1K#630:1000G#670:7.1G#")}).findings,
                ElementsAre("E 411 " + code));
}

TEST(ToTable, RebatchingOfEqualWeightsIsOneLine) {
  const Result r = as_table(
      {change("RM", "20260610", "OLD", "610:1K#"), change("RP", "20260610", "NEW", "610:1K#")});
  EXPECT_THAT(r.findings, IsEmpty());
  EXPECT_THAT(r.text, HasSubstr(",RB,NEW,1,M,U8,D,F,,,OLD,"));
  EXPECT_THAT(as_table({change("RM", "20260610", "OLD", "610:2K#"),
                        change("RP", "20260610", "NEW", "610:1K#")})
                  .findings,
              SizeIs(2));
}

TEST(ToTable, DifferencesAreReceiverMinusShipper) {
  EXPECT_THAT(as_table({change("DI", "20260610", "A", "610:0.012K#")}).text,
              HasSubstr(",N,-12.000,"));
}

TEST(ToTable, AnEmptyListStaysOne) {
  const auto read = formats::read_code10(
      report_text({.number = 3, .date = "20260710", .period = "20260630/20260630", .kind = "P"},
                  {"309:U#"}),
      "a.txt");
  const Result r = result(convert(read.report, code10(), euratom(), facts), euratom());
  EXPECT_THAT(r.findings, IsEmpty());
  const auto again = formats::read_report_table(r.text, "b.csv", euratom());
  EXPECT_THAT(again.findings, IsEmpty());
  ASSERT_THAT(again.report.entries, SizeIs(1));
  EXPECT_EQ(again.report.entries.front().status, Status::ignored);
  EXPECT_TRUE(is_inventory_list(again.report));
}

TEST(ToTable, AnEmptyListWithANoteStaysOne) {
  const std::string text =
      report_text({.number = 3, .date = "20260710", .period = "20260630/20260630", .kind = "P"},
                  {"309:U#"}) +
      "001:NC/ZZ;3#002:1/1#003:20260710#207:ZZFA#307:ZZA1#391:NOTE#\n";
  const auto read = formats::read_code10(text, "a.txt");
  const Result r = result(convert(read.report, code10(), euratom(), facts), euratom());
  EXPECT_THAT(r.findings, ElementsAre("E 391 NOTE"));
  EXPECT_THAT(formats::read_report_table(r.text, "b.csv", euratom()).report.entries, SizeIs(1));
}

TEST(ToTable, NotesAndWhatHasNoFieldAreNamed) {
  const Result r =
      as_table({change("TW", "20260610", "A", "310:R-1#435:N/C1#436:LONG NAME#700:5G#720:4G#")});
  EXPECT_THAT(r.findings, ElementsAre("W 310 R-1", "W 435 N/C1", "W 436 LONG NAME", "W 720 4G"));
  const std::string text = report_text({}, {change("TW", "20260610", "A", "700:5G#")}) +
                           "001:NC/ZZ;1#002:1/1#003:20260705#207:ZZFA#307:ZZA1#391:NOTE#\n";
  const auto read = formats::read_code10(text, "a.txt");
  EXPECT_THAT(result(convert(read.report, code10(), euratom(), facts), euratom()).findings,
              ElementsAre("E 391 NOTE"));
}

TEST(ToTable, MoreThanThreeDecimalsAreRoundedWithAWarning) {
  const Result r = as_table({change("TW", "20260610", "A", "700:1.0005G#")});
  EXPECT_THAT(r.findings, ElementsAre("W 0 1.0005 g"));
  EXPECT_THAT(r.text, HasSubstr(",P,1.001,"));
}

TEST(Convert, BalancesAndOtherFormsAreNotConverted) {
  const auto balance =
      formats::read_code10(report_text({.kind = "M"}, {"309:N#411:PB#610:1K#"}), "a.txt");
  EXPECT_THAT(convert(balance.report, code10(), euratom(), facts).findings, SizeIs(1));
  const Profile& canada = *formats::find_profile("canada-regdoc-2.13.1");
  EXPECT_THAT(convert(balance.report, code10(), canada, facts).findings, SizeIs(1));
}

}  // namespace
}  // namespace accord::accounting::test
