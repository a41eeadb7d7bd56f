#include "chart/time_chart.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/golden.h"
#include "support/xml.h"

namespace accord::chart {
namespace {

using test::count_of;
using test::XmlCheck;

Day day(const char* text) {
  return *parse_day(text);
}

Point figure(const char* on, double value, Mark mark, const char* row) {
  return {day(on), value, mark, {row, "#" + std::string(row), "figure of " + std::string(on)}, ""};
}

Point missing(const char* on, const char* why, const char* row) {
  return {day(on), std::nullopt, Mark::none, {row, "#" + std::string(row), why}, why};
}

/// Figures of the public record around July 2019 and after June 2025.
TimeChart stock() {
  TimeChart chart;
  chart.head = {"fig-stock", "Stock against the limit", "The stock of each report & the limit."};
  chart.value_title = "kg of uranium";
  chart.log = true;
  chart.second = SecondScale{"multiples of the limit", 202.8};
  chart.references = {{.value = 202.8,
                       .label = "limit 202.8 kg_u",
                       .from = day("2019-01-01"),
                       .anchor = {"F-T-STOCK", "#F-T-STOCK", "the limit"}}};
  chart.lines = {{.name = "stock",
                  .points = {figure("2019-02-22", 163.8, Mark::found, "ev-13"),
                             figure("2019-05-20", 174.1, Mark::recalled, "ev-14"),
                             figure("2019-07-01", 205.0, Mark::derived, "ev-15"),
                             figure("2019-08-19", 241.6, Mark::estimated, "ev-18"),
                             missing("2019-11-12", "no access", "ev-44"),
                             missing("2020-02-27", "no access", "ev-45"),
                             figure("2020-05-20", 1571.6, Mark::found, "ev-22")}}};
  return chart;
}

TEST(TimeChart, KeepsItsReviewedBytes) {
  test::expect_golden("chart/stock.svg", draw(stock()));
}

TEST(TimeChart, IsWellFormedAndTheSameEachTime) {
  const std::string once = draw(stock());
  EXPECT_EQ(XmlCheck::fault(once), "");
  EXPECT_EQ(once, draw(stock()));
}

TEST(TimeChart, EveryMarkCarriesItsLinkAndId) {
  const std::string out = draw(stock());
  for (const char* row :
       {"ev-13", "ev-14", "ev-15", "ev-18", "ev-44", "ev-45", "ev-22", "F-T-STOCK"}) {
    EXPECT_EQ(count_of(out, "<a href=\"#" + std::string(row) + "\">"), 1U) << row;
    EXPECT_EQ(count_of(out, "data-id=\"" + std::string(row) + "\""), 1U) << row;
  }
}

TEST(TimeChart, AMissingFigureBreaksTheLineAndIsNeverZero) {
  TimeChart chart = stock();
  const std::string with_gap = draw(chart);
  std::erase_if(chart.lines[0].points, [](const Point& point) { return !point.value; });
  const std::string joined = draw(chart);
  const std::string stroke = "stroke=\"#0072B2\" stroke-width=\"1.8\"";
  EXPECT_EQ(count_of(joined, stroke), 4U);    // five figures in a row
  EXPECT_EQ(count_of(with_gap, stroke), 3U);  // none across the two reports without access
  EXPECT_EQ(count_of(with_gap, ">no access</text>"), 1U);  // one zone for both
  EXPECT_EQ(count_of(with_gap, "<title>no access</title>"), 2U);
  EXPECT_NE(with_gap.find(">no figure</text>"), std::string::npos);
}

TEST(TimeChart, NumbersThatAreNoneAreMissing) {
  TimeChart chart = stock();
  chart.lines[0].points[1].value = std::nan("");
  chart.lines[0].points[2].value = INFINITY;
  const std::string out = draw(chart);
  EXPECT_EQ(XmlCheck::fault(out), "");
  EXPECT_EQ(out.find("nan"), std::string::npos);
  EXPECT_EQ(out.find("inf"), std::string::npos);
}

TEST(TimeChart, StrokesToARecalledFigureAreDashed) {
  TimeChart chart = stock();
  const std::string dashed = "stroke-width=\"1.8\" stroke-dasharray=\"6 3\"";
  EXPECT_EQ(count_of(draw(chart), dashed), 2U);  // to and from 2019-05-20
  chart.lines[0].points[1].mark = Mark::found;
  EXPECT_EQ(count_of(draw(chart), dashed), 0U);
}

TEST(TimeChart, LegendNamesOnlyTheMarksUsed) {
  TimeChart chart = stock();
  for (const char* word : {"found", "derived", "recalled", "estimated"})
    EXPECT_NE(draw(chart).find(">" + std::string(word) + "</text>"), std::string::npos) << word;
  for (Point& point : chart.lines[0].points) point.mark = Mark::found;
  for (const char* word : {"derived", "recalled", "estimated"})
    EXPECT_EQ(draw(chart).find(">" + std::string(word) + "</text>"), std::string::npos) << word;
}

TEST(TimeChart, AFigureOfZeroTurnsTheLogarithmicScaleOff) {
  TimeChart chart = stock();
  chart.lines[0].points[0].value = 0.0;
  const std::string out = draw(chart);
  EXPECT_NE(out.find(">0</text>"), std::string::npos);
  EXPECT_EQ(out.find(">5000</text>"), std::string::npos);
}

TEST(TimeChart, SaysSoWhenTheAxisDoesNotStartAtZero) {
  TimeChart chart = stock();
  chart.log = false;
  EXPECT_EQ(draw(chart).find("does not start at zero"), std::string::npos);
  chart.from_zero = false;
  EXPECT_EQ(draw(chart).find("does not start at zero"), std::string::npos);  // 163.8 to 1571.6
  for (Point& point : chart.lines[0].points)
    if (point.value) point.value = 130 + *point.value / 1000;
  chart.references.clear();
  EXPECT_NE(draw(chart).find("does not start at zero"), std::string::npos);
}

TEST(TimeChart, BarsStandOnZeroAndRecalledPartsAreHatched) {
  TimeChart chart;
  chart.head = {"fig-bars", "Bars", "Parts on top of one another."};
  chart.log = true;  // has no meaning for bars
  chart.series = {{"a", Colour::blue, Fill::solid}, {"b", Colour::orange, Fill::solid}};
  chart.bars = {
      {.from = day("2020-01-01"),
       .to = day("2020-01-01"),
       .parts = {{0, 30, Mark::found, {"ev-1", "#ev-1", ""}},
                 {1, 10, Mark::recalled, {"ev-2", "#ev-2", ""}}}},
      {.from = day("2020-04-01"), .to = day("2020-07-01"), .parts = {{0, -15, Mark::found, {}}}}};
  const std::string out = draw(chart);
  EXPECT_EQ(XmlCheck::fault(out), "");
  EXPECT_NE(out.find(">-20</text>"), std::string::npos);
  EXPECT_NE(out.find(">40</text>"), std::string::npos);  // 30 + 10 on top of one another
  EXPECT_EQ(count_of(out, "<path "), 2U);                // the recalled part and its legend
  EXPECT_NE(out.find(">recalled</text>"), std::string::npos);
}

TEST(TimeChart, WithNothingOnRecordSaysSo) {
  TimeChart chart;
  chart.head = {"fig-none", "Nothing", "No report yet."};
  const std::string out = draw(chart);
  EXPECT_EQ(XmlCheck::fault(out), "");
  EXPECT_NE(out.find("no figure on record"), std::string::npos);
}

TEST(TimeChart, OneDayAloneIsDrawn) {
  TimeChart chart;
  chart.head = {"fig-one", "One", "One figure."};
  chart.lines = {{.name = "x", .points = {figure("2020-01-01", 5, Mark::found, "ev-1")}}};
  EXPECT_EQ(XmlCheck::fault(draw(chart)), "");
}

TEST(TimeChart, TextsFromTablesCannotBreakTheDrawing) {
  TimeChart chart = stock();
  const std::string hostile = "</text><script>alert('&')</script>\x02\xFF\"";
  chart.head.title = chart.head.statement = chart.value_title = hostile;
  chart.lines[0].name = chart.references[0].label = hostile;
  chart.zones = {{.low = 1, .high = 100, .label = hostile}};
  for (Point& point : chart.lines[0].points) {
    point.label = point.anchor.text = hostile;
    point.anchor.id = point.anchor.href = hostile;
  }
  const std::string out = draw(chart);
  EXPECT_EQ(XmlCheck::fault(out), "");
  EXPECT_EQ(out.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace accord::chart
