#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "balance/muf/muf.h"

/// 10⁶ measured items with 5 components each, in 12 periods: received or taken into stock in one
/// period, gone in another.
namespace accord::balance {
namespace {

struct Columns {
  std::vector<double> value;
  std::vector<std::uint32_t> method, stratum, use_begin, use_period;
  std::vector<std::int8_t> use_sign;
  std::vector<std::vector<ErrorTerm>> methods;
  std::vector<std::vector<std::uint32_t>> columns;
  std::vector<std::span<const std::uint32_t>> spans;
  std::uint32_t sources = 0;

  [[nodiscard]] Measurements view() const {
    return {12,        20,         sources,  value,   method, stratum,
            use_begin, use_period, use_sign, methods, spans};
  }
};

constexpr std::uint32_t methods_count = 8;

/// Without `batches`: two private and three shared errors a method. With them, three of the five
/// belong to batches of ten items, each with keys of its own.
Columns columns_of(std::uint32_t count, bool batches) {
  Columns out;
  out.use_begin.push_back(0);
  for (std::uint32_t i = 0; i < count; ++i) {
    out.value.push_back(10 + static_cast<double>(i % 997) / 100);
    out.method.push_back((i / 3) % methods_count);
    out.stratum.push_back((i / 5) % 20);
    const std::uint32_t from = (i * 7) % 12;
    out.use_period.push_back(from);
    out.use_sign.push_back(i % 2 == 0 ? 1 : -1);
    if (from + 2 < 12 && i % 3 != 0) {
      out.use_period.push_back(from + 2);
      out.use_sign.push_back(i % 2 == 0 ? -1 : 1);
    }
    out.use_begin.push_back(static_cast<std::uint32_t>(out.use_period.size()));
  }
  const std::uint32_t shared = methods_count + 2;
  out.sources = shared;
  if (batches)
    for (std::uint32_t c = 0; c < 3; ++c) {
      std::vector<std::uint32_t>& column = out.columns.emplace_back();
      for (std::uint32_t i = 0; i < count; ++i) column.push_back(out.sources + i / 10);
      out.sources += count / 10 + 1;
    }
  for (const auto& column : out.columns) out.spans.emplace_back(column);
  for (std::uint32_t m = 0; m < methods_count; ++m) {
    std::vector<ErrorTerm>& terms = out.methods.emplace_back();
    terms.push_back({0.001, true, false, own_source, no_column});
    terms.push_back({0.01, false, false, own_source, no_column});
    for (std::uint32_t c = 0; c < 3; ++c)
      terms.push_back({0.0005 * (c + 1), c != 2, true,
                       batches  ? own_source
                       : c == 0 ? m
                                : methods_count + c - 1,
                       batches ? c : no_column});
  }
  return out;
}

void muf_covariance_shares(benchmark::State& state) {
  const Columns columns =
      columns_of(static_cast<std::uint32_t>(state.range(0)), state.range(1) == 1);
  for (auto _ : state) {
    const Muf out = muf(columns.view());
    if (!(out.sigma_kg(0) > 0)) state.SkipWithError("no variance");
    benchmark::DoNotOptimize(out);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(muf_covariance_shares)
    ->ArgNames({"items", "batches"})
    ->Args({100'000, 0})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 1})
    ->Unit(benchmark::kMillisecond);

/// The least that any such program does: one look at each value.
void sum_of_squares(benchmark::State& state) {
  const Columns columns = columns_of(static_cast<std::uint32_t>(state.range(0)), false);
  for (auto _ : state) {
    double sum = 0;
    for (const double x : columns.value) sum += x * x;
    benchmark::DoNotOptimize(sum);
  }
}
BENCHMARK(sum_of_squares)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::balance

BENCHMARK_MAIN();
