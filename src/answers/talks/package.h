#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"
#include "answers/talks/figure.h"
#include "talks/model/domain.h"

/// Outcomes of talks in answers: one value for each issue.
namespace accord::answers {

struct PackageValue {
  std::string issue, value;

  static constexpr auto described =
      object("package_value", "What a package has on one issue",
             member<&PackageValue::issue>("issue", "id of the issue"),
             member<&PackageValue::value>("issue_value", "the value, as the domain writes it"));
};

struct PackageShown {
  std::string words;
  talks::Number rank;
  std::vector<PackageValue> values;

  static constexpr auto described = object(
      "package_shown", "An outcome: one value for each issue",
      member<&PackageShown::words>("words", "issue and value, in the order of the domain"),
      member<&PackageShown::rank>("rank", "its number from 0, the first issue most significant"),
      member<&PackageShown::values>("package_values", "the same, issue by issue"));
};

[[nodiscard]] PackageShown shown(const talks::Domain& domain, const talks::Outcome& outcome);

/// The outcome that words such as "visits=8" name, in any order. P053: an issue or value that is
/// not there, or an issue that is not named.
[[nodiscard]] Answered<talks::Outcome> outcome_of(const talks::Domain& domain,
                                                  const std::vector<std::string>& words);

}  // namespace accord::answers
