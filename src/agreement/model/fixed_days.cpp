#include "agreement/model/fixed_days.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace accord::agreement {

namespace {

void add_named(const NamedItems& items, const DayExpression& expression,
               std::vector<const NamedDay*>& out) {
  if (expression.kind == DayExpression::Kind::day)
    if (const auto* day = items.find<NamedDay>(expression.name.text)) out.push_back(day);
  for (const DayExpression& part : expression.parts) add_named(items, part, out);
}

}  // namespace

FixedDays::FixedDays(const NamedItems& items, Calendar calendar)
    : items_(items), calendar_(std::move(calendar)) {
  for (const NamedItem& item : items_.all())
    if (const auto* day = std::get_if<const NamedDay*>(&item)) compute(**day);
}

/// What a day rests on comes first, without recursion: a chain may be as long as the text. A day
/// that is still on the way when it is needed is in a circle, and unknown.
void FixedDays::compute(const NamedDay& day) {
  std::unordered_set<const NamedDay*> on_the_way;
  std::vector<const NamedDay*> pending{&day};
  while (!pending.empty()) {
    const NamedDay& now = *pending.back();
    if (known_.contains(&now)) {
      pending.pop_back();
    } else if (on_the_way.insert(&now).second) {
      std::vector<const NamedDay*> needs;
      add_named(items_, now.expression, needs);
      for (const NamedDay* need : needs)
        if (!known_.contains(need) && !on_the_way.contains(need)) pending.push_back(need);
    } else {
      pending.pop_back();
      known_.emplace(&now, this->day(now.expression));
    }
  }
}

std::optional<Day> FixedDays::named(const NamedDay& day) const {
  const auto at = known_.find(&day);
  return at == known_.end() ? std::nullopt : at->second;
}

Day FixedDays::shifted(Day day, const Shift& shift) const {
  return shift.minus ? calendar_.subtract(day, shift.by) : calendar_.add(day, shift.by);
}

std::optional<Day> FixedDays::day(const DayExpression& expression) const {
  std::optional<Day> day = atom(expression);
  if (day)
    for (const Shift& shift : expression.shifts) day = shifted(*day, shift);
  return day;
}

std::optional<Day> FixedDays::extreme(const DayExpression& expression) const {
  const bool is_latest = expression.kind == DayExpression::Kind::latest;
  std::optional<Day> out;
  for (const DayExpression& part : expression.parts) {
    const std::optional<Day> day = this->day(part);
    if (!day) return std::nullopt;
    out = !out ? *day : is_latest ? std::max(*out, *day) : std::min(*out, *day);
  }
  return out;
}

std::optional<Day> FixedDays::atom(const DayExpression& expression) const {
  switch (expression.kind) {
    case DayExpression::Kind::date:
      return expression.date;
    case DayExpression::Kind::day: {
      const auto* day = items_.find<NamedDay>(expression.name.text);
      return day == nullptr ? std::nullopt : named(*day);
    }
    case DayExpression::Kind::event:
    case DayExpression::Kind::own_event:
      return std::nullopt;
    case DayExpression::Kind::end_of: {
      const auto part =
          expression.parts.empty() ? std::nullopt : this->day(expression.parts.front());
      return part ? std::optional(end_of(expression.unit, *part)) : std::nullopt;
    }
    case DayExpression::Kind::earliest:
    case DayExpression::Kind::latest:
      break;
  }
  return extreme(expression);
}

std::optional<Day> FixedDays::end(const Period& period) const {
  if (period.kind == Period::Kind::until) return day(period.until);
  const auto from = day(period.from);
  if (period.kind == Period::Kind::without_end || !from) return std::nullopt;
  return calendar_.add(*from, period.span);
}

}  // namespace accord::agreement
