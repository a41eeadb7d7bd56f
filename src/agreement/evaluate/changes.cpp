#include "agreement/evaluate/changes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "agreement/evaluate/rules/rules.h"

namespace accord::agreement {

namespace {

class Changes {
 public:
  Changes(Context& context, Day from, Day to)
      : context_(context), compiled_(context.compiled), from_(from), to_(to) {}

  /// Notes what changes the subject itself, without the subjects that its conditions look at.
  void subject(Id id) {
    const SubjectInfo& subject = compiled_.subjects[id];
    const TermInfo& term = compiled_.terms[subject.term];
    std::vector<Id> blocks{term.base};
    for (const TermInfo::Change& change : term.changes)
      if (change.clauses != no_id) blocks.push_back(change.clauses);
    for (const Id scope : scopes_of(blocks, subject.party)) {
      if (term.added_by != no_id)
        day(compiled_.amendments[term.added_by].effective, &compiled_.scopes[scope]);
      for (const TermInfo::Change& change : term.changes)
        day(compiled_.amendments[change.amendment].effective, &compiled_.scopes[scope]);
      for (const Id waiver : term.waivers)
        period(compiled_.waivers[waiver].from, &compiled_.scopes[scope]);
      for (const Id block : blocks) clauses(subject.term, blocks, compiled_.clauses[block], scope);
      declarations(scope);
    }
  }

  std::vector<Day> take_days() {
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    return std::exchange(days_, {});
  }
  /// Each once.
  std::vector<Id> take_others() {
    std::sort(others_.begin(), others_.end());
    others_.erase(std::unique(others_.begin(), others_.end()), others_.end());
    return std::exchange(others_, {});
  }

 private:
  void note(Day day) {
    if (from_ < day && day <= to_) days_.push_back(day);
  }
  std::optional<Day> day(const CompiledDay& day, const Scope* own) {
    Grounds unused;
    const auto found = day_of(context_, day, own, unused);
    if (found) note(*found);
    return found;
  }
  std::optional<Day> period(const CompiledPeriod& period, const Scope* own) {
    const auto start = day(period.from, own);
    Grounds unused;
    if (!start) return start;
    const auto end = end_of(context_, period, *start, own, unused);
    if (const auto bound = end ? end : open_end(context_, period, own).not_before) note(*bound);
    return start;
  }

  /// Scopes that any version has for the party.
  std::vector<Id> scopes_of(const std::vector<Id>& blocks, Id party) const {
    std::vector<Id> out;
    for (const Id block : blocks) {
      const auto& obliges = compiled_.clauses[block].obliges;
      if (!obliges) continue;
      const bool each = obliges->how == Obliges::How::each;
      for (std::size_t i = 0; i < obliges->scopes.size(); ++i)
        if (each ? obliges->parties[i] == party : party == no_id) out.push_back(obliges->scopes[i]);
    }
    return out;
  }

  /// Rules of one block with the period and the bound on staleness of every block: a superset.
  void clauses(Id term, const std::vector<Id>& blocks, const CompiledClauses& c, Id scope) {
    for (const CompiledCondition& part : c.conditions) condition(part, compiled_.scopes[scope]);
    for (const Id block : blocks) {
      const CompiledClauses& with = compiled_.clauses[block];
      if (!with.from) continue;
      const auto start = period(*with.from, &compiled_.scopes[scope]);
      if (!start) continue;
      Grounds unused;
      const RuleQuery query{term, scope, *start, nullptr, &unused, false};
      for (const CompiledRule& r : c.rules)
        std::visit([&](const auto& what) { rule(what, query, blocks); }, r.what);
    }
  }

  // --- rules
  // ------------------------------------------------------------------------------------------

  void rule(const CompiledLimit& limit, const RuleQuery& query, const std::vector<Id>& blocks) {
    for (const CompiledStep& step : limit.steps)
      if (step.as_of) day(*step.as_of, &compiled_.scopes[query.scope]);
    measure(limit.measure, query.scope, blocks);
    if (!limit.text->per) return;
    if (limit.per_from) day(*limit.per_from, &compiled_.scopes[query.scope]);
    for (auto p = flow_period(context_, limit, query, context_.valid); p && from_ < p->first;
         p = flow_period(context_, limit, query, p->first - 1)) {
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
      const MeasureInfo& info = compiled_.measures[id];
      if (info.leaves) {
        for (const Id leaf : *info.leaves) pending.emplace_back(leaf, scope);
      } else {
        for (const MeasureInfo::Part& part : info.parts) pending.emplace_back(part.measure, scope);
      }
      const Scope& who = compiled_.scopes[scope];
      if (who.kind != Scope::Kind::jointly ||
          compiled_.measures[id].text->kind == Measure::Kind::activity) {
        series(context_.index.series(id, scope, Attribution::all), blocks);
        for (const LeftOut::Record& r : context_.index.left_out.about(id))
          if (r.known <= context_.known) note(r.valid);
        continue;
      }
      for (const Id member : who.members) pending.emplace_back(id, member);
      pending.emplace_back(id, who.whole);
    }
  }

  void series(const Index::Series& series, const std::vector<Id>& blocks) {
    for (const Id at : series) {
      const Header& head = context_.index.seen(at).head();
      if (head.known > context_.known) continue;
      note(head.valid);
      for (const Id block : blocks)
        if (const auto& stale = compiled_.clauses[block].text->stale_after)
          note(compiled_.calendar.add(head.valid, *stale) + 1);
    }
  }

