#include <fmt/format.h>

#include <algorithm>

#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/evaluate/rules/duty_history.h"
#include "agreement/evaluate/rules/quantity.h"
#include "agreement/evaluate/rules/record_words.h"
#include "agreement/evaluate/rules/refusals.h"
#include "agreement/evaluate/rules/rules.h"
#include "agreement/model/period_name.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {

namespace {

/// A call without an answer decides, the worst and of equals the last; else the last that is
/// closed.
bool decides_over(State state, State before) {
  if (is_missed(state)) return !is_missed(before) || state <= before;
  return !is_missed(before);
}

class DutyRule {
 public:
  DutyRule(Context& context, const CompiledDuty& duty, const RuleQuery& query)
      : context_(context),
        duty_(duty),
        query_(query),
        scope_(context.compiled.scopes[query.scope]),
        refusals_(context, scope_, context.compiled.terms[query.term].head->name.text) {}

  RuleResult run() {
    if (duty_.text->kind == Duty::Kind::by) return by();
    if (duty_.text->kind == Duty::Kind::every) return every();
    return calls();
  }

 private:
  RuleResult give(State state, std::string reason = {}) {
    RuleResult out;
    out.state = state;
    if (query_.in_words) out.finding.reason = std::move(reason);
    return out;
  }

  void use(RuleResult& out, const Happened& h) const {
    const Day valid = h.head().valid;
    out.oldest = std::min(out.oldest.value_or(valid), valid);
    if (query_.in_words) out.finding.evidence.push_back(evidence_of(context_, h));
  }

  /// Not done: refused on record for that day, or simply overdue.
  State missed(Day day, RuleResult& out) const {
    const Declared* refusal = refusals_.on(day);
    if (refusal == nullptr) return State::overdue;
    out.oldest = refusal->head().valid;
    if (query_.in_words) out.finding.evidence.push_back(evidence_of(context_, *refusal));
    return State::not_performed;
  }

  /// A row of these days that may be the act: while there is one, neither a silence nor a late or
  /// partial act stands against anybody.
  State unless_unsure(State state, Day from, Day to, RuleResult& out) const {
    const bool against = state == State::overdue || state == State::performed_late ||
                         state == State::partly_performed;
    if (!against || duty_.event == no_id) return state;
    for (const Unsure& u : context_.index.unsure(duty_.event)) {
      const Header& h = u.head();
      if (std::min(to, context_.valid) < h.valid) break;
      if (h.valid < from || context_.known < h.known) continue;
      if (context_.compiled.act_standing(scope_, u.party,
                                         context_.index.records.origins[h.origin].names_subject) ==
          Standing::apart)
        continue;
      out.oldest = h.valid;
      if (query_.in_words)
        out.finding.evidence.push_back(
            {h.origin, h.valid, h.known, h.grade, h.trace, incomplete_words(context_, *u.record)});
      return State::no_value;
    }
    return state;
  }

  /// "; the row I-5 (data/log.csv:6) may be about it: …" of a state that is not known for that.
  static std::string unsure_words(const RuleResult& out) {
    return out.state == State::no_value && !out.finding.evidence.empty()
               ? "; " + out.finding.evidence.front().says
               : std::string();
  }

  [[nodiscard]] std::string event() const {
    return in_quotes(context_.compiled.words.title(duty_.text->event));
  }

  // --- by
  // ---------------------------------------------------------------------------------------------

  RuleResult by() {
    const auto due = day_of(context_, duty_.by, &scope_, *query_.grounds);
    if (!due)
      return give(State::not_due, query_.in_words ? "due day not known: " +
                                                        unknown_because(context_, duty_.by, &scope_)
                                                  : "");
    const Happened* done = nullptr;
    const Happened* part = nullptr;
    if (duty_.event != no_id)
      for (const Happened& h : context_.index.happened(duty_.event)) {
        if (h.head().valid > context_.valid || done != nullptr) break;
        if (!h.stands(context_.known) || !is_act(context_, scope_, duty_.event, h)) continue;
        const Happened*& place = h.record->partly ? part : done;
        if (place == nullptr) place = &h;
      }
    RuleResult out;
    const DutyCall call{*due, *due, {*due}, {}, done, part};
    // A refusal counts whenever it was said: there is one deadline only.
    out.state = done == nullptr && context_.valid <= *due
                    ? State::not_due
                    : state_of_call(call, context_.valid, out);
    if (query_.in_words) {
      out.finding.reason =
          done != nullptr || part != nullptr
              ? fmt::format("due by {}", to_string(*due))
              : fmt::format("{} due by {}, not on record", event(), to_string(*due));
      out.finding.reason += unsure_words(out);
    }
    if (done != nullptr) use(out, *done);
    if (done == nullptr && part != nullptr) use(out, *part);
    return out;
  }

