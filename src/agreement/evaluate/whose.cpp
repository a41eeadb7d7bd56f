#include <algorithm>
#include <unordered_set>

#include "agreement/evaluate/compiled.h"

/// Own events, and who else a rule about the same concerns (agreement-2, 6.1 and 9).
namespace accord::agreement {

namespace {

class Whose {
 public:
  explicit Whose(CompiledAgreement& compiled) : compiled_(compiled) {}

  void run() {
    compiled_.measure_owner.resize(compiled_.measures.size(), no_id);
    compiled_.event_owner.resize(compiled_.events.size(), no_id);
    for (TermInfo& term : compiled_.terms) {
      note_own_events(term);
      note_owners(term);
    }
    for (AmendmentInfo& amendment : compiled_.amendments)
      amendment.is_own = is_own(amendment.effective);
  }

 private:
  [[nodiscard]] bool is_own(const CompiledDay& day) const {
    std::vector<Id> events;
    own_events_in(day, events);
    return !events.empty();
  }
  void own_events_in(const CompiledDay& day, std::vector<Id>& out) const {
    std::vector<const CompiledDay*> pending{&day};
    std::unordered_set<Id> seen;
    while (!pending.empty()) {
      const CompiledDay& at = *pending.back();
      pending.pop_back();
      if (at.kind == DayExpression::Kind::own_event && at.index != no_id) out.push_back(at.index);
      const bool is_named = at.kind == DayExpression::Kind::day && at.index != no_id;
      if (is_named && compiled_.day_is_own[at.index] && seen.insert(at.index).second)
        pending.push_back(&compiled_.days[at.index]);
      for (const CompiledDay& part : at.parts) pending.push_back(&part);
    }
  }

  template <class See>
  void for_each_block(const TermInfo& term, See see) const {
    if (term.base != no_id) see(compiled_.clauses[term.base]);
    for (const TermInfo::Change& change : term.changes)
      if (change.clauses != no_id) see(compiled_.clauses[change.clauses]);
  }

  void note_own_events(TermInfo& term) {
    std::vector<Id>& out = term.own_events;
    const auto period = [&](const CompiledPeriod& p) {
      own_events_in(p.from, out);
      own_events_in(p.until, out);
    };
    if (term.added_by != no_id) own_events_in(compiled_.amendments[term.added_by].effective, out);
    for (const TermInfo::Change& change : term.changes)
      own_events_in(compiled_.amendments[change.amendment].effective, out);
    for (const Id waiver : term.waivers) period(compiled_.waivers[waiver].from);
    for_each_block(term, [&](const CompiledClauses& block) {
      if (block.from) period(*block.from);
      for (const CompiledRule& rule : block.rules)
        std::visit([&](const auto& what) { own_events_of(what, out); }, rule.what);
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }
  void own_events_of(const CompiledLimit& limit, std::vector<Id>& out) const {
    if (limit.per_from) own_events_in(*limit.per_from, out);
    for (const CompiledStep& step : limit.steps)
      if (step.as_of) own_events_in(*step.as_of, out);
  }
  void own_events_of(const CompiledActivity&, std::vector<Id>&) const {}
  void own_events_of(const CompiledDuty& duty, std::vector<Id>& out) const {
    own_events_in(duty.by, out);
    own_events_in(duty.from, out);
    if (duty.text->trigger.own && duty.trigger != no_id) out.push_back(duty.trigger);
  }

  void note_owners(const TermInfo& term) {
    Id owner = no_id;
    for_each_block(term, [&](const CompiledClauses& block) {
      if (block.obliges)
        for (const Id party : block.obliges->parties) add_owner(owner, party);
    });
    for_each_block(term, [&](const CompiledClauses& block) {
      for (const CompiledRule& rule : block.rules) {
        if (const auto* duty = std::get_if<CompiledDuty>(&rule.what)) {
          if (duty->event != no_id) add_owner(compiled_.event_owner[duty->event], owner);
        } else if (const auto* limit = std::get_if<CompiledLimit>(&rule.what)) {
          own_measure(limit->measure, owner);
        } else {
          own_measure(std::get<CompiledActivity>(rule.what).measure, owner);
        }
      }
    });
  }
  static void add_owner(Id& owner, Id party) {
    if (party != no_id)
      owner = owner == no_id || owner == party ? party : CompiledAgreement::several;
  }
  void own_measure(Id root, Id owner) {
    std::vector<Id> pending{root};
    while (!pending.empty()) {
      const Id measure = pending.back();
      pending.pop_back();
      if (measure == no_id || !owned_.insert((std::uint64_t{measure} << 32) | owner).second)
        continue;
      add_owner(compiled_.measure_owner[measure], owner);
      for (const MeasureInfo::Part& part : compiled_.measures[measure].parts)
        pending.push_back(part.measure);
    }
  }

  CompiledAgreement& compiled_;
  std::unordered_set<std::uint64_t> owned_;  ///< measure and owner: with all that it is made of
};

}  // namespace

void note_whose(CompiledAgreement& compiled) {
  Whose(compiled).run();
}

bool CompiledAgreement::concerns_others(Id measure, Id party) const {
  return measure_owner[measure] != no_id && measure_owner[measure] != party;
}

bool CompiledAgreement::event_concerns_others(Id event, Id party) const {
  return event_owner[event] != no_id && event_owner[event] != party;
}

}  // namespace accord::agreement
