#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "talks/model/number.h"
#include "talks/public_words/marks.h"

namespace accord::talks {

/// One option for each issue, in order of the issues.
using Package = std::vector<std::string>;

/// How many packages each column has: exact, however large. No issue at all: 0.
struct PackageCounts {
  Number not_excluded, not_opposed, named_by_all;
  friend bool operator==(const PackageCounts&, const PackageCounts&) = default;
};
[[nodiscard]] PackageCounts package_counts(const std::vector<IssueMarks>& issues);

/// Packages number `first` (from 0) and following of those that are not excluded, at most `count`:
/// the options of the last issue change fastest. Any part of the list costs only what is listed.
[[nodiscard]] std::vector<Package> packages(const std::vector<IssueMarks>& issues,
                                            std::uint64_t first, std::size_t count);

/// A chosen package as a text of the terms language, in its one layout: a term for each issue with
/// the option in words, days left empty, marked as illustrative and proposed by nobody. Who owes
/// what is not in the data: the terms bind the sides jointly and say that this is open.
/// @param sides  party id → name. @error P001 an option of none of the issues; P002 fewer than two
/// sides or more than one option on an issue.
[[nodiscard]] Result<std::string> draft_terms(const std::vector<IssueOption>& options,
                                              const Package& package,
                                              const std::map<std::string, std::string>& sides,
                                              Day day);

}  // namespace accord::talks