  /// `not_due` while it may still be answered in time.
  State state_of_call(const DutyCall& call, Day refused_on, RuleResult& out) const {
    const bool counted_back = duty_.text->kind != Duty::Kind::within;
    return unless_unsure(as_on_record(call, refused_on, out), counted_back ? day_min : call.opens,
                         call.deadline(), out);
  }

  State as_on_record(const DutyCall& call, Day refused_on, RuleResult& out) const {
    if (call.answer != nullptr)
      return call.answer->head().valid <= call.deadline() ? State::performed
                                                          : State::performed_late;
    if (context_.valid <= call.deadline()) return State::not_due;
    return call.part != nullptr ? State::partly_performed : missed(refused_on, out);
  }

  // --- within, before
  // -----------------------------------------------------------------------------------

  /// Only the state, of one of many days: the call that decides is known already.
  RuleResult state_only(const DutyHistory& history) const {
    const std::optional<DutyCall> call = history.deciding(context_.valid);
    RuleResult out;
    out.state = State::not_due;
    if (call) out.state = state_of_call(*call, call->deadline(), out);
    return out;
  }

  RuleResult calls() {
    if (!query_.in_words && context_.duties != nullptr)
      if (const auto history = context_.duties->of(context_, duty_, query_))
        return state_only(*history);
    const std::vector<DutyCall> all = calls_of(context_, duty_, query_);
    RuleResult out =
        give(State::not_due, all.empty() ? "nothing has called for it" : "no call is due yet");
    const DutyCall* decides = nullptr;
    for (const DutyCall& call : all) {
      RuleResult refusal;
      const State state = state_of_call(call, call.deadline(), refusal);
      if (query_.in_words) add(out.finding, shown(call, state, refusal));
      if (state == State::not_due || (decides != nullptr && !decides_over(state, out.state)))
        continue;
      out.state = state;
      decides = &call;
      out.oldest = refusal.oldest;
      out.finding.evidence = std::move(refusal.finding.evidence);
    }
    hide_unsure_counts(out.finding);
    if (decides == nullptr) return out;
    const std::string unsure = unsure_words(out);
    for (const Happened* h : decides->calls) use(out, *h);
    const Happened* answer = decides->answer != nullptr ? decides->answer : decides->part;
    if (answer != nullptr) use(out, *answer);
    if (!query_.in_words) return out;
    out.finding.deciding_call = static_cast<std::size_t>(decides - all.data());
    out.finding.reason = call_words(*decides) + unsure;
    return out;
  }

  /// With a call that nothing shows there is no count that would be right.
  static void hide_unsure_counts(RuleFinding& finding) {
    if (std::any_of(finding.calls.begin(), finding.calls.end(),
                    [](const Call& call) { return call.state == State::no_value; }))
      finding.counts.reset();
  }

  static void add(RuleFinding& finding, Call call) {
    if (!finding.counts) finding.counts.emplace();
    count(*finding.counts, call);
    finding.calls.push_back(std::move(call));
  }

  [[nodiscard]] std::string call_words(const DutyCall& call) const {
    const std::string due = fmt::format("due by {} for {}{}", to_string(call.deadline()),
                                        has_periods(*duty_.text) ? "" : "the ", what(call));
    if (call.answer == nullptr) return fmt::format("{} {}, not on record", event(), due);
    return fmt::format("{} on {}, {}", event(), to_string(call.answer->head().valid), due);
  }

  /// The period, or the id of the row that calls.
  [[nodiscard]] std::string name_of(const DutyCall& call) const {
    if (duty_.text->trigger.kind == Trigger::Kind::end_of_each_unit)
      return period_name(duty_.text->trigger.unit, call.day);
    if (has_periods(*duty_.text)) return period_name(call.opens, call.day);
    return call.calls.empty()
               ? std::string()
               : context_.index.records.origins[call.calls.front()->head().origin].id;
  }

