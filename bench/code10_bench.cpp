// How fast are reports in the labelled form of Code 10 read and written? Compared with a scan for
// line ends of the same bytes in the same run.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/code10/code10.h"

namespace accord::formats {
namespace {

/// The reports of the made-up State again and again: about 300 MB, as so many files would be held.
const std::vector<std::string>& files() {
  static const std::vector<std::string> all = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(ACCORD_SOURCE_DIR "/examples/state/clean/reports"))
      paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> once;
    std::size_t bytes = 0;
    for (const auto& path : paths) {
      std::ifstream file(path, std::ios::binary);
      once.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      bytes += once.back().size();
    }
    std::vector<std::string> out;
    for (std::size_t size = 0; size < 300'000'000; size += bytes)
      out.insert(out.end(), once.begin(), once.end());
    return out;
  }();
  return all;
}

void set_bytes(benchmark::State& state) {
  std::size_t size = 0;
  for (const std::string& file : files()) size += file.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

void scan_lines(benchmark::State& state) {
  benchmark::DoNotOptimize(files().data());  // made before the time counts
  for (auto _ : state) {
    std::size_t lines = 0;
    for (const std::string& file : files()) {
      const char* at = file.data();
      const char* const end = at + file.size();
      while ((at = static_cast<const char*>(
                  std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
        ++lines;
        ++at;
      }
    }
    benchmark::DoNotOptimize(lines);
  }
  set_bytes(state);
}
BENCHMARK(scan_lines)->Unit(benchmark::kMillisecond);

/// The copy of the bytes, which `read_code10` takes, is not counted in `scan_lines`.
void read_and_drop(benchmark::State& state) {
  mallopt(M_TRIM_THRESHOLD, 1 << 28);  // freed memory stays here: the reader, not the system
  for (auto _ : state)
    for (const std::string& file : files()) {
      const Code10 read = read_code10(file, "report.txt");
      if (!read.findings.empty()) state.SkipWithError("the reports are clean");
      benchmark::DoNotOptimize(read.report.entries.data());
    }
  set_bytes(state);
}
BENCHMARK(read_and_drop)->Unit(benchmark::kMillisecond);

/// All reports held at once, as the rules need them.
void read_and_keep(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<Code10> all;
    all.reserve(files().size());
    for (const std::string& file : files()) all.push_back(read_code10(file, "report.txt"));
    benchmark::DoNotOptimize(all.data());
  }
  set_bytes(state);
}
BENCHMARK(read_and_keep)->Unit(benchmark::kMillisecond);

void write(benchmark::State& state) {
  const std::string& file =
      *std::max_element(files().begin(), files().end(),
                        [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const accounting::Report report = read_code10(file, "report.txt").report;
  for (auto _ : state) benchmark::DoNotOptimize(write_code10(report));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
}
BENCHMARK(write)->Unit(benchmark::kMicrosecond);

/// One file of 100 MB.
void read_one_file(benchmark::State& state) {
  constexpr int entries = 400'000;
  std::string text;
  for (int i = 1; i <= entries; ++i)
    text +=
        "001:OI/ZZ;12#002:" + std::to_string(i) + (i == 1 ? "/400000" : "") +
        "#003:20260708#006:DOE,J#010:I#015:20260601/20260630#207:ZZFA#307:ZZA1#309:N#407:A#411:LN"
        "#412:20260630#430:B/Q/1/G#446:CORE" +
        std::to_string(i) + "#469:M#470:1#630:210.25G#670:198G#700:2.125G#\n";
  for (auto _ : state) {
    const Code10 read = read_code10(text, "report.txt");
    if (!read.findings.empty()) state.SkipWithError("the report is clean");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_one_file)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::formats

BENCHMARK_MAIN();