  void rule(const CompiledDuty& duty, const RuleQuery& query, const std::vector<Id>&) {
    events(duty.event);
    if (duty.text->kind == Duty::Kind::by) {
      if (const auto due = day(duty.by, &compiled_.scopes[query.scope])) note(*due + 1);
    } else if (duty.text->kind == Duty::Kind::every) {
      const auto due = [&](Day day) {
        note(
            compiled_.calendar.add(compiled_.calendar.add(day, duty.text->span), duty.text->grace) +
            1);
      };
      due(query.start);
      if (duty.event != no_id)
        for (const Happened& h : context_.index.happened(duty.event)) due(h.head().valid);
    } else {
      events(duty.trigger);
      for (const DutyCall& call : calls_of(context_, duty, query)) {
        note(call.day);
        note(call.deadline() + 1);
      }
    }
  }

  void events(Id event) {
    if (event == no_id) return;
    for (const Happened& h : context_.index.happened(event))
      if (h.head().known <= context_.known) note(h.head().valid);
    for (const Unsure& u : context_.index.unsure(event))
      if (u.head().known <= context_.known) note(u.head().valid);
    for (const LeftOut::Record& r : context_.index.left_out.of_event(event))
      if (r.known <= context_.known) note(r.valid);
  }

  void declarations(Id scope) {
    for (const Id party : compiled_.scopes[scope].parties) declarations_of(party);
  }
  void declarations_of(Id party) {
    if (party == no_id) return;
    for (const Declared& d : context_.index.declared(party))
      if (d.head().known <= context_.known) note(d.head().valid);
  }

  void condition(const CompiledCondition& c, const Scope& scope) {
    for (const CompiledCondition& part : c.parts) condition(part, scope);
    if (c.kind == Condition::Kind::event) events(c.index);
    if (c.kind == Condition::Kind::performing) declarations_of(c.index);
    if (c.kind != Condition::Kind::is || c.index == no_id) return;
    if (c.of_question)
      events(compiled_.questions[c.index].arises_from);
    else
      others_.insert(others_.end(), compiled_.terms[c.index].subjects.begin(),
                     compiled_.terms[c.index].subjects.end());
  }

  Context& context_;
  const CompiledAgreement& compiled_;
  Day from_, to_;
  std::vector<Day> days_;
  std::vector<Id> others_;
};

/// Both sorted; one of the two itself where it has all days.
Days both(const Days& a, const Days& b) {
  if (a == b || std::includes(a->begin(), a->end(), b->begin(), b->end())) return a;
  if (std::includes(b->begin(), b->end(), a->begin(), a->end())) return b;
  auto out = std::make_shared<std::vector<Day>>();
  out->reserve(a->size() + b->size());
  std::set_union(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(*out));
  return out;
}

}  // namespace

ChangeDays::ChangeDays(Context& context, Day from, Day to)
    : context_(context), from_(from), to_(to) {}

/// Subject by subject, for a circle, which a checked text does not have.
Days ChangeDays::around(Context& context, Id subject) const {
  Changes changes(context, from_, to_);
  std::vector<Id> pending{subject};
  std::set<Id> seen;
  while (!pending.empty()) {
    const Id at = pending.back();
    pending.pop_back();
    if (!seen.insert(at).second) continue;
    changes.subject(at);
    for (const Id other : changes.take_others()) pending.push_back(other);
  }
  return std::make_shared<std::vector<Day>>(changes.take_days());
}

/// What a subject looks at comes first, without recursion: a chain may be as long as the text.
Days ChangeDays::in(Context& context, Id subject, Known& known) const {
  struct Walked {
    Id subject;
    Days days;
    std::vector<Id> others;  ///< still to be added
  };
  const auto begin = [&](Id at) {
    Changes changes(context, from_, to_);
    changes.subject(at);
    return Walked{at, std::make_shared<std::vector<Day>>(changes.take_days()),
                  changes.take_others()};
  };
  if (const auto found = known.find(subject); found != known.end()) return found->second;
  std::vector<Walked> path{begin(subject)};
  if (path.back().others.empty()) return path.back().days;
  known.emplace(subject, nullptr);
  while (!path.empty()) {
    Walked& step = path.back();
    if (step.others.empty()) {
      const Days done = step.days;
      known[step.subject] = done;
      path.pop_back();
      if (path.empty()) return done;
      path.back().days = both(path.back().days, done);
      continue;
    }
    const Id other = step.others.back();
    step.others.pop_back();
    const auto [place, is_new] = known.try_emplace(other, nullptr);
    if (is_new) {
      path.push_back(begin(other));
    } else if (place->second != nullptr) {
      step.days = both(step.days, place->second);
    } else {
      for (const Walked& open : path) known.erase(open.subject);
      return around(context, subject);
    }
  }
  return nullptr;
}

std::vector<Day> ChangeDays::of(Id subject) {
  Days days = in(context_, subject, known_);
  // Days that rest on own events may be others.
  if (context_.index.any_differs()) days = both(days, in(with_named(context_), subject, named_));
  return *days;
}

}  // namespace accord::agreement
