#include "formats/code10/code10.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "code10_given.h"
#include "formats/code10/code10_labels.h"

/// The labelled form of Code 10, one case after the other (reporting chapter, sections 8 and 10.1).
namespace accord::formats {
namespace {

using accounting::code;
using accounting::Finding;
using material::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace code10_given;
using namespace std::string_view_literals;

TEST(Code10, TheExampleOfTheChapterIsReadAsDescribed) {
  const Code10 read = read_file("vectors/code10/example-8-5.txt");
  EXPECT_THAT(briefs(read), IsEmpty());
  const accounting::Header& header = read.report.header;
  EXPECT_EQ(header.country, "ZZ");
  EXPECT_EQ(header.number, 12U);
  EXPECT_EQ(header.kind, accounting::ReportKind::icr);
  EXPECT_EQ(header.encoder, "DOE,J");
  EXPECT_EQ(header.facility, "ZZFA");
  EXPECT_EQ(header.mba, "ZZA1");
  EXPECT_EQ(header.date, day_of(2026, 7, 8));
  EXPECT_EQ(header.begin, day_of(2026, 6, 1));
  EXPECT_EQ(header.end, day_of(2026, 6, 30));
  ASSERT_EQ(read.report.entries.size(), 4U);
  const auto& receipt = read.report.entries[0];
  EXPECT_EQ(receipt.code, code("RF"));
  EXPECT_EQ(receipt.total, 3U);
  EXPECT_EQ(receipt.shipper, (accounting::Partner{"YY"sv, "YYB2"sv}));
  EXPECT_EQ(receipt.receiver, (accounting::Partner{"ZZ"sv, "ZZA1"sv}));
  EXPECT_EQ(receipt.batch, "FA001");
  EXPECT_EQ(receipt.shipper_batch, "B2-77");
  EXPECT_EQ(receipt.basis, 'N');
  EXPECT_EQ(receipt.items, 1U);
  EXPECT_THAT(receipt.description, ElementsAre('B', 'Q', '2', 'F'));
  EXPECT_EQ(read.report.weight(receipt, Kind::enriched_uranium)->mass.micrograms, 461'200'000'000);
  EXPECT_EQ(read.report.weight(receipt, Kind::u235)->mass.micrograms, 18'448'000'000);
}

TEST(Code10, ACorrectionOutsideThePeriodNamesTheEntryThatItReplaces) {
  const Code10 read = read_file("vectors/code10/example-8-5.txt");
  const auto& corrected = read.report.entries[2];
  EXPECT_EQ(corrected.status, accounting::Status::corrects);
  EXPECT_EQ(corrected.reference.country, "ZZ");
  EXPECT_EQ(corrected.reference.report, 9U);
  EXPECT_EQ(corrected.reference.entry, 4U);
  EXPECT_EQ(corrected.date, day_of(2026, 3, 12));
  EXPECT_EQ(read.report.weight(corrected, Kind::natural_uranium)->mass.micrograms,
            1'523'400'000'000);
  const auto& note = read.report.entries[3];
  EXPECT_EQ(note.kind, accounting::EntryKind::note);
  EXPECT_EQ(note.number, 1U);
  EXPECT_EQ(read.report.content(*read.report.find(note, 391)),
            "NEXT PHYSICAL INVENTORY PLANNED 20261005");
}

TEST(Code10, OrderOfLabelsAndWhiteSpaceBetweenElementsDoNotMatter) {
  const std::string text =
      "\xEF\xBB\xBF 001:OI/ZZ;12#\r\n630:461200G#\t670:18448G# 470:1#469:N#447:B2-77#"
      "446:FA001#430:B/Q/2/F#412:260610#\n\n411:RF#407:1#372:ZZ/ZZA1#370:YY#"
      "309:N#307:ZZA1#207:ZZFA#015:260601/260630#010:I#006:DOE,J#003:260708#"
      "002:1/1#  ";
  const Code10 read = read_code10(text, "r.txt");
  EXPECT_THAT(briefs(read), IsEmpty());
  EXPECT_EQ(read.report.entries.at(0).date, day_of(2026, 6, 10));
  EXPECT_EQ(read.report.entries.at(0).shipper, (accounting::Partner{"YY"sv, ""sv}));
}

TEST(Code10, YearsOfTwoDigitsFrom70BelongTo1900) {
  const auto date_of = [](const std::string& day) {
    return read_code10(with(icr, "412:20260610", "412:" + day), "r").report.entries.at(0).date;
  };
  EXPECT_EQ(date_of("700101"), day_of(1970, 1, 1));
  EXPECT_EQ(date_of("991231"), day_of(1999, 12, 31));
  EXPECT_EQ(date_of("000229"), day_of(2000, 2, 29));
  EXPECT_EQ(date_of("691231"), day_of(2069, 12, 31));
}

TEST(Code10, AnElementOfAnotherShapeOrWithoutLabelOrEndIsV001AndLeftOut) {
  EXPECT_THAT(briefs(icr), IsEmpty());
  EXPECT_THAT(briefs(with(icr, "470:1#", "470:1#999:X#")), ElementsAre("V001 O1 999"));
  EXPECT_THAT(briefs(with(icr, "470:1#", "470:1#47O:X#")), ElementsAre("V001 O1 0"));
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "B/Q//F")), ElementsAre("V001 O1 430"));
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "BQ2F")), ElementsAre("V001 O1 430"));
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "B;Q;2;F")), ElementsAre("V001 O1 430"));
  EXPECT_THAT(briefs(with(icr, "309:N#", "309:C/ZZ/9;4#")), ElementsAre("V001 O1 309"));
  EXPECT_THAT(briefs(with(icr, "407:1#", "407:#")), ElementsAre("V001 O1 407"));
  EXPECT_THAT(briefs(with(icr, "469:N#", "469:N#469:N#")), ElementsAre("V001 O1 469"));
  EXPECT_THAT(briefs(with(icr, "20260601/20260630", "20260630")), ElementsAre("V001 O1 15"));
  EXPECT_THAT(briefs(with(icr, "670:18448G#", "670:18448G")), ElementsAre("V001 O1 670"));
  EXPECT_THAT(briefs(with(icr, "FA001#447:", "FA/001#447:")), ElementsAre("V001 O1 446"));
}

