#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "assessment/kinds.h"
#include "assessment/study.h"
#include "bind.h"
#include "described/words.h"
#include "numbers.h"
#include "report/pages/simulation_page.h"
#include "simulation_job.h"

namespace py = pybind11;

/// `accord simulate` for Python.
namespace accord::python {

using assessment::PreparedCampaign;
using assessment::PreparedTest;
using assessment::ScenarioSource;
using simulation::Tally;

namespace {

/// A campaign that was simulated to its end. It does not change.
struct Simulated {
  formats::Scenario scenario;
  PreparedCampaign prepared;
  Tally tally;
  std::vector<Problem> problems;  ///< warnings

  std::vector<report::RunFile> files;

  [[nodiscard]] std::size_t periods() const { return prepared.campaign.factor.size(); }
  [[nodiscard]] report::SimulationRun run() const { return {scenario, prepared, tally, files}; }
};
using Texts = std::map<std::string, std::string>;

void refuse_errors(const std::vector<Problem>& problems, const ScenarioSource& source) {
  const auto first = std::find_if(problems.begin(), problems.end(),
                                  [](const Problem& p) { return p.severity == Severity::error; });
  if (first == problems.end()) return;
  raise({first->code, "the scenario has errors", source.file, "correct the places named below"},
        problems, {source.texts.begin(), source.texts.end()});
}

/// With the files that `read` gives; what it raises goes to the caller.
ScenarioSource source_of(const std::string& text, const std::string& file,
                         const std::function<bool(const std::string&)>& has,
                         const std::function<std::string(const std::string&)>& read) {
  auto source = assessment::scenario_source(
      file, text,
      {has, [&read](const std::string& name) -> Result<std::string> { return read(name); }});
  if (!source) raise(source.error());
  refuse_errors(source->problems, *source);
  return std::move(*source);
}

/// `texts`: of the files that the scenario names, as source_of has asked for them.
std::shared_ptr<Simulated> simulate(const std::string& text, const std::string& file,
                                    const Texts& texts, std::optional<std::uint64_t> sequences,
                                    std::optional<std::uint64_t> seed, unsigned threads,
                                    const py::object& progress) {
  auto job = std::make_shared<SimulationJob>();
  job->source = source_of(
      text, file, [&texts](const std::string& name) { return texts.count(name) > 0; },
      [&texts](const std::string& name) { return texts.at(name); });
  if (sequences) job->source.scenario.sequences = *sequences;
  if (seed) job->source.scenario.seed = *seed;
  job->threads = threads;
  run(job, progress);
  refuse_errors(job->answer.problems, job->source);
  std::vector<report::RunFile> files;
  for (const auto& [name, bytes] : job->source.texts)
    files.push_back(report::run_file(name, bytes));
  return std::make_shared<Simulated>(
      Simulated{std::move(job->source.scenario), std::move(job->answer.prepared),
                std::move(job->progress.tally), std::move(job->answer.problems), std::move(files)});
}

/// The drawings: name, whether over totals of losses (else over periods), and the losses.
py::list figures(const Simulated& run) {
  py::list out;
  for (const report::PlannedFigure& figure : report::planned_figures(run.prepared))
    out.append(py::make_tuple(figure.name, figure.over_totals, figure.losses));
  return out;
}

/// Title, statement and SVG of one of them.
py::tuple figure(const Simulated& run, std::size_t index) {
  const report::Figure drawn = [&] {
    const py::gil_scoped_release release;
    return report::draw_figure(run.run(), report::planned_figures(run.prepared).at(index));
  }();
  return py::make_tuple(drawn.title, drawn.statement, drawn.svg);
}

std::string html(const Simulated& run) {
  const py::gil_scoped_release release;
  return report::html(report::simulation_page(run.run()));
}

/// Mean and covariance of SITMUF when every measurement was drawn, else None.
py::object sitmuf_moments(const Simulated& run) {
  if (run.tally.moments.empty()) return py::none();
  simulation::SitmufMoments found = simulation::sitmuf_moments(run.tally);
  const auto size = static_cast<py::ssize_t>(run.periods());
  return py::make_tuple(array_of(std::move(found.mean)),
                        array_of(std::move(found.covariance.values), {size, size}));
}

py::list losses(const Simulated& run) {
  py::list out;
  for (const simulation::Loss& loss : run.prepared.campaign.losses) {
    double total = 0;
    for (const double part : loss.per_period) total += part;
    out.append(py::make_tuple(loss.name, total, array_of(std::vector<double>(loss.per_period))));
  }
  return out;
}

py::list tests(const Simulated& run) {
  py::list out;
  for (const PreparedTest& test : run.prepared.tests)
    out.append(py::make_tuple(test.name, test.limit, described::word_of(test.limit_origin),
                              test.limit_low, test.limit_high, py::tuple(py::cast(test.parts))));
  return out;
}

/// Numbers of first alarms: losses × tests × periods, the tests in the order of the scenario.
py::array_t<std::uint64_t> alarms(const Simulated& run) {
  std::vector<std::uint64_t> out;
  for (const auto& of_loss : run.tally.alarms)
    for (const PreparedTest& test : run.prepared.tests)
      out.insert(out.end(), of_loss[test.index].begin(), of_loss[test.index].end());
  return array_of(std::move(out), {static_cast<py::ssize_t>(run.prepared.losses.size()),
                                   static_cast<py::ssize_t>(run.prepared.tests.size()),
                                   static_cast<py::ssize_t>(run.periods())});
}

/// Value, standard error, and what a formula gives, which is for the last period only.
std::tuple<double, double, std::optional<double>> probability(const Simulated& run,
                                                              std::size_t loss, std::size_t test,
                                                              std::size_t period) {
  const PreparedTest& asked = run.prepared.tests.at(test);
  const auto found = simulation::alarm_probability(run.tally, loss, asked.index, period);
  return {found.value, found.standard_error,
          period + 1 == run.periods() ? asked.exact.at(loss) : std::nullopt};
}

py::array_t<double> samples(const Simulated& run, std::size_t loss, std::uint64_t first,
                            std::size_t count, unsigned threads) {
  numerics::Matrix muf;
  {
    const py::gil_scoped_release release;
    muf = simulation::sample(run.prepared.campaign, loss, first, count, threads);
  }
  return array_of(std::move(muf.values),
                  {static_cast<py::ssize_t>(muf.rows), static_cast<py::ssize_t>(muf.columns)});
}

}  // namespace

void bind_simulation(py::module_& module) {
  py::class_<Simulated, std::shared_ptr<Simulated>>(module, "Simulated")
      .def_property_readonly("name", [](const Simulated& r) { return r.scenario.name; })
      .def_property_readonly("seed", [](const Simulated& r) { return r.prepared.campaign.seed; })
      .def_property_readonly("sequences", [](const Simulated& r) { return r.tally.sequences; })
      .def_property_readonly("periods", &Simulated::periods)
      .def(
          "sigma_muf_kg",
          [](const Simulated& r) { return array_of(std::vector<double>(r.prepared.sigma_muf_kg)); })
      .def_property_readonly("sigma_cumuf_kg",
                             [](const Simulated& r) { return r.prepared.sigma_cumuf_kg; })
      .def_property_readonly("common_share",
                             [](const Simulated& r) { return r.prepared.common_share; })
      .def("losses", &losses)
      .def("tests", &tests)
      .def("alarms", &alarms)
      .def("probability", &probability)
      .def("samples", &samples)
      .def("figures", &figures)
      .def("figure", &figure)
      .def("html", &html)
      .def("sitmuf_moments", &sitmuf_moments)
      .def_readonly("problems", &Simulated::problems);
  module.def("simulate", &simulate);
  // Asks for the files that a scenario names, as `simulate` then takes them.
  module.def("scenario_files", [](const std::string& text, const std::string& file,
                                  const std::function<bool(const std::string&)>& has,
                                  const std::function<std::string(const std::string&)>& read) {
    source_of(text, file, has, read);
  });
  module.def("study_files", [](const std::string& file, const std::string& bytes) {
    return assessment::files_of_study(assessment::NamedText{file, bytes});
  });
  module.attr("scenario_sequences_max") = formats::scenario_sequences_max;
  module.attr("scenario_seed_max") = formats::scenario_seed_max;
}

}  // namespace accord::python
