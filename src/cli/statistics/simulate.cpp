#include "answers/statistics/simulate.h"

#include <fmt/format.h>

#include <filesystem>

#include "assessment/scenario_source.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/envelope.h"
#include "cli/print/interrupt.h"
#include "cli/print/progress.h"
#include "cli/print/run_pages.h"
#include "cli/statistics/simulate_resume.h"
#include "cli/statistics/simulate_text.h"
#include "formats/text/files.h"
#include "report/pages/simulation_page.h"

namespace accord::cli {

using answers::SimulateAsked;
using assessment::SimulationState;

namespace {

/// All that is known before the first sequence.
struct Ready {
  assessment::ScenarioSource source;
  assessment::PreparedCampaign prepared;
  std::string warnings;
  SimulationState state;  ///< where it begins
};

/// Several processes take one thread each, unless told otherwise.
unsigned threads_of(const Request& request) {
  const unsigned usual = request.workers->size() > 1 ? 1 : 0;
  return asked_of<SimulateAsked>(request).threads.value_or(usual);
}

Result<assessment::ScenarioSource> source_of(const SimulateAsked& asked) {
  auto text = read_file(asked.scenario);
  if (!text) return tl::make_unexpected(text.error());
  auto source =
      assessment::scenario_source(asked.scenario, std::move(*text), {formats::is_there, read_file});
  if (!source) return source;
  if (asked.reps) source->scenario.sequences = *asked.reps;
  if (asked.seed) source->scenario.seed = *asked.seed;
  return source;
}

std::optional<Error> wrong_figure(const Request& request,
                                  const assessment::PreparedCampaign& prepared) {
  std::vector<std::string> names;
  for (const auto& figure : report::planned_figures(prepared)) names.push_back(figure.name);
  return figure_fault(request, asked_of<SimulateAsked>(request).figure, names);
}

/// From the state that --resume names, when there is one.
Result<void> go_on(const SimulateAsked& asked, Ready& ready) {
  if (!asked.resume) return {};
  if (auto checked = check_state_file(*asked.resume); !checked) return checked;
  if (!formats::is_there(*asked.resume)) return {};
  const auto text = read_file(*asked.resume);
  if (!text) return tl::make_unexpected(text.error());
  auto progress =
      assessment::progress_from(*text, *asked.resume, ready.state, ready.prepared.campaign);
  if (!progress) return tl::make_unexpected(progress.error());
  ready.state.progress = std::move(*progress);
  return {};
}

std::optional<Answer> prepare(const Request& request, Ready& ready) {
  const auto& asked = asked_of<SimulateAsked>(request);
  auto source = source_of(asked);
  if (!source) return refuse(simulate_command, request, source.error());
  auto [prepared, problems] = assessment::prepare_campaign(*source, threads_of(request));
  if (has_errors(problems)) return refuse(simulate_command, request, problems, source->texts);
  ready.warnings = render_all(problems, source->texts);
  ready.source = std::move(*source);
  ready.prepared = std::move(prepared);
  ready.state = {hash_of(ready.source), ready.source.scenario.sequences, {}};
  if (const auto fault = wrong_figure(request, ready.prepared))
    return refuse(simulate_command, request, *fault);
  if (const auto done = go_on(asked, ready); !done)
    return refuse(simulate_command, request, done.error());
  return std::nullopt;
}

/// What was simulated until Ctrl-C is written down, with the command that goes on from there.
Answer interrupted(const Request& request, const SimulationState& state) {
  Answer answer;
  answer.exit = Exit::interrupted;
  if (request.workers->rank() != 0) return answer;
  const auto& asked = asked_of<SimulateAsked>(request);
  const std::string file = asked.resume.value_or(
      std::filesystem::path(asked.scenario).stem().string() + ".partial.json");
  const auto kept = written_down(file, state, !asked.resume);
  if (!kept) return refuse(simulate_command, request, kept.error());
  answer.messages = fmt::format("stopped after {} of {} sequences; go on with\n  {}\n",
                                state.progress.tally.sequences, state.sequences,
                                command_to_go_on(simulate_command, request, *kept));
  return answer;
}

std::string body_of(const Request& request, const Ready& ready, const simulation::Tally& tally) {
  if (wants_page(request)) {
    std::vector<report::RunFile> files;
    for (const auto& [name, text] : ready.source.texts)
      files.push_back(report::run_file(name, text));
    return page_text(
        request,
        report::simulation_page({ready.source.scenario, ready.prepared, tally, std::move(files)}),
        asked_of<SimulateAsked>(request).figure);
  }
  const answers::SimulateAnswer answer =
      answers::simulate_answer(ready.source.scenario, ready.prepared, tally);
  if (request.json())
    return envelope(simulate_command.name, described::view(answer), {}, answer.seed);
  if (request.format == Format::csv) return as_csv(results_table(answer), request.exact);
  return simulate_text(answer, request.look);
}

/// Until the end, or until Ctrl-C in one of the processes.
simulation::Progress simulated(const Request& request, Ready& ready) {
  const std::uint64_t chunks = simulation::chunks_of(ready.state.sequences);
  const Interrupt interrupt;
  ProgressLine line("simulating", request.quiet || asked_of<SimulateAsked>(request).no_progress ||
                                      request.workers->rank() != 0);
  return simulation::run(ready.prepared.campaign, ready.state.sequences,
                         std::move(ready.state.progress), threads_of(request), *request.workers,
                         [&](const simulation::Progress& progress) {
                           line.show(progress.chunks, chunks);
                           return !interrupt.asked();
                         });
}

Answer run(const Request& request) {
  Ready ready;
  std::optional<Answer> refusal = prepare(request, ready);
  // A process that cannot take part must not let the others wait for it.
  std::uint64_t refusals = refusal ? 1 : 0;
  request.workers->sum({&refusals, 1});
  if (refusal) return *std::move(refusal);
  if (refusals != 0)
    return refuse(simulate_command, request,
                  Error{"E007",
                        "another process of this run cannot take part",
                        {},
                        "every process needs the scenario and its files at the same place"});
  ready.state.progress = simulated(request, ready);
  if (ready.state.progress.chunks < simulation::chunks_of(ready.state.sequences))
    return interrupted(request, ready.state);
  Answer answer;
  answer.written = request.workers->rank() != 0;  // one of them says it
  if (answer.written) return answer;
  answer.messages = std::move(ready.warnings);
  answer.body = body_of(request, ready, ready.state.progress.tally);
  return answer;
}

constexpr std::array formats_of{Format::text, Format::json, Format::csv,
                                Format::html, Format::md,   Format::svg};

}  // namespace

const Command simulate_command{.name = "simulate",
                               .takes = &takes<SimulateAsked>,
                               .made = &described::type_of<answers::SimulateAnswer>,
                               .group = Group::statistics,
                               .formats = formats_of,
                               .run = run};

}  // namespace accord::cli
