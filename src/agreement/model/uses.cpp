#include "agreement/model/uses.h"

namespace accord::agreement {

namespace {

/// Names left empty by a damaged text are no uses.
class UseWalker {
 public:
  explicit UseWalker(const UseSink& sink) : sink_(sink) {}

  void use(const Name& name, Wanted wanted) {
    if (!name.empty()) sink_(name, wanted);
  }
  void use(const Names& names, Wanted wanted) {
    for (const Name& name : names) use(name, wanted);
  }
  void use(const std::optional<Names>& names, Wanted wanted) {
    if (names) use(*names, wanted);
  }

  void walk(const DayExpression& day) {
    if (day.kind == DayExpression::Kind::day) use(day.name, Wanted::day);
    if (day.kind == DayExpression::Kind::event || day.kind == DayExpression::Kind::own_event)
      use(day.name, Wanted::event);
    for (const DayExpression& part : day.parts) walk(part);
  }
  void walk(const Period& period) {
    walk(period.from);
    if (period.kind == Period::Kind::until) walk(period.until);
  }
  void walk(const Condition& condition) {
    if (condition.kind == Condition::Kind::event) use(condition.name, Wanted::event);
    if (condition.kind == Condition::Kind::performing) use(condition.name, Wanted::party);
    if (condition.kind == Condition::Kind::is) use(condition.name, Wanted::tested);
    for (const Condition& part : condition.parts) walk(part);
  }

  void walk(const Limit& limit) {
    use(limit.measure, Wanted::figure);
    if (limit.per_from) walk(*limit.per_from);
    for (const Step& step : limit.steps) {
      use(step.bound.kind == Bound::Kind::between ? step.bound.upper.unit : step.bound.value.unit,
          Wanted::unit);
      if (step.as_of) walk(*step.as_of);
    }
    if (limit.tolerance) use(limit.tolerance->unit, Wanted::unit);
  }
  void walk(const ActivityRule& rule) {
    use(rule.activity, Wanted::activity);
    use(rule.sites, Wanted::site);
  }
  void walk(const Duty& duty) {
    use(duty.event, Wanted::event);
    if (duty.kind == Duty::Kind::by) walk(duty.by);
    if (duty.kind == Duty::Kind::within || duty.kind == Duty::Kind::before)
      use(duty.trigger.event, Wanted::event);
    if (duty.kind == Duty::Kind::within && duty.trigger.kind == Trigger::Kind::end_of_each_span)
      walk(duty.trigger.from);
  }
  void walk(const Words& words) {
    for (const Reading& reading : words.readings) use(reading.by, Wanted::party);
  }
  void walk(const Clauses& c) {
    if (c.obliges) use(c.obliges->who, Wanted::party);
    use(c.owed, Wanted::party);
    use(c.verifier, Wanted::party);
    if (c.from) walk(*c.from);
    for (const Rule& rule : c.rules)
      std::visit([this](const auto& what) { walk(what); }, rule.what);
    for (const ConditionClause& clause : c.conditions) walk(clause.condition);
    use(c.reciprocal, Wanted::term);
    use(c.about, Wanted::item);
    walk(c.words);
  }

  void walk(const Source&) {}
  void walk(const Languages&) {}
  void walk(const Holidays&) {}
  void walk(const Event&) {}
  void walk(const Party& i) { use(i.members, Wanted::party); }
  void walk(const Site& i) {
    if (i.parent) use(*i.parent, Wanted::site);
  }
  void walk(const Unit& i) {
    if (i.left) use(i.left->unit, Wanted::unit);
    if (i.right) use(i.right->unit, Wanted::unit);
  }
  void walk(const Measure& i) {
    if (i.kind != Measure::Kind::activity) use(i.unit, Wanted::unit);
    if (i.formula)
      for (const Part& part : i.formula->parts) use(part.measure, Wanted::figure);
  }
  void walk(const NamedDay& i) { walk(i.expression); }
  void walk(const Term& i) { walk(i.clauses); }
  void walk(const Provision& i) {
    use(i.about, Wanted::item);
    if (i.from) walk(*i.from);
    walk(i.words);
  }
  void walk(const Procedure& i) {
    use(i.opens_by, Wanted::party);
    use(i.opens_with, Wanted::event);
    use(i.stops_on, Wanted::event);
    if (i.available_until) walk(*i.available_until);
    walk(i.words);
  }
  void walk(const Question& i) {
    use(i.arises_from, Wanted::event);
    for (const Answer& answer : i.answers) use(answer.by, Wanted::party);
    walk(i.words);
  }
  void walk(const Replace& i) {
    use(i.term, Wanted::term);
    walk(i.clauses);
  }
  void walk(const Repeal& i) { use(i.term, Wanted::term); }
  void walk(const Amendment& i) {
    walk(i.effective);
    for (const Change& change : i.changes)
      std::visit([this](const auto& what) { walk(what); }, change);
    walk(i.words);
  }
  void walk(const Waiver& i) {
    use(i.of, Wanted::term);
    use(i.for_parties, Wanted::party);
    use(i.by, Wanted::party);
    walk(i.from);
    walk(i.words);
  }
  void walk(const Fact& i);
  void walk(const Expectation& i) {
    use(i.term, Wanted::term);
    use(i.by, Wanted::party);
  }
  void walk(const Example& i) {
    for (const auto& line : i.lines) std::visit([this](const auto& what) { walk(what); }, line);
  }

 private:
  const UseSink& sink_;
};

Wanted subject_of(Fact::Kind kind) {
  switch (kind) {
    case Fact::Kind::event:
      return Wanted::event;
    case Fact::Kind::no_access:
      return Wanted::measure;
    case Fact::Kind::figure:
      return Wanted::figure;
    case Fact::Kind::seen:
      return Wanted::activity;
    case Fact::Kind::answer:
      return Wanted::question;
    case Fact::Kind::ceases:
    case Fact::Kind::suspends:
    case Fact::Kind::resumes:
    case Fact::Kind::refuses:
      break;
  }
  return Wanted::party;
}

void UseWalker::walk(const Fact& i) {
  use(i.subject, subject_of(i.kind));
  if (i.kind == Fact::Kind::figure) use(i.value.unit, Wanted::unit);
  use(i.sites, Wanted::site);
  use(i.terms, Wanted::term);
  use(i.when.by, Wanted::party);
}

}  // namespace

void each_use(const Item& item, const UseSink& sink) {
  std::visit([&](const auto& what) { UseWalker(sink).walk(what); }, item);
}

void each_use(const Fact& fact, const UseSink& sink) {
  UseWalker(sink).walk(fact);
}

void each_use(const Clauses& clauses, const UseSink& sink) {
  UseWalker(sink).walk(clauses);
}

}  // namespace accord::agreement
