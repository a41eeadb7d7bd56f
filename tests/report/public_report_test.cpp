#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/sections/report.h"
#include "support/public_record.h"
#include "support/xml.h"

/// Reports on the public record: what they say about single reports of the verifier. Expected
/// numbers are those of examples/jcpoa/data (quarterly.csv, terms.csv) and of the agreement
/// chapter.
namespace accord::report {
namespace {

using assessment::Assessment;
using assessment::Query;
using test::public_record;
using testing::HasSubstr;
using testing::Not;

Assessment assess(std::string_view id, Query query = {}) {
  const Following found = following(*public_record(), id, std::move(query)).value();
  return Assessment::make(public_record(), found.query).value();
}

const Report& report(const std::string& id) {
  static std::map<std::string, Report> made;
  const auto found = made.find(id);
  if (found != made.end()) return found->second;
  return made.emplace(id, make_report(assess(id), find_report(*public_record(), id).value()))
      .first->second;
}

const std::string& page_of(const std::string& id) {
  static std::map<std::string, std::string> made;
  return made.try_emplace(id, made.count(id) > 0 ? "" : html(report(id))).first->second;
}

bool says(const std::string& id, std::string_view words) {
  return markdown(report(id)).find(words) != std::string::npos;
}

const Table& table(const Report& report, std::string_view id) {
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* found = std::get_if<Table>(&block); found != nullptr && found->id == id)
        return *found;
  ADD_FAILURE() << "no table " << id;
  static const Table none;
  return none;
}

/// The cells of the first row whose first cell starts so.
std::vector<Cell> row(const Table& table, std::string_view first) {
  for (const Row& row : table.rows)
    if (!row.heading && row.cells.front().text.starts_with(first)) return row.cells;
  ADD_FAILURE() << "no row " << first << " in " << table.id;
  return std::vector<Cell>(8);
}

/// The one row of a finding in the whole report: term, about, in the text, outcome, value,
/// evidence.
std::vector<Cell> finding(const Report& report, const std::string& id) {
  std::vector<Cell> found;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* t = std::get_if<Table>(&block); t != nullptr && t->id.starts_with("terms-"))
        for (const Row& row : t->rows)
          if (!row.heading && row.cells.front().text == id) {
            EXPECT_TRUE(found.empty()) << id << " is tabled twice";
            found = row.cells;
          }
  EXPECT_FALSE(found.empty()) << id;
  return found.empty() ? std::vector<Cell>(8) : found;
}

std::string text_of(const std::vector<Cell>& cells) {
  std::string out;
  for (const Cell& cell : cells) out += cell.text + " | ";
  return out;
}

TEST(PublicReport, AnUnknownReportSuggestsTheNearest) {
  const auto found = find_report(*public_record(), "GOV/2025/9");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "R001");
  EXPECT_THAT(found.error().remedy, HasSubstr("GOV/2025/8"));
}

// 8294.4 / 202.8 = 40.899…; 8294.4 - 6604.4 = 1690.0; 274.8 - 182.3 = 92.5.
TEST(PublicReport, February2025ShowsStockRatioAndChange) {
  const Report& r = report("GOV/2025/8");
  const auto stock = finding(r, "T-STOCK");
  EXPECT_EQ(stock[3].outcome, "not met");
  EXPECT_EQ(stock[3].text, "not met: exceeded since 2019-07-01");
  EXPECT_THAT(stock[4].text, HasSubstr("8294.4 kg U against 300 kg UF6 (202.8 kg U)"));
  EXPECT_THAT(stock[4].text, HasSubstr("40.90 times the limit"));
  EXPECT_EQ(stock[5].mark, Mark::estimated);
  EXPECT_THAT(stock[5].text, HasSubstr("estimated, GOV/2025/8 of 2025-02-26, 18 days old"));

  const Table& levels = table(r, "stock-by-level");
  const auto total = row(levels, "all levels and forms");
  EXPECT_EQ(total[1].text, "8294.4");
  EXPECT_EQ(total[2].text, "6604.4");
  EXPECT_EQ(total[3].text, "+1690.0");
  const auto sixty = row(levels, "up to 60 %");
  EXPECT_EQ(sixty[1].text, "274.8");
  EXPECT_EQ(sixty[3].text, "+92.5");
}

