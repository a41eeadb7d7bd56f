#include "answers/agreement/opened.h"

#include <fmt/format.h>

#include "base/codes/parameter.h"

namespace accord::answers {

namespace {

/// The question and its answer; none where one is missing.
std::optional<agreement::Assumption> assumption_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) return std::nullopt;
  return agreement::Assumption{text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

std::optional<Error> AssessmentGiven::fault() const {
  for (const std::string& text : assume)
    if (!assumption_of(text))
      return Error{"U004",
                   fmt::format("{}: expected QUESTION=ANSWER, as Q-ENDED=yes, found “{}”",
                               parameter("assume"), text),
                   {},
                   {}};
  return std::nullopt;
}

assessment::Query AssessmentGiven::query() const {
  assessment::Query query;
  query.on = on;
  query.known = known;
  query.options.min_grade = min_grade;
  query.options.found_only = found_only;
  for (const std::string& text : assume)
    if (auto assumption = assumption_of(text))
      query.options.assume.push_back(std::move(*assumption));
  query.suppose = suppose;
  return query;
}

}  // namespace accord::answers
