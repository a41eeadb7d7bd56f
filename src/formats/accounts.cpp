#include "formats/accounts.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "formats/code10.h"
#include "formats/intake.h"
#include "formats/profile.h"
#include "formats/state.h"

namespace accord::formats {

namespace fs = std::filesystem;

namespace {

/// Reads the files, each into its place; the place of one that cannot be read stays empty.
std::vector<std::optional<Code10>> read_files(const std::vector<fs::path>& files) {
  std::vector<std::optional<Code10>> out(files.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++)
      if (auto bytes = file_bytes(files[i]))
        out[i] = read_code10(std::move(*bytes), files[i].filename().string());
  };
  const auto count =
      std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), files.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return out;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".txt") out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

using ReadTable = void (*)(std::string_view, std::string_view, accounting::StateTables&,
                           std::vector<Problem>&);

void read_tables(const fs::path& folder, Accounts& out) {
  const auto text_of = [&](const char* name) -> const std::string* {
    auto bytes = file_bytes(folder / name);
    return bytes ? &(out.texts[name] = std::move(*bytes)) : nullptr;
  };
  if (const std::string* text = text_of(state_file))
    read_state(*text, state_file, out.tables, out.profile, out.problems);
  for (const auto& [name, read] : {std::pair<const char*, ReadTable>{notices_file, read_notices},
                                   {special_reports_file, read_special_reports},
                                   {uncertainty_file, read_uncertainties}})
    if (const std::string* text = text_of(name)) read(*text, name, out.tables, out.problems);
  out.tables.sort();
}

}  // namespace

Result<Accounts> read_accounts(const fs::path& path) {
  std::error_code error;
  const bool is_folder = fs::is_directory(path, error);
  if (!is_folder && !fs::exists(path, error))
    return fail("W001", "there is no such file or folder", path.string(),
                "name a folder of accounts, or a report");
  Accounts out;
  out.profile = code10_profile();
  const std::vector<fs::path> files =
      is_folder ? files_in(path / reports_folder) : std::vector<fs::path>{path};
  if (files.empty())
    return fail("W030", "the folder holds no reports", path.string(),
                "put the reports into its folder reports, one a file, with names that end in .txt");
  auto read = read_files(files);
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!read[i])
      return fail("C007", "the file cannot be read", files[i].string(), "check its permissions");
    out.reports.push_back(std::move(read[i]->report));
    std::move(read[i]->findings.begin(), read[i]->findings.end(), std::back_inserter(out.findings));
  }
  if (is_folder) read_tables(path, out);
  return out;
}

}  // namespace accord::formats
