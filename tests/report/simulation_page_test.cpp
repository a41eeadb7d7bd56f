#include "report/pages/simulation_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/xml.h"

namespace accord::report {
namespace {

using test::count_of;
using test::XmlCheck;
using testing::HasSubstr;

constexpr const char* scenario_text = R"(
name = "Three <balances>"
seed = 5
[balance.structure]
periods = 3
flow_variance_kg2 = 1.0
systematic_variance_kg2 = 0.0
inventory_variance_kg2 = 0.5
[[loss]]
name = "in every period"
total_kg = [8, 2, 4]
[[loss]]
name = "once"
per_period_kg = [0, 6, 0]
[[test]]
kind = "page"
false_alarm = 0.05
[[test]]
kind = "cumuf_end"
false_alarm = 0.05
)";

/// A simulation whose counts are written down, not drawn: 400 sequences.
struct Counted {
  formats::Scenario scenario;
  assessment::PreparedCampaign prepared;
  simulation::Tally tally;

  explicit Counted(const char* text = scenario_text) {
    scenario = formats::read_scenario(text, "s.toml").scenario;
    prepared = assessment::prepare_campaign(
                   scenario, assessment::stated_covariance(scenario.balance).value(), "s.toml", 1)
                   .prepared;
    tally = simulation::Tally(prepared.campaign);
    tally.sequences = 400;
  }
  [[nodiscard]] SimulationRun run() const {
    return {scenario, prepared, tally, {run_file("s.toml", scenario_text)}};
  }
};

/// No loss, then 8, 2 and 4 kg in every period, then once; Page's test, then CUMUF at the end.
Counted counted() {
  Counted out;
  out.tally.alarms = {{{4, 6, 10}, {0, 0, 16}},
                      {{60, 90, 150}, {0, 0, 320}},
                      {{5, 15, 20}, {0, 0, 60}},
                      {{20, 30, 50}, {0, 0, 140}},
                      {{3, 197, 160}, {0, 0, 400}}};
  return out;
}

TEST(SimulationPage, EveryProbabilityHasItsStandardError) {
  const std::string page = markdown(simulation_page(counted().run()));
  // 20/400 ± √(0.05·0.95/400) = 0.0109; 16/400: 0.0098.
  EXPECT_THAT(page, HasSubstr("without loss (false alarms): between 0.0400 ± 0.0098 (CUMUF at the "
                              "end) and 0.050 ± 0.011 (Page)."));
  EXPECT_THAT(page,
              HasSubstr("in every period, 2 kg in total: between 0.100 ± 0.015 (Page) and 0.150 "
                        "± 0.018 (CUMUF at the end)."));
  EXPECT_THAT(page,
              HasSubstr("in every period, 8 kg in total: between 0.750 ± 0.022 (Page) and 0.800 "
                        "± 0.020 (CUMUF at the end)."));
  EXPECT_THAT(page, HasSubstr("once, 6 kg in total: between 0.900 ± 0.015 (Page) and all sequences "
                              "(CUMUF at the end)."));
  EXPECT_THAT(page, HasSubstr("| Page | "));
  EXPECT_THAT(page, HasSubstr(" | 0.250000 | 0.021651 | "));  // 100/400
  // All sequences alarmed: no standard error, but 3/400.
  EXPECT_THAT(page, HasSubstr("below 0.0075, or above 1 less that"));
  EXPECT_THAT(page, HasSubstr("| seed | 5 |"));
  EXPECT_THAT(page, HasSubstr("| sequences | 400 |"));
}

TEST(SimulationPage, IsOneWellFormedFile) {
  const Counted made = counted();
  const std::string page = html(simulation_page(made.run()));
  EXPECT_EQ(page, html(simulation_page(made.run())));
  EXPECT_THAT(page, HasSubstr("<h1>Three &lt;balances&gt;</h1>"));
  const std::size_t from = page.find("<header");
  EXPECT_EQ(XmlCheck::fault(page.substr(from, page.find("</body>") - from)), "");
}

TEST(SimulationFigures, SeveralTotalsAreACurveAndOneIsDrawnOverThePeriods) {
  const Counted made = counted();
  const auto planned = planned_figures(made.prepared);
  ASSERT_EQ(planned.size(), 2U);
  EXPECT_EQ(planned[0].name, "detection");
  EXPECT_EQ(planned[0].losses, (std::vector<std::size_t>{2, 3, 1}));  // 2, 4, 8 kg
  EXPECT_EQ(planned[1].name, "time");
  EXPECT_EQ(planned[1].losses, (std::vector<std::size_t>{4}));
  std::vector<std::string> names;
  const Page page = simulation_page(made.run());
  for (const Figure* figure : figures_of(page)) names.push_back(figure->id);
  EXPECT_EQ(names, (std::vector<std::string>{"detection", "time"}));
}

TEST(SimulationFigures, TheCurveBeginsWithTheFalseAlarms) {
  const Counted made = counted();
  const Figure figure = draw_figure(made.run(), planned_figures(made.prepared)[0]);
  EXPECT_EQ(XmlCheck::fault(figure.svg), "");
  EXPECT_THAT(figure.svg, HasSubstr("<title>Page, 0 kg: 0.050 ± 0.011 (k = 1)</title>"));
  EXPECT_THAT(figure.svg, HasSubstr("<title>Page, 8 kg: 0.750 ± 0.022 (k = 1)</title>"));
  EXPECT_THAT(figure.svg,
              HasSubstr("<title>CUMUF at the end, 4 kg: 0.350 ± 0.024 (k = 1)</title>"));
  EXPECT_EQ(count_of(figure.svg, "class=\"mark\""), 8U);  // two tests, three totals and none
  EXPECT_THAT(figure.svg, HasSubstr("bars: ± 2 standard errors"));
  EXPECT_THAT(figure.svg, HasSubstr(">total loss, kg</text>"));
  // Two tests: the second is dashed and has another mark.
  EXPECT_THAT(figure.svg,
              HasSubstr("stroke=\"#D55E00\" stroke-width=\"1.8\" stroke-dasharray=\"6 3\""));
}

TEST(SimulationFigures, ATestThatLooksAtTheEndHasOneMark) {
  const Counted made = counted();
  const Figure figure = draw_figure(made.run(), planned_figures(made.prepared)[1]);
  EXPECT_EQ(XmlCheck::fault(figure.svg), "");
  // 3, 3 + 197, 360 of 400
  EXPECT_THAT(figure.svg,
              HasSubstr("<title>Page, up to period 1: 0.0075 ± 0.0043 (k = 1)</title>"));
  EXPECT_THAT(figure.svg, HasSubstr("<title>Page, up to period 2: 0.500 ± 0.025 (k = 1)</title>"));
  EXPECT_THAT(figure.svg, HasSubstr("up to period 3: all sequences</title>"));
  EXPECT_EQ(count_of(figure.svg, "class=\"mark\""), 4U);
}

TEST(SimulationFigures, ManyLossesAreNotAllDrawn) {
  std::string text = "[balance.structure]\nperiods = 2\nflow_variance_kg2 = 1.0\n";
  for (int i = 0; i < 8; ++i)
    text += "[[loss]]\nname = \"l" + std::to_string(i) + "\"\ntotal_kg = 1\n";
  text += "[[test]]\nkind = \"page\"\nfalse_alarm = 0.05\n";
  Counted made(text.c_str());
  EXPECT_EQ(planned_figures(made.prepared).size(), time_figures_max);
  const std::string page = markdown(simulation_page(made.run()));
  EXPECT_THAT(page, HasSubstr("At most 6 losses are drawn"));
  EXPECT_THAT(page, HasSubstr("l7, 1 kg in total: no sequence (Page)."));
}

}  // namespace
}  // namespace accord::report
