#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <regex>
#include <set>
#include <string>

#include "report/sections/report.h"
#include "support/golden.h"
#include "support/xml.h"

/// Reports of workspaces without a plan: the whole text was read and is kept in vectors/reports;
/// beside it stand facts worked out by hand from the tables, and what no report may show.
namespace accord::report {
namespace {

using testing::HasSubstr;
using testing::Not;

Report report_of(const std::string& example) {
  auto read = formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/" + example);
  const auto workspace = std::make_shared<const formats::Workspace>(std::move(*read));
  return make_report(assessment::Assessment::make(workspace, {}).value());
}

std::string page_of(const std::string& example) {
  return markdown(report_of(example));
}

class UsualReport : public testing::TestWithParam<const char*> {};

TEST_P(UsualReport, IsTheOneThatWasRead) {
  test::expect_golden(std::string("reports/") + GetParam() + ".md", page_of(GetParam()));
}

TEST_P(UsualReport, HasNoSectionWithoutContentAndNoEmptyBrackets) {
  const Report report = report_of(GetParam());
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& s = report.sections[i];
    const bool has_part = i + 1 < report.sections.size() && report.sections[i + 1].level > s.level;
    EXPECT_TRUE(!s.blocks.empty() || has_part) << s.title;
  }
  const std::string page = markdown(report);
  for (const char* nothing : {"()", "( )", "“”", "[]"}) EXPECT_THAT(page, Not(HasSubstr(nothing)));
}

TEST_P(UsualReport, HasLettersThatFollowOneAnother) {
  char next = 'A';
  for (const Section& s : report_of(GetParam()).sections)
    if (s.level == 1 && s.id.size() == 1) {
      EXPECT_EQ(s.id, std::string(1, next++)) << s.title;
    }
}

TEST_P(UsualReport, IsWellFormedWithDrawingsThatHaveTheirOwnPlace) {
  const Report report = report_of(GetParam());
  std::set<std::string> ids;
  for (const Section& s : report.sections)
    for (const Block& block : s.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) {
        EXPECT_TRUE(ids.insert(table->id).second) << table->id;
      }
      if (const auto* figure = std::get_if<Figure>(&block)) {
        EXPECT_TRUE(ids.insert(figure->id).second) << figure->id;
        EXPECT_EQ(test::XmlCheck::fault(figure->svg), "") << figure->id;
      }
    }
}

INSTANTIATE_TEST_SUITE_P(Examples, UsualReport,
                         testing::Values("ceasefire", "supply", "items", "books"));

/// Words of a nuclear agreement have no place in a report of another field.
TEST(UsualReports, SpeakOfTheirOwnFieldOnly) {
  const std::regex foreign("enrich|uranium|heavy water|nuclear|centrifuge|inspectorate|material",
                           std::regex::icase);
  for (const char* example : {"ceasefire", "supply", "items"}) {
    const std::string page = page_of(example);
    std::smatch found;
    EXPECT_FALSE(std::regex_search(page, found, foreign)) << example << ": " << found.str();
  }
}

// examples/ceasefire/README.md: convoy I-4 was asked for on 2 April and passed on the 4th, I-8 on
// 8 April and passed on the 15th, four days after its last day, 11 April.
TEST(UsualReports, ACeasefireTabulatesItsRequests) {
  const std::string page = page_of("ceasefire");
  EXPECT_THAT(page, HasSubstr("| 2025-04-05 | 2025-04-04 | performed |"));
  EXPECT_THAT(page, HasSubstr("| 2025-04-11 | 2025-04-15 | performed late |"));
  EXPECT_THAT(page, HasSubstr("### C.1 Northland"));
  EXPECT_THAT(page, HasSubstr("### C.2 Southland"));
}

// Southland: 6 alpha, 3 beta and 3 gamma deployed make 12 of 14; counted 3 · 6 + 2 · 3 + 3 = 27.
TEST(UsualReports, AnArmsCountDrawsWhatIsHeldAgainstItsLimits) {
  const std::string page = page_of("items");
  EXPECT_THAT(page, HasSubstr("*Figure: Units counted: Southland.* The latest figure is 27 items"));
  EXPECT_THAT(page,
              HasSubstr("*Figure: Deployed items: Southland.* The latest figure is 12 items"));
}

}  // namespace
}  // namespace accord::report
