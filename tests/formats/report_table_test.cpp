#include <gmock/gmock.h>

#include "formats/accounts/accounts.h"
#include "rules/tables.h"

/// The tables in which reports of Euratom, the United Kingdom and Canada are read and written.
namespace accord::formats {
namespace {

using namespace accounting::test;  // NOLINT: the words of the tables
using accounting::Finding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const accounting::Profile& euratom() {
  return *find_profile("euratom-302-2005");
}

/// "V003 2:5 crc 1X; at most 20 digits": rule, place, found, expected.
std::vector<std::string> mistakes(const std::string& text,
                                  const accounting::Profile& profile = euratom()) {
  std::vector<std::string> out;
  for (const Finding& f : read_report_table(text, "a.csv", profile).findings)
    out.push_back(f.rule + " " + std::to_string(f.place.line) + ": " + f.found + "; " + f.expected);
  return out;
}

std::vector<std::string> mistake_in(const Line& more) {
  return mistakes(csv(june(), {with(change("TE", "10062026", "A", natural("5")), more)}));
}

TEST(ReportTable, SaysWhatItsFieldsSay) {
  const Line line = with(change("CB", "03062026", "MIX1", enriched("1000.25", "7.1")),
                         {{"previous_category", "N"},
                          {"obligation", "A1"},
                          {"material_form", "PH"},
                          {"container", "D"},
                          {"state", "F"},
                          {"items", "2"},
                          {"measurement", "E"}});
  const ReportTable read = read_report_table(csv(june("17"), {line}), "a.csv", euratom());
  EXPECT_THAT(read.findings, IsEmpty());
  const auto& h = read.report.header;
  EXPECT_EQ(h.mba, "ZZA1");
  EXPECT_EQ(h.number, 17U);
  EXPECT_EQ(h.begin, parse_day("2026-06-01"));
  EXPECT_EQ(h.end, parse_day("2026-06-30"));
  ASSERT_THAT(read.report.entries, SizeIs(1));
  const auto& e = read.report.entries.front();
  EXPECT_EQ(e.date, parse_day("2026-06-03"));
  EXPECT_EQ(e.items, 2U);
  EXPECT_EQ(std::string(e.description.data(), 4), "PHDF");
  EXPECT_EQ(e.account.category, 'L');
  EXPECT_EQ(e.previous.category, 'N');
  // 1000.25 g come as low enriched uranium and leave as natural uranium.
  ASSERT_EQ(e.weight_count, 3U);
  EXPECT_EQ(read.report.weights[0].mass.micrograms, 1'000'250'000);
  EXPECT_EQ(read.report.weights[1].kind, material::Kind::natural_uranium);
  EXPECT_EQ(read.report.weights[1].mass.micrograms, -1'000'250'000);
  EXPECT_TRUE(read.report.weights[1].previous);
  EXPECT_EQ(read.report.weights[2].kind, material::Kind::u235);
}

TEST(ReportTable, WeightsOfCanadaAreInTheUnitOfTheirElement) {
  const auto mass = [](const std::string& element) {
    const Line line{{"status", "N"},
                    {"change_code", "LD"},
                    {"date", "10062026"},
                    {"element", element},
                    {"element_weight", "1.000001"}};
    const ReportTable read =
        read_report_table(csv(june(), {line}), "a.csv", *find_profile("canada-regdoc-2.13.1"));
    EXPECT_THAT(read.findings, IsEmpty());
    return read.report.weights.front().mass.micrograms;
  };
  EXPECT_EQ(mass("E"), 1'000'001);
  EXPECT_EQ(mass("N"), 1'000'001'000);
}

TEST(ReportTable, DecreasesAreWrittenInOneWay) {
  const Line a = change("TE", "10062026", "A", natural("-5"));
  const Line b = change("NL", "11062026", "B", natural("-5"));
  EXPECT_THAT(mistakes(csv(june(), {a, b})), IsEmpty());
  EXPECT_EQ(
      read_report_table(csv(june(), {a}), "a.csv", euratom()).report.weights[0].mass.micrograms,
      5'000'000);
  EXPECT_THAT(mistakes(csv(june(), {a, with(b, {{"element_weight", "5"}})})),
              ElementsAre(HasSubstr("decreases all with a minus")));
  EXPECT_THAT(mistake_in({{"ic_code", "GA"}, {"element_weight", "-5"}}),
              ElementsAre(HasSubstr("no minus")));
}

TEST(ReportTable, NamesEachMistakeWithWhatItExpects) {
  EXPECT_THAT(mistake_in({}), IsEmpty());
  EXPECT_THAT(mistake_in({{"batch", "a"}}), ElementsAre(HasSubstr("V003 2: batch a; at most 20")));
  EXPECT_THAT(mistake_in({{"batch", "ABCDEFGHIJKLMNOPQRSTU"}}), ElementsAre(HasSubstr("V003")));
  EXPECT_THAT(mistake_in({{"crc", "1X"}}), ElementsAre("V003 2: crc 1X; at most 20 digits"));
  EXPECT_THAT(mistake_in({{"accounting_date", "31062026"}}),
              ElementsAre("V003 2: accounting_date 31062026; a day DDMMYYYY"));
  EXPECT_THAT(mistake_in({{"element_weight", "1.2345"}}),
              ElementsAre("V003 2: element_weight 1.2345; a number with at most 3 decimals"));
  EXPECT_THAT(mistake_in({{"element_weight", "1 000"}}), SizeIs(1));
  EXPECT_THAT(mistake_in({{"measurement", "X"}}),
              ElementsAre("V007 2: measurement X; one of MNTLEFGH of euratom-302-2005"));
  EXPECT_THAT(mistake_in({{"material_form", "XX"}}), ElementsAre(HasSubstr("V007")));
  EXPECT_THAT(mistake_in({{"element_category", "E"}}), ElementsAre(HasSubstr("V007")));
  EXPECT_THAT(mistake_in({{"kmp", ""}}), ElementsAre("V002 2: no kmp; field 12"));
  EXPECT_THAT(mistake_in({{"item_id", "1"}}), ElementsAre(HasSubstr("V002 2: item_id 1")));
  EXPECT_THAT(mistake_in({{"correction", "C"}}), ElementsAre(HasSubstr("D, A, L or nothing")));
  EXPECT_THAT(mistake_in({{"fissile_weight", "1"}}), ElementsAre(HasSubstr("an isotope letter")));
}

TEST(ReportTable, ACodeThatTheProfileLacksIsAFindingThatNamesIt) {
  EXPECT_THAT(mistake_in({{"ic_code", "LN"}}),
              ElementsAre("V007 2: ic_code LN; a code of euratom-302-2005 for changes"));
  EXPECT_THAT(mistake_in({{"ic_code", "PB"}}), SizeIs(1));  // of balances only
}

TEST(ReportTable, FindsAllMistakesAtOnceAndReadsTheRest) {
  const ReportTable read = read_report_table(
      csv(june(), {with(change("XX", "10062026", "a", natural("5")), {{"report_date", "11072026"}}),
                   with(change("TE", "1", "A", natural("x")), {{"colour", "red"}})}),
      "a.csv", euratom());
  std::multiset<std::string> rules;
  for (const Finding& f : read.findings) rules.insert(f.rule);
  EXPECT_EQ(rules, (std::multiset<std::string>{"V001", "V003", "V003", "V003", "V006", "V007"}));
  EXPECT_THAT(read.report.entries, SizeIs(2));
}

TEST(ReportTable, AnUnknownColumnIsRefusedWithTheNearestOne) {
  EXPECT_THAT(mistake_in({{"bacth", "A"}}),
              ElementsAre("V001 1: column bacth; a column of euratom-302-2005, such as batch"));
}

TEST(ReportTable, ABrokenTableIsAFinding) {
  EXPECT_THAT(mistakes(""), testing::Not(IsEmpty()));
  EXPECT_THAT(mistakes("mba,report_type\n"), ElementsAre(HasSubstr("V001")));
  EXPECT_THAT(mistakes("mba,report_type\nZZA1\n"), testing::Not(IsEmpty()));
  EXPECT_THAT(mistakes("mba,report_type\nZZA1,X\n"), ElementsAre(HasSubstr("I, P or M")));
  EXPECT_THAT(mistakes("mba\n\"ZZ"), testing::Not(IsEmpty()));
}

TEST(ReportTable, AnEmptyListHasOneLineWithoutABatch) {
  EXPECT_THAT(
      mistakes(csv(header("P", "1", "10012026", {{"pit_date", "31122025"}}), {{{"items", "0"}}})),
      IsEmpty());
}

TEST(ReportTable, AnEmptyListHasFewFields) {
  // Reporting chapter, section 9: "Empty MBA: only fields 1-7, 16, 17, 28."
  const Line list = header("P", "1", "10012026", {{"pit_date", "31122025"}});
  for (const Line& more : {Line{{"kmp", "1"}}, Line{{"item_id", "1"}},
                           Line{{"element_category", "L"}}, Line{{"comment", "NOTHING HERE"}}})
    EXPECT_THAT(mistakes(csv(list, {with({{"items", "0"}}, more)})),
                ElementsAre(HasSubstr("no such field in a list of nothing")))
        << more.begin()->first;
}

TEST(ReportTable, ALineWithoutAnyWeightIsNotZero) {
  EXPECT_THAT(mistakes(csv(june(), {change("TE", "10062026", "A", {{"element_category", "N"}})})),
              ElementsAre(HasSubstr("no element_weight")));
}

TEST(ReportTable, WhatDecidesAQuantityIsKeptAsUnreadable) {
  const auto unread = [](const Line& more) {
    const Line line = with(change("TE", "10062026", "A", natural("5")), more);
    std::vector<std::string> out;
    for (const Finding& f :
         read_report_table(csv(june(), {line}), "a.csv", euratom()).report.unreadable)
      out.push_back(f.rule + " " + f.found);
    return out;
  };
  EXPECT_THAT(unread({}), IsEmpty());
  EXPECT_THAT(unread({{"document", "a"}}), IsEmpty());  // decides nothing
  EXPECT_THAT(unread({{"element_weight", "5 000"}}), ElementsAre("V003 element_weight 5 000"));
  EXPECT_THAT(unread({{"element_category", "Q"}}), ElementsAre("V007 element_category Q"));
  EXPECT_THAT(unread({{"accounting_date", "31062026"}}),
              ElementsAre("V003 accounting_date 31062026"));
  EXPECT_THAT(unread({{"ic_code", "ZZ"}}), ElementsAre("V007 ic_code ZZ"));
  EXPECT_THAT(unread({{"correction", "X"}}), ElementsAre("V007 correction X"));
}

TEST(ReportTable, WritesWhatItReadInOneForm) {
  const Line line = with(change("TE", "10062026", "A", natural("5.100")),
                         {{"comment", "\"WITH QUOTES \"\"X\"\", AND A COMMA\""}});
  const std::string text = csv(june(), {line, change("RD", "11062026", "B", enriched("7", "1"))});
  const ReportTable first = read_report_table(text, "a.csv", euratom());
  const std::string written = write_report_table(first.report, euratom());
  EXPECT_THAT(written, HasSubstr("\"WITH QUOTES \"\"X\"\", AND A COMMA\""));
  EXPECT_THAT(written, HasSubstr(",5.100,"));
  EXPECT_THAT(written, HasSubstr("\neuratom-302-2005,ZZA1,I,"));
  const ReportTable second = read_report_table(written, "a.csv", euratom());
  EXPECT_EQ(write_report_table(second.report, euratom()), written);
  EXPECT_EQ(second.findings.size(), first.findings.size());
  ASSERT_EQ(second.report.weights.size(), first.report.weights.size());
  for (std::size_t i = 0; i < first.report.weights.size(); ++i)
    EXPECT_EQ(second.report.weights[i].mass, first.report.weights[i].mass);
}

const char* const ids[] = {"euratom-302-2005", "euratom-2025-974", "uk-nsr-2019",
                           "canada-regdoc-2.13.1"};

TEST(ExampleAccounts, AreOfTheirProfileAndWithoutAFinding) {
  for (const std::string id : ids) {
    const auto read = read_accounts(std::string(ACCORD_SOURCE_DIR) + "/examples/profiles/" + id);
    ASSERT_TRUE(read.has_value()) << id;
    EXPECT_EQ(read->profile.id, id);
    EXPECT_THAT(read->problems, IsEmpty()) << id;
    EXPECT_THAT(read->findings, IsEmpty()) << id;
    const auto all = accounting::effective(read->reports);
    const accounting::Books books(all, accounting::signs_of(read->profile));
    const auto findings = accounting::check_rules({all, books, read->profile, read->tables});
    for (const Finding& f : findings)
      ADD_FAILURE() << id << " " << f.rule << " " << f.file << " " << f.found << "; " << f.expected;
    EXPECT_GE(read->reports.size(), 8U);
  }
}

TEST(ExampleAccounts, AreWrittenAsTheyStand) {
  for (const std::string id : ids) {
    const auto read = read_accounts(std::string(ACCORD_SOURCE_DIR) + "/examples/profiles/" + id);
    ASSERT_TRUE(read.has_value());
    for (const accounting::Report& report : read->reports)
      EXPECT_EQ(write_report_table(report, read->profile), *report.text) << report.file;
  }
}

TEST(Accounts, ATableNamesItsProfileOrTheStateDoes) {
  const std::string folder = std::string(ACCORD_SOURCE_DIR) + "/examples/profiles/uk-nsr-2019";
  const auto one = read_accounts(folder + "/reports/ZZA1-0001-P.csv");
  ASSERT_TRUE(one.has_value());
  EXPECT_EQ(one->profile.id, "uk-nsr-2019");
  EXPECT_EQ(profile_named_in("mba,profile\nZZA1,x\n", "t.csv"), "x");
  EXPECT_EQ(profile_named_in("\n,,\nmba,profile\n\nZZA1,x\n", "t.csv"), "x");
  EXPECT_EQ(profile_named_in("mba\nZZA1\n", "t.csv"), "");
  EXPECT_EQ(profile_named_in("", "t.csv").error().code, "I001");
  const auto refused = profile_named_in("mba;profile\nZZA1;x\n", "t.csv");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "I006");
  EXPECT_EQ(refused.error().where, "t.csv:1:1");
}

}  // namespace
}  // namespace accord::formats
