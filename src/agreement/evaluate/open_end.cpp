#include <algorithm>
#include <set>

#include "agreement/evaluate/context.h"

/// Ends that are not known because an event has not come (agreement-2.md 11).
namespace accord::agreement {

namespace {

using Kind = DayExpression::Kind;

std::optional<Day> of_parts(Context& context, const CompiledDay& day, const Scope* own) {
  const bool latest = day.kind == Kind::latest;
  std::optional<Day> out;
  for (const CompiledDay& part : day.parts) {
    const auto bound = not_before(context, part, own);
    if (!bound && !latest) return std::nullopt;
    if (bound && (!out || (latest ? *out < *bound : *bound < *out))) out = bound;
  }
  return out;
}

/// Events on the way to a day that are not on record, each once.
class Missing {
 public:
  Missing(Context& context, const Scope* own) : context_(context), own_(own) {}

  void look(const CompiledDay& day) {
    Grounds unused;
    if (day_of(context_, day, own_, unused)) return;
    const bool is_event = day.kind == Kind::event || day.kind == Kind::own_event;
    if (is_event && day.index != no_id &&
        std::find(events.begin(), events.end(), day.index) == events.end())
      events.push_back(day.index);
    if (day.kind == Kind::day && day.index != no_id && named_.insert(day.index).second)
      look(context_.compiled.days[day.index]);
    for (const CompiledDay& part : day.parts) look(part);
  }

  std::vector<Id> events;

 private:
  Context& context_;
  const Scope* own_;
  std::set<Id> named_;
};

}  // namespace

std::optional<Day> not_before(Context& context, const CompiledDay& day, const Scope* own) {
  Grounds unused;
  if (const auto known = day_of(context, day, own, unused)) return known;
  std::optional<Day> out;
  if (day.kind == Kind::day && day.index != no_id)
    out = named_day(context, day.index, own).not_before;
  if (day.kind == Kind::earliest || day.kind == Kind::latest) out = of_parts(context, day, own);
  if (day.kind == Kind::end_of)
    if (const auto inside = not_before(context, day.parts.front(), own))
      out = end_of(day.unit, *inside);
  return out && day.text != nullptr ? shifted(context, *out, day) : out;
}

OpenEnd open_end(Context& context, const CompiledPeriod& period, const Scope* own) {
  if (period.text->kind != Period::Kind::until) return {};
  Missing missing(context, own);
  missing.look(period.until);
  return {not_before(context, period.until, own), std::move(missing.events)};
}

}  // namespace accord::agreement