TEST(Code10, AMissingEndTakesTheNextElementWithItAndReadingGoesOnAfterThat) {
  // 407 holds a colon; 411 is in it and therefore missing.
  EXPECT_THAT(briefs(with(icr, "407:1#", "407:1")), ElementsAre("V002 O1 411", "V001 O1 407"));
}

TEST(Code10, ADamagedBeginningBeginsAnEntryAllTheSame) {
  const Code10 read =
      read_code10(with(icr, "002:1/1", "002:1/2") + with(icr_second, "OI/ZZ;12", "OI/ZZ,12"), "r");
  EXPECT_THAT(briefs(read), ElementsAre("V001 O2 1"));
  ASSERT_EQ(read.report.entries.size(), 2U);
  EXPECT_NE(read.report.entries[1].unusable & accounting::mask_of(1), 0U);
  EXPECT_EQ(read.report.entries[1].items, 1U);
}

TEST(Code10, TheSecondOfTwoElementsOfOneLabelIsLeftOut) {
  const Code10 read = read_code10(with(icr, "470:1#", "470:1#470:2#"), "r");
  EXPECT_EQ(read.report.entries.at(0).items, 1U);
  EXPECT_EQ(read.report.entries.at(0).unusable, 0U);
}

TEST(Code10, MandatoryLabelsThatAreMissingAreV002) {
  EXPECT_THAT(briefs(with(icr, "407:1#", "")), ElementsAre("V002 O1 407"));
  EXPECT_THAT(briefs(with(icr, "630:461200G#670:18448G#", "")), ElementsAre("V002 O1 600"));
  EXPECT_THAT(briefs(with(icr, "006:DOE,J#", "")), ElementsAre("V002 O1 6"));
  EXPECT_THAT(briefs(with(icr, "370:YY/YYB2#", "")), IsEmpty()) << "asked by V022";
  EXPECT_THAT(briefs(with(icr + note, "391:A NOTE#", "")), ElementsAre("V002 N1 391"));
}

