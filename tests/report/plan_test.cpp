#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "report/sections/report.h"
#include "support/public_record.h"
#include "support/xml.h"

/// Plans of a report: what a block shows stands where the plan says; what no block shows, and
/// nobody must miss, stands in the report all the same.
namespace accord::report {
namespace {

using formats::ReportBlock;
using formats::ReportPlan;
using testing::ElementsAre;
using testing::HasSubstr;
using Kind = ReportBlock::Kind;

/// The public record on the day of the report of February 2025, told by another plan.
Report told_by(ReportPlan plan) {
  auto workspace = std::make_shared<formats::Workspace>(test::read_public_record());
  workspace->report = std::move(plan);
  const auto* about = find_report(*workspace, "GOV/2025/8").value();
  const auto assessed =
      assessment::Assessment::make(workspace, following(*workspace, about->id, {})->query).value();
  return make_report(assessed, about);
}

std::vector<std::string> titles(const Report& report) {
  std::vector<std::string> out;
  for (const Section& s : report.sections) out.push_back(s.title);
  return out;
}

/// Every table and drawing, by anchor.
std::vector<std::string> anchors(const Report& report) {
  std::vector<std::string> out;
  for (const Section& s : report.sections)
    for (const Block& block : s.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) out.push_back(table->id);
      if (const auto* figure = std::get_if<Figure>(&block)) out.push_back(figure->id);
    }
  return out;
}

TEST(Plan, WhatNoBlockShowsStandsThereAllTheSame) {
  const Report r =
      told_by({"Short", {{"1", "Stock", {{.kind = Kind::terms, .names = {"T-STOCK"}}}}}});
  EXPECT_EQ(r.title, "Short");
  EXPECT_THAT(titles(r),
              ElementsAre("Summary", "Stock", "Other commitments", "Annex: sources and data"));
  EXPECT_THAT(markdown(r), HasSubstr("## 1 Stock"));
  EXPECT_FALSE(r.evidence.empty());
  // Each finding has its one row: 50 of them, one in the section of the plan.
  std::set<std::string> rows;
  for (const Section& s : r.sections)
    for (const Block& block : s.blocks)
      if (const auto* t = std::get_if<Table>(&block); t != nullptr && t->id.starts_with("terms-"))
        for (const Row& row : t->rows)
          if (!row.heading) {
            EXPECT_TRUE(rows.insert(row.id).second) << row.id;
          }
  const auto workspace = test::public_record();
  const auto* about = find_report(*workspace, "GOV/2025/8").value();
  const auto assessed =
      assessment::Assessment::make(workspace, following(*workspace, about->id, {})->query).value();
  EXPECT_EQ(rows.size(), assessed.findings().size());
}

TEST(Plan, ASectionWithoutRecordsIsLeftOutAndTextAloneDoesNotKeepIt) {
  const ReportBlock text{.kind = Kind::text, .text = "What was counted:"};
  const Report r = told_by({"",
                            {{"1", "Counted", {text, {.kind = Kind::items}}},
                             {"2", "Preface", {text}},
                             {"3", "Parts", {}},
                             {"3.1", "Accounts", {{.kind = Kind::books}}},
                             {"4", "Whole", {}},
                             {"4.1", "Days", {{.kind = Kind::calendar}}}}});
  EXPECT_THAT(titles(r), ElementsAre("Summary", "Preface", "Whole", "Days", "Other commitments",
                                     "Annex: sources and data"));
}

TEST(Plan, EvidenceAndSummaryStandWhereThePlanPutsThem) {
  const Report r = told_by({"",
                            {{"1", "Rows", {{.kind = Kind::evidence}}},
                             {"2", "Terms", {{.kind = Kind::other_terms}}},
                             {"3", "Words", {{.kind = Kind::summary}}}}});
  EXPECT_THAT(titles(r), ElementsAre("Rows", "Terms", "Words"));
  EXPECT_THAT(anchors(r), ElementsAre("files", "terms-other"));
  // What the later sections cite is in the evidence all the same.
  EXPECT_GT(r.evidence.size(), 30U);
}

/// Every kind of block once, and those twice that may be there twice.
TEST(Plan, EveryBlockHasAnAnchorOfItsOwn) {
  ReportPlan plan{"", {{"1", "All", {}}, {"2", "Again", {}}}};
  for (std::size_t i = 0; i < formats::report_block_words().size(); ++i) {
    ReportBlock block{.kind = static_cast<Kind>(i)};
    const std::string word(formats::report_block_words()[i]);
    if (word == "terms" || word == "episodes" || word == "limit_chart") block.names = {"T-LEVEL"};
    if (word == "terms_of") block.names = {"us"};
    if (word == "bands" || word == "bands_chart" || word == "change_chart" || word == "series" ||
        word == "missing")
      block.names = {"total_enriched_u_kg"};
    plan.sections[0].blocks.push_back(block);
    if (!block.names.empty() || word == "calls" || word == "account")
      plan.sections[1].blocks.push_back(block);
  }
  const Report r = told_by(std::move(plan));
  std::set<std::string> seen;
  for (const std::string& id : anchors(r)) EXPECT_TRUE(seen.insert(id).second) << id;
  // The first round of talks is of April 2025: no table of them yet.
  for (const char* id : {"claims", "series", "by-part", "fig-by-part", "fig-change", "missing",
                         "account", "events", "calls-1", "terms-1"})
    EXPECT_EQ(seen.count(id), 1U) << id;
  const std::string page = html(r);
  const std::size_t style = page.find("<style>"), style_end = page.find("</style>");
  EXPECT_EQ(test::XmlCheck::fault(page.substr(16, style - 16) + page.substr(style_end + 8)), "");
}

// secondary_claims.csv has 19 rows published by 26 February 2025.
TEST(Plan, ClaimsAreHeldAgainstTheRecordAsKnown) {
  const Report r = told_by({"", {{"1", "Claims", {{.kind = Kind::claims}}}}});
  const auto* claims = std::get_if<Table>(&r.sections.at(1).blocks.at(0));
  ASSERT_NE(claims, nullptr);
  EXPECT_EQ(claims->rows.size(), 19U);
  for (const Row& row : claims->rows) {
    EXPECT_LE(row.cells[0].text, "2025-02-26");
    for (const Cell& cell : row.cells) EXPECT_NE(cell.text, "");
  }
}

}  // namespace
}  // namespace accord::report