  [[nodiscard]] std::string what(const DutyCall& call) const {
    const std::string name = name_of(call);
    if (has_periods(*duty_.text)) return name;
    return fmt::format("call{}{} of {}", name.empty() ? "" : " ", name, to_string(call.day));
  }

  Call shown(const DutyCall& call, State state, const RuleResult& refusal) const {
    Call out;
    out.name = name_of(call);
    out.what = what(call);
    out.day = call.day;
    out.deadline = call.deadline();
    out.stage_ends = call.stage_ends;
    out.state = state;
    for (const Happened* h : call.calls) out.evidence.push_back(evidence_of(context_, *h));
    if (call.part != nullptr) out.evidence.push_back(evidence_of(context_, *call.part));
    if (call.answer != nullptr) answered(out, *call.answer);
    const auto& more = refusal.finding.evidence;
    out.evidence.insert(out.evidence.end(), more.begin(), more.end());
    return out;
  }

  void answered(Call& call, const Happened& answer) const {
    call.answered = answer.head().valid;
    if (call.deadline < *call.answered) call.late_days = *call.answered - call.deadline;
    call.evidence.push_back(evidence_of(context_, answer));
  }

  // --- every
  // ------------------------------------------------------------------------------------------

  [[nodiscard]] Day latest_after(Day day) const {
    return context_.compiled.calendar.add(context_.compiled.calendar.add(day, duty_.text->span),
                                          duty_.text->grace);
  }

  /// Acts that count, one a day.
  [[nodiscard]] std::vector<const Happened*> acts() const {
    std::vector<const Happened*> out;
    if (duty_.event == no_id) return out;
    for (const Happened& h : context_.index.happened(duty_.event)) {
      const Day day = h.head().valid;
      if (day > context_.valid) break;
      const bool counts = day >= query_.start && !h.record->partly && h.stands(context_.known) &&
                          is_act(context_, scope_, duty_.event, h);
      if (counts && (out.empty() || out.back()->head().valid < day)) out.push_back(&h);
    }
    return out;
  }

  RuleResult every() {
    const std::vector<const Happened*> all = acts();
    const Happened* last = all.empty() ? nullptr : all.back();
    const Day before = all.size() > 1 ? all[all.size() - 2]->head().valid : query_.start;
    const Day due = latest_after(last != nullptr ? last->head().valid : query_.start);
    RuleResult out;
    if (context_.valid > due)
      out.state = unless_unsure(missed(due, out),
                                last != nullptr ? last->head().valid : query_.start, due, out);
    else if (last == nullptr)
      out.state = State::not_due;
    else
      out.state = last->head().valid > latest_after(before)
                      ? unless_unsure(State::performed_late, before, last->head().valid, out)
                      : State::performed;
    if (query_.in_words) gaps(all, due, out);
    if (last != nullptr) use(out, *last);
    if (query_.in_words)
      out.finding.reason =
          fmt::format("{} {}, next due by {}", event(),
                      last != nullptr ? "last on " + to_string(last->head().valid)
                                      : std::string("not on record since the start"),
                      to_string(due)) +
          unsure_words(out);
    return out;
  }

  /// Each act calls for the next one.
  void gaps(const std::vector<const Happened*>& all, Day due, RuleResult& out) const {
    Day from = query_.start;
    const auto call = [&](Day deadline) {
      Call made;
      made.what = "after " + to_string(from);
      made.day = from;
      made.deadline = deadline;
      made.stage_ends = {deadline};
      return made;
    };
    for (const Happened* act : all) {
      Call made = call(latest_after(from));
      answered(made, *act);
      made.state = made.late_days ? State::performed_late : State::performed;
      from = act->head().valid;
      add(out.finding, std::move(made));
    }
    Call next = call(due);
    next.state = context_.valid <= due ? State::not_due : out.state;
    next.evidence = out.finding.evidence;  // a refusal
    add(out.finding, std::move(next));
    hide_unsure_counts(out.finding);
  }

  Context& context_;
  const CompiledDuty& duty_;
  const RuleQuery& query_;
  const Scope& scope_;
  const Refusals refusals_;
};

}  // namespace

RuleResult judge_rule(Context& context, const CompiledDuty& duty, const RuleQuery& query) {
  return DutyRule(context, duty, query).run();
}

}  // namespace accord::agreement
