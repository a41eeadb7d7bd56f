#pragma once

#include "rules/given.h"

/// A small area with a year of its books: a first list, changes of June 2026, a list and a balance.
namespace accord::accounting::test {

/// A line of a balance.
inline std::string line(const std::string& code, const std::string& weights,
                        const std::string& status = "N") {
  return "309:" + status + "#411:" + code + "#" + weights;
}

using Entries = std::vector<std::string>;

struct Year {
  Entries first_list{item("A", "N", "610:5K#")};              ///< report 1, 30 June 2025
  Entries changes{change("LD", "20260610", "A", "610:1K#")};  ///< report 2
  Entries list{item("A", "T", "610:4K#")};                    ///< report 3, 30 June 2026
  Entries balance{line("PB", "610:5K#"), line("LD", "610:1K#"), line("BA", "610:4K#"),
                  line("PE", "610:4K#"), line("MF", "610:0K#")};  ///< report 4
  std::string period = "20250701/20260630";                       ///< of the balance

  [[nodiscard]] Reports reports() const {
    Reports out;
    const auto add = [&](const Given& given, const Entries& entries) {
      if (!entries.empty()) out.add(given, entries);
    };
    add({.number = 1, .date = "20250715", .period = "20250630", .kind = "P"}, first_list);
    add({.number = 2}, changes);
    add({.number = 3, .date = "20260715", .period = "20260630", .kind = "P"}, list);
    add({.number = 4, .date = "20260715", .period = period, .kind = "M"}, balance);
    return out;
  }
  [[nodiscard]] std::vector<std::string> found(const std::string& rule = "V") const {
    return reports().found(rule);
  }
};

}  // namespace accord::accounting::test
