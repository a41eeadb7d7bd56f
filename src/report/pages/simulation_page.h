#pragma once

#include <string>
#include <vector>

#include "assessment/campaign.h"
#include "formats/measured/scenario.h"
#include "report/forms/page.h"
#include "simulation/campaign.h"

/// A simulation of tests as a page.
namespace accord::report {

struct SimulationRun {
  const formats::Scenario& scenario;
  const assessment::PreparedCampaign& prepared;
  const simulation::Tally& tally;  ///< not empty
  std::vector<RunFile> files{};
};

/// Summary, drawings, detection probabilities with standard errors, tests, assumptions, seed.
[[nodiscard]] Page simulation_page(const SimulationRun& run);

/// The share of the sequences with an alarm within the periods.
[[nodiscard]] simulation::Estimate alarms(const SimulationRun& run, std::size_t loss,
                                          const assessment::PreparedTest& test);

/// The losses of each entry of the scenario, in its order; by total.
[[nodiscard]] std::vector<std::vector<std::size_t>> losses_by_entry(
    const assessment::PreparedCampaign& prepared);

/// The drawings: for each entry of the scenario with several totals "detection" (probability
/// against total loss), for each other loss "time" (probability against the period); "detection-2"
/// and so on when there are more. Known before anything is simulated.
struct PlannedFigure {
  std::string name;
  bool over_totals = false;
  std::vector<std::size_t> losses;  ///< of the prepared campaign, by total
};
[[nodiscard]] std::vector<PlannedFigure> planned_figures(
    const assessment::PreparedCampaign& prepared);
[[nodiscard]] Figure draw_figure(const SimulationRun& run, const PlannedFigure& figure);

/// More drawings over the periods than this are left out; the JSON has their numbers.
inline constexpr std::size_t time_figures_max = 6;

}  // namespace accord::report
