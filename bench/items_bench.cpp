#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "items/items.h"

/// Two parties with n items in all: an initial list, a change of every tenth, an update, an
/// inspection.
namespace accord::items {
namespace {

ItemTables tables_of(std::int64_t n) {
  ItemTables t;
  const auto w = [&](const std::string& text) { return t.names.word(text); };
  const Day start{18628};  // 2021-01-01
  for (const bool update : {false, true})
    for (std::int64_t i = 0; i < n; ++i) {
      ItemDeclaration d;
      d.id = w((update ? "U" : "D") + std::to_string(i));
      d.party = w(i % 2 == 0 ? "p" : "q");
      d.item = w("x" + std::to_string(i));
      d.type = w("type" + std::to_string(i % 7));
      d.site = w("site" + std::to_string(update && i % 10 == 0 ? i % 50 + 1 : i % 50));
      d.status = w(i % 3 == 0 ? "up" : "down");
      d.day = d.known = update ? start + 181 : start;
      d.update = update;
      t.declarations.push_back(d);
    }
  for (std::int64_t i = 0; i < n; i += 10) {
    ItemChange c;
    c.id = w("C" + std::to_string(i));
    c.party = w(i % 2 == 0 ? "p" : "q");
    c.item = w("x" + std::to_string(i));
    c.kind = ItemChange::Kind::moved;
    c.from_site = w("site" + std::to_string(i % 50));
    c.to_site = w("site" + std::to_string(i % 50 + 1));
    c.day = c.known = start + static_cast<std::int32_t>(1 + i % 180);
    t.changes.push_back(c);
  }
  return t;
}

ItemSettings settings() {
  ItemSettings out;
  out.metrics = {{"up", {}, {"up"}, {}}, {"type1", {"type1"}, {}, {}}};
  return out;
}

void review(benchmark::State& state) {
  const ItemTables tables = tables_of(state.range(0));
  for (auto _ : state) {
    const ItemReview out = review_items(tables, settings(), Day{19000}, Day{19000});
    if (!out.discrepancies.empty()) state.SkipWithError("the tables agree");
    benchmark::DoNotOptimize(out);
  }
}
BENCHMARK(review)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void series(benchmark::State& state) {
  const ItemTables tables = tables_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(item_records(tables, settings()));
}
BENCHMARK(series)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::items

BENCHMARK_MAIN();
