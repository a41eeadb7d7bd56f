#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "accounting/rules/not_applied.h"
#include "accounting/rules/rules.h"
#include "formats/code10/code10.h"
#include "formats/profiles/profile.h"
#include "formats/profiles/state.h"

/// A State with its reports and tables, as the rules see it.
namespace accord::accounting::test {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct State {
  std::vector<Report> reports;
  std::vector<Finding> of_reader;
  Profile profile = formats::code10_profile();
  StateTables tables;
  std::vector<Problem> problems;

  void add(std::string text, std::string file) {
    formats::Code10 read = formats::read_code10(std::move(text), std::move(file));
    reports.push_back(std::move(read.report));
    of_reader.insert(of_reader.end(), read.findings.begin(), read.findings.end());
  }
  [[nodiscard]] std::vector<Finding> findings() const {
    const Effective all = effective(reports);
    const Books books(all, signs_of(profile));
    return check_rules({all, books, profile, tables});
  }
  /// "there is no notices.csv: V085", one for each rule.
  [[nodiscard]] std::vector<std::string> left_out() const {
    const Effective all = effective(reports);
    const Books books(all, signs_of(profile));
    std::vector<std::string> out;
    for (const NotApplied& one : not_applied({all, books, profile, tables}))
      out.push_back(one.because + ": " + one.rule + (one.part.empty() ? "" : " " + one.part));
    return out;
  }
};

/// A folder such as examples/state/errors.
inline State read_state(const std::string& folder) {
  const std::filesystem::path root = std::string(ACCORD_SOURCE_DIR) + "/" + folder;
  State out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(root / "reports"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) out.add(read_text(file), file.filename().string());
  const auto bytes = [&](const char* name) { return read_text(root / name); };
  formats::read_state(bytes("state.json"), "state.json", out.tables, out.profile, out.problems);
  formats::read_notices(bytes("notices.csv"), "notices.csv", out.tables, out.problems);
  formats::read_special_reports(bytes("special_reports.csv"), "special_reports.csv", out.tables,
                                out.problems);
  formats::read_uncertainties(bytes("uncertainty.csv"), "uncertainty.csv", out.tables,
                              out.problems);
  out.tables.sort();
  return out;
}

}  // namespace accord::accounting::test
