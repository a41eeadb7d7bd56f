#include "report/pages/simulation_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "assessment/balance_tests.h"
#include "assessment/kinds.h"
#include "base/english.h"
#include "report/pages/run_words.h"

namespace accord::report {

using assessment::PreparedLoss;
using assessment::PreparedTest;
using simulation::Estimate;

simulation::Estimate alarms(const SimulationRun& run, std::size_t loss, const PreparedTest& test) {
  return simulation::alarm_probability(run.tally, loss, test.index,
                                       run.prepared.campaign.factor.size() - 1);
}

namespace {

/// What the alarms say about one loss, over all tests: least and largest share.
std::string shares_of(const SimulationRun& run, std::size_t loss) {
  const auto& tests = run.prepared.tests;
  const auto [least, largest] =
      std::minmax_element(tests.begin(), tests.end(), [&](const auto& a, const auto& b) {
        return alarms(run, loss, a).value < alarms(run, loss, b).value;
      });
  const auto said = [&](const PreparedTest& test) {
    return fmt::format("{} ({})", with_error(alarms(run, loss, test)), test.name);
  };
  if (tests.size() == 1) return said(tests.front());
  return fmt::format("between {} and {}", said(*least), said(*largest));
}

/// As the scenario names it: several totals have one name.
const std::string& name_of(const SimulationRun& run, std::size_t loss) {
  const PreparedLoss& one = run.prepared.losses[loss];
  return one.entry == 0 ? one.name : run.scenario.losses[one.entry - 1].name;
}

std::string loss_words(const SimulationRun& run, std::size_t loss) {
  return fmt::format("{}, {:.6g} kg in total", name_of(run, loss),
                     run.prepared.losses[loss].total_kg);
}

/// Of an entry with several totals, the least and the largest one.
List alarm_list(const SimulationRun& run) {
  List out;
  const auto add = [&](std::string text) { out.items.push_back({.text = std::move(text)}); };
  add(fmt::format("without loss (false alarms): {}.", shares_of(run, 0)));
  for (const std::vector<std::size_t>& losses : losses_by_entry(run.prepared)) {
    add(fmt::format("{}: {}.", loss_words(run, losses.front()), shares_of(run, losses.front())));
    if (losses.size() > 1)
      add(fmt::format("{}: {}.", loss_words(run, losses.back()), shares_of(run, losses.back())));
  }
  return out;
}

Section summary(const SimulationRun& run) {
  Section out{"summary", "Summary", 1, {}};
  const std::size_t periods = run.prepared.campaign.factor.size();
  out.blocks.emplace_back(
      Paragraph{fmt::format("{} sequences of {} were simulated, without loss and with each loss, "
                            "with seed {}. The standard deviation of "
                            "CUMUF, the sum of the MUFs, is {:.6g} kg at the end (k = 1).",
                            run.tally.sequences, counted(periods, "period"), run.scenario.seed,
                            run.prepared.sigma_cumuf_kg)});
  if (run.prepared.tests.empty()) return out;
  out.blocks.emplace_back(Paragraph{
      "The probability of an alarm within the periods, with its standard error (k = 1):"});
  out.blocks.emplace_back(alarm_list(run));
  out.blocks.emplace_back(
      Paragraph{"These are properties of tests and of stated errors, for the losses that were "
                "tried. They do not show whether anything is missing anywhere.",
                Paragraph::Kind::note});
  return out;
}

std::string limit_words(const PreparedTest& test) {
  return test.limit ? fixed(*test.limit, 4) : "–";
}

Table results(const SimulationRun& run) {
  Table out{
      "results-table",
      "Probability of an alarm within the periods",
      "Share of the simulated sequences, with its standard error (k = 1); exact: computed "
      "without simulation, where a formula is known.",
      {{"test"}, {"limit", true}, {"probability", true}, {"standard error", true}, {"exact", true}},
      {}};
  for (std::size_t loss = 0; loss < run.prepared.losses.size(); ++loss) {
    const PreparedLoss& one = run.prepared.losses[loss];
    out.rows.push_back({"",
                        {{.text = one.entry == 0 ? std::string("without loss: false alarms")
                                                 : loss_words(run, loss)}},
                        true});
    for (const PreparedTest& test : run.prepared.tests) {
      const Estimate share = alarms(run, loss, test);
      Row row;
      for (std::string text :
           {test.name, limit_words(test), fixed(share.value, 6), fixed(share.standard_error, 6),
            test.exact[loss] ? fixed(*test.exact[loss], 6) : std::string("–")})
        row.cells.push_back({.text = std::move(text)});
      out.rows.push_back(std::move(row));
    }
  }
  return out;
}

bool has_certain(const SimulationRun& run) {
  for (std::size_t loss = 0; loss < run.prepared.losses.size(); ++loss)
    for (const PreparedTest& test : run.prepared.tests)
      if (alarms(run, loss, test).standard_error <= 0) return true;
  return false;
}

Table tests_table(const SimulationRun& run) {
  Table out{"tests",
            "Tests and their limits",
            "A test alarms when its statistic is above the limit. A simulated limit has a 95 % "
            "interval.",
            {{"test"}, {"limit", true}, {"origin"}, {"95 % interval"}, {"made of"}},
            {}};
  for (const PreparedTest& test : run.prepared.tests) {
    Row row;
    std::string parts;
    for (const std::string& part : test.parts) parts += (parts.empty() ? "" : "; ") + part;
    for (std::string text :
         {test.name, limit_words(test), std::string(described::word_of(test.limit_origin)),
          test.limit_low
              ? fmt::format("{} to {}", fixed(*test.limit_low, 4), fixed(*test.limit_high, 4))
              : std::string("–"),
          parts.empty() ? std::string("–") : parts})
      row.cells.push_back({.text = std::move(text)});
    out.rows.push_back(std::move(row));
  }
  return out;
}

Section drawings(const SimulationRun& run) {
  Section out{"results", "Probability of an alarm", 1, {}};
  std::size_t times = 0;
  for (const PlannedFigure& figure : planned_figures(run.prepared)) {
    out.blocks.emplace_back(draw_figure(run, figure));
    times += figure.over_totals ? 0 : 1;
  }
  const auto all = losses_by_entry(run.prepared);
  const auto single =
      std::count_if(all.begin(), all.end(), [](const auto& losses) { return losses.size() == 1; });
  if (static_cast<std::size_t>(single) > times)
    out.blocks.emplace_back(Paragraph{fmt::format(
        "At most {} losses are drawn over the periods; the JSON of the run has the numbers of all.",
        time_figures_max)});
  out.blocks.emplace_back(results(run));
  if (has_certain(run))
    out.blocks.emplace_back(Paragraph{
        fmt::format(
            "Where none or all of the sequences alarmed, the standard error is printed as 0. "
            "The probability is then below {:.2g}, or above 1 less that, with 95 % confidence.",
            3.0 / static_cast<double>(run.tally.sequences)),
        Paragraph::Kind::note});
  return out;
}

Section assumptions(const SimulationRun& run) {
  Section out{"assumptions", "What these numbers assume", 1, {}};
  List list;
  const auto add = [&](std::string text) { list.items.push_back({.text = std::move(text)}); };
  add(run.prepared.campaign.measured
          ? "Every measurement error is drawn by itself: normal, with the standard deviations and "
            "keys "
            "of the table of methods. SITMUF is made with the covariance that follows from them."
          : "The MUFs are normal with the stated covariance, and are drawn from it.");
  add("A loss is added to the MUF of its period; it does not change the measurement errors.");
  add("Every test sees the same sequences, with and without loss: differences between tests are "
      "known "
      "better than the single probabilities.");
  add("The standard error of a probability p from R sequences is √(p(1 - p)/R).");
  const auto& sigma = run.prepared.sigma_muf_kg;
  const auto [least, largest] = std::minmax_element(sigma.begin(), sigma.end());
  add(fmt::format("The standard deviation of MUF of a period is from {:.6g} to {:.6g} kg (k = 1).",
                  *least, *largest));
  out.blocks.emplace_back(std::move(list));
  if (run.prepared.common_share.value_or(0) > assessment::systematic_share_warning)
    out.blocks.emplace_back(Paragraph{std::string(common_errors), Paragraph::Kind::warning});
  return out;
}

/// With every error drawn: what SITMUF without loss is like.
Section drawn_sitmuf(const SimulationRun& run) {
  const simulation::SitmufMoments found = simulation::sitmuf_moments(run.tally);
  Table table{
      "sitmuf-table",
      "SITMUF of the drawn measurements, without loss",
      fmt::format("Mean 0, variance 1 and no correlation when the covariance is right; their "
                  "standard errors are {:.5f}, {:.5f} and {:.5f}.",
                  1 / std::sqrt(static_cast<double>(run.tally.sequences)),
                  std::sqrt(2 / static_cast<double>(run.tally.sequences)),
                  1 / std::sqrt(static_cast<double>(run.tally.sequences))),
      {{"period", true},
       {"mean", true},
       {"variance", true},
       {"largest correlation with an earlier period", true}},
      {}};
  for (std::size_t t = 0; t < found.mean.size(); ++t) {
    double largest = 0;
    for (std::size_t u = 0; u < t; ++u)
      if (std::abs(found.covariance(t, u)) > std::abs(largest)) largest = found.covariance(t, u);
    table.rows.push_back(row_of({std::to_string(t + 1), fixed(found.mean[t], 5),
                                 fixed(found.covariance(t, t), 5), fixed(largest, 5)}));
  }
  return {"sitmuf", "The referee of the covariance", 1, {std::move(table)}};
}

}  // namespace

Page simulation_page(const SimulationRun& run) {
  Page out{"Simulation of tests of material balances",
           run.scenario.name.empty() ? "Simulation" : run.scenario.name,
           "",
           {}};
  out.subtitle =
      fmt::format("{}; masses in kg", counted(run.prepared.campaign.factor.size(), "period"));
  out.sections.push_back(summary(run));
  if (!run.prepared.tests.empty()) {
    out.sections.push_back(drawings(run));
    out.sections.push_back({"tests-section", "Tests", 1, {tests_table(run)}});
  }
  if (!run.tally.moments.empty()) out.sections.push_back(drawn_sitmuf(run));
  out.sections.push_back(assumptions(run));
  out.sections.push_back(
      data_section(run.files, {{"seed", std::to_string(run.scenario.seed)},
                               {"sequences", std::to_string(run.tally.sequences)}}));
  return out;
}

}  // namespace accord::report
