#include "agreement/changes.h"

#include <algorithm>
#include <set>

#include "agreement/rules.h"

namespace accord::agreement {

namespace {

class Changes {
 public:
  Changes(Context& context, Day from, Day to)
      : c_(context), w_(context.world), from_(from), to_(to) {}

  void all_from(Id root) {
    todo_ = {root};
    while (!todo_.empty()) {
      const Id id = todo_.back();
      todo_.pop_back();
      if (seen_.insert(id).second) subject(id);
    }
  }

  std::vector<Day> take() {
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    return std::move(days_);
  }

 private:
  void subject(Id id) {
    const SubjectInfo& subject = w_.subjects[id];
    const TermInfo& term = w_.terms[subject.term];
    std::vector<Id> blocks{term.base};
    for (const TermInfo::Change& change : term.changes)
      if (change.clauses != no_id) blocks.push_back(change.clauses);
    for (const Id scope : scopes_of(blocks, subject.party)) {
      if (term.added_by != no_id) day(w_.amendments[term.added_by].effective, &w_.scopes[scope]);
      for (const TermInfo::Change& change : term.changes)
        day(w_.amendments[change.amendment].effective, &w_.scopes[scope]);
      for (const Id waiver : term.waivers) period(w_.waivers[waiver].from, &w_.scopes[scope]);
      for (const Id block : blocks) clauses(subject.term, blocks, w_.clauses[block], scope);
      declarations(scope);
    }
  }

  void note(Day day) {
    if (from_ < day && day <= to_) days_.push_back(day);
  }
  std::optional<Day> day(const CompiledDay& day, const Scope* own) {
    Basis unused;
    const auto found = day_of(c_, day, own, unused);
    if (found) note(*found);
    return found;
  }
  std::optional<Day> period(const CompiledPeriod& period, const Scope* own) {
    const auto start = day(period.from, own);
    Basis unused;
    if (!start) return start;
    const auto end = end_of(c_, period, *start, own, unused);
    if (const auto bound = end ? end : open_end(c_, period, own).not_before) note(*bound);
    return start;
  }

  /// Scopes that any version has for the party.
  std::vector<Id> scopes_of(const std::vector<Id>& blocks, Id party) const {
    std::vector<Id> out;
    for (const Id block : blocks) {
      const auto& obliges = w_.clauses[block].obliges;
      if (!obliges) continue;
      const bool each = obliges->how == Obliges::How::each;
      for (std::size_t i = 0; i < obliges->scopes.size(); ++i)
        if (each ? obliges->parties[i] == party : party == no_id) out.push_back(obliges->scopes[i]);
    }
    return out;
  }

  /// Rules of one block with the period and the bound on staleness of every block: a superset.
  void clauses(Id term, const std::vector<Id>& blocks, const CompiledClauses& c, Id scope) {
    for (const CompiledCondition& part : c.conditions) condition(part, w_.scopes[scope]);
    for (const Id block : blocks) {
      const CompiledClauses& with = w_.clauses[block];
      if (!with.from) continue;
      const auto start = period(*with.from, &w_.scopes[scope]);
      if (!start) continue;
      Basis unused;
      const RuleQuery query{term, scope, *start, nullptr, &unused, false};
      for (const CompiledRule& r : c.rules)
        std::visit([&](const auto& what) { rule(what, query, blocks); }, r.what);
    }
  }

  // --- rules
  // ------------------------------------------------------------------------------------------

  void rule(const CompiledLimit& limit, const RuleQuery& query, const std::vector<Id>& blocks) {
    for (const CompiledStep& step : limit.steps)
      if (step.as_of) day(*step.as_of, &w_.scopes[query.scope]);
    measure(limit.measure, query.scope, blocks);
    if (!limit.text->per) return;
    if (limit.per_from) day(*limit.per_from, &w_.scopes[query.scope]);
    for (auto p = flow_period(c_, limit, query, c_.valid); p && from_ < p->first;
         p = flow_period(c_, limit, query, p->first - 1)) {
      note(p->first);
      if (p->first < query.start) break;
    }
  }

  void rule(const CompiledActivity& activity, const RuleQuery& query,
            const std::vector<Id>& blocks) {
    measure(activity.measure, query.scope, blocks);
  }

