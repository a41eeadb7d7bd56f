#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "assessment/assessment.h"
#include "base/contract.h"
#include "base/text.h"
#include "formats/workspace/workspace.h"

/// Reading a workspace: accord.toml with every kind of table and the rules for tables in the user's
/// own columns. The input is `accord.toml`, then files, each behind a line `=== NAME`; the
/// agreement text is fixed. Places of problems lie in their files, records lead to their rows, and
/// what has no error is judged, twice the same.
namespace {

using accord::assessment::Assessment;
using accord::formats::Workspace;

constexpr std::string_view terms = R"(accord 1
agreement fuzz "Fuzz" {
  party a "A"
  party b "B"
  party sides "Sides" = { a, b }
  body m "M"
  site z "Z"
  day start = 2025-01-01
  measure stock "stock" amount t data { stock_t }
  measure sold "sold" flow t
  measure work "work" activity
  event call "Call"
  event reply "Reply" data { R-1 }
  term STOCK "Stock" { obliges a owed b verifier m from start without end limit stock <= 5 t stale after 90 days }
  term FLOW "Flow" { obliges each sides owed sides verifier m from start without end limit sold per month >= 5 t }
  term WORK "Work" { obliges each sides owed sides verifier m from start without end prohibit work at z }
  term ANSWER "Answer" { obliges b owed a verifier m from start without end duty reply within 30 days of each call }
})";

constexpr std::array<std::string_view, 8> names{"accord.toml", "t.csv", "u.csv", "e.csv",
                                                "s.csv",       "o.csv", "v.csv", "w.csv"};

/// A folder for this process, emptied for each input.
const std::filesystem::path& folder() {
  static const std::filesystem::path made = [] {
    const bool in_memory = std::filesystem::is_directory("/dev/shm");
    std::string pattern = std::string(in_memory ? "/dev/shm" : "/tmp") + "/fuzz-workspace-XXXXXX";
    ACCORD_EXPECT(::mkdtemp(pattern.data()) != nullptr);
    return std::filesystem::path(pattern);
  }();
  return made;
}

void write(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary)
      .write(text.data(), static_cast<std::streamsize>(text.size()));
}

void fill(std::string_view input) {
  for (const std::string_view name : names) std::filesystem::remove(folder() / name);
  write(folder() / "terms.accord", terms);
  std::string_view name = names[0];
  for (;;) {
    const std::size_t next = input.find("\n=== ");
    const std::string_view text = input.substr(0, next == std::string_view::npos ? next : next + 1);
    if (std::find(names.begin(), names.end(), name) != names.end()) write(folder() / name, text);
    if (next == std::string_view::npos) return;
    input.remove_prefix(next + 5);
    const std::size_t end = std::min(input.find('\n'), input.size());
    name = input.substr(0, end);
    input.remove_prefix(std::min(end + 1, input.size()));
  }
}

void check_problems(const Workspace& workspace) {
  for (const accord::Problem& problem : workspace.problems) {
    ACCORD_EXPECT(!problem.code.empty() && !problem.message.empty());
    const auto text = workspace.texts.find(problem.file);
    if (text == workspace.texts.end() || problem.place.line == 0) continue;
    const auto lines = 1 + std::count(text->second.begin(), text->second.end(), '\n');
    ACCORD_EXPECT(problem.place.line <= lines);
    ACCORD_EXPECT(problem.place.column >= 1 && problem.place.length >= 1);
  }
}

void check_records(const Workspace& workspace) {
  const auto& records = workspace.records;
  const auto lies_in = [&](const auto& list) {
    for (const auto& record : list) ACCORD_EXPECT(record.head.origin < records.origins.size());
    for (const auto& record : list) ACCORD_EXPECT(record.head.valid <= record.head.known);
  };
  lies_in(records.observations);
  lies_in(records.events);
  lies_in(records.declarations);
  for (const auto& row : workspace.rows) ACCORD_EXPECT(row.origin < records.origins.size());
}

std::string answer_of(const std::shared_ptr<const Workspace>& workspace) {
  const auto made = Assessment::make(workspace, {});
  if (!made) return made.error().code;
  std::string out;
  for (const auto& finding : made->findings()) {
    out += finding.id + " " + word(finding.state) + " " + finding.reason + "\n";
    for (const auto& rule : finding.rules) out += rule.reason + "\n";
  }
  for (const std::string& sentence : sentences(made->remarks(), made->records()))
    out += sentence + "\n";
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fill({reinterpret_cast<const char*>(data), size});
  auto read = accord::formats::read_workspace(folder());
  ACCORD_EXPECT(read.has_value());
  check_problems(*read);
  if (accord::has_errors(read->problems)) return 0;
  check_records(*read);
  const auto workspace = std::make_shared<const Workspace>(std::move(*read));
  ACCORD_EXPECT(answer_of(workspace) == answer_of(workspace));
  return 0;
}