TEST(Code10, LabelsThatAnEntryDoesNotUseAreV002) {
  EXPECT_THAT(briefs(with(icr, "447:", "391:A NOTE#447:")), ElementsAre("V002 O1 391"));
  EXPECT_THAT(briefs(with(icr + note, "391:", "010:I#391:")), ElementsAre("V002 N1 10"));
  EXPECT_THAT(briefs(with(pil, "407:1#", "407:1#411:PE#")), ElementsAre("V002 O1 411"));
  EXPECT_THAT(briefs(with(mbr, "411:PB#", "411:PB#446:B1#")), ElementsAre("V002 O1 446"));
  EXPECT_THAT(briefs(with(text, "391:", "630:1G#391:")), ElementsAre("V002 N1 630"));
}

TEST(Code10, DeletedAndIgnoredEntriesNeedTheirHeaderOnly) {
  const std::string head =
      "001:OI/ZZ;12#002:1/1#003:20260708#006:DOE,J#010:I#015:20260601/20260630#207:ZZFA#307:ZZA1#";
  EXPECT_THAT(briefs(head + "309:D/ZZ;3/1#"), IsEmpty());
  EXPECT_THAT(briefs(head + "309:U#"), IsEmpty());
  EXPECT_THAT(briefs(head + "309:A/ZZ;3/1#"),
              ElementsAre("V002 O1 407", "V002 O1 411", "V002 O1 412", "V002 O1 430", "V002 O1 446",
                          "V002 O1 469", "V002 O1 470", "V002 O1 600"));
}

TEST(Code10, AnElementThatCannotBeReadCountsAsPresent) {
  EXPECT_THAT(briefs(with(icr, "630:461200G#670:18448G#", "630:461200G/1#")),
              ElementsAre("V001 O1 630"));
}

TEST(Code10, LengthCharactersAndDatesAreV003) {
  EXPECT_THAT(briefs(with(icr, "412:20260610", "412:20260631")), ElementsAre("V003 O1 412"));
  EXPECT_THAT(briefs(with(icr, "412:20260610", "412:20250229")), ElementsAre("V003 O1 412"));
  EXPECT_THAT(briefs(with(icr, "412:20260610", "412:2026061")), ElementsAre("V003 O1 412"));
  EXPECT_THAT(briefs(with(icr, "446:FA001", "446:FA0012345678901234")), ElementsAre("V003 O1 446"));
  EXPECT_THAT(briefs(with(icr, "446:FA001", "446:FA00123456789012")), IsEmpty()) << "16 characters";
  EXPECT_THAT(briefs(with(icr, "446:FA001", "446:Fa001")), ElementsAre("V003 O1 446"));
  EXPECT_THAT(briefs(with(icr, "446:FA001", "446:FA\n001")), ElementsAre("V003 O1 446"));
  EXPECT_THAT(briefs(with(icr, "446:FA001", "446:F\xC3\x84")), ElementsAre("V003 O1 446"));
  EXPECT_THAT(briefs(with(icr, "630:461200G", "630:461200")), ElementsAre("V003 O1 630"));
  EXPECT_THAT(briefs(with(icr, "630:461200G", "630:4.6E5G")), ElementsAre("V003 O1 630"));
  EXPECT_THAT(briefs(with(icr, "630:461200G", "630:0.1234567G")), ElementsAre("V003 O1 630"));
  EXPECT_THAT(briefs(with(icr, "207:ZZFA", "207:ZZF")), ElementsAre("V003 O1 207"));
}

TEST(Code10, AValueThatIsWrongIsMarkedAndTheRestOfTheEntryIsRead) {
  const Code10 read = read_code10(with(icr, "630:461200G", "630:46120OG"), "r");
  const auto& entry = read.report.entries.at(0);
  EXPECT_EQ(read.report.weight(entry, Kind::enriched_uranium), nullptr);
  EXPECT_NE(read.report.weight(entry, Kind::u235), nullptr);
  EXPECT_EQ(entry.unusable, accounting::mask_of(630));
}

