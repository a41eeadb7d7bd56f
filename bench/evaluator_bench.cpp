// How fast are all terms judged on one day, and one term over all days? n terms, each a limit on
// its own measure, with ten observations each. Compared, in the same run, with sorting the same
// observations by measure and day: the least any evaluator has to do.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/history/timeline.h"
#include "agreement/syntax/parse.h"

namespace accord::agreement {
namespace {

constexpr int per_term = 10;
const Day first_day = *parse_day("2016-01-16");
const Day on = *parse_day("2026-06-04");

struct Case {
  Agreement agreement;
  Records records;
};

void add_observations(Records& records, std::int64_t term, std::int64_t count) {
  for (std::int64_t k = 0; k < count; ++k) {
    const auto index = static_cast<std::uint32_t>(records.origins.size());
    records.origins.emplace_back().id = fmt::format("r{}", index);
    Observation o;
    // Days run against the order of the rows, so that sorting has something to do.
    o.head.valid = first_day + static_cast<std::int32_t>(90 * (count - k) * per_term / count);
    o.head.known = o.head.valid + 11;
    o.head.party = "p";
    o.head.origin = index;
    o.metric = fmt::format("m{}", term);
    o.value = parse_decimal(fmt::format("{}.5", 95 + (k + term) % 10)).value;
    o.unit = "kg";
    records.observations.push_back(std::move(o));
  }
}

/// `terms` limits of 100 kg; `observations` of each.
const Case& made(std::int64_t terms, std::int64_t observations) {
  static std::map<std::pair<std::int64_t, std::int64_t>, Case> cases;
  Case& out = cases[{terms, observations}];
  if (!out.records.observations.empty()) return out;
  std::string text =
      "accord 1\nagreement large \"A large one\" {\n  party p \"P\"\n  day start = 2016-01-16\n";
  for (std::int64_t i = 0; i < terms; ++i)
    text += fmt::format(
        "  measure m{0} \"M{0}\" amount kg\n"
        "  term T-{0} \"Limit {0}\" {{\n    obliges p\n    from start without end\n    limit m{0} "
        "<= 100 kg\n  "
        "}}\n",
        i);
  Parsed parsed = parse(text + "}\n");
  if (has_errors(parsed.problems)) throw std::runtime_error(brief(parsed.problems.front()));
  out.agreement = std::move(parsed.agreement);
  for (std::int64_t i = 0; i < terms; ++i) add_observations(out.records, i, observations);
  return out;
}

void sort_observations(benchmark::State& state) {
  const Case& all = made(state.range(0), per_term);
  for (auto _ : state) {
    std::vector<Observation> copy = all.records.observations;
    std::sort(copy.begin(), copy.end(), [](const Observation& a, const Observation& b) {
      return std::tie(a.metric, a.head.valid) < std::tie(b.metric, b.head.valid);
    });
    benchmark::DoNotOptimize(copy);
  }
}
BENCHMARK(sort_observations)->Arg(10'000)->Unit(benchmark::kMillisecond);

void status_of_all(benchmark::State& state) {
  const Case& all = made(state.range(0), per_term);
  for (auto _ : state) {
    const Evaluator evaluator(all.agreement, all.records);
    benchmark::DoNotOptimize(evaluator.status(on, on));
  }
}
BENCHMARK(status_of_all)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void timeline_of_one(benchmark::State& state) {
  const Case& all = made(1, state.range(0));
  const Evaluator evaluator(all.agreement, all.records);
  for (auto _ : state)
    benchmark::DoNotOptimize(timeline(evaluator, {first_day, on, on, "T-0", ""}));
}
BENCHMARK(timeline_of_one)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);

/// A call on each of so many days, and answers that come in pairs on every second day, all without
/// a name: every call stays open for long, and half of the answers are late.
const Case& called(std::int64_t calls) {
  static std::map<std::int64_t, Case> cases;
  Case& out = cases[calls];
  if (!out.records.events.empty()) return out;
  Parsed parsed = parse(
      "accord 1 agreement calls \"Calls\" { party p \"P\" event call \"Call\" event done \"Done\" "
      "term T-0 \"Answer\" { obliges p from 1900-01-01 without end duty done within 300 days of "
      "each call } }");
  if (has_errors(parsed.problems)) throw std::runtime_error(brief(parsed.problems.front()));
  out.agreement = std::move(parsed.agreement);
  const auto add = [&](const char* name, Day day) {
    EventRecord event;
    event.head.valid = event.head.known = day;
    event.head.origin = static_cast<std::uint32_t>(out.records.origins.size());
    event.names = {name};
    out.records.origins.emplace_back().id = fmt::format("r{}", event.head.origin);
    out.records.events.push_back(std::move(event));
  };
  for (std::int32_t i = 0; i < calls; ++i) {
    add("call", day_min + i);
    add("done", day_min + (i / 2 * 2 + 400 * (i % 2)));
  }
  return out;
}

void state_of_calls(benchmark::State& state) {
  const Case& all = called(state.range(0));
  const Evaluator evaluator(all.agreement, all.records);
  for (auto _ : state) benchmark::DoNotOptimize(evaluator.state({"T-0", ""}, day_max, day_max));
}
BENCHMARK(state_of_calls)->Arg(7'000)->Arg(70'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::agreement

BENCHMARK_MAIN();
