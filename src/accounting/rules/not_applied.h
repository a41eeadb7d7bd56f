#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/rules/rules.h"

/// What a check of accounts did not look at because something beside the reports is not there: an
/// answer without findings says nothing of it.
namespace accord::accounting {

struct NotApplied {
  std::string because;  ///< "there is no uncertainty.csv"
  std::string rule;     ///< "V069"
  std::string part;     ///< of the rule that was left out, "against σ(MUF)"; empty: all of it

  friend bool operator==(const NotApplied&, const NotApplied&) = default;
};

/// Those that the profile has, by what is missing, then by rule.
[[nodiscard]] std::vector<NotApplied> not_applied(const RuleInput& input);

/// One line for each cause: "there is no uncertainty.csv: V069 against σ(MUF) and V083 were not
/// applied".
[[nodiscard]] std::vector<std::string> not_applied_lines(const std::vector<NotApplied>& all);

}  // namespace accord::accounting
