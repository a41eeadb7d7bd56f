#include <fmt/format.h>

#include <algorithm>

#include "base/english.h"
#include "chart/number_chart.h"
#include "report/pages/run_words.h"
#include "report/pages/simulation_page.h"

namespace accord::report {

using assessment::PreparedTest;
using chart::NumberChart;
using chart::NumberPoint;
using simulation::Estimate;

namespace {

constexpr double bar_factor = 2;  // bars of errors: ± 2 standard errors

std::string numbered(const char* name, std::size_t i) {
  return i == 1 ? name : fmt::format("{}-{}", name, i);
}

Figure finish(const std::string& name, NumberChart& drawing) {
  drawing.head.id = "fig-" + name;
  drawing.probability = true;
  return {name, drawing.head.title, drawing.head.statement, chart::draw(drawing), {}};
}

chart::NumberLine line_of(const PreparedTest& test, std::size_t i) {
  chart::NumberLine line = chart::line_style(i);
  line.name = test.name;
  return line;
}

NumberPoint point_at(const SimulationRun& run, const PlannedFigure& figure, std::size_t test,
                     std::size_t loss) {
  const PreparedTest& tried = run.prepared.tests[test];
  const double total = run.prepared.losses[loss].total_kg;
  const Estimate share = alarms(run, loss, tried);
  return {.x = total,
          .y = share.value,
          .error = bar_factor * share.standard_error,
          .anchor = {fmt::format("{}-{}-{}", figure.name, test + 1, loss), "",
                     fmt::format("{}, {:.6g} kg: {}", tried.name, total, with_coverage(share))}};
}

Figure over_totals(const SimulationRun& run, const PlannedFigure& figure) {
  NumberChart out;
  const auto& entry = run.scenario.losses[run.prepared.losses[figure.losses.back()].entry - 1];
  out.head.title = fmt::format("Probability of an alarm against the total loss: {}", entry.name);
  out.head.statement = fmt::format(
      "Share of {} simulated sequences of {} in which each test alarms, for each total that was "
      "tried; at 0 kg without loss: the false alarms; bars: ± {} standard errors.",
      run.tally.sequences, counted(run.prepared.campaign.factor.size(), "period"), bar_factor);
  out.x_title = "total loss, kg";
  out.y_title = "probability of an alarm within the periods";
  for (std::size_t test = 0; test < run.prepared.tests.size(); ++test) {
    chart::NumberLine line = line_of(run.prepared.tests[test], test);
    line.points.push_back(point_at(run, figure, test, 0));
    for (const std::size_t loss : figure.losses)
      if (run.prepared.losses[loss].total_kg > 0)
        line.points.push_back(point_at(run, figure, test, loss));
    out.lines.push_back(std::move(line));
  }
  return finish(figure.name, out);
}

Figure over_periods(const SimulationRun& run, const PlannedFigure& figure) {
  NumberChart out;
  const std::size_t loss = figure.losses.front();
  const auto& prepared = run.prepared.losses[loss];
  out.head.title = fmt::format("Probability of an alarm up to each period: {}", prepared.name);
  out.head.statement = fmt::format(
      "Share of {} simulated sequences with a loss of {:.6g} kg in which each test has alarmed by "
      "the end of the period; a test has no mark before the first alarm of any sequence.",
      run.tally.sequences, prepared.total_kg);
  out.x_title = "period";
  out.x_range = {1, static_cast<double>(run.prepared.campaign.factor.size())};
  out.whole = true;
  out.y_title = "probability of an alarm up to the period";
  for (std::size_t test = 0; test < run.prepared.tests.size(); ++test) {
    const PreparedTest& tried = run.prepared.tests[test];
    chart::NumberLine line = line_of(tried, test);
    for (std::size_t t = 0; t < run.prepared.campaign.factor.size(); ++t) {
      const Estimate share = simulation::alarm_probability(run.tally, loss, tried.index, t);
      if (share.value <= 0) continue;
      line.points.push_back({.x = static_cast<double>(t + 1),
                             .y = share.value,
                             .anchor = {fmt::format("{}-{}-{}", figure.name, test + 1, t + 1), "",
                                        fmt::format("{}, up to period {}: {}", tried.name, t + 1,
                                                    with_coverage(share))}});
    }
    out.lines.push_back(std::move(line));
  }
  return finish(figure.name, out);
}

}  // namespace

std::vector<std::vector<std::size_t>> losses_by_entry(
    const assessment::PreparedCampaign& prepared) {
  std::vector<std::vector<std::size_t>> out;
  std::size_t entry = 0;
  for (std::size_t loss = 0; loss < prepared.losses.size(); ++loss) {
    if (prepared.losses[loss].entry == 0) continue;
    if (prepared.losses[loss].entry != entry) out.emplace_back();
    entry = prepared.losses[loss].entry;
    out.back().push_back(loss);
  }
  for (auto& losses : out)
    std::stable_sort(losses.begin(), losses.end(), [&](std::size_t a, std::size_t b) {
      return prepared.losses[a].total_kg < prepared.losses[b].total_kg;
    });
  return out;
}

std::vector<PlannedFigure> planned_figures(const assessment::PreparedCampaign& prepared) {
  std::vector<PlannedFigure> curves;
  std::vector<PlannedFigure> times;
  for (std::vector<std::size_t>& losses : losses_by_entry(prepared)) {
    if (losses.size() > 1)
      curves.push_back({numbered("detection", curves.size() + 1), true, std::move(losses)});
    else if (times.size() < time_figures_max)
      times.push_back({numbered("time", times.size() + 1), false, std::move(losses)});
  }
  curves.insert(curves.end(), times.begin(), times.end());
  return curves;
}

Figure draw_figure(const SimulationRun& run, const PlannedFigure& figure) {
  return figure.over_totals ? over_totals(run, figure) : over_periods(run, figure);
}

}  // namespace accord::report
