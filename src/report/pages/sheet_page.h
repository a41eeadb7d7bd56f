#pragma once

#include <string>
#include <vector>

#include "report/forms/page.h"

/// The page for the table: one page that every side may see.
namespace accord::report {

/// What the page says, in words. Never utilities, walk-away values, distances, names of lines
/// without consent, or whom to ask: there is no member for them.
struct TableSheet {
  struct Side {
    std::string name;
    std::string stated;  ///< the kind only: numbers, ranges, marks, public words, nothing
  };
  struct Source {
    std::string name;  ///< "North 2025-05-18 (P06)"
    std::string href;  ///< an address, or nothing
  };
  struct Issue {
    std::string title;
    std::vector<std::string> not_excluded, named_by_all, silent;
    std::vector<Source> sources;
  };
  std::string day, round;          ///< the round may be empty
  std::string sentence;            ///< the answer in its fixed words
  std::vector<std::string> notes;  ///< fixed sentences that go with it
  std::vector<Side> sides;
  std::vector<Issue> issues;  ///< from public words only
  std::string digest;
};

[[nodiscard]] Page sheet_page(const TableSheet& sheet);

}  // namespace accord::report