TEST(Code10, AWeightOfTheWrongUnitIsTakenAsWritten) {
  const Code10 read = read_code10(with(icr, "630:461200G", "630:-461.2K"), "r");
  EXPECT_THAT(briefs(read), IsEmpty()) << "V023 is not the reader's";
  const auto* weight = read.report.weight(read.report.entries.at(0), Kind::enriched_uranium);
  EXPECT_EQ(weight->unit, 'K');
  EXPECT_EQ(weight->mass.micrograms, -461'200'000'000);
}

TEST(Code10, EntriesOfAKindAreNumberedAndTheFirstNamesTheirNumber) {
  EXPECT_THAT(briefs(with(icr, "002:1/1", "002:1/2")), ElementsAre("V004 O1 2"));
  EXPECT_THAT(briefs(with(icr, "002:1/1", "002:1")), ElementsAre("V004 O1 2"));
  EXPECT_THAT(briefs(with(icr, "002:1/1", "002:2/1")), ElementsAre("V004 O1 2"));
  const std::string both = with(icr, "002:1/1", "002:1/2") + icr_second;
  EXPECT_THAT(briefs(both), IsEmpty());
  EXPECT_THAT(briefs(with(both, "002:2#", "002:3#")), ElementsAre("V004 O2 2"));
  EXPECT_THAT(briefs(icr + note), IsEmpty()) << "notes count by themselves";
  EXPECT_THAT(briefs(icr + with(note, "002:1/1", "002:1/3")), ElementsAre("V004 N1 2"));
  EXPECT_THAT(briefs(with(icr, "002:1/1", "002:1/2") + with(note, "002:1/1", "002:2/2")),
              ElementsAre("V004 O1 2", "V004 N1 2"));
}

TEST(Code10, EachHeaderLabelThatDiffersIsV006AndTheFirstEntryCounts) {
  const std::string both = with(icr, "002:1/1", "002:1/2") + icr_second;
  const auto second = [&](const std::string& was, const std::string& is) {
    return briefs(with(icr, "002:1/1", "002:1/2") + with(icr_second, was, is));
  };
  EXPECT_THAT(second("OI/ZZ;12", "OI/ZZ;13"), ElementsAre("V006 O2 1"));
  EXPECT_THAT(second("OI/ZZ;12", "OI/YY;12"), ElementsAre("V006 O2 1"));
  EXPECT_THAT(second("003:20260708", "003:20260709"), ElementsAre("V006 O2 3"));
  EXPECT_THAT(second("003:20260708", "003:260708"), IsEmpty()) << "the same day";
  EXPECT_THAT(second("010:I", "010:P"), ElementsAre("V006 O2 10"));
  EXPECT_THAT(second("20260630", "20260629"), ElementsAre("V006 O2 15"));
  EXPECT_THAT(second("207:ZZFA#307:ZZA1", "207:ZZFB#307:ZZA2"),
              ElementsAre("V006 O2 207", "V006 O2 307"));
  EXPECT_THAT(second("006:DOE,J", "006:ROE,J"), IsEmpty());
  EXPECT_EQ(read_code10(with(both, "002:2#", "002:3#"), "r").findings.at(0).mba, "ZZA1");
}

TEST(Code10, CodesOutsideTheirTablesAreV007) {
  EXPECT_THAT(briefs(with(icr, "411:RF", "411:NL")), ElementsAre("V007 O1 411"));
  EXPECT_THAT(briefs(with(icr, "411:RF", "411:RM")), IsEmpty());
  for (const char* code : {"PB", "BE", "BA", "PE", "MF", "RALN"}) {
    EXPECT_THAT(briefs(with(icr, "411:RF", std::string("411:") + code)),
                ElementsAre("V007 O1 411"));
    EXPECT_THAT(briefs(with(mbr, "411:PB", std::string("411:") + code)), IsEmpty()) << code;
  }
  EXPECT_THAT(briefs(with(mbr, "411:PB", "411:RM")), IsEmpty()) << "V066 is not the reader's";
  EXPECT_THAT(briefs(with(mbr, "411:PB", "411:RARM")), ElementsAre("V007 O1 411"));
  EXPECT_THAT(briefs(with(icr, "309:N", "309:X")), ElementsAre("V007 O1 309"));
  EXPECT_THAT(briefs(with(icr, "469:N", "469:E")), ElementsAre("V007 O1 469"));
  EXPECT_THAT(briefs(with(icr, "447:", "435:X#447:")), ElementsAre("V007 O1 435"));
  EXPECT_THAT(briefs(with(icr, "447:", "435:N/C1#447:")), IsEmpty());
  EXPECT_THAT(briefs(with(icr, "447:", "390:N#447:")), ElementsAre("V007 O1 390"));
  EXPECT_THAT(briefs(icr + with(note, "099:E/1", "099:X/1")), ElementsAre("V007 N1 99"));
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "C/Q/2/F")), ElementsAre("V007 O1 430"));
}

