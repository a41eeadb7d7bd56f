#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "agreement/evaluate/context.h"
#include "agreement/syntax/print.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// The calendar uses every record known, whatever its valid day (chapter 5.1).
std::optional<Day> event_day(Context& context, const CompiledDay& day, const Scope* own,
                             Grounds& grounds) {
  const bool must_be_own = day.kind == DayExpression::Kind::own_event;
  if (day.index == no_id || (must_be_own && own == nullptr)) return std::nullopt;
  for (const Happened& h : context.index.happened(day.index)) {
    if (!h.stands(context.known)) continue;
    if (must_be_own && !is_own(context, *own, day.index, h)) continue;
    grounds.add(h);
    return h.head().valid;
  }
  return std::nullopt;
}

Context::NamedDay& slot(Context& context, Id index, const Scope* own) {
  DaysFound& found = *context.found;
  if (context.compiled.day_is_own[index]) return found.own_days[{own, index}];
  if (found.days.empty()) found.days.resize(context.compiled.days.size());
  return found.days[index];
}

}  // namespace

/// Computed once for a call, what it rests on first.
const Context::NamedDay& named_day(Context& context, Id index, const Scope* own) {
  std::vector<Id> pending{index};
  while (!pending.empty()) {
    const Id at = pending.back();
    Context::NamedDay& day = slot(context, at, own);
    if (!day.entered) {
      day.entered = true;
      for (const Id need : context.compiled.day_needs[at])
        if (!slot(context, need, own).entered) pending.push_back(need);
      continue;
    }
    pending.pop_back();
    if (day.computed) continue;
    day.computed = true;
    const CompiledDay& expression = context.compiled.days[at];
    day.day = day_of(context, expression, own, day.grounds);
    if (day.day) continue;
    day.not_before = not_before(context, expression, own);
  }
  return slot(context, index, own);
}

namespace {

std::optional<Day> extreme(Context& context, const CompiledDay& day, const Scope* own,
                           Grounds& grounds) {
  const bool earliest = day.kind == DayExpression::Kind::earliest;
  std::optional<Day> out;
  for (const CompiledDay& part : day.parts) {
    const std::optional<Day> found = day_of(context, part, own, grounds);
    if (!found && !earliest) return std::nullopt;
    if (found && (!out || (earliest ? *found < *out : *out < *found))) out = found;
  }
  return out;
}

std::optional<Day> atom(Context& context, const CompiledDay& day, const Scope* own,
                        Grounds& grounds) {
  switch (day.kind) {
    case DayExpression::Kind::date:
      return day.date;
    case DayExpression::Kind::day: {
      if (day.index == no_id) return std::nullopt;
      const Context::NamedDay& named = named_day(context, day.index, own);
      grounds.add(named);
      return named.day;
    }
    case DayExpression::Kind::event:
    case DayExpression::Kind::own_event:
      return event_day(context, day, own, grounds);
    case DayExpression::Kind::earliest:
    case DayExpression::Kind::latest:
      return extreme(context, day, own, grounds);
    case DayExpression::Kind::end_of:
      break;
  }
  const std::optional<Day> inside = day_of(context, day.parts.front(), own, grounds);
  return inside ? std::optional(end_of(day.unit, *inside)) : std::nullopt;
}

}  // namespace

std::optional<Day> day_of(Context& context, const CompiledDay& day, const Scope* own,
                          Grounds& grounds) {
  const std::optional<Day> out = atom(context, day, own, grounds);
  return out && day.text != nullptr ? shifted(context, *out, day) : out;
}

Day shifted(const Context& context, Day day, const CompiledDay& expression) {
  const Calendar& calendar = context.compiled.calendar;
  for (const Shift& shift : expression.text->shifts)
    day = shift.minus ? calendar.subtract(day, shift.by) : calendar.add(day, shift.by);
  return day;
}

std::optional<Day> end_of(Context& context, const CompiledPeriod& period, Day start,
                          const Scope* own, Grounds& grounds) {
  switch (period.text->kind) {
    case Period::Kind::span:
      return context.compiled.calendar.add(start, period.text->span);
    case Period::Kind::until:
      return day_of(context, period.until, own, grounds);
    case Period::Kind::without_end:
      break;
  }
  return std::nullopt;
}

namespace {

/// Whether an expression by itself says why it is not known; else its parts, or the named day do.
bool is_last(const CompiledDay& day) {
  return day.parts.empty() && (day.kind != DayExpression::Kind::day || day.index == no_id);
}

std::string last_reason(const Context& context, const CompiledDay& day) {
  const bool is_event =
      day.kind == DayExpression::Kind::event || day.kind == DayExpression::Kind::own_event;
  return is_event ? in_quotes(context.compiled.words.title(day.text->name)) + " is not on record"
                  : context.compiled.words.day(*day.text) + " is not known";
}

/// What is missing, in the order of the text, each once; without recursion over named days.
std::vector<std::string> missing_in(Context& context, const CompiledDay& day, const Scope* own) {
  std::vector<std::string> out;
  std::unordered_set<std::string> said;
  const auto say = [&](const std::string& reason) {
    if (said.insert(reason).second) out.push_back(reason);
  };
  std::unordered_set<Id> entered;
  std::vector<const CompiledDay*> pending{&day};
  while (!pending.empty()) {
    const CompiledDay& at = *pending.back();
    pending.pop_back();
    Grounds unused;
    if (day_of(context, at, own, unused)) continue;
    if (is_last(at)) {
      say(last_reason(context, at));
    } else if (at.kind == DayExpression::Kind::day) {
      const auto& known = slot(context, at.index, own).missing;
      if (known)
        for (const std::string& reason : *known) say(reason);
      else if (entered.insert(at.index).second)
        pending.push_back(&context.compiled.days[at.index]);
    }
    for (auto part = at.parts.rbegin(); part != at.parts.rend(); ++part) pending.push_back(&*part);
  }
  return out;
}

}  // namespace

std::string unknown_because(Context& context, const CompiledDay& day, const Scope* own) {
  Grounds unused;
  if (day_of(context, day, own, unused)) return {};
  std::vector<std::string> missing;
  if (day.kind == DayExpression::Kind::day && day.index != no_id) {
    auto& kept = slot(context, day.index, own).missing;
    if (!kept) {
      std::vector<std::string> made = missing_in(context, day, own);
      kept = std::move(made);
    }
    missing = *kept;
  } else {
    missing = missing_in(context, day, own);
  }
  return missing.empty() ? context.compiled.words.day(*day.text) + " is not known"
                         : join(missing, "; ");
}

}  // namespace accord::agreement