// 8294.4 - 7464.0 = 830.4; (8294.4 - 6604.4) x 30 / 105 days from 2024-10-26 to 2025-02-08 = 482.9.
TEST(PublicReport, WhatIsNotInTheListedFormAndTheRateAreDerived) {
  const Report& r = report("GOV/2025/8");
  const auto rest = row(table(r, "stock-by-level"), "in all other forms");
  EXPECT_EQ(rest[1].text, "830.4");
  EXPECT_EQ(rest[2].text, "797.2");  // 6604.4 - 5807.2
  EXPECT_EQ(rest[3].text, "+33.2");  // 830.4 - 797.2
  EXPECT_EQ(rest[3].mark, Mark::estimated);
  const auto latest = row(table(r, "series"), "GOV/2025/8");
  EXPECT_EQ(latest[3].text, "40.90");
  EXPECT_EQ(latest[4].text, "+482.9");
}

TEST(PublicReport, FebruarySixteenIsAttestedAndHasNoRatio) {
  const Report& r = report("GOV/2016/8");
  const auto stock = finding(r, "T-STOCK");
  EXPECT_THAT(stock[3].text, HasSubstr("met attested"));
  EXPECT_THAT(text_of(stock), Not(HasSubstr("times the limit")));
  EXPECT_EQ(row(table(r, "series"), "GOV/2016/8")[3].text, "no figure to compare");
  EXPECT_EQ(row(table(r, "heavy-water"), "GOV/2016/8")[2].text, "130.9");
}

TEST(PublicReport, WithoutAccessNothingIsMetByAbsence) {
  const Report& r = report("report of 2026-06-04");
  const auto stock = finding(r, "T-STOCK");
  EXPECT_EQ(stock[3].outcome, "not shown");
  EXPECT_THAT(stock[3].text, HasSubstr("no access"));
  EXPECT_THAT(stock[4].text, HasSubstr("last known"));
  EXPECT_THAT(text_of(stock), Not(HasSubstr("times the limit")));
  EXPECT_EQ(row(table(r, "stock-by-level"), "all levels and forms")[1].text, "no access");
  EXPECT_THAT(row(table(r, "missing"), "report of 2026-06-04")[3].text,
              HasSubstr("all levels and forms"));
}

// chronology.csv: the United States ceased on 2018-05-08; the Agency lost access on 2025-06-13.
TEST(PublicReport, WhatBecameKnownLaterChangesNothing) {
  const std::string ceased = "declared on 2018-05-08 that it ceases";
  EXPECT_FALSE(says("GOV/2016/8", ceased));
  EXPECT_TRUE(says("GOV/2025/8", ceased));
  EXPECT_EQ(finding(report("GOV/2016/8"), "O-US-MAINTAIN")[3].outcome, "met");
  EXPECT_FALSE(says("GOV/2025/8", "2025-06-13"));
}

// The question arises with the notification of 2025-08-28.
TEST(PublicReport, AQuestionIsOpenOnlyAfterItArose) {
  EXPECT_TRUE(says("GOV/2025/8", "It had not arisen by this day."));
  EXPECT_TRUE(says("GOV/2025/65", "It arose on 2025-08-28."));
}

TEST(PublicReport, EveryCellSaysSomething) {
  for (const char* id : {"GOV/2016/8", "GOV/2025/8", "report of 2026-06-04"})
    for (const Section& section : report(id).sections)
      for (const Block& block : section.blocks) {
        const auto* t = std::get_if<Table>(&block);
        if (t == nullptr) continue;
        for (const Row& row : t->rows)
          for (const Cell& cell : row.cells) EXPECT_NE(cell.text, "") << id << " " << t->id;
      }
}

