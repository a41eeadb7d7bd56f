#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "accounting/reports/effective.h"
#include "accounting/reports/signs.h"
#include "formats/code10/code10.h"

/// The made-up State of examples/state with its answer key.
namespace accord::test {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct State {
  std::vector<accounting::Report> reports;
  std::vector<accounting::Finding> findings;  ///< of the reader
  nlohmann::json key, facts;
};

inline State read_state(const std::string& name) {
  const std::filesystem::path folder = std::string(ACCORD_SOURCE_DIR) + "/examples/state/" + name;
  State out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "reports"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    formats::Code10 read = formats::read_code10(bytes_of(path), path.filename().string());
    out.reports.push_back(std::move(read.report));
    for (auto& finding : read.findings) out.findings.push_back(std::move(finding));
  }
  out.key = nlohmann::json::parse(bytes_of(folder / "expected.json"));
  out.facts = nlohmann::json::parse(bytes_of(folder / "state.json"));
  return out;
}

/// Section 5.1 of the chapter, label 411.
inline accounting::Signs code10_signs() {
  accounting::Signs out;
  for (const char* up : {"RF", "RD", "RS", "RN", "NP", "DU", "DQ", "FW", "GA"})
    out.add(accounting::code(up), 1);
  for (const char* down : {"SF", "SD", "SN", "LN", "LD", "TW", "EU", "EQ", "TU", "LA", "DI"})
    out.add(accounting::code(down), -1);
  for (const char* none : {"RM", "RP"}) out.add(accounting::code(none), 0);
  for (const char* change : {"EN", "ED", "NE", "ND", "DE", "DN"})
    out.add_category_change(accounting::code(change));
  return out;
}

inline Day day(const nlohmann::json& text) {
  return parse_day(text.get<std::string>()).value();
}

}  // namespace accord::test
