#include "accounting/reports/finding_summary.h"

#include <fmt/format.h>

#include <map>

#include "base/english.h"

namespace accord::accounting {

namespace {

using Counts = std::map<std::string, FindingCount>;

void add(const Finding& finding, FindingCount& count) {
  ++(finding.severity == Severity::error ? count.errors : count.warnings);
}

std::vector<FindingCount> list_of(Counts& counts) {
  std::vector<FindingCount> out;
  for (auto& [name, count] : counts) {
    count.name = name;
    out.push_back(std::move(count));
  }
  return out;
}

}  // namespace

FindingSummary summary_of(const std::vector<Finding>& findings) {
  FindingSummary out;
  Counts rules, areas;
  for (const Finding& finding : findings) {
    add(finding, out.total);
    add(finding, rules[std::string(finding.rule)]);
    add(finding, areas[finding.mba]);
  }
  out.rules = list_of(rules);
  out.areas = list_of(areas);
  return out;
}

std::string in_words(const FindingCount& count) {
  return fmt::format("{}: {}, {}", counted(count.all(), "finding"), counted(count.errors, "error"),
                     counted(count.warnings, "warning"));
}

}  // namespace accord::accounting
