#include "agreement/own_days.h"

#include <string_view>
#include <unordered_set>
#include <vector>

namespace accord::agreement {

namespace {

/// Notes the days that it names.
bool has_own(const DayExpression& e, std::vector<std::string_view>& named) {
  if (e.kind == DayExpression::Kind::own_event) return true;
  if (e.kind == DayExpression::Kind::day) named.push_back(e.name.text);
  for (const DayExpression& part : e.parts)
    if (has_own(part, named)) return true;
  return false;
}

/// Each named day is looked at once; a circle of days (A036) rests on nothing.
bool rests_on_own(const NamedItems& items, std::string_view name) {
  std::vector<std::string_view> pending{name};
  std::unordered_set<std::string_view> seen;
  while (!pending.empty()) {
    const std::string_view at = pending.back();
    pending.pop_back();
    const auto* day = seen.insert(at).second ? items.find<NamedDay>(at) : nullptr;
    if (day != nullptr && has_own(day->expression, pending)) return true;
  }
  return false;
}

}  // namespace

const At* own_in(const NamedItems& items, const DayExpression& e) {
  if (e.kind == DayExpression::Kind::own_event) return &e.at;
  if (e.kind == DayExpression::Kind::day)
    return rests_on_own(items, e.name.text) ? &e.name.at : nullptr;
  for (const DayExpression& part : e.parts)
    if (const At* found = own_in(items, part)) return found;
  return nullptr;
}

}  // namespace accord::agreement
