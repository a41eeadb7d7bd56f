#include "report/figures/figures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "agreement/explain/depends.h"
#include "report/sections/report.h"
#include "report/sections/writer.h"
#include "support/golden.h"
#include "support/xml.h"

namespace accord::report {
namespace {

using test::count_of;
using test::XmlCheck;

Day day(const char* text) {
  return *parse_day(text);
}

/// The public record of the model case, read once.
std::shared_ptr<const formats::Workspace> record() {
  static const auto workspace = [] {
    auto read = formats::read_workspace(std::string(ACCORD_SOURCE_DIR) + "/examples/jcpoa");
    return std::make_shared<const formats::Workspace>(std::move(*read));
  }();
  return workspace;
}

assessment::Assessment assessed(const char* on, std::vector<std::string> suppose = {}) {
  assessment::Query query;
  query.on = query.known = day(on);
  query.suppose = std::move(suppose);
  return *assessment::Assessment::make(record(), query);
}

/// All drawings of the report known on a day, by id.
struct Drawn {
  explicit Drawn(const char* on, std::vector<std::string> suppose = {})
      : assessment(assessed(on, std::move(suppose))), report(make_report(assessment)) {
    for (const Section& section : report.sections)
      for (const Block& block : section.blocks)
        if (const auto* figure = std::get_if<Figure>(&block)) all.push_back(*figure);
  }
  Figure operator[](std::string_view id) const {
    return *std::find_if(all.begin(), all.end(), [&](const Figure& f) { return f.id == id; });
  }
  assessment::Assessment assessment;
  Report report;
  std::vector<Figure> all;
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The value of an attribute in the first element after a place.
std::string attribute_after(const std::string& svg, std::string_view place, std::string_view name) {
  const std::size_t at = svg.find(std::string(name) + "=\"", svg.find(place));
  const std::size_t from = at + name.size() + 2;
  return svg.substr(from, svg.find('"', from) - from);
}

TEST(Figures, AreWellFormedAndTheSameEachTime) {
  const Drawn once("2026-06-04");
  const Drawn again("2026-06-04");
  ASSERT_EQ(once.all.size(), 7U);
  for (std::size_t i = 0; i < once.all.size(); ++i) {
    EXPECT_EQ(XmlCheck::fault(once.all[i].svg), "") << once.all[i].id;
    EXPECT_EQ(once.all[i].svg, again.all[i].svg);
  }
}

TEST(Figures, EveryLinkLeadsToACitedRowOrAFinding) {
  const Drawn drawn("2025-09-03");
  std::set<std::string> targets;
  for (const EvidenceRow& row : drawn.report.evidence) targets.insert("#" + row.anchor);
  for (const evidence::Finding& f : drawn.assessment.findings()) targets.insert("#" + f.id);
  for (const Figure& d : drawn.all) {
    EXPECT_GT(count_of(d.svg, "<a href="), 0U) << d.id;
    for (std::size_t at = d.svg.find("<a href=\""); at != std::string::npos;
         at = d.svg.find("<a href=\"", at + 1)) {
      const std::size_t from = at + 9;
      const std::string href = d.svg.substr(from, d.svg.find('"', from) - from);
      EXPECT_TRUE(targets.contains(href)) << d.id << " " << href;
    }
  }
}

TEST(Figures, StockNamesTheLatestFigureAndItsRatio) {
  const Figure& stock = Drawn("2025-09-03")["fig-stock"];
  // 9874.9 / 202.8 = 48.6928…
  EXPECT_TRUE(
      has(stock.statement, "9874.9 kg U as of 2025-06-13 (GOV/2025/50), 48.69 times the limit"))
      << stock.statement;
  EXPECT_TRUE(has(stock.svg, ">9874.9</text>"));
  EXPECT_TRUE(has(stock.svg, ">205.0</text>"));  // the first above the limit
  EXPECT_FALSE(has(stock.svg, ">213.5</text>"));
  EXPECT_FALSE(has(stock.svg, ">no access</text>"));
}

TEST(Figures, ReportsWithoutAccessAreGaps) {
  const Figure& stock = Drawn("2026-06-04")["fig-stock"];
  EXPECT_TRUE(has(stock.statement, "3 later reports give no figure.")) << stock.statement;
  EXPECT_EQ(count_of(stock.svg, ">no access</text>"), 1U);
  EXPECT_EQ(count_of(stock.svg, ": no access</title>"), 3U);
}

TEST(Figures, AStatementInAnotherUnitIsDrawnAtTheLimitItNames) {
  // The reports of 2016 state "not above 300 kg of UF6"; on an axis of uranium that is 202.8.
  const Figure& stock = Drawn("2017-06-02")["fig-stock"];
  const std::string y = attribute_after(stock.svg, "data-id=\"fig-stock-limit-2016-01-16\"", "y1");
  EXPECT_EQ(count_of(stock.svg, "not above 300 kg UF6</title>"), 4U);
  EXPECT_EQ(count_of(stock.svg, "y1=\"" + y + "\""), 1U + 4U + 4U + 1U);
  // the limit, four caps and their stems, and the tick of one times the limit
}

TEST(Figures, LimitsHoldFromTheirFirstDay) {
  const assessment::Assessment a = assessed("2025-09-03");
  const Writer writer(a, nullptr);
  const auto stock = limit_steps(writer, "T-STOCK", "kg_u");
  ASSERT_EQ(stock.size(), 1U);
  EXPECT_EQ(to_string(stock[0].from), "2016-01-16");
  EXPECT_FALSE(stock[0].to);
  EXPECT_EQ(stock[0].value, Rational(Decimal{2028, 1}));
  EXPECT_EQ(limit_steps(writer, "T-STOCK", "kg_uf6").at(0).value, Rational::of(300));
  EXPECT_TRUE(limit_steps(writer, "T-STOCK", "t").empty());
  EXPECT_TRUE(limit_steps(writer, "T-NOWHERE", "kg_u").empty());
}

TEST(Figures, LevelsThatAReportDoesNotGiveAreNotZero) {
  const Figure& levels = Drawn("2025-09-03")["fig-levels"];
  // GOV/2020/26: 1571.6 in all, 483 up to 2 %, no other level: 1088.6 is somewhere.
  EXPECT_EQ(count_of(levels.svg, "GOV/2020/26: up to"), 1U);
  EXPECT_TRUE(has(levels.svg, "GOV/2020/26: in no published level: 1088.6"));
  // GOV/2025/50: 9874.9 − (2391.1 + 6024.4 + 184.1 + 440.9) = 834.4
  EXPECT_TRUE(has(levels.svg, "GOV/2025/50: in no published level: 834.4"));
}

TEST(Figures, GrowthIsForThirtyDays) {
  const Figure& growth = Drawn("2025-02-26")["fig-growth"];
  // 8294.4 − 6604.4 = 1690 from 2024-10-26 to 2025-02-08, 105 days; 1690 × 30 / 105 = 482.857…
  EXPECT_TRUE(
      has(growth.svg, "GOV/2025/8: 1690 kg U in 105 days, 482.9 in 30 days, since GOV/2024/61"));
}

TEST(Figures, TheMarkOfALevelIsTheSettingsOwn) {
  const Figure& level = Drawn("2025-09-03")["fig-level"];
  for (const char* label :
       {"band up to 2 %", "band up to 5 %", "band up to 20 %", "band up to 60 %"})
    EXPECT_TRUE(has(level.svg, ">" + std::string(label) + "</text>")) << label;
  EXPECT_FALSE(has(level.svg, ">band up to 3.67 %</text>"));  // that is the limit
  EXPECT_TRUE(has(level.svg, ">limit of 3.67 %</text>"));
}

TEST(Figures, HeavyWaterShowsItsFiguresAboveTheMark) {
  const Figure& water = Drawn("2025-09-03")["fig-heavy-water"];
  EXPECT_TRUE(has(water.svg, ">limit of 130 t</text>"));
  EXPECT_TRUE(has(water.svg, ">130.9</text>"));
  EXPECT_TRUE(has(water.svg, ">130.1</text>"));
  EXPECT_TRUE(has(water.svg, "does not start at zero"));
}

TEST(Figures, BothSidesStandInTheSameDrawing) {
  const Figure& sides = Drawn("2025-11-12")["fig-sides"];
  for (const char* group :
       {"Owed by Iran", "Owed by United States", "Owed by European Union", "Declarations"})
    EXPECT_TRUE(has(sides.svg, ">" + std::string(group) + "</text>")) << group;
  EXPECT_TRUE(has(sides.svg, "T-STOCK: not met from 2019-07-01 to 2025-11-11"));
  EXPECT_TRUE(has(sides.svg, "data-id=\"lane-F-O-US-MAINTAIN-2018-05-08\""));
}

TEST(Figures, SupposedFiguresAreMarkedAndJoinedToNothing) {
  const Drawn with("2025-09-03", {"eu_total = 250 kg_u on 2025-08-01"});
  const Drawn without("2025-09-03");
  EXPECT_TRUE(has(with["fig-stock"].svg, ">supposed 250</text>"));
  EXPECT_TRUE(has(with["fig-stock"].svg, ">supposed</text>"));  // the legend
  EXPECT_FALSE(has(without["fig-stock"].svg, "supposed"));
  const std::string stroke = "stroke-width=\"1.8\"";
  EXPECT_EQ(count_of(with["fig-stock"].svg, stroke), count_of(without["fig-stock"].svg, stroke));
}

TEST(Figures, WithoutAnyReportSaySo) {
  const Drawn drawn("2016-01-20");
  for (const Figure& d : drawn.all) EXPECT_EQ(XmlCheck::fault(d.svg), "") << d.id;
  EXPECT_TRUE(has(drawn["fig-stock"].svg, "no figure on record"));
  EXPECT_EQ(drawn["fig-stock"].statement, "No figure is on record.");
}

TEST(DependsDrawing, LeadsFromDaysToTermsToParties) {
  const auto around = agreement::around(agreement::depends(record()->agreement), "O-US-MAINTAIN");
  const std::string svg = depends_drawing(around, "O-US-MAINTAIN");
  EXPECT_EQ(XmlCheck::fault(svg), "");
  EXPECT_TRUE(has(svg, "data-id=\"node-O-US-MAINTAIN\""));
  EXPECT_TRUE(has(svg, ">can take it out of force</text>"));
  EXPECT_EQ(count_of(svg, "class=\"mark\""), around.nodes.size() + around.edges.size());
  EXPECT_EQ(XmlCheck::fault(depends_drawing({}, "")), "");
}

}  // namespace
}  // namespace accord::report
