#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "formats/accounts/converted.h"
#include "formats/text/csv.h"

/// The lines of one converted report as text.
namespace accord::formats {

namespace {

std::string labelled(const accounting::Converted& converted) {
  std::string out;
  for (accounting::ConvertedLine line : converted.lines) {
    std::stable_sort(line.begin(), line.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [label, content] : line) out += fmt::format("{:03}:{}#", label, content);
    out += '\n';
  }
  return out;
}

std::string table(const accounting::Converted& converted, const accounting::Profile& profile) {
  std::vector<std::string> cells{"profile"};
  std::vector<accounting::Label> labels;
  for (const accounting::Field& field : profile.fields)
    if (!field.number(converted.kind).empty()) {
      labels.push_back(field.label);
      cells.push_back(field.name);
    }
  std::string out = csv_line(cells);
  for (const accounting::ConvertedLine& line : converted.lines) {
    cells.assign(1, profile.id);
    for (const accounting::Label label : labels) {
      const auto at = std::find_if(line.begin(), line.end(),
                                   [label](const auto& part) { return part.first == label; });
      cells.push_back(at == line.end() ? std::string() : at->second);
    }
    out += csv_line(cells);
  }
  return out;
}

}  // namespace

std::string write_converted(const accounting::Converted& converted,
                            const accounting::Profile& profile) {
  if (converted.lines.empty()) return {};
  return profile.form == accounting::Form::table ? table(converted, profile) : labelled(converted);
}

}  // namespace accord::formats
