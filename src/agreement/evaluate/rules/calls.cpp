#include <algorithm>
#include <map>
#include <set>

#include "agreement/evaluate/rules/pairing.h"
#include "agreement/evaluate/rules/rules.h"

namespace accord::agreement {

namespace {

class Calls {
 public:
  Calls(Context& context, const CompiledDuty& duty, const RuleQuery& query)
      : context_(context),
        duty_(duty),
        query_(query),
        scope_(context.compiled.scopes[query.scope]) {}

  std::vector<DutyCall> run() {
    switch (duty_.text->trigger.kind) {
      case Trigger::Kind::each_event:
      case Trigger::Kind::end_of_unit_of_event:
        of_events();
        break;
      case Trigger::Kind::end_of_each_unit:
        of_units();
        break;
      case Trigger::Kind::end_of_each_span:
        of_spans();
        break;
    }
    pair_answers(context_, *duty_.text, acts(), calls_);
    return std::move(calls_);
  }

 private:
  [[nodiscard]] bool is_notice() const { return duty_.text->kind == Duty::Kind::before; }

  DutyCall& add(Day opens, Day day) {
    DutyCall call{opens, day, {}, {}, nullptr, nullptr};
    if (is_notice()) {
      call.stage_ends = {context_.compiled.calendar.subtract(day, duty_.text->span)};
    } else {
      Day end = day;
      for (const Stage& stage : duty_.text->stages)
        call.stage_ends.push_back(end = context_.compiled.calendar.add(end, stage.duration));
      if (call.stage_ends.empty()) call.stage_ends = {day};
    }
    calls_.push_back(std::move(call));
    return calls_.back();
  }

  /// The days of the calls form a set; an event before the start of the term called for nothing.
  void of_events() {
    if (duty_.trigger == no_id) return;
    const bool at_end = duty_.text->trigger.kind == Trigger::Kind::end_of_unit_of_event;
    std::map<Day, std::vector<const Happened*>> days;
    for (const Happened& h : context_.index.happened(duty_.trigger)) {
      const Day valid = h.head().valid;
      if (valid > context_.valid) break;
      if (valid < query_.start || !h.stands(context_.known)) continue;
      if (duty_.text->trigger.own && !is_own(context_, scope_, duty_.trigger, h)) continue;
      days[at_end ? end_of(duty_.text->trigger.unit, valid) : valid].push_back(&h);
    }
    for (auto& [day, events] : days) {
      const Day opens = events.front()->head().valid;
      add(opens, day).calls = std::move(events);
    }
  }

  void of_units() {
    const CalendarUnit unit = duty_.text->trigger.unit;
    for (Day end = end_of(unit, query_.start); end <= context_.valid; end = end_of(unit, end + 1))
      add(start_of(unit, end), end);
  }

  void of_spans() {
    const auto from = day_of(context_, duty_.from, &scope_, *query_.grounds);
    if (!from) return;
    Day end = *from - 1;
    for (std::int32_t count = 1;; ++count) {
      const Day next = context_.compiled.calendar.add(*from, duty_.text->trigger.span, count) - 1;
      if (next <= end || next > context_.valid) return;  // a span of nothing never ends
      const Day opens = end + 1;
      end = next;
      if (end >= query_.start) add(opens, end);
    }
  }

  /// One row is one event, however many parties it names.
  [[nodiscard]] std::vector<const Happened*> acts() const {
    std::vector<const Happened*> out;
    if (duty_.event == no_id) return out;
    std::set<std::pair<Id, Day>> seen;
    for (const Happened& h : context_.index.happened(duty_.event)) {
      if (h.head().valid > context_.valid) break;
      if (!h.stands(context_.known) || !is_act(context_, scope_, duty_.event, h)) continue;
      if (seen.insert({h.identity, h.head().valid}).second) out.push_back(&h);
    }
    return out;
  }

  Context& context_;
  const CompiledDuty& duty_;
  const RuleQuery& query_;
  const Scope& scope_;
  std::vector<DutyCall> calls_;
};

}  // namespace

bool has_periods(const Duty& duty) {
  const Trigger::Kind kind = duty.trigger.kind;
  return duty.kind == Duty::Kind::within &&
         (kind == Trigger::Kind::end_of_each_unit || kind == Trigger::Kind::end_of_each_span);
}

std::vector<DutyCall> calls_of(Context& context, const CompiledDuty& duty, const RuleQuery& query) {
  return Calls(context, duty, query).run();
}

}  // namespace accord::agreement
