#include "chart/number_chart.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <tuple>

#include "support/golden.h"
#include "support/xml.h"

namespace accord::chart {
namespace {

using test::count_of;
using test::XmlCheck;

/// Values of an attribute of all elements of a tag, in order.
std::vector<double> numbers(const std::string& svg, const std::string& tag,
                            const std::string& attribute, const std::string& with = "") {
  std::vector<double> out;
  for (std::size_t at = svg.find("<" + tag + " "); at != std::string::npos;
       at = svg.find("<" + tag + " ", at + 1)) {
    const std::string element = svg.substr(at, svg.find('>', at) - at);
    const std::size_t value = element.find(" " + attribute + "=\"");
    if (value == std::string::npos || element.find(with) == std::string::npos) continue;
    out.push_back(std::stod(element.substr(value + attribute.size() + 3)));
  }
  return out;
}

NumberPoint at(double x, std::optional<double> y, double error = 0) {
  return {x, y, error, {"p-" + std::to_string(static_cast<int>(x)), "", "a point"}, ""};
}

/// An axis from 0 to 10 over 200 pixels: 20 pixels for each unit.
NumberChart three() {
  NumberChart chart;
  chart.head = {"fig-three", "Three & more", "Values < of three periods."};
  chart.x_title = "period";
  chart.y_title = "MUF, kg";
  chart.whole = true;
  chart.plot_height = 200;
  chart.lines = {{.name = "values", .points = {at(1, 0), at(2, 5, 2.5), at(3, 10)}}};
  return chart;
}

TEST(NumberChart, PutsMarksInProportionToTheirValues) {
  const std::string out = draw(three());
  const std::vector<double> y = numbers(out, "circle", "cy");
  const std::vector<double> x = numbers(out, "circle", "cx");
  ASSERT_EQ(y.size(), 4U);  // the fourth stands in the legend
  EXPECT_NEAR(y[0] - y[1], 100, 0.011);
  EXPECT_NEAR(y[0] - y[2], 200, 0.011);
  EXPECT_NEAR(x[2] - x[1], x[1] - x[0], 0.011);
}

TEST(NumberChart, ABarOfErrorReachesAsFarAsTheErrorToBothSides) {
  const std::string out = draw(three());
  const std::string stem = "stroke=\"#0072B2\" stroke-width=\"1.25\"";
  const auto y1 = numbers(out, "line", "y1", stem);
  const auto y2 = numbers(out, "line", "y2", stem);
  ASSERT_EQ(y1.size(), 6U);                // stem and two caps, in the plot and in the legend
  EXPECT_NEAR(y2[0] - y1[0], 100, 0.011);  // 2 · 2.5 units
  EXPECT_NEAR((y1[0] + y2[0]) / 2, numbers(out, "circle", "cy")[1], 0.011);
}

TEST(NumberChart, IsWellFormedAndTheSameEachTime) {
  NumberChart chart = three();
  chart.bands = {{.name = "limits", .steps = {{1, -2, 2}, {2, -3, 3}, {3, -2, 2}}}};
  chart.references = {{4, "threshold 4"}};
  chart.flags = {{3, 10, "alarm <in> period 3", {"alarm", "", "above"}}};
  const std::string once = draw(chart);
  EXPECT_EQ(XmlCheck::fault(once), "");
  EXPECT_EQ(once, draw(chart));
  EXPECT_NE(once.find("<title id=\"fig-three-title\">Three &amp; more</title>"), std::string::npos);
  EXPECT_NE(once.find("<desc id=\"fig-three-desc\">Values &lt; of three"), std::string::npos);
  for (const char* text :
       {"MUF, kg", "period", "threshold 4", "alarm &lt;in&gt; period 3", "limits"})
    EXPECT_EQ(count_of(once, ">" + std::string(text) + "</text>"), 1U) << text;
  EXPECT_EQ(count_of(once, "data-id=\"p-2\""), 1U);
  EXPECT_EQ(count_of(once, "data-id=\"alarm\""), 1U);
}

TEST(NumberChart, ABandIsDrawnAsDashedStepsAtItsLimits) {
  NumberChart chart = three();
  chart.bands = {{.name = "limits", .steps = {{1, 0, 10}, {2, 0, 5}, {3, 0, 10}}}};
  const std::string out = draw(chart);
  const std::string edge =
      "fill=\"none\" stroke=\"#D55E00\" stroke-width=\"1.6\" stroke-dasharray=\"6 3\"";
  EXPECT_EQ(count_of(out, edge), 2U);
  // The upper edge: at the height of 10, then of 5, then of 10.
  const std::size_t end = out.find(edge);
  std::string path = out.substr(out.rfind(" d=\"M", end) + 5);
  path = path.substr(0, path.find('"'));
  std::vector<double> heights;
  for (std::size_t i = path.find(' '); i != std::string::npos; i = path.find(' ', i + 1))
    heights.push_back(std::stod(path.substr(i + 1)));
  const std::vector<double> marks = numbers(out, "circle", "cy");
  EXPECT_EQ(heights, (std::vector<double>{marks[2], marks[1], marks[2]}));
}

TEST(NumberChart, AMissingValueBreaksTheLineAndIsNeverZero) {
  NumberChart chart = three();
  const std::string stroke = "stroke=\"#0072B2\" stroke-width=\"1.8\"";
  EXPECT_EQ(count_of(draw(chart), stroke), 2U);
  chart.lines[0].points[1].y = std::nullopt;
  chart.lines[0].points[1].label = "no variance";
  const std::string out = draw(chart);
  EXPECT_EQ(count_of(out, stroke), 0U);
  EXPECT_EQ(numbers(out, "circle", "cy").size(), 3U);
  EXPECT_EQ(count_of(out, ">no variance</text>"), 1U);
  EXPECT_EQ(count_of(out, ">no value</text>"), 1U);
  // The reason stands beside the cross, whose arms are 3.5 pixels long, not on it.
  const auto arms = numbers(out, "line", "x2", "stroke=\"#1A1A1A\" stroke-width=\"1.5\"");
  const std::size_t text = out.rfind("<text ", out.find(">no variance</text>"));
  const double left = std::stod(out.substr(out.find("x=\"", text) + 3));
  ASSERT_FALSE(arms.empty());
  EXPECT_TRUE(left > arms[0] || left < arms[0] - 60) << left << " " << arms[0];
}

TEST(NumberChart, NumbersThatAreNoneAreMissing) {
  for (const double bad : {std::nan(""), static_cast<double>(INFINITY), 1e300}) {
    NumberChart chart = three();
    chart.lines[0].points[1].y = bad;
    chart.references = {{bad, "limit"}};
    chart.flags = {{1, bad, "alarm", {}}};
    const std::string out = draw(chart);
    EXPECT_EQ(XmlCheck::fault(out), "");
    EXPECT_EQ(out.find("nan"), std::string::npos);
    EXPECT_EQ(out.find("inf"), std::string::npos);
    EXPECT_EQ(count_of(out, ">no value</text>"), 1U);
  }
}

TEST(NumberChart, AnErrorOrABandThatIsNoneIsNotDrawn) {
  for (const double bad : {std::nan(""), static_cast<double>(INFINITY), 1e300}) {
    NumberChart chart = three();
    chart.lines[0].points[1].error = bad;
    chart.bands = {{.name = "limits", .steps = {{1, -bad, bad}, {2, -3, 3}}}};
    const std::string out = draw(chart);
    EXPECT_EQ(XmlCheck::fault(out), "");
    EXPECT_EQ(out.find("nan"), std::string::npos);
    EXPECT_EQ(numbers(out, "circle", "cy").size(), 4U);
  }
}

TEST(NumberChart, PeriodsHaveWholeTicksThatFit) {
  NumberChart chart = three();
  const auto ticks = [&](int periods) {
    chart.lines[0].points.clear();
    for (int t = 1; t <= periods; ++t) chart.lines[0].points.push_back(at(t, 1000));
    return draw(chart);
  };
  const std::string year = ticks(12);
  for (int t = 1; t <= 12; ++t)
    EXPECT_EQ(count_of(year, ">" + std::to_string(t) + "</text>"), 1U) << t;
  const std::string many = ticks(60);  // steps of 1 and 2 would be more than 24 ticks
  EXPECT_EQ(count_of(many, ">55</text>"), 1U);
  EXPECT_EQ(count_of(many, ">54</text>"), 0U);
  EXPECT_EQ(XmlCheck::fault(ticks(2000)), "");
}

TEST(NumberChart, VerySmallValuesKeepShortLabels) {
  NumberChart chart = three();
  for (NumberPoint& point : chart.lines[0].points) point = at(point.x, *point.y * 1e-200);
  const std::string out = draw(chart);
  EXPECT_EQ(XmlCheck::fault(out), "");
  EXPECT_NE(out.find(">1e-199</text>"), std::string::npos);
}

TEST(NumberChart, WithoutAPointSaysSo) {
  NumberChart chart = three();
  chart.lines[0].points.clear();
  EXPECT_NE(draw(chart).find(">nothing to draw</text>"), std::string::npos);
  EXPECT_EQ(XmlCheck::fault(draw(chart)), "");
  chart.x_range = {1, 3};  // an axis that nothing reaches is something to see
  EXPECT_EQ(draw(chart).find("nothing to draw"), std::string::npos);
  EXPECT_NE(draw(chart).find(">3</text>"), std::string::npos);
}

TEST(NumberChart, LinesDifferInMoreThanColour) {
  std::set<std::tuple<Colour, Dash, Shape>> looks;
  for (std::size_t i = 0; i < 42; ++i) {
    const NumberLine line = line_style(i);
    looks.insert({line.colour, line.dash, line.shape});
  }
  EXPECT_EQ(looks.size(), 42U);
  std::set<Shape> shapes;
  for (std::size_t i = 0; i < 6; ++i) shapes.insert(line_style(i).shape);
  EXPECT_EQ(shapes.size(), 6U);
}

}  // namespace
}  // namespace accord::chart
