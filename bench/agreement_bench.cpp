// How fast are agreement texts read and printed? Compared with a scan for line ends of the same
// bytes in the same run, so that the ratio says something on any machine.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {
namespace {

/// The items of all worked texts, one after the other, about `bytes` long, as one agreement.
std::string long_text(std::size_t bytes) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(ACCORD_SOURCE_DIR "/vectors/agreement/worked"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::string items;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const std::size_t start = text.find("{\n") + 2;
    items += text.substr(start, text.rfind('}') - start);
  }
  std::string out = "accord 1\nagreement long \"A long text\" {\n";
  while (out.size() < bytes) out += items;
  return out + "}\n";
}

const std::string& text() {
  static const std::string text = long_text(1 << 20);
  return text;
}

void set_bytes(benchmark::State& state, std::size_t size) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

void scan_lines(benchmark::State& state) {
  const std::string& all = text();
  for (auto _ : state) {
    std::size_t lines = 0;
    const char* at = all.data();
    const char* const end = at + all.size();
    while ((at = static_cast<const char*>(
                std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
      ++lines;
      ++at;
    }
    benchmark::DoNotOptimize(lines);
  }
  set_bytes(state, all.size());
}
BENCHMARK(scan_lines)->Unit(benchmark::kMillisecond);

void read_text(benchmark::State& state) {
  for (auto _ : state) {
    Parsed parsed = parse(text());
    if (!parsed.problems.empty()) state.SkipWithError("the text has problems");
    benchmark::DoNotOptimize(parsed.agreement);
  }
  set_bytes(state, text().size());
}
BENCHMARK(read_text)->Unit(benchmark::kMillisecond);

void print_model(benchmark::State& state) {
  const Agreement agreement = parse(text()).agreement;
  std::size_t size = 0;
  for (auto _ : state) {
    const std::string printed = print(agreement);
    size = printed.size();
    benchmark::DoNotOptimize(size);
  }
  set_bytes(state, size);
}
BENCHMARK(print_model)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::agreement

BENCHMARK_MAIN();
