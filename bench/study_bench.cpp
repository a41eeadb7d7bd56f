#include <benchmark/benchmark.h>

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "balance/study/study.h"
#include "balance/tests/page.h"
#include "balance/tests/sequential.h"
#include "formats/measured/series.h"
#include "simulation/campaign.h"
#include "simulation/rule.h"

/// A study of the size of the field's examples: 31 locations, half a million samples, 15 periods.
namespace accord {
namespace {

using measurement::Location;
using measurement::LocationRole;
using measurement::Study;

constexpr std::size_t periods = 15;
constexpr std::size_t flows = 20;
constexpr std::size_t inventories = 11;
constexpr double length = 160;

/// Rates in irregular steps, as a digital plant writes them.
Location flow(std::size_t number, std::size_t samples) {
  Location out;
  out.name = "flow " + std::to_string(number);
  out.role = number % 2 == 0 ? LocationRole::input : LocationRole::output;
  out.random = 0.01;
  out.systematic = 0.005;
  out.calibration = number % 4 == 0 ? std::optional<double>(400) : std::nullopt;
  out.until = periods * length;
  const double step = periods * length / static_cast<double>(samples);
  for (std::size_t i = 0; i < samples; ++i) {
    const double phase = static_cast<double>(i * 37 % 101) / 101;
    out.time.push_back(i == 0 ? 0 : step * (static_cast<double>(i) + 0.9 * phase));
    out.value.push_back(1 + 0.2 * phase);
  }
  return out;
}

Location inventory(std::size_t number) {
  Location out;
  out.name = "stock " + std::to_string(number);
  out.role = LocationRole::inventory;
  out.random = 0.005;
  out.systematic = 0.002;
  for (std::size_t t = 0; t <= periods; ++t) {
    out.time.push_back(static_cast<double>(t) * length);
    out.value.push_back(20 + static_cast<double>((t * 7 + number) % 5));
  }
  return out;
}

Study study_of(std::size_t samples) {
  Study out;
  out.edges = balance::regular_edges(0, length, periods);
  for (std::size_t i = 0; i < flows; ++i) out.locations.push_back(flow(i, samples / flows));
  for (std::size_t i = 0; i < inventories; ++i) out.locations.push_back(inventory(i));
  return out;
}

/// MUF, Σ, SITMUF, and 1,000 sequences of balances with the tests of each.
void analyse(const Study& study, benchmark::State& state) {
  const balance::MadeStudyBalance made = balance::balance_of(study);
  if (!made.balance) return state.SkipWithError("the study is wrong");
  const balance::Muf& muf = made.balance->muf;
  const auto sequence = balance::sequence(muf.muf_kg, muf.covariance_kg2);
  if (!sequence) return state.SkipWithError("no covariance");
  simulation::Campaign campaign;
  campaign.factor = sequence->factor();
  campaign.losses = {{"none", std::vector<double>(periods)},
                     {"loss", std::vector<double>(periods, 1.0)}};
  campaign.rules = {simulation::single_period_rule(campaign.factor, 0.05).value(),
                    simulation::cumuf_end_rule(campaign.factor, 0.05).value(),
                    simulation::gemuf_rule(campaign.factor, 0.05).value(),
                    simulation::page_rule(campaign.factor, {0.5, 4, 0}).value()};
  constexpr std::uint64_t realisations = 1000;
  const auto tally =
      simulation::simulate(campaign, realisations, {0, simulation::chunks_of(realisations)}, 1);
  benchmark::DoNotOptimize(tally.sequences);
}

void study_in_memory(benchmark::State& state) {
  const Study study = study_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) analyse(study, state);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(study_in_memory)->Arg(50'000)->Arg(500'000)->Unit(benchmark::kMillisecond);

std::string number_text(double x) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, x).ptr};
}

std::string table_of(const Location& location) {
  std::string out = "time,value\n";
  for (std::size_t i = 0; i < location.time.size(); ++i)
    out += number_text(location.time[i]) + "," + number_text(location.value[i]) + "\n";
  return out;
}

void study_from_tables(benchmark::State& state) {
  Study study = study_of(static_cast<std::size_t>(state.range(0)));
  std::vector<std::string> tables;
  std::size_t bytes = 0;
  for (const Location& location : study.locations) {
    tables.push_back(table_of(location));
    bytes += tables.back().size();
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      formats::ReadSeries read = formats::read_series(tables[i], "table", {}, {});
      study.locations[i].time = std::move(read.series[0].time);
      study.locations[i].value = std::move(read.series[0].value);
    }
    analyse(study, state);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(study_from_tables)->Arg(500'000)->Unit(benchmark::kMillisecond);

/// The least that any such program does: one look at each sample.
void sum_of_squares(benchmark::State& state) {
  const Study study = study_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    double sum = 0;
    for (const Location& location : study.locations)
      for (const double x : location.value) sum += x * x;
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(sum_of_squares)->Arg(500'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord

BENCHMARK_MAIN();
