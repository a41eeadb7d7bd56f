#include <algorithm>
#include <unordered_set>

#include "agreement/evaluate/compiled.h"

namespace accord::agreement {

namespace {

void sort_unique(std::vector<Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

/// Declares every name first, so that an item may use a name declared further down.
class Compiler {
 public:
  explicit Compiler(CompiledAgreement& compiled) : compiled_(compiled) {}

  void run() {
    for (const Item& item : compiled_.agreement.items)
      std::visit([&](const auto& i) { declare(i); }, item);
    for (const Item& item : compiled_.agreement.items)
      std::visit([&](const auto& i) { group(i); }, item);
    for (const Item& item : compiled_.agreement.items)
      std::visit([&](const auto& i) { fill(i); }, item);
    add_subjects();
    note_own_days();
    for (TermInfo& term : compiled_.terms) note_needs(term);
    compiled_.measure_uses.resize(compiled_.measures.size());
    for (const TermInfo& term : compiled_.terms) note_uses(term);
    note_leaves(compiled_);
    note_whose(compiled_);
  }

 private:
  template <class Other>
  void declare(const Other&) {}
  void declare(const Party& i) {
    name(CompiledAgreement::Kind::party, i.head, compiled_.parties.size());
    compiled_.parties.push_back({i.head.name.text, i.is_body, true, {}});
  }
  void declare(const Measure& i) {
    name(CompiledAgreement::Kind::measure, i.head, compiled_.measures.size());
    compiled_.measures.push_back({&i, {}, false});
  }
  void declare(const Event& i) {
    name(CompiledAgreement::Kind::event, i.head, compiled_.events.size());
    compiled_.events.push_back(&i);
  }
  void declare(const NamedDay& i) {
    name(CompiledAgreement::Kind::day, i.head, compiled_.days.size());
    compiled_.days.emplace_back();
  }
  void declare(const Question& i) {
    name(CompiledAgreement::Kind::question, i.head, compiled_.questions.size());
    compiled_.questions.push_back({&i, no_id});
  }
  void declare(const Term& i) { declare_term(i, no_id); }
  void declare(const Amendment& i) {
    const auto amendment = static_cast<Id>(compiled_.amendments.size());
    compiled_.amendments.push_back({&i, {}});
    for (const Change& change : i.changes)
      if (const auto* term = std::get_if<Term>(&change)) declare_term(*term, amendment);
  }
  void declare_term(const Term& i, Id amendment) {
    name(CompiledAgreement::Kind::term, i.head, compiled_.terms.size());
    TermInfo info;
    info.head = &i.head;
    info.added_by = amendment;
    compiled_.terms.push_back(std::move(info));
  }

  void name(CompiledAgreement::Kind kind, const Heading& head, std::size_t id) {
    compiled_.names_.try_emplace(head.name.text, CompiledAgreement::Ref{kind, static_cast<Id>(id)});
  }

  // --- groups: members of members, each once
  // --------------------------------------------------------

  template <class Other>
  void group(const Other&) {}
  void group(const Party& i) {
    if (!i.members) return;
    std::vector<Id> members = expanded(*i.members);
    compiled_.parties[compiled_.find(CompiledAgreement::Kind::party, i.head.name.text)].members =
        std::move(members);
  }

  /// The single parties behind the names, in order of the text.
  std::vector<Id> expanded(const Names& names) {
    std::vector<Id> out;
    std::vector<const Name*> pending;
    std::vector<Id> seen;
    for (auto n = names.rbegin(); n != names.rend(); ++n) pending.push_back(&*n);
    while (!pending.empty()) {
      const Id id = compiled_.find(CompiledAgreement::Kind::party, pending.back()->text);
      pending.pop_back();
      if (id == no_id || std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
      seen.push_back(id);
      const Party* party = party_text(id);
      if (!party->members) {
        out.push_back(id);
        continue;
      }
      for (auto n = party->members->rbegin(); n != party->members->rend(); ++n)
        pending.push_back(&*n);
    }
    return out;
  }

  const Party* party_text(Id id) {
    if (party_items_.empty())
      for (const Item& item : compiled_.agreement.items)
        if (const auto* party = std::get_if<Party>(&item)) party_items_.push_back(party);
    return party_items_[id];
  }

  // --- contents
  // -------------------------------------------------------------------------------------

  /// A view into the model: a conditional expression would make a copy that is gone at once.
  [[nodiscard]] std::string_view unit_of(Id measure) const {
    if (measure == no_id) return {};
    return compiled_.measures[measure].text->unit.text;
  }

  template <class Other>
  void fill(const Other&) {}
  void fill(const NamedDay& i) {
    compiled_.days[compiled_.find(CompiledAgreement::Kind::day, i.head.name.text)] =
        day(i.expression);
  }
  void fill(const Question& i) {
    compiled_.questions[compiled_.find(CompiledAgreement::Kind::question, i.head.name.text)]
        .arises_from = compiled_.find(CompiledAgreement::Kind::event, i.arises_from.text);
  }
  void fill(const Measure& i) {
    if (!i.formula) return;
    MeasureInfo& info =
        compiled_.measures[compiled_.find(CompiledAgreement::Kind::measure, i.head.name.text)];
    std::string_view to = i.unit.text;
    for (const Part& part : i.formula->parts) {
      const Id id = compiled_.find(CompiledAgreement::Kind::measure, part.measure.text);
      const std::string_view from = unit_of(id);
      if (i.formula->is_share && info.parts.empty()) to = from;
      Rational weight = compiled_.units.factor(from, to).value_or(Rational::invalid());
      if (part.weight) weight = weight * Rational(*part.weight);
      if (part.minus) weight = Rational::of(0) - weight;
      info.has_minus = info.has_minus || part.minus;
      info.parts.push_back({id, weight});
    }
  }
  void fill(const Provision& i) {
    if (!i.about) return;
    for (const Name& about : *i.about)
      if (const Id term = compiled_.find(CompiledAgreement::Kind::term, about.text); term != no_id)
        compiled_.terms[term].provisions.push_back(i.head.name.text);
  }
  void fill(const Term& i) { fill_term(i); }
  void fill(const Waiver& i) {
    const auto id = static_cast<Id>(compiled_.waivers.size());
    compiled_.waivers.push_back(
        {&i, i.for_parties ? expanded(*i.for_parties) : std::vector<Id>(), period(i.from)});
    for (const Name& of : i.of)
      if (const Id term = compiled_.find(CompiledAgreement::Kind::term, of.text); term != no_id)
        compiled_.terms[term].waivers.push_back(id);
  }
  void fill(const Amendment& i) {
    const Id id = amendments_filled_++;
    compiled_.amendments[id].effective = day(i.effective);
    for (const Change& change : i.changes) {
      if (const auto* term = std::get_if<Term>(&change)) fill_term(*term);
      if (const auto* replace = std::get_if<Replace>(&change))
        add_change(replace->term, id, clauses(replace->clauses));
      if (const auto* repeal = std::get_if<Repeal>(&change)) add_change(repeal->term, id, no_id);
    }
  }
  void fill_term(const Term& i) {
    const Id term = compiled_.find(CompiledAgreement::Kind::term, i.head.name.text);
    if (term != no_id && compiled_.terms[term].head == &i.head)
      compiled_.terms[term].base = clauses(i.clauses);
  }
  void add_change(const Name& term, Id amendment, Id clauses) {
    if (const Id id = compiled_.find(CompiledAgreement::Kind::term, term.text); id != no_id)
      compiled_.terms[id].changes.push_back({amendment, clauses});
  }

  Id clauses(const Clauses& text) {
    CompiledClauses out;
    out.text = &text;
    out.kinds = kinds_in(text);
    if (text.obliges) out.obliges = obliges(*text.obliges);
    if (text.from) out.from = period(*text.from);
    for (const Rule& r : text.rules)
      out.rules.push_back({std::visit([&](const auto& what) { return rule(what); }, r.what), &r});
    for (const ConditionClause& c : text.conditions)
      out.conditions.push_back(condition(c.condition));
    compiled_.clauses.push_back(std::move(out));
    return static_cast<Id>(compiled_.clauses.size() - 1);
  }

  CompiledDay day(const DayExpression& text) const { return compiled_.compile(text); }

  CompiledPeriod period(const Period& text) {
    CompiledPeriod out{day(text.from), {}, &text};
    if (text.kind == Period::Kind::until) out.until = day(text.until);
    return out;
  }

  using Compiled = decltype(CompiledRule::what);

  Compiled rule(const Limit& text) {
    CompiledLimit out;
    out.text = &text;
    out.measure = compiled_.find(CompiledAgreement::Kind::measure, text.measure.text);
    const std::string_view unit = unit_of(out.measure);
    const auto factor = [&](const Name& from) {
      return compiled_.units.factor(from.text, unit).value_or(Rational::invalid());
    };
    if (text.per_from) out.per_from = day(*text.per_from);
    for (const Step& step : text.steps) {
      CompiledStep made;
      made.allowed = scaled(Interval::of(step.bound), factor(step.bound.value.unit));
      if (text.tolerance)
        made.allowed =
            widened(made.allowed, Rational(text.tolerance->number) * factor(text.tolerance->unit));
      made.text = &step.bound;
      if (step.as_of) made.as_of = day(*step.as_of);
      out.steps.push_back(std::move(made));
    }
    return out;
  }
  Compiled rule(const ActivityRule& text) {
    CompiledActivity out;
    out.text = &text;
    out.measure = compiled_.find(CompiledAgreement::Kind::measure, text.activity.text);
    Area named;
    for (const Name& site : text.sites) {
      out.targets.push_back(compiled_.places.at(site.text));
      named = named | out.targets.back();
    }
    out.area = text.where == ActivityRule::Where::anywhere  ? compiled_.places.everywhere()
               : text.where == ActivityRule::Where::outside ? compiled_.places.outside(named)
                                                            : named;
    if (text.where != ActivityRule::Where::at) out.targets = {out.area};
    return out;
  }
  Compiled rule(const Duty& text) {
    CompiledDuty out;
    out.text = &text;
    out.event = compiled_.find(CompiledAgreement::Kind::event, text.event.text);
    if (text.kind == Duty::Kind::by) out.by = day(text.by);
    if (!text.trigger.event.empty())
      out.trigger = compiled_.find(CompiledAgreement::Kind::event, text.trigger.event.text);
    if (text.trigger.kind == Trigger::Kind::end_of_each_span) out.from = day(text.trigger.from);
    return out;
  }

  CompiledCondition condition(const Condition& text) {
    CompiledCondition out;
    out.kind = text.kind;
    out.text = &text;
    for (const Condition& part : text.parts) out.parts.push_back(condition(part));
    if (text.kind == Condition::Kind::event)
      out.index = compiled_.find(CompiledAgreement::Kind::event, text.name.text);
    if (text.kind == Condition::Kind::performing)
      out.index = compiled_.find(CompiledAgreement::Kind::party, text.name.text);
    if (text.kind == Condition::Kind::is) outcome(text, out);
    return out;
  }

  void outcome(const Condition& text, CompiledCondition& out) {
    out.index = compiled_.find(CompiledAgreement::Kind::question, text.name.text);
    out.of_question = out.index != no_id;
    if (out.of_question) {
      const auto& answers = compiled_.questions[out.index].text->answers;
      for (std::size_t i = 0; i < answers.size(); ++i)
        if (answers[i].name.text == text.answer.text) out.answer = static_cast<Id>(i);
      return;
    }
    out.index = compiled_.find(CompiledAgreement::Kind::term, text.name.text);
    if (text.answer.text == "met") out.wanted = Outcome::met;
    if (text.answer.text == "not_met") out.wanted = Outcome::not_met;
    if (text.answer.text == "not_shown") out.wanted = Outcome::not_shown;
  }

  // --- who is judged, by whose records
  // --------------------------------------------------------------

  CompiledObliges obliges(const Obliges& text) {
    CompiledObliges out{text.how, expanded(text.who), {}};
    std::vector<Id> named;
    for (const Name& n : text.who)
      if (const Id id = compiled_.find(CompiledAgreement::Kind::party, n.text); id != no_id)
        named.push_back(id);
    if (text.how == Obliges::How::jointly) {
      out.scopes.push_back(joint_scope(out.parties, named));
      return out;
    }
    const bool each = text.how == Obliges::How::each;
    for (const Id party : out.parties)
      out.scopes.push_back(single_scope(each ? Scope::Kind::each : Scope::Kind::one, party));
    return out;
  }

  Id single_scope(Scope::Kind kind, Id party) {
    Scope scope;
    scope.kind = kind;
    scope.parties = {party};
    scope.of_body = compiled_.parties[party].is_body;
    if (kind != Scope::Kind::member) scope.groups = groups_with(scope.parties);
    return intern(std::move(scope));
  }

  std::vector<Id> groups_with(const std::vector<Id>& parties) const {
    std::vector<Id> out;
    for (Id group = 0; group < compiled_.parties.size(); ++group) {
      const auto& members = compiled_.parties[group].members;
      if (std::any_of(members.begin(), members.end(),
                      [&](Id member) { return has(parties, member); }))
        out.push_back(group);
    }
    return out;
  }

  /// The groups named, and those with the same members.
  std::vector<Id> wholes_of(const std::vector<Id>& parties, std::vector<Id> named) const {
    for (Id group = 0; group < compiled_.parties.size(); ++group) {
      std::vector<Id> members = compiled_.parties[group].members;
      sort_unique(members);
      if (members == parties) named.push_back(group);
    }
    sort_unique(named);
    return named;
  }

  Id joint_scope(std::vector<Id> parties, std::vector<Id> named) {
    Scope scope;
    scope.kind = Scope::Kind::jointly;
    for (const Id party : parties)
      scope.members.push_back(single_scope(Scope::Kind::member, party));
    sort_unique(parties);
    scope.parties = std::move(parties);
    scope.groups = groups_with(scope.parties);
    Scope whole;
    whole.kind = Scope::Kind::whole;
    whole.parties = scope.parties;
    whole.wholes = wholes_of(scope.parties, std::move(named));
    scope.whole = intern(std::move(whole));
    return intern(std::move(scope));
  }

  Id intern(Scope scope) {
    auto& bucket = scope_of_[scope.parties.empty() ? no_id : scope.parties.front()];
    for (const Id id : bucket)
      if (compiled_.scopes[id] == scope) return id;
    bucket.push_back(static_cast<Id>(compiled_.scopes.size()));
    compiled_.scopes.push_back(std::move(scope));
    return bucket.back();
  }

  void add_subjects() {
    for (Id term = 0; term < compiled_.terms.size(); ++term) {
      TermInfo& info = compiled_.terms[term];
      std::vector<Id> parties;
      const auto collect = [&](Id clauses) {
        if (clauses == no_id || !compiled_.clauses[clauses].obliges) return;
        const CompiledObliges& obliges = *compiled_.clauses[clauses].obliges;
        const bool each = obliges.how == Obliges::How::each;
        for (const Id party : each ? obliges.parties : std::vector<Id>{no_id})
          if (std::find(parties.begin(), parties.end(), party) == parties.end())
            parties.push_back(party);
      };
      collect(info.base);
      for (const TermInfo::Change& change : info.changes) collect(change.clauses);
      for (const Id party : parties) {
        info.subjects.push_back(static_cast<Id>(compiled_.subjects.size()));
        compiled_.subjects.push_back({term, party});
        compiled_.subject_names.push_back(
            {info.head->name.text, party == no_id ? std::string() : compiled_.parties[party].name});
      }
    }
  }

  // --- what rests on what: so that nothing is computed twice, nor by deep recursion
  // -----------------

  static void names_in(const CompiledDay& day, std::vector<Id>& out) {
    if (day.kind == DayExpression::Kind::day && day.index != no_id) out.push_back(day.index);
    for (const CompiledDay& part : day.parts) names_in(part, out);
  }
  static bool has_own(const CompiledDay& day) {
    return day.kind == DayExpression::Kind::own_event ||
           std::any_of(day.parts.begin(), day.parts.end(), has_own);
  }

  void note_own_days() {
    std::vector<std::vector<Id>> needed_by(compiled_.days.size());
    std::vector<Id> pending;
    compiled_.day_needs.resize(compiled_.days.size());
    compiled_.day_is_own.resize(compiled_.days.size());
    for (Id id = 0; id < compiled_.days.size(); ++id) {
      names_in(compiled_.days[id], compiled_.day_needs[id]);
      for (const Id need : compiled_.day_needs[id]) needed_by[need].push_back(id);
      if (has_own(compiled_.days[id])) pending.push_back(id);
    }
    while (!pending.empty()) {
      const Id id = pending.back();
      pending.pop_back();
      if (compiled_.day_is_own[id]) continue;
      compiled_.day_is_own[id] = true;
      pending.insert(pending.end(), needed_by[id].begin(), needed_by[id].end());
    }
  }

  static void terms_in(const CompiledCondition& c, std::vector<Id>& out) {
    if (c.wanted && c.index != no_id) out.push_back(c.index);
    for (const CompiledCondition& part : c.parts) terms_in(part, out);
  }
  void note_needs(TermInfo& term) {
    const auto add = [&](Id clauses) {
      if (clauses == no_id) return;
      for (const CompiledCondition& c : compiled_.clauses[clauses].conditions)
        terms_in(c, term.needs);
    };
    add(term.base);
    for (const TermInfo::Change& change : term.changes) add(change.clauses);
  }

  // --- whose records about a measure count for somebody
  // -----------------

  void note_uses(const TermInfo& term) {
    std::vector<Id> all{term.base};
    for (const TermInfo::Change& change : term.changes) all.push_back(change.clauses);
    for (const Id with_obliges : all)
      for (const Id with_rules : all)
        if (with_obliges != no_id && with_rules != no_id && compiled_.clauses[with_obliges].obliges)
          for (const Id scope : compiled_.clauses[with_obliges].obliges->scopes)
            for (const CompiledRule& rule : compiled_.clauses[with_rules].rules)
              note_use(rule, scope);
  }

  void note_use(const CompiledRule& rule, Id scope) {
    if (const auto* limit = std::get_if<CompiledLimit>(&rule.what)) {
      note_use(limit->measure, scope, false);
      for (const Id member : compiled_.scopes[scope].members)
        note_use(limit->measure, member, false);
      if (compiled_.scopes[scope].whole != no_id)
        note_use(limit->measure, compiled_.scopes[scope].whole, false);
    }
    if (const auto* activity = std::get_if<CompiledActivity>(&rule.what))
      note_use(activity->measure, scope, true);
  }

  void note_use(Id root, Id scope, bool activity) {
    std::vector<Id> pending{root};
    while (!pending.empty()) {
      const Id measure = pending.back();
      pending.pop_back();
      if (measure == no_id || !used_.insert((std::uint64_t{measure} << 32) | scope).second)
        continue;
      for (const MeasureInfo::Part& part : compiled_.measures[measure].parts)
        pending.push_back(part.measure);
      compiled_.measure_uses[measure].push_back({scope, activity});
    }
  }

  CompiledAgreement& compiled_;
  std::unordered_set<std::uint64_t> used_;  ///< measure and scope
  std::vector<const Party*> party_items_;
  std::unordered_map<Id, std::vector<Id>> scope_of_;
  Id amendments_filled_ = 0;
};

CompiledAgreement::CompiledAgreement(const Agreement& text, const Records& records)
    : agreement(text),
      units(text),
      calendar(text),
      places(text, records),
      words(text, [](const DayExpression&) { return std::nullopt; }) {
  Compiler(*this).run();
  const auto note = [&](const std::string& name) {
    if (name.empty() || party(name) != no_id) return;
    outsiders_.emplace(name, static_cast<Id>(parties.size()));
    parties.push_back({name, false, false, {}});
  };
  for (const Observation& r : records.observations) note(r.head.party);
  for (const EventRecord& r : records.events) note(r.head.party);
  for (const Declaration& r : records.declarations) note(r.head.party);
}

}  // namespace accord::agreement
