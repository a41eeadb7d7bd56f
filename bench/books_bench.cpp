// What does it cost to read the reports of a State from their files, to apply corrections, to keep
// the books and to check every rule? From 10^4 to 10^6 entries, with line-by-line reading of the
// same files and the program ledger in the same run.
//
// The same for reports that are tables, whose lines of the book are checked one by one.
//
// books_bench [--tables] [ENTRIES …]; needs 2 GB in the folder for temporary files, and prints a
// table.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string_view>
#include <vector>

#include "accounting/rules/rules.h"
#include "books_files.h"
#include "formats/accounts/accounts.h"
#include "formats/profiles/profile.h"
#include "table_files.h"

namespace {

namespace fs = std::filesystem;
using namespace accord;

struct Time {
  double wall = 0, processor = 0;
};

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}

Time now() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration<double>(since).count(),
          seconds(usage.ru_utime) + seconds(usage.ru_stime)};
}

/// Runs something and gives what it took.
template <class Work>
Time timed(Work work) {
  const Time begin = now();
  work();
  const Time end = now();
  return {end.wall - begin.wall, end.processor - begin.processor};
}

struct Process {
  Time time;
  double megabytes = 0;  ///< most memory at once
  bool well = false;
};

/// In a process of its own, so that its memory is its own.
Process in_a_process(const std::function<bool()>& work) {
  std::fflush(stdout);
  const Time begin = now();
  const pid_t child = fork();
  if (child == 0) {
    const bool well = work();
    std::fflush(stdout);
    _exit(well ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  return {{now().wall - begin.wall, seconds(usage.ru_utime) + seconds(usage.ru_stime)},
          static_cast<double>(usage.ru_maxrss) / 1024,
          WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

void print(const char* what, Time time, double megabytes_of_text) {
  fmt::print("  {:24} {:8.3f} s {:8.3f} s of processor {:8.0f} MB/s of processor\n", what,
             time.wall, time.processor, megabytes_of_text / time.processor);
}

/// Memory of this process now, in millions of bytes.
double resident() {
  std::ifstream file("/proc/self/statm");
  double all = 0, in_memory = 0;
  file >> all >> in_memory;
  return in_memory * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

bool all_of_it(const fs::path& folder, double megabytes) {
  Result<formats::Accounts> accounts = fail("W001", "", "", "");
  // The profile and the program's own pages are there before, whatever is read.
  static_cast<void>(formats::read_report("001:OI/ZZ;1#", "", formats::code10_profile()));
  const double before = resident();
  print("reading", timed([&] { accounts = formats::read_accounts(folder); }), megabytes);
  const double held = resident() - before;
  fmt::print("  {:24} {:8.1f} MB, {:.2f} times the text\n", "held by the reports", held,
             held / megabytes);
  if (!accounts) return false;
  accounting::Effective effective;
  print("effective entries", timed([&] { effective = accounting::effective(accounts->reports); }),
        megabytes);
  std::optional<accounting::Books> books;
  print("books", timed([&] {
          books.emplace(effective, accounting::signs_of(accounts->profile));
          for (const auto mba : books->areas()) static_cast<void>(books->on(mba, day_max));
        }),
        megabytes);
  std::vector<accounting::Finding> findings;
  print("rules", timed([&] {
          findings =
              accounting::check_rules({effective, *books, accounts->profile, accounts->tables});
        }),
        megabytes);
  for (std::size_t i = 0; i < findings.size() && i < 3; ++i)
    fmt::print("  unexpected: {} {} report {} entry {} label {}: {}\n", findings[i].rule,
               findings[i].mba, findings[i].report, findings[i].entry, findings[i].label,
               findings[i].found);
  return findings.empty() && accounts->findings.empty();
}

bool line_by_line(const fs::path& folder) {
  std::size_t lines = 0;
  for (const auto& entry : fs::directory_iterator(folder / "reports")) {
    std::ifstream file(entry.path(), std::ios::binary);
    for (std::string line; std::getline(file, line);) ++lines;
  }
  return lines > 0;
}

bool ledger_balance(const fs::path& file) {
  const std::string command = "ledger -f " + file.string() + " balance >/dev/null 2>&1";
  return std::system(command.c_str()) == 0;  // NOLINT: a benchmark
}

/// The same of tables, with the lines of the book by themselves.
bool tables(const fs::path& folder, double megabytes) {
  Result<formats::Accounts> accounts = fail("W001", "", "", "");
  print("reading", timed([&] { accounts = formats::read_accounts(folder); }), megabytes);
  if (!accounts || !accounts->findings.empty()) return false;
  accounting::Effective effective;
  print("effective entries", timed([&] { effective = accounting::effective(accounts->reports); }),
        megabytes);
  const accounting::Books books(effective, accounting::signs_of(accounts->profile));
  const accounting::RuleInput input{effective, books, accounts->profile, accounts->tables};
  accounting::Findings of_lines(accounts->profile);
  print("lines of the book", timed([&] { check_book_lines(input, of_lines); }), megabytes);
  std::vector<accounting::Finding> findings;
  print("rules", timed([&] { findings = accounting::check_rules(input); }), megabytes);
  const std::vector<accounting::Finding> wrong = of_lines.take();
  for (std::size_t i = 0; i < wrong.size() && i < 3; ++i)
    fmt::print("  unexpected: {} {} report {} entry {}: {}; {}\n", wrong[i].rule, wrong[i].mba,
               wrong[i].report, wrong[i].entry, wrong[i].found, wrong[i].expected);
  return wrong.empty() && effective.refused.empty();
}

void measure_tables(const fs::path& root, std::uint64_t entries) {
  const fs::path folder = root / ("tables-" + std::to_string(entries));
  const bench::Written written = bench::TableWriter(folder, entries).write();
  const double megabytes = static_cast<double>(written.bytes) / 1e6;
  fmt::print("{} lines of tables, {} reports, {:.0f} MB\n", written.entries, written.files,
             megabytes);
  const Process all = in_a_process([&] { return tables(folder, megabytes); });
  if (!all.well) fmt::print("  not as expected\n");
  print("all of it", all.time, megabytes);
  fmt::print("  {:24} {:8.0f} MB, {:.2f} times the text\n", "memory", all.megabytes,
             all.megabytes * 1.048576 / megabytes);
  fs::remove_all(folder);
}

void measure(const fs::path& root, std::uint64_t entries) {
  const fs::path folder = root / std::to_string(entries);
  bench::StateWriter writer(folder, entries);
  const bench::Written written = writer.write();
  const double megabytes = static_cast<double>(written.bytes) / 1e6;
  fmt::print("{} entries, {} reports, {:.0f} MB\n", written.entries, written.files, megabytes);
  in_a_process([&] { return line_by_line(folder); });  // the files are in memory then
  const Process lines = in_a_process([&] { return line_by_line(folder); });
  const Process all = in_a_process([&] { return all_of_it(folder, megabytes); });
  if (!all.well) fmt::print("  not as expected\n");
  print("all of it", all.time, megabytes);
  fmt::print("  {:24} {:8.0f} MB, {:.2f} times the text\n", "memory", all.megabytes,
             all.megabytes * 1.048576 / megabytes);
  print("line by line", lines.time, megabytes);
  fmt::print("  {:24} {:8.1f} times line by line\n", "all of it",
             all.time.processor / lines.time.processor);
  if (std::system("command -v ledger >/dev/null 2>&1") != 0) {  // NOLINT
    fmt::print("  ledger is not installed: no comparison\n");
  } else {
    writer.write_ledger(root / "x.dat");
    const Process ledger = in_a_process([&] { return ledger_balance(root / "x.dat"); });
    print("ledger balance", ledger.time, megabytes);
    fmt::print("  {:24} {:8.2f} of ledger\n", "all of it",
               all.time.processor / ledger.time.processor);
  }
  fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  // bench/run names the benchmarks it wants.
  constexpr std::string_view filter = "--benchmark_filter=";
  for (int i = 1; i < argc; ++i)
    if (const std::string_view word = argv[i]; word.starts_with(filter))
      if (word.substr(filter.size()) != "." &&
          std::string_view("books").find(word.substr(filter.size())) == std::string_view::npos)
        return 0;
  std::vector<std::uint64_t> sizes;
  for (int i = 1; i < argc; ++i)
    if (argv[i][0] != '-') sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {10'000, 100'000, 1'000'000};
  std::string pattern = (fs::temp_directory_path() / "accord-books-XXXXXX").string();
  const fs::path root = ::mkdtemp(pattern.data());
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  const bool only_tables = std::find(words.begin(), words.end(), "--tables") != words.end();
  for (const std::uint64_t size : sizes)
    if (!only_tables) measure(root, size);
  for (const std::uint64_t size : sizes) measure_tables(root, size);
  fs::remove_all(root);
  return 0;
}
