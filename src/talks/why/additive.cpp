#include <algorithm>

#include "talks/why/layers.h"

/// What layers rest on: for the maker and the checker.
namespace accord::talks {

std::optional<Additive> additive(const Refuter& refuter, const std::vector<Named>& conflict) {
  const Domain& domain = refuter.talks().domain;
  Additive out;
  std::vector<const Line*> lines;
  for (const Named& limit : conflict) {
    lines.insert(lines.end(), limit.lines.begin(), limit.lines.end());
    if (!limit.is_reservation) continue;
    const auto needed = refuter.threshold(limit.position);
    if (!needed) return std::nullopt;
    out.positions.push_back(limit.position);
    out.needed.push_back(*needed);
  }
  if (out.positions.empty()) return std::nullopt;
  for (const Line* line : lines)
    if (issues_of(line->rule).size() != 1) return std::nullopt;
  // Public rules over several issues may be kept or not: the layers do not rest on them.
  for (const NamedRule& rule : domain.rules)
    if (issues_of(rule.rule).size() == 1) lines.push_back(refuter.find_rule(rule.id));
  const auto groups = refuter.groups(out.positions, Box::all(domain));
  if (!groups) return std::nullopt;
  const std::vector<Number> nothing(out.positions.size());
  for (const Issue& issue : domain.issues) out.contributions.emplace_back(issue.size(), nothing);
  for (const Refuter::Group& group : *groups) {
    if (group.issues.size() != 1) return std::nullopt;
    auto& values = out.contributions[group.issues.front()];
    for (std::size_t value = 0; value < values.size(); ++value)
      for (std::size_t p = 0; p < nothing.size(); ++p)
        values[value][p] = group.contributions[p][value];
  }
  Box box = Box::all(domain);
  for (const Line* line : lines) {
    const std::size_t issue = issues_of(line->rule).front();
    for (std::uint32_t value = 0; value < domain.issues[issue].size(); ++value) {
      box.values[issue] = {{value, value}};
      if (truth_of(domain, line->rule, box) == Truth::no) out.contributions[issue][value].clear();
    }
    box.values[issue] = {{0, domain.issues[issue].size() - 1}};
  }
  return out;
}

}  // namespace accord::talks
