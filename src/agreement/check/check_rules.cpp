#include <fmt/format.h>

#include "agreement/check/checks.h"
#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"

namespace accord::agreement {

namespace {

/// A day as its first atom (an event, or an expression that no shift explains) and the steps from
/// it.
struct FromBase {
  const DayExpression* base;
  std::vector<const Shift*> shifts;
};

FromBase from_base(const Checks& checks, const DayExpression& day) {
  FromBase out{&day, {}};
  constexpr int named_days_max = 100;  // ends circles, which are reported elsewhere
  for (int i = 0; i < named_days_max; ++i) {
    std::vector<const Shift*> shifts;
    for (const Shift& shift : out.base->shifts) shifts.push_back(&shift);
    out.shifts.insert(out.shifts.begin(), shifts.begin(), shifts.end());
    if (out.base->kind != DayExpression::Kind::day) break;
    const auto* named = checks.names.find<NamedDay>(out.base->name.text);
    if (named == nullptr) break;
    out.base = &named->expression;
  }
  return out;
}

std::string base_text(const FromBase& day) {
  DayExpression atom = *day.base;
  atom.shifts.clear();
  return print(atom);
}

/// Whether `then` is before `first`, for certain: as days of the text alone, or counted from the
/// same base on two quite different days.
bool comes_before(const Checks& checks, const DayExpression& then, const DayExpression& first) {
  const auto a = checks.days.day(then), b = checks.days.day(first);
  if (a && b) return *a < *b;
  const FromBase later = from_base(checks, then), earlier = from_base(checks, first);
  if (a || b || base_text(later) != base_text(earlier)) return false;
  const auto count = [&](Day day, const FromBase& from) {
    for (const Shift* shift : from.shifts) day = checks.days.shifted(day, *shift);
    return day;
  };
  for (const Day base : {*day_of(2000, 1, 1), *day_of(2011, 7, 31)})
    if (count(base, later) >= count(base, earlier)) return false;
  return true;
}

void check_bound(Checks& checks, const Measure& measure, const Bound& bound) {
  const bool is_between = bound.kind == Bound::Kind::between;
  const Value& value = is_between ? bound.upper : bound.value;
  if (is_between && bound.upper.number < bound.value.number)
    checks.error("A041", bound.value.at,
                 fmt::format("the bounds are reversed: {} is above {}",
                             to_string(bound.value.number), to_string(bound.upper.number)),
                 fmt::format("write between {} and {}", to_string(bound.upper.number),
                             to_string(bound.value.number)));
  check_comparable(checks, measure, value, bound.at, "limit");
}

void check_steps(Checks& checks, const Limit& limit) {
  const Step* before = nullptr;
  for (const Step& step : limit.steps) {
    if (before != nullptr && step.as_of && before->as_of &&
        comes_before(checks, *step.as_of, *before->as_of))
      checks.error("A043", step.as_of->at,
                   fmt::format("this step holds from {}, the one before it from {}",
                               print(*step.as_of), print(*before->as_of)),
                   "write the steps in the order of their days");
    if (step.as_of) before = &step;
  }
}

}  // namespace

void check_comparable(Checks& checks, const Measure& measure, const Value& value, const At& at,
                      std::string_view what) {
  const std::string &own = measure.unit.text, &unit = value.unit.text;
  if (!checks.units.knows(own) || !checks.units.knows(unit) || checks.units.factor(unit, own))
    return;
  checks.error(
      "A038", at,
      fmt::format("the {} is in {}, “{}” is in {}", what, unit, measure.head.name.text, own),
      fmt::format("use one unit, or declare an equivalence: unit {} … with …", unit));
}

void check_is_figure(Checks& checks, const Name& name) {
  const auto* measure = checks.names.find<Measure>(name.text);
  if (measure == nullptr || measure->head.damage.is || measure->kind != Measure::Kind::activity)
    return;
  checks.error("A037", name.at, fmt::format("“{}” is an activity, not a figure", name.text),
               "an activity is prohibited, required, or seen: yes or no");
}

void check_is_activity(Checks& checks, const Name& name, std::string help) {
  if (figure_of(checks, name) != nullptr)
    checks.error("A037", name.at, fmt::format("“{}” is a figure, not an activity", name.text),
                 std::move(help));
}

void check_limit(Checks& checks, const Limit& limit) {
  check_is_figure(checks, limit.measure);
  check_steps(checks, limit);
  const Measure* measure = figure_of(checks, limit.measure);
  if (measure == nullptr) return;
  if (limit.per && measure->kind == Measure::Kind::amount)
    checks.error("A042", limit.measure.at,
                 fmt::format("“per {}” needs a flow; “{}” is an amount", word(*limit.per),
                             limit.measure.text),
                 fmt::format("declare it as a flow: measure {} … flow {}", limit.measure.text,
                             measure->unit.text));
  for (const Step& step : limit.steps) check_bound(checks, *measure, step.bound);
  if (limit.tolerance)
    check_comparable(checks, *measure, *limit.tolerance, limit.tolerance->at, "tolerance");
}

void check_activity(Checks& checks, const ActivityRule& rule) {
  check_is_activity(checks, rule.activity,
                    rule.require ? "use limit, for example >= 1" : "use limit, for example <= 0");
}

}  // namespace accord::agreement
