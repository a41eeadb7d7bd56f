#include "chart/lane_chart.h"

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/xml.h"

namespace accord::chart {
namespace {

using test::count_of;
using test::XmlCheck;

Day day(const char* text) {
  return *parse_day(text);
}

Anchor to(const std::string& id) {
  return {id, "#" + id, "text of " + id};
}

LaneChart sides() {
  LaneChart chart;
  chart.head = {"fig-sides", "Both sides over time", "Two terms and what was declared."};
  chart.styles = {{"met", Colour::blue, Fill::solid, 1},
                  {"not met", Colour::vermilion, Fill::hatched, 1},
                  {"not shown", Colour::grey, Fill::hollow, 0.7}};
  chart.days = {{day("2016-01-16"), "implementation"}};
  chart.groups = {
      {"",
       {{.name = "Declarations",
         .marks = {{day("2019-05-08"), Mark::declaration, Colour::black, "A declaration",
                    to("ev-2")},
                   {day("2018-05-08"), Mark::declaration, Colour::black, "Another one", to("ev-1")},
                   {day("2019-05-20"), Mark::event, Colour::black, "", to("ev-3")}}}}},
      {"Owed by one",
       {{.name = "T-STOCK",
         .spans = {{day("2016-01-16"), day("2019-07-01"), 0, to("F-1")},
                   {day("2019-07-01"), std::nullopt, 1, to("F-2")}}}}},
      {"Owed by the other",
       {{.name = "O-RELIEF",
         .spans = {{day("2016-01-16"), day("2018-05-08"), 0, to("F-3")},
                   {day("2018-05-08"), std::nullopt, 2, to("F-4")}}}}}};
  chart.to = day("2020-01-01");
  return chart;
}

TEST(LaneChart, KeepsItsReviewedBytes) {
  test::expect_golden("chart/sides.svg", draw(sides()));
}

TEST(LaneChart, EveryMarkCarriesItsLinkAndId) {
  const std::string out = draw(sides());
  EXPECT_EQ(XmlCheck::fault(out), "");
  for (const char* id : {"ev-1", "ev-2", "ev-3", "F-1", "F-2", "F-3", "F-4"}) {
    EXPECT_EQ(count_of(out, "<a href=\"#" + std::string(id) + "\">"), 1U) << id;
    EXPECT_EQ(count_of(out, "data-id=\"" + std::string(id) + "\""), 1U) << id;
  }
}

TEST(LaneChart, StatesDifferInMoreThanColour) {
  const std::string out = draw(sides());
  EXPECT_EQ(count_of(out, "<path "), 2U);                    // hatched: "not met" and its legend
  EXPECT_EQ(count_of(out, "stroke-dasharray=\"2 2\""), 2U);  // hollow: "not shown" and its legend
}

TEST(LaneChart, LabelsThatWouldCoverOneAnotherTakeRowsOfTheirOwn) {
  LaneChart chart;
  chart.head = {"f", "t", "s"};
  for (int i = 0; i < 40; ++i)
    chart.groups.resize(1), chart.groups[0].lanes.resize(1),
        chart.groups[0].lanes[0].marks.push_back({day("2019-05-08") + i, Mark::event, Colour::black,
                                                  "label", to("ev-" + std::to_string(i))});
  const std::string out = draw(chart);
  EXPECT_EQ(XmlCheck::fault(out), "");
  EXPECT_EQ(count_of(out, "class=\"mark\""), 40U);  // all marks, though not every label has room
  EXPECT_GE(count_of(out, ">label</text>"), 14U);
}

TEST(LaneChart, OrderOfMarksDoesNotChangeRows) {
  LaneChart chart = sides();
  const std::string out = draw(chart);
  auto& marks = chart.groups[0].lanes[0].marks;
  std::swap(marks[0], marks[1]);
  EXPECT_EQ(draw(chart).size(), out.size());
}

TEST(LaneChart, WithNothingOnRecordSaysSo) {
  LaneChart chart;
  chart.head = {"f", "t", "s"};
  EXPECT_NE(draw(chart).find("nothing on record"), std::string::npos);
}

}  // namespace
}  // namespace accord::chart