TEST(PublicReport, ThereIsNothingAboutTimeToAWeapon) {
  for (const char* word : {"breakout", "break-out", "separative", "significant quantit"})
    EXPECT_FALSE(says("GOV/2025/8", word)) << word;
}

/// Values of an attribute, each once.
std::set<std::string> values(const std::string& page, const std::string& before) {
  std::set<std::string> out;
  for (std::size_t at = page.find(before); at != std::string::npos; at = page.find(before, at)) {
    at += before.size();
    out.insert(page.substr(at, page.find('"', at) - at));
  }
  return out;
}

TEST(PublicReport, TheHtmlIsWellFormedAndNeedsNothingElse) {
  for (const char* id : {"GOV/2016/8", "GOV/2025/8", "report of 2026-06-04"}) {
    const std::string& page = page_of(id);
    const std::string doctype = "<!DOCTYPE html>\n";
    ASSERT_TRUE(page.starts_with(doctype));
    const std::size_t style = page.find("<style>");
    const std::size_t style_end = page.find("</style>");
    EXPECT_EQ(test::XmlCheck::fault(page.substr(doctype.size(), style - doctype.size()) +
                                    page.substr(style_end + 8)),
              "");
    for (const char* part : {"<script", " src=", "<link", "@import", "display: grid"})
      EXPECT_EQ(page.find(part), std::string::npos) << part;
  }
}

TEST(PublicReport, EveryInnerLinkHasItsPlace) {
  for (const char* id : {"GOV/2016/8", "GOV/2025/8", "report of 2026-06-04"}) {
    const std::string& page = page_of(id);
    const auto ids = values(page, " id=\"");
    const auto links = values(page, "href=\"#");
    EXPECT_GT(links.size(), 50U);
    for (const std::string& link : links) EXPECT_EQ(ids.count(link), 1U) << id << " #" << link;
  }
}

TEST(PublicReport, EveryFigureOfATableCarriesAMark) {
  const Table& levels = table(report("GOV/2025/8"), "stock-by-level");
  for (const Row& row : levels.rows)
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      const std::string& text = row.cells[i].text;
      const bool number = text.find_first_of("0123456789") != std::string::npos;
      EXPECT_EQ(row.cells[i].mark != Mark::none, number) << text;
    }
}

TEST(PublicReport, TheOrderOfRecordsHasNoInfluence) {
  auto turned = std::make_shared<formats::Workspace>(test::read_public_record());
  std::reverse(turned->records.observations.begin(), turned->records.observations.end());
  std::reverse(turned->records.events.begin(), turned->records.events.end());
  std::reverse(turned->records.declarations.begin(), turned->records.declarations.end());
  std::reverse(turned->statements.begin(), turned->statements.end());
  for (const char* id : {"GOV/2025/65", "report of 2026-06-04"}) {
    const formats::SeriesReport* about = find_report(*turned, id).value();
    const auto a = Assessment::make(turned, following(*turned, about->id, {})->query).value();
    EXPECT_TRUE(html(make_report(a, about)) == page_of(id)) << id;
  }
}

TEST(SupposedReport, HasABannerAndMarksWhatRestsOnIt) {
  Query query;
  query.suppose = {"eu_total = 100 kg_u on 2025-02-20 known 2025-02-20"};
  const Report r =
      make_report(assess("GOV/2025/8", query), find_report(*public_record(), "GOV/2025/8").value());
  const std::string page = html(r);
  EXPECT_NE(page.find("This report contains supposed records."), std::string::npos);
  EXPECT_NE(page.find("<body class=\"with-supposed\">"), std::string::npos);
  EXPECT_NE(markdown(r).find("This report contains supposed records."), std::string::npos);
  const auto changed = row(table(r, "supposed"), "T-STOCK");
  EXPECT_THAT(changed[2].text, HasSubstr("exceeded"));
  EXPECT_THAT(changed[3].text, HasSubstr("met (supposed)"));
  EXPECT_THAT(finding(r, "T-STOCK")[5].text, HasSubstr("supposed: "));
  EXPECT_EQ(page_of("GOV/2025/8").find("This report contains supposed records."),
            std::string::npos);
}

