#include "agreement/fixed_days.h"

#include <algorithm>

namespace accord::agreement {

FixedDays::FixedDays(const NamedItems& items, Calendar calendar, EventDay event_day)
    : items_(items), calendar_(std::move(calendar)), event_day_(std::move(event_day)) {
  for (const NamedItem& item : items_.all())
    if (const auto* day = std::get_if<const NamedDay*>(&item)) static_cast<void>(named(**day));
}

std::optional<Day> FixedDays::named(const NamedDay& day) const {
  if (const auto at = known_.find(&day); at != known_.end()) return at->second;
  known_.emplace(&day, std::nullopt);
  const std::optional<Day> computed = this->day(day.expression);
  return known_[&day] = computed;
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
    if (!day && (is_latest || !event_day_)) return std::nullopt;
    if (day) out = !out ? *day : is_latest ? std::max(*out, *day) : std::min(*out, *day);
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
      return event_day_ ? event_day_(expression.name) : std::nullopt;
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
