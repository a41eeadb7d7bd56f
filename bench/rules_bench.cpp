// Rules of accountancy on the reports of a large made-up State.
#include <benchmark/benchmark.h>

#include "accounting/books.h"
#include "accounting/rules.h"
#include "accounting/rules_account.h"
#include "accounting/rules_mbr.h"
#include "accounting/rules_transit.h"
#include "formats/code10.h"
#include "formats/profile.h"

namespace {

using namespace accord;

constexpr int areas = 20, months = 36;

std::string two(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

/// One report of a month: receipts, rebatching, losses, shipments; every batch has its own name.
std::string report_text(int area, int month, int entries) {
  const std::string year = std::to_string(2023 + month / 12), m = two(month % 12 + 1);
  const std::string mba = "ZZ" + two(area), number = std::to_string(month + 1);
  std::string out;
  for (int i = 0; i < entries; ++i) {
    const std::string batch = "B" + number + "X" + std::to_string(i / 4);
    out += "001:OI/ZZ;" + number + "#002:" + std::to_string(i + 1) +
           (i == 0 ? "/" + std::to_string(entries) : "") + "#003:" + year + m +
           "28#006:DOE,J#010:I" + "#015:" + year + m + "01/" + year + m + "28#207:ZZFA#307:" + mba +
           "#309:N";
    if (i % 4 == 0) out += "#370:YY/YYB2#372:ZZ/" + mba;
    if (i % 4 == 3) out += "#370:ZZ/" + mba + "#372:YY/YYB2";
    constexpr const char* codes[] = {"RF", "LD", "TW", "SF"};
    out += std::string("#407:1#411:") + codes[i % 4] + "#412:" + year + m + two(i % 28 + 1) +
           "#430:F/Q/G/B#446:" + batch + (i % 4 == 0 ? "#447:Y" + batch : std::string()) +
           "#469:" + (i % 4 == 0 ? "N" : "M") + "#470:1#630:" + std::to_string(9 - i % 4) + "." +
           std::to_string(i % 1000) + "G#670:0.25G#\n";
  }
  return out;
}

struct State {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  std::vector<accounting::Report> reports;
  accounting::StateTables tables;
};

const State& state(int entries) {
  static std::map<int, State> states;
  State& out = states[entries];
  if (!out.texts.empty()) return out;
  for (int a = 0; a < areas; ++a)
    for (int m = 0; m < months; ++m)
      out.texts.push_back(report_text(a, m, entries / areas / months));
  for (const std::string& text : out.texts) {
    out.bytes += text.size();
    out.reports.push_back(formats::read_code10(text, "").report);
  }
  out.tables.notices.emplace();
  out.tables.special_reports.emplace();
  return out;
}

void BM_Read(benchmark::State& bench) {
  const State& s = state(static_cast<int>(bench.range(0)));
  for (auto _ : bench)
    for (const std::string& text : s.texts)
      benchmark::DoNotOptimize(formats::read_code10(text, ""));
  bench.SetBytesProcessed(bench.iterations() * static_cast<std::int64_t>(s.bytes));
}

void BM_Effective(benchmark::State& bench) {
  const State& s = state(static_cast<int>(bench.range(0)));
  for (auto _ : bench) benchmark::DoNotOptimize(accounting::effective(s.reports));
  bench.SetItemsProcessed(bench.iterations() * bench.range(0));
}

void BM_RulesOfEntries(benchmark::State& bench) {
  const State& s = state(static_cast<int>(bench.range(0)));
  const auto all = accounting::effective(s.reports);
  std::size_t findings = 0;
  for (auto _ : bench)
    findings = accounting::check_rules({all, formats::code10_profile(), s.tables}).size();
  bench.SetItemsProcessed(bench.iterations() * bench.range(0));
  bench.counters["findings"] = static_cast<double>(findings);
}

void BM_RulesOfBooks(benchmark::State& bench) {
  const State& s = state(static_cast<int>(bench.range(0)));
  const auto all = accounting::effective(s.reports);
  const auto signs = accounting::signs_of(formats::code10_profile());
  for (auto _ : bench) {
    const accounting::Books books(all, signs);
    benchmark::DoNotOptimize(books.areas());
    benchmark::DoNotOptimize(accounting::check_rebatching(all));
    benchmark::DoNotOptimize(accounting::check_below_zero(all, signs));
    benchmark::DoNotOptimize(accounting::check_periods(all));
    benchmark::DoNotOptimize(accounting::check_transit(accounting::match_transit(all), {}));
  }
  bench.SetItemsProcessed(bench.iterations() * bench.range(0));
}

BENCHMARK(BM_Read)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Effective)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_RulesOfEntries)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_RulesOfBooks)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