  void measure(Id root, Id root_scope, const std::vector<Id>& blocks) {
    std::vector<std::pair<Id, Id>> pending{{root, root_scope}};
    std::set<std::pair<Id, Id>> seen;
    while (!pending.empty()) {
      const auto [id, scope] = pending.back();
      pending.pop_back();
      if (id == no_id || !seen.emplace(id, scope).second) continue;
      for (const MeasureInfo::Part& part : w_.measures[id].parts)
        pending.emplace_back(part.measure, scope);
      const Scope& who = w_.scopes[scope];
      if (who.kind != Scope::Kind::jointly ||
          w_.measures[id].text->kind == Measure::Kind::activity) {
        series(c_.index.series(id, scope, Attribution::all), blocks);
        for (const LeftOut::Record& r : c_.index.left_out.about(id))
          if (r.known <= c_.known) note(r.valid);
        continue;
      }
      for (const Id member : who.members) pending.emplace_back(id, member);
      pending.emplace_back(id, who.whole);
    }
  }

  void series(const Index::Series& series, const std::vector<Id>& blocks) {
    for (const Id at : series) {
      const Header& head = c_.index.seen(at).head();
      if (head.known > c_.known) continue;
      note(head.valid);
      for (const Id block : blocks)
        if (const auto& stale = w_.clauses[block].text->stale_after)
          note(w_.calendar.add(head.valid, *stale) + 1);
    }
  }

  void rule(const CompiledDuty& duty, const RuleQuery& query, const std::vector<Id>&) {
    events(duty.event);
    if (duty.text->kind == Duty::Kind::by) {
      if (const auto due = day(duty.by, &w_.scopes[query.scope])) note(*due + 1);
    } else if (duty.text->kind == Duty::Kind::every) {
      const auto due = [&](Day day) {
        note(w_.calendar.add(w_.calendar.add(day, duty.text->span), duty.text->grace) + 1);
      };
      due(query.start);
      if (duty.event != no_id)
        for (const Happened& h : c_.index.happened(duty.event)) due(h.head().valid);
    } else {
      events(duty.trigger);
      for (const DutyCall& call : calls_of(c_, duty, query)) {
        note(call.day);
        note(call.deadline() + 1);
      }
    }
  }

  void events(Id event) {
    if (event == no_id) return;
    for (const Happened& h : c_.index.happened(event))
      if (h.head().known <= c_.known) note(h.head().valid);
    for (const Unsure& u : c_.index.unsure(event))
      if (u.head().known <= c_.known) note(u.head().valid);
    for (const LeftOut::Record& r : c_.index.left_out.of_event(event))
      if (r.known <= c_.known) note(r.valid);
  }

  void declarations(Id scope) {
    for (const Id party : w_.scopes[scope].parties) declarations_of(party);
  }
  void declarations_of(Id party) {
    if (party == no_id) return;
    for (const Declared& d : c_.index.declared(party))
      if (d.head().known <= c_.known) note(d.head().valid);
  }

  void condition(const CompiledCondition& c, const Scope& scope) {
    for (const CompiledCondition& part : c.parts) condition(part, scope);
    if (c.kind == Condition::Kind::event) events(c.index);
    if (c.kind == Condition::Kind::performing) declarations_of(c.index);
    if (c.kind != Condition::Kind::is || c.index == no_id) return;
    if (c.of_question)
      events(w_.questions[c.index].arises_from);
    else
      for (const Id other : w_.terms[c.index].subjects) todo_.push_back(other);
  }

  Context& c_;
  const World& w_;
  Day from_, to_;
  std::vector<Day> days_;
  std::vector<Id> todo_;
  std::set<Id> seen_;
};

}  // namespace

std::vector<Day> changes_of(Context& context, Id subject, Day from, Day to) {
  Changes changes(context, from, to);
  changes.all_from(subject);
  if (!context.index.any_differs()) return changes.take();
  Changes named(with_named(context), from, to);  // days that rest on own events may be others
  named.all_from(subject);
  std::vector<Day> out = changes.take();
  const std::vector<Day> more = named.take();
  out.insert(out.end(), more.begin(), more.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace accord::agreement