TEST(Code10, SealedSourcesHaveNoChemicalFormAndNothingElseHasNone) {
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "Q/S/1/A")), IsEmpty());
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "Q/Q/1/A")), ElementsAre("V007 O1 430"));
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "B/S/1/A")), ElementsAre("V007 O1 430"));
}

TEST(Code10, SlashedOAndZeroAreReadAsTheLetterOWithAWarning) {
  for (const char* description : {"0/G/R/B", "\xC3\x98/G/R/B", "\xD8/G/R/B"}) {
    const Code10 read = read_code10(with(icr, "B/Q/2/F", description), "r");
    EXPECT_THAT(briefs(read), ElementsAre("V008 O1 430"));
    EXPECT_EQ(read.findings.at(0).severity, Severity::warning);
    EXPECT_THAT(read.report.entries.at(0).description, ElementsAre('O', 'G', 'R', 'B'));
    EXPECT_EQ(read.report.entries.at(0).unusable, 0U);
  }
  const Code10 batch = read_code10(with(icr, "446:FA001", "446:L\xC3\x98T1"), "r");
  EXPECT_THAT(briefs(batch), ElementsAre("V008 O1 446"));
  EXPECT_EQ(batch.report.entries.at(0).batch, "LOT1");
  EXPECT_THAT(briefs(with(icr, "446:FA001", "446:FA000")), IsEmpty());
  EXPECT_THAT(briefs(with(icr, "B/Q/2/F", "B/Q/2/0")), ElementsAre("V007 O1 430"));
}

TEST(Code10, ANumberOfItemsThatIsNotWholeIsFoundExceptWhereNothingIsStated) {
  EXPECT_THAT(briefs(with(icr, "470:1#", "470:1.5#")), ElementsAre("V028 O1 470"));
  EXPECT_THAT(briefs(with(with(icr, "470:1#", "470:1.5#"), "309:N#", "309:U#")), IsEmpty());
}

TEST(Code10, ReferencesAreReadAndTheirAbsenceIsNotTheReaders) {
  EXPECT_THAT(briefs(with(icr, "309:N#", "309:C#")), IsEmpty()) << "V041";
  EXPECT_THAT(briefs(with(icr, "309:N#", "309:N/ZZ;9/4#")), IsEmpty()) << "V041";
  EXPECT_THAT(briefs(with(icr, "309:N#", "309:C/ZZ;9/X#")), ElementsAre("V003 O1 309"));
}

TEST(Code10, FreeTextsNeedNoKindAndTheirNotesNameReports) {
  EXPECT_THAT(briefs(text), IsEmpty());
  const Code10 read = read_code10(with(text, "010:T#", ""), "r");
  EXPECT_THAT(briefs(read), IsEmpty());
  EXPECT_EQ(read.report.header.kind, accounting::ReportKind::text);
  EXPECT_THAT(briefs(with(text, "099:R/30", "099:E/30/2")), IsEmpty());
  EXPECT_THAT(briefs(with(text, "099:R/30", "099:E/30")), ElementsAre("V001 N1 99"));
  EXPECT_THAT(briefs(icr + with(note, "099:E/1", "099:R")), IsEmpty());
  EXPECT_THAT(briefs(icr + with(note, "099:E/1", "099:R/30")), ElementsAre("V001 N1 99"));
}

