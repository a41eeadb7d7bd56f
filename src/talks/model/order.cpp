#include "talks/model/order.h"

#include <algorithm>

namespace accord::talks {

namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

/// The group of a value, 0 the best; the number of groups when it is not ranked.
std::size_t group_of(const Groups& groups, std::uint32_t value) {
  const auto at = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
    return std::find(group.begin(), group.end(), value) != group.end();
  });
  return static_cast<std::size_t>(at - groups.begin());
}

/// Whether on every issue some value that the package means is related to that of the outcome. An
/// issue that is not named means every value, so also that of the outcome.
template <class Related>
bool some_member(const PackageAnswer& package, const Outcome& outcome, Related related) {
  for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
    const auto& values = package.is[issue];
    if (values.empty()) continue;
    if (std::none_of(values.begin(), values.end(),
                     [&](std::uint32_t value) { return related(issue, value, outcome[issue]); }))
      return false;
  }
  return true;
}

}  // namespace

bool not_lower(const Position& position, std::size_t issue, std::uint32_t a, std::uint32_t b) {
  if (a == b) return true;
  const auto at = position.order.find(issue);
  if (at == position.order.end()) return false;
  const std::size_t first = group_of(at->second, a), second = group_of(at->second, b);
  return second < at->second.size() && first <= second;
}

bool at_least_as_good(const Position& position, const Outcome& a, const Outcome& b) {
  for (std::size_t issue = 0; issue < a.size(); ++issue)
    if (!not_lower(position, issue, a[issue], b[issue])) return false;
  return true;
}

bool worse(const Position& position, const Outcome& a, const Outcome& b) {
  return at_least_as_good(position, b, a) && !at_least_as_good(position, a, b);
}

bool is_in(const PackageAnswer& package, const Outcome& outcome) {
  return some_member(package, outcome, [](std::size_t, std::uint32_t value, std::uint32_t own) {
    return value == own;
  });
}

bool reaches(const Position& position, const PackageAnswer& package, const Outcome& outcome) {
  return some_member(package, outcome,
                     [&](std::size_t issue, std::uint32_t value, std::uint32_t own) {
                       return not_lower(position, issue, own, value);
                     });
}

bool is_reached_by(const Position& position, const PackageAnswer& package, const Outcome& outcome) {
  return some_member(package, outcome,
                     [&](std::size_t issue, std::uint32_t value, std::uint32_t own) {
                       return not_lower(position, issue, value, own);
                     });
}

}  // namespace accord::talks
