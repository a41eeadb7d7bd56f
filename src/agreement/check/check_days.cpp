#include <fmt/format.h>

#include "agreement/check/checks.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {

namespace {

/// Looks at every day, period and duration of a text.
class DayChecks {
 public:
  explicit DayChecks(Checks& checks) : checks_(checks) {
    for (const Item& item : checks.agreement.items)
      if (std::holds_alternative<Holidays>(item)) has_holidays_ = true;
  }

  void look(const Item& item) {
    std::visit([this](const auto& what) { item_of(what); }, item);
  }

 private:
  /// A064 where a known day is cut, A063 for the first working days of the text.
  void duration(const Duration& by, std::optional<Day>& day, bool minus) {
    working(by);
    if (!day) return;
    const bool is_months = by.unit == DurationUnit::months || by.unit == DurationUnit::years;
    const std::int32_t months = by.unit == DurationUnit::years ? 12 * by.count : by.count;
    const Day before = *day;
    day = checks_.days.shifted(before, {minus, by});
    constexpr std::int32_t months_max = 12 * 1000;  // no calendar beyond
    if (is_months && months <= months_max && add_months_cuts(before, minus ? -months : months))
      checks_.warning(
          "A064", by.at,
          fmt::format("{} {} {} has no day {}: cut to {}", to_string(before), minus ? "-" : "+",
                      print(Span{by}), civil(before).day, to_string(*day)),
          "the last day of the month is meant? then write end of month of …");
  }
  void span(const Span& span, std::optional<Day> day = {}) {
    for (const Duration& by : span) duration(by, day, false);
  }
  void working(const Duration& by) {
    if (by.unit != DurationUnit::working_days || has_holidays_) return;
    has_holidays_ = true;
    checks_.warning("A063", by.at, "working days are counted, and no holidays are listed",
                    "add for example: holidays { 2030-01-01, 2030-12-25 }");
  }
  void expression(const DayExpression& e) {
    for (const DayExpression& part : e.parts) expression(part);
    std::optional<Day> day = checks_.days.atom(e);
    for (const Shift& shift : e.shifts) duration(shift.by, day, shift.minus);
  }
  void period(const Period& p) {
    expression(p.from);
    if (p.kind == Period::Kind::until) expression(p.until);
    const auto from = checks_.days.day(p.from);
    if (p.kind == Period::Kind::span) span(p.span, from);
    const auto end = checks_.days.end(p);
    if (from && end && *end <= *from)
      checks_.error(
          "A041", p.kind == Period::Kind::until ? p.until.at : p.span.front().at,
          fmt::format("the end {} is not after the start {}", to_string(*end), to_string(*from)));
  }

  void rule(const Limit& limit) {
    if (limit.per_from) expression(*limit.per_from);
    for (const Step& step : limit.steps)
      if (step.as_of) expression(*step.as_of);
  }
  void rule(const ActivityRule&) {}
  void rule(const Duty& duty) {
    if (duty.kind == Duty::Kind::by) expression(duty.by);
    for (const Stage& stage : duty.stages) working(stage.duration);
    if (duty.kind == Duty::Kind::within && duty.trigger.kind == Trigger::Kind::end_of_each_span) {
      expression(duty.trigger.from);
      span(duty.trigger.span);
    }
    span(duty.span);
    span(duty.grace);
  }
  void clauses(const Clauses& c) {
    if (c.from) period(*c.from);
    for (const Rule& r : c.rules) std::visit([this](const auto& what) { rule(what); }, r.what);
    if (c.stale_after) span(*c.stale_after);
  }

  template <class Other>
  void item_of(const Other&) {}
  void item_of(const NamedDay& i) {
    if (!i.head.damage.is) expression(i.expression);
  }
  void item_of(const Term& i) { clauses(i.clauses); }
  void item_of(const Replace& i) { clauses(i.clauses); }
  void item_of(const Provision& i) {
    if (i.from) period(*i.from);
  }
  void item_of(const Procedure& i) {
    for (const ProcedureStage& stage : i.stages) working(stage.duration);
    if (i.available_until) expression(*i.available_until);
  }
  void item_of(const Amendment& i) {
    if (!i.head.damage.is) expression(i.effective);
    for (const Change& change : i.changes)
      std::visit([this](const auto& what) { item_of(what); }, change);
  }
  void item_of(const Waiver& i) {
    if (!i.head.damage.is) period(i.from);
  }

  Checks& checks_;
  bool has_holidays_ = false;  ///< or their absence is reported
};

}  // namespace

void check_days(Checks& checks) {
  DayChecks days(checks);
  for (const Item& item : checks.agreement.items) days.look(item);
}

}  // namespace accord::agreement
