#include "agreement/model/own_days.h"

#include <unordered_map>
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

}  // namespace

/// From the own events up to what rests on them, each day once: a chain may be as long as the text.
OwnDays::OwnDays(const NamedItems& items) {
  std::unordered_map<std::string_view, std::vector<std::string_view>> named_by;
  std::vector<std::string_view> pending;
  for (const NamedItem& item : items.all()) {
    const auto* day = std::get_if<const NamedDay*>(&item);
    const std::string_view name = heading(item).name.text;
    if (day == nullptr || items.find<NamedDay>(name) != *day) continue;
    std::vector<std::string_view> named;
    if (has_own((*day)->expression, named)) pending.push_back(name);
    for (const std::string_view other : named) named_by[other].push_back(name);
  }
  while (!pending.empty()) {
    const std::string_view name = pending.back();
    pending.pop_back();
    if (!names_.insert(name).second) continue;
    const std::vector<std::string_view>& above = named_by[name];
    pending.insert(pending.end(), above.begin(), above.end());
  }
}

const At* OwnDays::in(const DayExpression& e) const {
  if (e.kind == DayExpression::Kind::own_event) return &e.at;
  if (e.kind == DayExpression::Kind::day)
    return names_.contains(e.name.text) ? &e.name.at : nullptr;
  for (const DayExpression& part : e.parts)
    if (const At* found = in(part)) return found;
  return nullptr;
}

}  // namespace accord::agreement
