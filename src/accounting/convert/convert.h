#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"

/// A report of Euratom or the United Kingdom as one of Code 10, and the other way round (reporting
/// chapter, 5.4, 6 and 7): an engineering proposal, to be agreed with the authority.
namespace accord::accounting {

/// What a report of the other form says, and this one does not.
struct ConvertFacts {
  std::string country, facility;  ///< of Code 10
  /// Materials agreed with the authority: "U6CF" of form, container and state to "O/G/R/B" of label
  /// 430, or the other way round. No source states a counterpart.
  std::map<std::string, std::string> materials;
};

/// Contents by label; weights of tables under the labels of their columns.
using ConvertedLine = std::vector<std::pair<Label, std::string>>;

struct Converted {
  ReportKind kind = ReportKind::unknown;
  std::vector<ConvertedLine> lines;  ///< with what each says of the whole report
  /// V007: errors name what has no known counterpart and is left out, warnings what is lost or
  /// rounded. In the order of the entries.
  std::vector<Finding> findings;
};

/// A conversion is known: between Code 10 and the forms of Euratom and the United Kingdom.
[[nodiscard]] bool converts(const Profile& from, const Profile& to);

/// New entries of changes and lists; an empty list stays one. Weights change their unit exactly; DI
/// changes its sign; H and L are E; RB is RM and RP; lines of one movement and batch, by category
/// and obligation, are one entry of Code 10. Not converted: corrections (their references are
/// numbers of the other form), balances (they follow from the entries), statements of the book,
/// notes, and what this chapter knows no counterpart of. Fields that the other form does not have
/// are named once for a report; check values are of the form and fall away. LD of Code 10 may be TC
/// or TE, a change of category CE, CB or CC: refused.
[[nodiscard]] Converted convert(const Report& report, const Profile& from, const Profile& to,
                                const ConvertFacts& facts);

}  // namespace accord::accounting
