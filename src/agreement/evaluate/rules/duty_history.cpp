#include "agreement/evaluate/rules/duty_history.h"

#include <algorithm>
#include <set>

#include "agreement/evaluate/rules/refusals.h"

namespace accord::agreement {

namespace {

/// The calls that decide, as the days go on.
class Deciding {
 public:
  void put(std::size_t call, State state) {
    if (is_missed(state))
      missed_[state].insert(call);
    else if (state != State::not_due)
      closed_.insert(call);
  }
  void take(std::size_t call, State state) {
    if (is_missed(state))
      missed_[state].erase(call);
    else if (state != State::not_due)
      closed_.erase(call);
  }
  [[nodiscard]] std::optional<std::size_t> last() const {
    for (const auto& [state, calls] : missed_)
      if (!calls.empty()) return *calls.rbegin();
    return closed_.empty() ? std::nullopt : std::optional(*closed_.rbegin());
  }

 private:
  std::map<State, std::set<std::size_t>> missed_;  ///< the worst first
  std::set<std::size_t> closed_;
};

bool is_answered(const DutyCall& call, Day valid) {
  return call.answer != nullptr && call.answer->head().valid <= valid;
}

}  // namespace

bool is_missed(State state) {
  return state == State::overdue || state == State::not_performed;
}

DutyHistory::DutyHistory(Context& context, const CompiledDuty& duty, const RuleQuery& query)
    : usable_(can_be_used(context, duty)) {
  if (!usable_) return;
  calls_ = calls_of(context, duty, query);
  follow(context, query);
}

bool DutyHistory::can_be_used(const Context& context, const CompiledDuty& duty) const {
  if (duty.event == no_id) return true;
  if (!context.index.unsure(duty.event).empty()) return false;
  std::size_t named = 0;
  const auto& all = context.index.happened(duty.event);
  for (const Happened& h : all) {
    if (h.record->partly) return false;
    if (!h.record->answers.empty()) ++named;
  }
  // An act may name a later event of the unit that its call ends with.
  const bool at_end = duty.text->trigger.kind == Trigger::Kind::end_of_unit_of_event;
  return named == 0 || (named == all.size() && !at_end);
}

void DutyHistory::follow(const Context& context, const RuleQuery& query) {
  const Refusals refusals(context, context.compiled.scopes[query.scope],
                          context.compiled.terms[query.term].head->name.text);
  const auto state_on = [&](const DutyCall& call, Day valid) {
    if (is_answered(call, valid)) return State::performed;  // in time or late: closed
    if (valid <= call.deadline()) return State::not_due;
    return refusals.on(call.deadline()) != nullptr ? State::not_performed : State::overdue;
  };
  std::vector<std::pair<Day, std::size_t>> changes;
  for (std::size_t i = 0; i < calls_.size(); ++i) {
    const DutyCall& call = calls_[i];
    const Day there = call.calls.empty() ? call.day : call.opens;
    changes.emplace_back(there, i);
    changes.emplace_back(std::max(there, call.deadline() + 1), i);
    if (call.answer != nullptr) changes.emplace_back(std::max(there, call.answer->head().valid), i);
  }
  std::sort(changes.begin(), changes.end());
  Deciding deciding;
  std::vector<State> states(calls_.size(), State::not_due);
  for (std::size_t at = 0; at < changes.size();) {
    const Day day = changes[at].first;
    for (; at < changes.size() && changes[at].first == day; ++at) {
      const std::size_t call = changes[at].second;
      deciding.take(call, states[call]);
      states[call] = state_on(calls_[call], day);
      deciding.put(call, states[call]);
    }
    const std::size_t now = deciding.last().value_or(nothing);
    if (steps_.empty() || steps_.back().call != now) steps_.push_back({day, now});
  }
}

std::optional<DutyCall> DutyHistory::deciding(Day valid) const {
  const auto after = std::partition_point(steps_.begin(), steps_.end(),
                                          [&](const Step& step) { return step.from <= valid; });
  if (after == steps_.begin() || std::prev(after)->call == nothing) return std::nullopt;
  DutyCall out = calls_[std::prev(after)->call];
  if (!is_answered(out, valid)) out.answer = nullptr;
  std::erase_if(out.calls, [&](const Happened* h) { return valid < h->head().valid; });
  return out;
}

std::shared_ptr<const DutyHistory> DutyHistories::of(const Context& context,
                                                     const CompiledDuty& duty,
                                                     const RuleQuery& query) {
  const std::lock_guard guard(lock_);
  if (known_ != context.known) made_.clear();
  known_ = context.known;
  const auto [at, is_first] =
      made_.try_emplace({&duty, query.scope, query.start, context.which}, nullptr);
  if (is_first) return nullptr;
  if (at->second == nullptr) {
    Context wide{context.compiled, context.index, context.known, context.known, {}};
    wide.which = context.which;
    Grounds unused;
    RuleQuery asked = query;
    asked.grounds = &unused;
    at->second = std::make_shared<const DutyHistory>(wide, duty, asked);
  }
  return at->second->is_usable() ? at->second : nullptr;
}

}  // namespace accord::agreement