// 60 − 3.67 = 56.33 percentage points, never per cent.
TEST(PublicReport, AnExcessOverALimitInPercentIsInPercentagePoints) {
  EXPECT_TRUE(says("GOV/2025/8", "60 % against 3.67 %: 56.33 percentage points beyond the limit"));
  EXPECT_FALSE(says("GOV/2025/8", "56.33 %"));
}

TEST(PublicReport, AReportThatIsNamedByItsDayIsNotDatedTwice) {
  EXPECT_TRUE(says("report of 2026-06-04", "On the report of 2026-06-04"));
  EXPECT_FALSE(says("report of 2026-06-04", "report of 2026-06-04 of"));
  EXPECT_TRUE(says("GOV/2025/8", "On the report GOV/2025/8 of 26 February 2025"));
}

TEST(PublicReport, WhatTheTableSumsUpIsNotQuotedAsTheVerifiersWords) {
  EXPECT_TRUE(says("GOV/2025/8", "The table sums it up so: Estimated stock 8294.4 kg;"));
  EXPECT_FALSE(says("GOV/2025/8", "“Estimated stock"));
  EXPECT_FALSE(says("GOV/2025/8", "“First step announced”"));
}

TEST(PublicReport, TheFirstAndTheLatestDeclarationAreBothSaid) {
  EXPECT_TRUE(says("GOV/2025/8", "Iran declared it suspended on 2019-05-08 (in the record: "));
  EXPECT_TRUE(says("GOV/2025/8", " and again on 2020-01-05 (in the record: "));
}

/// Sources are links, and every row of the evidence leads back to what rests on it.
TEST(PublicReport, EvidenceLeadsToItsSourceAndBack) {
  const std::string& page = page_of("GOV/2025/8");
  EXPECT_NE(page.find("<a href=\"https://toronto.citynews.ca/"), std::string::npos);
  for (const EvidenceRow& row : report("GOV/2025/8").evidence) {
    if (row.id != "GOV/2025/8") continue;
    EXPECT_TRUE(std::any_of(row.used_by.begin(), row.used_by.end(),
                            [](const Cell& c) { return c.href == "#F-T-STOCK"; }));
  }
  EXPECT_NE(page.find("Used by <a href=\"#F-"), std::string::npos);
}

TEST(PublicReport, EveryFindingIsTabledOnce) {
  const Assessment a = assess("GOV/2025/8");
  for (const evidence::Finding& f : a.findings()) finding(report("GOV/2025/8"), f.id.substr(2));
}

/// No name of the text stands in a sentence of the report: titles do.
TEST(PublicReport, TitlesStandForTheNamesOfTheText) {
  std::vector<std::string> names;
  for (const agreement::Item& item : public_record()->agreement.items) {
    if (const auto* m = std::get_if<agreement::Measure>(&item)) names.push_back(m->head.name.text);
    if (const auto* e = std::get_if<agreement::Event>(&item)) names.push_back(e->head.name.text);
  }
  // Names of one word may be English: “metal”, “proposal”.
  std::erase_if(names, [](const std::string& name) { return name.find('_') == std::string::npos; });
  for (const char* id : {"GOV/2016/8", "GOV/2025/8", "report of 2026-06-04"})
    for (const Section& section : report(id).sections)
      for (const Block& block : section.blocks)
        if (const auto* t = std::get_if<Table>(&block);
            t != nullptr && t->id.starts_with("terms-")) {
          for (const std::string& name : names)
            for (const Row& row : t->rows)
              EXPECT_EQ(text_of(row.cells).find(name), std::string::npos) << name;
        }
}

TEST(PublicReport, TheDataHashNamesTheRowsUsed) {
  const Report& r = report("GOV/2025/8");
  EXPECT_EQ(r.data_hash.size(), 64U);
  EXPECT_NE(r.data_hash, report("GOV/2016/8").data_hash);
  EXPECT_NE(page_of("GOV/2025/8").find(r.data_hash), std::string::npos);
}

}  // namespace
}  // namespace accord::report
