#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "assessment/balance_tests.h"
#include "assessment/campaign.h"
#include "assessment/measured_source.h"
#include "assessment/study.h"
#include "base/english.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/print/interrupt.h"
#include "cli/print/progress.h"
#include "cli/print/run_pages.h"
#include "cli/print/text.h"
#include "cli/statistics/simulate.h"
#include "cli/statistics/simulate_resume.h"
#include "formats/measured/scenario.h"
#include "formats/text/files.h"
#include "report/pages/run_words.h"
#include "report/pages/simulation_page.h"
#include "seal/sha256.h"

namespace accord::cli {

using assessment::PreparedCampaign;
using assessment::PreparedTest;
using simulation::Estimate;
using simulation::Tally;

namespace {

simulation::Workers alone;
simulation::Workers* workers = &alone;

struct Finished {
  formats::Scenario scenario;
  PreparedCampaign prepared;
  Tally tally;
  std::vector<report::RunFile> files;
};

std::vector<std::string> figure_names(const Finished& run) {
  std::vector<std::string> names;
  for (const auto& figure : report::planned_figures(run.prepared)) names.push_back(figure.name);
  return names;
}

Estimate detected(const Finished& run, std::size_t loss, const PreparedTest& test) {
  return simulation::alarm_probability(run.tally, loss, test.index,
                                       run.prepared.campaign.factor.size() - 1);
}

Table table_of(const Finished& run) {
  Table table{
      {"loss", "total_kg", "test", "limit", "probability", "standard_error", "exact"}, {}, {}};
  const PreparedCampaign& prepared = run.prepared;
  for (std::size_t loss = 0; loss < prepared.losses.size(); ++loss)
    for (const PreparedTest& test : prepared.tests) {
      const Estimate p = detected(run, loss, test);
      table.rows.push_back({prepared.losses[loss].name,
                            fmt::format("{:.6g}", prepared.losses[loss].total_kg), test.name,
                            test.limit ? fmt::format("{:.4f}", *test.limit) : "",
                            fmt::format("{:.6f}", p.value), fmt::format("{:.6f}", p.standard_error),
                            test.exact[loss] ? fmt::format("{:.6f}", *test.exact[loss]) : ""});
    }
  return table;
}

std::string sitmuf_text(const Tally& tally) {
  if (tally.moments.empty()) return "";
  const simulation::SitmufMoments found = simulation::sitmuf_moments(tally);
  const std::size_t periods = found.mean.size();
  double mean = 0;
  double variance = 0;
  double correlation = 0;
  for (std::size_t t = 0; t < periods; ++t) {
    mean = std::max(mean, std::abs(found.mean[t]));
    variance = std::max(variance, std::abs(found.covariance(t, t) - 1));
    for (std::size_t u = 0; u < t; ++u)
      correlation = std::max(correlation, std::abs(found.covariance(t, u)));
  }
  const double error = 1 / std::sqrt(static_cast<double>(tally.sequences));
  return fmt::format(
      "\nevery measurement drawn; SITMUF without loss, largest deviation from 0, 1 and 0: mean "
      "{:.5f} "
      "(standard\nerror {:.5f}), variance {:.5f} ({:.5f}), covariance {:.5f} ({:.5f})\n",
      mean, error, variance, std::sqrt(2.0) * error, correlation, error);
}

std::string limits_text(const PreparedCampaign& prepared) {
  std::string out;
  for (const PreparedTest& test : prepared.tests) {
    if (test.limit_low)
      out += fmt::format("limit of {}: simulated, 95 % interval {:.4f} to {:.4f}\n", test.name,
                         *test.limit_low, *test.limit_high);
    if (!test.parts.empty()) out += fmt::format("{}: {}\n", test.name, fmt::join(test.parts, "; "));
  }
  return out;
}

std::string readable(const Finished& run, const Request& request) {
  const PreparedCampaign& prepared = run.prepared;
  std::string out =
      fmt::format("{}\n{}, sigma of CUMUF at the end {:.6g} kg (k = 1); {} sequences, seed {}\n\n",
                  run.scenario.name.empty() ? "Simulation" : run.scenario.name,
                  counted(prepared.campaign.factor.size(), "period"), prepared.sigma_cumuf_kg,
                  run.tally.sequences, run.scenario.seed);
  out += as_text(table_of(run), request.look);
  const std::string limits = limits_text(prepared);
  if (!limits.empty()) out += "\n" + limits;
  out += sitmuf_text(run.tally);
  if (prepared.common_share.value_or(0) > assessment::systematic_share_warning)
    out += "\n" + wrap(fmt::format("{}\n", report::common_errors), 0, 0, request.look);
  return out +
         "\nprobability: share of the sequences with an alarm within the periods; for “no loss” "
         "the\n"
         "false-alarm probability. exact: computed without simulation, where a formula is known.\n";
}

Json optional_json(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// With each_measurement: what SITMUF without loss is like; should be mean 0 and covariance 1.
Json sitmuf_json(const Tally& tally) {
  if (tally.moments.empty()) return Json(nullptr);
  const simulation::SitmufMoments found = simulation::sitmuf_moments(tally);
  Json rows = Json::array();
  for (std::size_t t = 0; t < found.covariance.rows; ++t) {
    const auto row = found.covariance.row(t);
    rows.push_back(std::vector<double>(row.begin(), row.end()));
  }
  return {{"mean", found.mean}, {"covariance", std::move(rows)}};
}

Json data_of(const Finished& run) {
  const PreparedCampaign& prepared = run.prepared;
  Json data{{"name", run.scenario.name},
            {"sequences", run.tally.sequences},
            {"periods", prepared.campaign.factor.size()},
            {"sigma_muf_kg", prepared.sigma_muf_kg},
            {"sigma_cumuf_kg", prepared.sigma_cumuf_kg},
            {"common_share", optional_json(prepared.common_share)},
            {"tests", Json::array()},
            {"results", Json::array()},
            {"sitmuf", sitmuf_json(run.tally)}};
  for (const PreparedTest& test : prepared.tests)
    data["tests"].push_back({{"name", test.name},
                             {"limit", optional_json(test.limit)},
                             {"limit_origin", test.limit_origin},
                             {"limit_low", optional_json(test.limit_low)},
                             {"limit_high", optional_json(test.limit_high)},
                             {"parts", test.parts}});
  for (std::size_t loss = 0; loss < prepared.losses.size(); ++loss)
    for (const PreparedTest& test : prepared.tests) {
      Json by_period = Json::array();
      for (std::size_t t = 0; t < prepared.campaign.factor.size(); ++t)
        by_period.push_back(simulation::alarm_probability(run.tally, loss, test.index, t).value);
      const Estimate p = detected(run, loss, test);
      data["results"].push_back({{"loss", prepared.losses[loss].name},
                                 {"total_kg", prepared.losses[loss].total_kg},
                                 {"test", test.name},
                                 {"probability", p.value},
                                 {"standard_error", p.standard_error},
                                 {"exact", optional_json(test.exact[loss])},
                                 {"by_period", std::move(by_period)}});
    }
  return data;
}

/// Reads the state to go on from, when there is one; makes the tally fit the campaign.
Result<simulation::Progress> start(const Request& request, const SimulationState& wanted,
                                   const simulation::Campaign& campaign) {
  if (auto checked = check_state_file(request.resume); !checked)
    return tl::make_unexpected(checked.error());
  if (request.resume.empty() || !formats::is_there(request.resume)) return simulation::Progress();
  const auto text = read_file(request.resume);
  if (!text) return tl::make_unexpected(text.error());
  auto state = read_state(*text, request.resume);
  if (!state) return tl::make_unexpected(state.error());
  if (auto fault = state_fault(*state, wanted, campaign, request.resume))
    return tl::make_unexpected(*std::move(fault));
  return std::move(state->progress);
}

/// What was simulated until Ctrl-C is written down, with the command that goes on from there.
Answer interrupted(const Request& request, SimulationState state) {
  Answer answer;
  answer.exit = Exit::interrupted;
  if (workers->rank() != 0) return answer;
  const std::string file =
      request.resume.empty()
          ? std::filesystem::path(request.arguments.front()).stem().string() + ".partial.json"
          : request.resume;
  const std::uint64_t done = state.progress.tally.sequences;
  const auto kept = written_down(file, state, request.resume.empty());
  if (!kept) return refuse(simulate_command, request, kept.error());
  answer.messages = fmt::format("stopped after {} of {} sequences; go on with\n  {}\n", done,
                                state.sequences, command_to_go_on(request, *kept));
  return answer;
}

struct Loaded {
  formats::Scenario scenario;
  std::string hash;  ///< of everything the answer depends on
  std::vector<Problem> problems;
  Texts texts;
  numerics::Matrix covariance;
  std::optional<double> common_share;
  std::shared_ptr<const simulation::MeasuredErrors> measured;
};

void take(assessment::MeasuredSource source, Loaded& out) {
  for (Problem& problem : source.problems) out.problems.push_back(std::move(problem));
  if (!source.covariance_kg2) return;
  out.covariance = std::move(*source.covariance_kg2);
  out.common_share = source.common_share;
  if (out.scenario.balance.each_measurement) out.measured = std::move(source.errors);
}

/// The items of a scenario: its paths start at its own folder.
Result<void> load_items(const std::string& scenario_file, Loaded& out) {
  const auto& balance = out.scenario.balance;
  const auto folder = std::filesystem::path(scenario_file).parent_path();
  const std::string files[] = {(folder / balance.items).string(),
                               (folder / balance.methods).string()};
  for (const std::string& file : files) {
    auto text = read_file(file);
    if (!text) return tl::make_unexpected(text.error());
    out.hash += "\n" + seal::sha256_hex(*text);
    out.texts[file] = std::move(*text);
  }
  assessment::MeasuredSource source = assessment::measured_source(
      {files[0], out.texts[files[0]]}, {files[1], out.texts[files[1]]}, balance.mass);
  take(std::move(source), out);
  return {};
}

/// The study of a scenario: its path starts at the scenario's folder, those it names at its own.
Result<void> load_study(const std::string& scenario_file, Loaded& out) {
  const auto& balance = out.scenario.balance;
  const std::string file =
      (std::filesystem::path(scenario_file).parent_path() / balance.study).string();
  auto text = read_file(file);
  if (!text) return tl::make_unexpected(text.error());
  out.hash += "\n" + seal::sha256_hex(*text);
  const assessment::NamedText study{file, *text};
  Texts series;
  for (const std::string& name : assessment::files_of_study(study))
    if (formats::is_there(name)) {
      auto bytes = read_file(name);
      if (!bytes) return tl::make_unexpected(bytes.error());
      out.hash += "\n" + seal::sha256_hex(*bytes);
      series[name] = std::move(*bytes);
    }
  take(assessment::study_source(study, series, balance.each_measurement), out);
  out.texts.merge(series);
  out.texts[file] = std::move(*text);
  return {};
}

Result<Loaded> load(const Request& request) {
  const std::string& file = request.arguments.front();
  const auto text = read_file(file);
  if (!text) return tl::make_unexpected(text.error());
  Loaded out;
  out.texts[file] = *text;
  formats::ReadScenario read = formats::read_scenario(*text, file);
  out.problems = std::move(read.problems);
  out.scenario = std::move(read.scenario);
  if (request.reps) out.scenario.sequences = *request.reps;
  if (request.seed) out.scenario.seed = *request.seed;
  out.hash =
      seal::sha256_hex(fmt::format("{}\n{}\n{}", out.scenario.seed, out.scenario.sequences, *text));
  if (has_errors(out.problems)) return out;
  if (auto covariance = assessment::stated_covariance(out.scenario.balance))
    out.covariance = std::move(*covariance);
  else if (auto measured =
               out.scenario.balance.study.empty() ? load_items(file, out) : load_study(file, out);
           !measured)
    return tl::make_unexpected(measured.error());
  out.hash = seal::sha256_hex(out.hash);
  return out;
}

struct Ready {
  Finished finished;
  SimulationState state;
  simulation::Progress from;
  std::string messages;  ///< warnings
};

/// Several processes take one thread each, unless told otherwise.
unsigned threads_of(const Request& request) {
  return request.threads == 0 && workers->size() > 1 ? 1 : request.threads;
}

std::optional<Answer> prepare(const Request& request, Ready& ready) {
  auto loaded = load(request);
  if (!loaded) return refuse(simulate_command, request, loaded.error());
  if (has_errors(loaded->problems))
    return refuse(simulate_command, request, loaded->problems, loaded->texts);
  assessment::CampaignAnswer prepared = assessment::prepare_campaign(
      loaded->scenario, loaded->covariance, request.arguments.front(), threads_of(request));
  if (has_errors(prepared.problems))
    return refuse(simulate_command, request, prepared.problems, loaded->texts);
  prepared.prepared.campaign.measured = loaded->measured;
  if (loaded->common_share) prepared.prepared.common_share = loaded->common_share;
  ready.messages = render_all(loaded->problems, loaded->texts);
  ready.state = {loaded->hash, loaded->scenario.sequences, {}};
  std::vector<report::RunFile> files;
  for (const auto& [name, text] : loaded->texts) files.push_back(report::run_file(name, text));
  ready.finished = {
      std::move(loaded->scenario), std::move(prepared.prepared), {}, std::move(files)};
  if (const auto fault = figure_fault(request, figure_names(ready.finished)))
    return refuse(simulate_command, request, *fault);
  auto from = start(request, ready.state, ready.finished.prepared.campaign);
  if (!from) return refuse(simulate_command, request, from.error());
  ready.from = std::move(*from);
  return std::nullopt;
}

std::string body_of(const Finished& run, const Request& request) {
  if (request.format == Format::csv) return as_csv(table_of(run), request.exact);
  if (request.json()) return envelope(simulate_command.name, data_of(run), {}, run.scenario.seed);
  if (!wants_page(request)) return readable(run, request);
  return page_text(request,
                   report::simulation_page({run.scenario, run.prepared, run.tally, run.files}));
}

Answer run(const Request& request) {
  Ready ready;
  std::optional<Answer> refusal = prepare(request, ready);
  // A process that cannot take part must not let the others wait for it.
  std::uint64_t refusals = refusal ? 1 : 0;
  workers->sum({&refusals, 1});
  if (refusal) return *std::move(refusal);
  if (refusals != 0)
    return refuse(simulate_command, request,
                  Error{"E007",
                        "another process of this run cannot take part",
                        {},
                        "every process needs the scenario and its files at the same place"});
  Finished& finished = ready.finished;
  SimulationState& state = ready.state;
  const std::uint64_t chunks = simulation::chunks_of(state.sequences);
  {
    const Interrupt interrupt;
    ProgressLine line("simulating", request.quiet || request.no_progress || workers->rank() != 0);
    state.progress =
        simulation::run(finished.prepared.campaign, state.sequences, std::move(ready.from),
                        threads_of(request), *workers, [&](const auto& progress) {
                          line.show(progress.chunks, chunks);
                          return !interrupt.asked();
                        });
  }
  if (state.progress.chunks < chunks) return interrupted(request, std::move(state));
  finished.tally = std::move(state.progress.tally);
  Answer answer;
  answer.written = workers->rank() != 0;  // one of them says it
  if (answer.written) return answer;
  answer.messages = std::move(ready.messages);
  answer.body = body_of(finished, request);
  return answer;
}

constexpr std::array flags{Flag::reps,   Flag::seed,        Flag::threads,
                           Flag::resume, Flag::no_progress, Flag::figure};
constexpr std::array formats_of{Format::text, Format::json, Format::csv,
                                Format::html, Format::md,   Format::svg};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["name", "sequences", "periods", "sigma_muf_kg", "sigma_cumuf_kg", "tests", "results", "sitmuf"],
  "properties": {
    "sequences": {"type": "integer"}, "periods": {"type": "integer"},
    "sigma_muf_kg": {"type": "array", "items": {"type": "number"}},
    "sigma_cumuf_kg": {"type": "number"},
    "tests": {"type": "array", "items": {"type": "object",
      "required": ["name", "limit", "limit_origin", "limit_low", "limit_high", "parts"],
      "properties": {"limit_origin": {"enum": ["exact", "simulated", "given"]}}}},
    "results": {"type": "array", "items": {"type": "object",
      "required": ["loss", "total_kg", "test", "probability", "standard_error", "exact", "by_period"],
      "properties": {"probability": {"type": "number"}}}}}
})";

}  // namespace

void set_workers(simulation::Workers& given) {
  workers = &given;
}

const Command simulate_command{
    .name = "simulate",
    .group = Group::statistics,
    .arguments = "SCENARIO.toml",
    .arguments_min = 1,
    .arguments_max = 1,
    .summary = "Probability of detecting a loss: tests of a sequence of balances, by simulation",
    .flags = flags,
    .formats = formats_of,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
