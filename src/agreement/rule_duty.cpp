#include <fmt/format.h>

#include <algorithm>

#include "agreement/print.h"
#include "agreement/rules.h"
#include "agreement/shown.h"

namespace accord::agreement {

namespace {

class DutyRule {
 public:
  DutyRule(Context& context, const CompiledDuty& duty, const RuleQuery& query)
      : c_(context), d_(duty), q_(query), scope_(context.world.scopes[query.scope]) {}

  RuleResult run() {
    if (d_.text->kind == Duty::Kind::by) return by();
    if (d_.text->kind == Duty::Kind::every) return every();
    return calls();
  }

 private:
  RuleResult give(State state, std::string reason = {}) {
    RuleResult out;
    out.state = state;
    if (q_.in_words) out.finding.reason = std::move(reason);
    return out;
  }

  void use(RuleResult& out, const Happened& h) const {
    const Day valid = h.head().valid;
    out.oldest = std::min(out.oldest.value_or(valid), valid);
    if (q_.in_words) out.finding.evidence.push_back(evidence_of(h));
  }

  /// Not done: refused on record, or simply overdue.
  State missed(RuleResult& out) const {
    const std::string& term = c_.world.terms[q_.term].head->name.text;
    for (const Id party : scope_.parties)
      if (const Declared* d = declared_about(c_, party, Declaration::Kind::refuses, term)) {
        out.oldest = d->head().valid;
        if (q_.in_words) out.finding.evidence.push_back(evidence_of(*d));
        return State::not_performed;
      }
    return State::overdue;
  }

  [[nodiscard]] std::string event() const { return d_.text->event.text; }

  // --- by
  // ---------------------------------------------------------------------------------------------

  RuleResult by() {
    const auto due = day_of(c_, d_.by, &scope_, *q_.basis);
    if (!due)
      return give(State::not_due,
                  q_.in_words ? "due day not known: " + unknown_because(c_, d_.by, &scope_) : "");
    const Happened* done = nullptr;
    const Happened* part = nullptr;
    if (d_.event != no_id)
      for (const Happened& h : c_.index.happened(d_.event)) {
        if (h.head().valid > c_.valid || done != nullptr) break;
        if (!h.stands(c_.known) || !is_act(c_, scope_, d_.event, h)) continue;
        const Happened*& place = h.record->partly ? part : done;
        if (place == nullptr) place = &h;
      }
    RuleResult out;
    DutyCall call{*due, *due, {*due}, {}, done, part};
    out.state = done == nullptr && c_.valid <= *due ? State::not_due : state_of_call(call, out);
    if (q_.in_words) {
      if (out.state == State::not_due || out.state == State::overdue ||
          out.state == State::not_performed)
        out.finding.reason = fmt::format("{} due by {}, not on record", event(), to_string(*due));
      if (done != nullptr || part != nullptr)
        out.finding.reason = fmt::format("due by {}", to_string(*due));
    }
    if (done != nullptr) use(out, *done);
    if (done == nullptr && part != nullptr) use(out, *part);
    return out;
  }

  /// Of a call whose day has passed; `not_due` while it may still be answered in time.
  State state_of_call(const DutyCall& call, RuleResult& out) const {
    if (call.answer != nullptr)
      return call.answer->head().valid <= call.deadline() ? State::performed
                                                          : State::performed_late;
    if (c_.valid <= call.deadline()) return State::not_due;
    return call.part != nullptr ? State::partly_performed : missed(out);
  }

  // --- within, before
  // -----------------------------------------------------------------------------------

  RuleResult calls() {
    const std::vector<DutyCall> all = calls_of(c_, d_, q_);
    RuleResult out =
        give(State::not_due, all.empty() ? "nothing has called for it" : "no call is due yet");
    const DutyCall* decides = nullptr;
    bool missing = false;
    for (const DutyCall& call : all) {
      RuleResult refusal;
      const State state = state_of_call(call, refusal);
      if (q_.in_words) out.finding.calls.push_back(shown(call, state, refusal));
      if (state == State::not_due) continue;
      const bool missed_call = state == State::overdue || state == State::not_performed;
      if (missing && !missed_call) continue;
      missing = missing || missed_call;
      out.state = state;
      decides = &call;
      out.oldest = refusal.oldest;
      out.finding.evidence = std::move(refusal.finding.evidence);
    }
    if (decides == nullptr) return out;
    for (const Happened* h : decides->calls) use(out, *h);
    const Happened* answer = decides->answer != nullptr ? decides->answer : decides->part;
    if (answer != nullptr) use(out, *answer);
    if (q_.in_words) out.finding.reason = call_words(*decides);
    return out;
  }

  [[nodiscard]] std::string call_words(const DutyCall& call) const {
    const std::string due = fmt::format("due by {} for the call of {}", to_string(call.deadline()),
                                        to_string(call.day));
    if (call.answer == nullptr) return fmt::format("{} {}, not on record", event(), due);
    return fmt::format("{} on {}, {}", event(), to_string(call.answer->head().valid), due);
  }

  Call shown(const DutyCall& call, State state, const RuleResult& refusal) const {
    Call out;
    out.day = call.day;
    out.deadline = call.deadline();
    out.stage_ends = call.stage_ends;
    out.state = state;
    for (const Happened* h : call.calls) out.evidence.push_back(evidence_of(*h));
    if (call.answer != nullptr) out.answered = call.answer->head().valid;
    if (call.part != nullptr) out.evidence.push_back(evidence_of(*call.part));
    if (call.answer != nullptr) out.evidence.push_back(evidence_of(*call.answer));
    const auto& more = refusal.finding.evidence;
    out.evidence.insert(out.evidence.end(), more.begin(), more.end());
    return out;
  }

  // --- every
  // ------------------------------------------------------------------------------------------

  [[nodiscard]] Day latest_after(Day day) const {
    return c_.world.calendar.add(c_.world.calendar.add(day, d_.text->span), d_.text->grace);
  }

  RuleResult every() {
    const Happened* last = nullptr;
    Day before = q_.start;
    if (d_.event != no_id)
      for (const Happened& h : c_.index.happened(d_.event)) {
        if (h.head().valid > c_.valid) break;
        const bool counts = h.head().valid >= q_.start && !h.record->partly && h.stands(c_.known) &&
                            is_act(c_, scope_, d_.event, h);
        if (!counts || (last != nullptr && h.head().valid == last->head().valid)) continue;
        if (last != nullptr) before = last->head().valid;
        last = &h;
      }
    const Day due = latest_after(last != nullptr ? last->head().valid : q_.start);
    RuleResult out;
    if (c_.valid > due)
      out.state = missed(out);
    else if (last == nullptr)
      out.state = State::not_due;
    else
      out.state =
          last->head().valid > latest_after(before) ? State::performed_late : State::performed;
    if (last != nullptr) use(out, *last);
    if (q_.in_words)
      out.finding.reason =
          fmt::format("{} {}, next due by {}", event(),
                      last != nullptr ? "last on " + to_string(last->head().valid)
                                      : std::string("not on record since the start"),
                      to_string(due));
    return out;
  }

  Context& c_;
  const CompiledDuty& d_;
  const RuleQuery& q_;
  const Scope& scope_;
};

}  // namespace

RuleResult judge_rule(Context& context, const CompiledDuty& duty, const RuleQuery& query) {
  return DutyRule(context, duty, query).run();
}

}  // namespace accord::agreement
