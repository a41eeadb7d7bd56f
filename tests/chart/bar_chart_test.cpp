#include "chart/bar_chart.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/golden.h"
#include "support/xml.h"

namespace accord::chart {
namespace {

using test::count_of;
using test::XmlCheck;

BarChart shares() {
  BarChart chart;
  chart.head = {"fig-bars", "Shares", "Three parts of 100 %."};
  chart.value_title = "share, %";
  chart.kinds = {{"random", Colour::blue, Fill::solid},
                 {"shared", Colour::vermilion, Fill::hatched},
                 {"of neither kind", Colour::green, Fill::hollow}};
  chart.bars = {{"scale <A>", 60, "60.0 %", 0, {"b-1", "", "scale"}},
                {"analysis", 30, "30.0 %", 1, {"b-2", "", "analysis"}}};
  return chart;
}

/// Left edge and width of the bar with this id.
std::pair<double, double> bar(const std::string& svg, const std::string& id) {
  const std::string mark = svg.substr(svg.find("data-id=\"" + id + "\""));
  const std::string box = mark.substr(mark.find("<rect "));
  const auto number = [&](const std::string& name) {
    return std::stod(box.substr(box.find(" " + name + "=\"") + name.size() + 3));
  };
  return {number("x"), number("width")};
}

TEST(BarChart, LengthsAreInProportionAndStartAtZero) {
  const std::string out = draw(shares());
  const auto [left_1, width_1] = bar(out, "b-1");
  const auto [left_2, width_2] = bar(out, "b-2");
  EXPECT_EQ(left_1, left_2);
  EXPECT_NEAR(width_1, 2 * width_2, 0.021);
}

TEST(BarChart, IsWellFormedAndTheSameEachTime) {
  const std::string once = draw(shares());
  EXPECT_EQ(XmlCheck::fault(once), "");
  EXPECT_EQ(once, draw(shares()));
  for (const char* text : {"scale &lt;A&gt;", "60.0 %", "analysis", "30.0 %", "share, %", "random"})
    EXPECT_EQ(count_of(once, ">" + std::string(text) + "</text>"), 1U) << text;
}

TEST(BarChart, HatchingTellsKindsApartAndTheLegendNamesThoseUsed) {
  const std::string out = draw(shares());
  EXPECT_EQ(count_of(out, "<path "), 2U);  // one bar and its legend
  EXPECT_EQ(count_of(out, ">of neither kind</text>"), 0U);
}

TEST(BarChart, ANegativeShareEndsAtZero) {
  BarChart chart = shares();
  chart.bars[1].value = -30;
  const std::string out = draw(chart);
  const auto [left_1, width_1] = bar(out, "b-1");
  const auto [left_2, width_2] = bar(out, "b-2");
  EXPECT_NEAR(left_2 + width_2, left_1, 0.021);
  EXPECT_NEAR(width_1, 2 * width_2, 0.021);
}

TEST(BarChart, WithoutABarSaysSo) {
  BarChart chart = shares();
  chart.bars[0].value = std::nan("");
  EXPECT_EQ(draw(chart).find("scale"), std::string::npos);
  chart.bars.clear();
  EXPECT_NE(draw(chart).find(">nothing to draw</text>"), std::string::npos);
  EXPECT_EQ(XmlCheck::fault(draw(chart)), "");
}

}  // namespace
}  // namespace accord::chart
