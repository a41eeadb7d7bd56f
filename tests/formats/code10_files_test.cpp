#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "code10_given.h"

/// The made-up State of `examples/state`: 348 reports without, 342 with planted mistakes.
namespace accord::formats {
namespace {

using nlohmann::json;

std::vector<std::string> reports_of(const std::string& set) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(ACCORD_SOURCE_DIR) / "examples/state" / set / "reports"))
    out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

/// The rules that one file alone can break.
bool is_of_reader(const std::string& rule) {
  return rule <= "V008" && rule != "V005";
}

json short_form(const accounting::Finding& f) {
  const bool whole = f.kind == 0;
  return {
      f.rule,   f.severity == Severity::error ? "E" : "W",          f.mba,
      f.report, whole ? json() : json(f.kind == 'O' ? "OI" : "NC"), whole ? json() : json(f.entry),
      f.label};
}

std::set<json> expected_of(const std::string& set, bool tolerated) {
  const json answers = json::parse(
      code10_given::bytes_of(ACCORD_SOURCE_DIR "/examples/state/" + set + "/expected.json"));
  std::set<json> out;
  for (const json& f : answers["findings"])
    if (is_of_reader(f["rule"]) && (f["role"] == "tolerated") == tolerated)
      out.insert(
          json{f["rule"], f["severity"], f["mba"], f["report"], f["kind"], f["entry"], f["label"]});
  return out;
}

TEST(Code10Files, CleanReportsHaveNoFindingAndAreWrittenByteForByte) {
  const auto files = reports_of("clean");
  ASSERT_EQ(files.size(), 348U);
  for (const std::string& file : files) {
    const std::string bytes = code10_given::bytes_of(file);
    const Code10 read = read_code10(bytes, file);
    EXPECT_TRUE(read.findings.empty()) << file;
    EXPECT_EQ(write_code10(read.report), bytes) << file;
  }
}

TEST(Code10Files, ExactlyThePlantedMistakesOfSingleFilesAreFound) {
  std::set<json> found;
  for (const std::string& file : reports_of("errors"))
    for (const auto& f : read_code10(code10_given::bytes_of(file), file).findings)
      EXPECT_TRUE(found.insert(short_form(f)).second) << "twice: " << short_form(f);
  for (const json& f : expected_of("errors", true)) found.erase(f);
  const auto expected = expected_of("errors", false);
  EXPECT_GE(expected.size(), 6U);
  EXPECT_EQ(found, expected);
}

TEST(Code10Files, EveryEntryIsUnderItsHeader) {
  std::size_t entries = 0;
  for (const std::string& file : reports_of("clean")) {
    const accounting::Report report = read_code10(code10_given::bytes_of(file), file).report;
    const std::string stem = std::filesystem::path(file).stem();  // MBA-nnnn-T
    EXPECT_EQ(report.header.mba, stem.substr(0, 4));
    EXPECT_EQ(report.header.number, std::stoul(stem.substr(5, 4)));
    EXPECT_EQ(static_cast<char>(report.header.kind), stem.back());
    entries += report.entries.size();
  }
  std::size_t lines = 0;
  for (const std::string& file : reports_of("clean")) {
    const std::string bytes = code10_given::bytes_of(file);
    lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  }
  EXPECT_EQ(entries, lines);
}

}  // namespace
}  // namespace accord::formats
