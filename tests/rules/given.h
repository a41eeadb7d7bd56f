#pragma once

#include "rules/state.h"

/// Small reports of an area ZZA1 for one rule at a time.
namespace accord::accounting::test {

struct Given {
  std::string mba = "ZZA1";
  int number = 1;
  std::string date = "20260705", period = "20260601/20260630", kind = "I", country = "ZZ";
};

/// A report of these entries; each is what follows the header labels, from 309 on.
inline std::string report_text(const Given& given, const std::vector<std::string>& entries) {
  std::string out;
  for (std::size_t i = 0; i < entries.size(); ++i)
    out += "001:OI/" + given.country + ";" + std::to_string(given.number) +
           "#002:" + std::to_string(i + 1) + "/" + std::to_string(entries.size()) +
           "#003:" + given.date + "#006:DOE,J#010:" + given.kind + "#015:" + given.period +
           "#207:ZZFA#307:" + given.mba + "#" + entries[i] + "\n";
  return out;
}

/// A change with the labels an entry needs; `more` are weights and others, each with its #.
inline std::string change(const std::string& code, const std::string& day, const std::string& batch,
                          const std::string& more, const std::string& status = "N") {
  return "309:" + status + "#407:1#411:" + code + "#412:" + day + "#430:F/U/N/B#446:" + batch +
         "#469:M#470:1#" + more;
}

/// An item of a list.
inline std::string item(const std::string& batch, const std::string& basis,
                        const std::string& weights, const std::string& status = "N") {
  return "309:" + status + "#407:1#430:F/U/N/B#446:" + batch + "#469:" + basis + "#470:1#" +
         weights;
}

class Reports {
 public:
  State state;

  Reports() {
    state.tables.notices.emplace();
    state.tables.special_reports.emplace();
  }
  Reports& add(const Given& given, const std::vector<std::string>& entries) {
    state.add(report_text(given, entries), given.mba + "-" + std::to_string(given.number) + "-" +
                                               std::to_string(state.reports.size()) + ".txt");
    return *this;
  }
  /// "V023 E 1/2 630": rule, severity, report and entry, label; all of these rules, or one.
  [[nodiscard]] std::vector<std::string> found(const std::string& rule = "V") {
    state.tables.sort();
    std::vector<std::string> out;
    for (const Finding& f : state.findings())
      if (f.rule.substr(0, rule.size()) == rule)
        out.push_back(f.rule + (f.severity == Severity::error ? " E " : " W ") +
                      std::to_string(f.report) + "/" + std::to_string(f.entry) + " " +
                      std::to_string(f.label));
    return out;
  }
};

/// Findings of one report of changes in June 2026.
inline std::vector<std::string> found(const std::vector<std::string>& entries,
                                      const std::string& rule = "V") {
  return Reports().add({}, entries).found(rule);
}

}  // namespace accord::accounting::test