TEST(Code10, ANoteBeforeTheEntriesDoesNotGiveTheHeader) {
  const Code10 read = read_code10(note + icr, "r");
  EXPECT_THAT(briefs(read), IsEmpty());
  EXPECT_EQ(read.report.header.kind, accounting::ReportKind::icr);
}

TEST(Code10, PlacesCountLinesAndCharacters) {
  const Code10 read = read_code10("001:OI/ZZ;1#\n446:\xC3\x84\xC3\x84# 407:ABC#\n", "r.txt");
  std::vector<Place> places;
  for (const Finding& finding : read.findings)
    if (finding.rule == "V003") places.push_back(finding.place);
  EXPECT_THAT(places, ElementsAre(Place{2, 5, 2}, Place{2, 13, 3}));
  EXPECT_EQ(read.findings.at(0).file, "r.txt");
}

TEST(Code10, WhatIsNoReportIsOneFindingThatSaysSo) {
  EXPECT_THAT(briefs(""), ElementsAre("V001 0"));
  EXPECT_THAT(briefs(" \n"), ElementsAre("V001 0"));
  EXPECT_THAT(briefs(std::string("\x7F"
                                 "ELF\0\x01#\xFF#\0#",
                                 11)),
              ElementsAre("V001 0"));
  EXPECT_THAT(briefs("002:1/1#003:20260708#"), ElementsAre("V001 2"));
  EXPECT_THAT(briefs(std::string(10'000'000, 'x')), ElementsAre("V001 0"));
  EXPECT_THAT(briefs(std::string(10'000'000, '#')), ElementsAre("V001 0"));
}

TEST(Code10, AHugeElementIsOneFindingWithAShortExcerpt) {
  const std::string huge(10'000'000, 'A');
  const Code10 read = read_code10(with(icr, "446:FA001", "446:" + huge), "r");
  EXPECT_THAT(briefs(read), ElementsAre("V003 O1 446"));
  EXPECT_LT(read.findings.at(0).found.size(), 100U);
}

TEST(Code10, AFileOfMistakesIsReadUpToABoundAndTheLastFindingSaysSo) {
  std::string text = icr;
  for (std::size_t i = 0; i < code10_findings_max + 1000; ++i) text += "#";
  const Code10 read = read_code10(text, "r");
  EXPECT_LE(read.findings.size(), code10_findings_max + 2);
  EXPECT_EQ(read.findings.back().expected, "fewer mistakes: the rest of the file was not read");
  std::string entries;
  for (std::size_t i = 0; i < code10_findings_max; ++i) entries += "001:OI/ZZ;1#";
  EXPECT_LE(read_code10(entries, "r").findings.size(), code10_findings_max + 100);
}

TEST(Code10, TheMasksOfTheTableAreThoseOfAnEntry) {
  for (accounting::Label label = 0; label < 900; ++label)  // 900 on: of tables
    EXPECT_EQ(code10::index_of(label), accounting::bit_of(label)) << label;
}

TEST(Code10Writer, WritesAscendingLabelsOneEntryALine) {
  const std::string text = "001:OI/ZZ;12#  470:1#\n002:1/1# 001:NC/ZZ;12#391:A  NOTE#";
  EXPECT_EQ(write_code10(read_code10(text, "r").report),
            "001:OI/ZZ;12#002:1/1#470:1#\n001:NC/ZZ;12#391:A  NOTE#\n");
}

TEST(Code10Writer, WritesTheSlashedOAsLetterAndKeepsOtherCharacters) {
  EXPECT_EQ(write_code10(read_code10("001:OI/ZZ;1#446:L\xD8T\xC4#", "r").report),
            "001:OI/ZZ;1#446:LOT\xC3\x84#\n");
  EXPECT_EQ(write_code10(read_code10("001:OI/ZZ;1#446:L\xC3\x98T\xC3\x84#", "r").report),
            "001:OI/ZZ;1#446:LOT\xC3\x84#\n");
}

TEST(Code10Writer, WritesWeightsWithTheirDigits) {
  const std::string text = with(icr, "630:461200G", "630:461200.00G");
  EXPECT_EQ(write_code10(read_code10(text, "r").report), text);
}

}  // namespace
}  // namespace accord::formats
