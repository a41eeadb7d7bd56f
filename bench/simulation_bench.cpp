#include <benchmark/benchmark.h>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <memory>
#include <random>
#include <vector>

#include "balance/tests/page.h"
#include "balance/tests/sequential.h"
#include "numerics/random.h"
#include "simulation/campaign.h"
#include "support/covariance.h"

/// How fast are random numbers, campaigns and exact thresholds?
namespace {

using namespace accord;

constexpr std::size_t count = 1 << 16;  // 512 KiB: stays in the cache of one core

void normals(benchmark::State& state) {
  std::vector<double> x(count);
  std::uint64_t first = 0;
  for (auto _ : state) {
    numerics::fill_normals({1, 0}, first, x);
    benchmark::DoNotOptimize(x.data());
    first += count;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK(normals);

/// The best library at hand: the ziggurat of Boost.Random.
void normals_of_boost(benchmark::State& state) {
  std::vector<double> x(count);
  boost::random::mt19937_64 engine(1);
  boost::random::normal_distribution<double> normal;
  for (auto _ : state) {
    for (double& value : x) value = normal(engine);
    benchmark::DoNotOptimize(x.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK(normals_of_boost);

void normals_of_the_standard_library(benchmark::State& state) {
  std::vector<double> x(count);
  std::mt19937_64 engine(1);
  std::normal_distribution<double> normal;
  for (auto _ : state) {
    for (double& value : x) value = normal(engine);
    benchmark::DoNotOptimize(x.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK(normals_of_the_standard_library);

/// 10⁶ sequences of T MUFs, SITMUF and Page; the argument is T.
void million_sequences(benchmark::State& state) {
  const auto periods = static_cast<std::size_t>(state.range(0));
  const auto sequence = balance::sequence(std::vector<double>(periods),
                                          tests::structured_covariance(periods, 1, 0.25, 1.5));
  simulation::Campaign campaign{
      sequence->factor(), {{"none", std::vector<double>(periods)}}, {}, {}, 1};
  campaign.rules = {*simulation::page_rule(campaign.factor, {0.5, 3.4, 0})};
  const auto threads = static_cast<unsigned>(state.range(1));
  for (auto _ : state) {
    const auto tally =
        simulation::simulate(campaign, 1'000'000, {0, simulation::chunks_of(1'000'000)}, threads);
    benchmark::DoNotOptimize(tally.sequences);
  }
  state.SetItemsProcessed(state.iterations() * 1'000'000);
}
BENCHMARK(million_sequences)
    ->Args({15, 1})
    ->Args({15, 2})
    ->Args({60, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The same with the MUF vector written out: m = L y, 10⁵ rows.
void sampled_mufs(benchmark::State& state) {
  const auto sequence =
      balance::sequence(std::vector<double>(15), tests::structured_covariance(15, 1, 0.25, 1.5));
  const simulation::Campaign campaign{
      sequence->factor(), {{"none", std::vector<double>(15)}}, {}, {}, 1};
  for (auto _ : state) {
    const auto muf = simulation::sample(campaign, 0, 0, 100'000, 1);
    benchmark::DoNotOptimize(muf.values.data());
  }
  state.SetItemsProcessed(state.iterations() * 100'000);
}
BENCHMARK(sampled_mufs)->Unit(benchmark::kMillisecond);

void page_threshold(benchmark::State& state) {
  const auto periods = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    const auto h = balance::page_threshold(periods, 0.05, 0.5);
    benchmark::DoNotOptimize(*h);
  }
}
BENCHMARK(page_threshold)->Arg(12)->Arg(52)->Arg(365)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
