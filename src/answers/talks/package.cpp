#include "answers/talks/package.h"

#include <fmt/format.h>

namespace accord::answers {

PackageShown shown(const talks::Domain& domain, const talks::Outcome& outcome) {
  PackageShown out{domain.words(outcome), domain.rank(outcome), {}};
  for (std::size_t i = 0; i < domain.issues.size(); ++i)
    out.values.push_back({domain.issues[i].id, domain.issues[i].label(outcome[i])});
  return out;
}

Answered<talks::Outcome> outcome_of(const talks::Domain& domain,
                                    const std::vector<std::string>& words) {
  Refusal refusal;
  const auto refuse = [&](std::string message, std::string remedy) {
    refusal.problems.push_back(problem_of({"P053", std::move(message), "", std::move(remedy)}));
  };
  std::vector<std::optional<std::uint32_t>> found(domain.issues.size());
  for (const std::string& word : words) {
    const std::size_t at = word.find('=');
    const auto issue = domain.find_issue(word.substr(0, at));
    if (at == std::string::npos || !issue) {
      refuse(fmt::format("“{}” does not name an issue and a value", word),
             "write issue=value for every issue");
      continue;
    }
    found[*issue] = domain.issues[*issue].find(word.substr(at + 1));
    if (!found[*issue])
      refuse(
          fmt::format("issue {} has no value “{}”", domain.issues[*issue].id, word.substr(at + 1)),
          "use a value of the domain");
  }
  talks::Outcome out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) out.push_back(*found[i]);
    if (!found[i] && refusal.problems.empty())
      refuse(fmt::format("issue {} is not named", domain.issues[i].id),
             "write issue=value for every issue");
  }
  if (!refusal.problems.empty()) return tl::make_unexpected(std::move(refusal));
  return out;
}

}  // namespace accord::answers
