#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/report_table/report_table.h"
#include "rules/state.h"

/// Small tables of an area ZZA1 for one rule at a time.
namespace accord::accounting::test {

using Line = std::map<std::string, std::string>;

/// Columns in the order of their names; every line numbered, with the number of lines.
inline std::string csv(const Line& header, std::vector<Line> lines) {
  std::set<std::string> columns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].insert(header.begin(), header.end());
    lines[i].insert({"line", std::to_string(i + 1)});
    lines[i].insert({"line_count", std::to_string(lines.size())});
    for (const auto& [column, text] : lines[i]) columns.insert(column);
  }
  std::string out;
  for (const std::string& column : columns) out += (out.empty() ? "" : ",") + column;
  out += '\n';
  for (Line& line : lines) {
    std::string row;
    for (const std::string& column : columns)
      row += (column == *columns.begin() ? "" : ",") + line[column];
    out += row + '\n';
  }
  return out;
}

/// `more` in place of, and beside, what `line` has.
inline Line with(Line line, const Line& more) {
  for (const auto& [column, text] : more) line[column] = text;
  return line;
}

inline Line header(const std::string& type, const std::string& number, const std::string& date,
                   const Line& more) {
  return with({{"mba", "ZZA1"},
               {"report_type", type},
               {"report_number", number},
               {"report_date", date},
               {"reporting_person", "DOE J"}},
              more);
}

/// Of June 2026.
inline Line june(const std::string& number = "1", const std::string& date = "10072026") {
  return header("I", number, date, {{"start", "01062026"}, {"end", "30062026"}});
}

inline Line enriched(const std::string& weight, const std::string& fissile) {
  return {{"element_category", "L"},
          {"element_weight", weight},
          {"isotope", "G"},
          {"fissile_weight", fissile}};
}
inline Line natural(const std::string& weight) {
  return {{"element_category", "N"}, {"element_weight", weight}};
}

inline Line change(const std::string& code, const std::string& day, const std::string& batch,
                   const Line& weights) {
  return with({{"ic_code", code},
               {"accounting_date", day},
               {"batch", batch},
               {"transaction_id", "1"},
               {"kmp", "1"},
               {"measurement", "M"}},
              weights);
}

/// The line of the ending book.
inline Line book(const std::string& day, const Line& weights) {
  return with({{"ic_code", "BA"}, {"accounting_date", day}, {"transaction_id", "1"}, {"kmp", "&"}},
              weights);
}

inline Line item(const std::string& batch, const Line& weights) {
  return with({{"item_id", "1"},
               {"batch", batch},
               {"kmp", "1"},
               {"measurement", "M"},
               {"material_form", "U6"},
               {"container", "C"},
               {"state", "F"}},
              weights);
}

/// The list of the end of 2025, number 1.
inline std::string opening(const std::vector<Line>& items) {
  return csv(header("P", "1", "10012026", {{"pit_date", "31122025"}}), items);
}

class Tables {
 public:
  State state;

  explicit Tables(const std::string& id = "euratom-302-2005") {
    state.profile = *formats::find_profile(id);
  }
  Tables& add(const std::string& text) {
    formats::ReportTable read = formats::read_report_table(
        text, std::to_string(state.reports.size()) + ".csv", state.profile);
    state.reports.push_back(std::move(read.report));
    state.of_reader.insert(state.of_reader.end(), read.findings.begin(), read.findings.end());
    return *this;
  }
  /// "V064 2/1 630: 5G; 6G": report and line, label, found, expected; of the rules and the reader.
  [[nodiscard]] std::vector<std::string> found(const std::string& rule) {
    state.tables.sort();
    std::vector<Finding> all = state.findings();
    all.insert(all.end(), state.of_reader.begin(), state.of_reader.end());
    std::vector<std::string> out;
    for (const Finding& f : all)
      if (f.rule.starts_with(rule))
        out.push_back(f.rule + " " + std::to_string(f.report) + "/" + std::to_string(f.entry) +
                      " " + std::to_string(f.label) + ": " + f.found + "; " + f.expected);
    return out;
  }
};

}  // namespace accord::accounting::test
