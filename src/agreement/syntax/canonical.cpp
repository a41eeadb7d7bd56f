#include "agreement/syntax/canonical.h"

#include <algorithm>

#include "agreement/syntax/print.h"

namespace accord::agreement {

namespace {

void canonical(Names& names) {
  std::sort(names.begin(), names.end(),
            [](const Name& a, const Name& b) { return a.text < b.text; });
  names.erase(std::unique(names.begin(), names.end()), names.end());
}
void canonical(std::optional<Names>& names) {
  if (names) canonical(*names);
}

void canonical(Decimal& number) {
  while (number.scale > 0 && number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    --number.scale;
  }
}
void canonical(Value& value) {
  canonical(value.number);
}

/// By the form in which it is printed, after its parts are in theirs.
template <class T>
void sort_printed(std::vector<T>& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const T& a, const T& b) { return print(a) < print(b); });
}

void canonical(DayExpression& day) {
  for (DayExpression& part : day.parts) canonical(part);
  sort_printed(day.parts);
}
void canonical(Period& period) {
  canonical(period.from);
  canonical(period.until);
}

void canonical(Condition& condition) {
  for (Condition& part : condition.parts) canonical(part);
  sort_printed(condition.parts);
}

void canonical(Limit& limit) {
  if (limit.per_from) canonical(*limit.per_from);
  for (Step& step : limit.steps) {
    canonical(step.bound.value);
    canonical(step.bound.upper);
    if (step.as_of) canonical(*step.as_of);
  }
  if (limit.tolerance) canonical(*limit.tolerance);
}
void canonical(ActivityRule& rule) {
  canonical(rule.sites);
}
void canonical(Duty& duty) {
  canonical(duty.by);
  canonical(duty.trigger.from);
}

void canonical(Words& words) {
  words.notes.clear();
  for (Reading& reading : words.readings) canonical(reading.by);
}

void canonical(Clauses& c) {
  if (c.obliges) canonical(c.obliges->who);
  canonical(c.owed);
  canonical(c.verifier);
  if (c.from) canonical(*c.from);
  for (Rule& rule : c.rules) std::visit([](auto& what) { canonical(what); }, rule.what);
  sort_printed(c.rules);
  for (ConditionClause& clause : c.conditions) canonical(clause.condition);
  canonical(c.reciprocal);
  canonical(c.about);
  canonical(c.words);
}

void canonical(Source&) {}
void canonical(Event& i) {
  canonical(i.data);
}
void canonical(Languages& i) {
  canonical(i.names);
}
void canonical(Holidays& i) {
  std::sort(i.days.begin(), i.days.end());
}
void canonical(Party& i) {
  canonical(i.members);
}
void canonical(Site&) {}
void canonical(Unit& i) {
  if (i.left) canonical(*i.left);
  if (i.right) canonical(*i.right);
}
void canonical(Measure& i) {
  canonical(i.data);
  if (!i.formula) return;
  for (Part& part : i.formula->parts)
    if (part.weight) canonical(*part.weight);
  if (!i.formula->is_share)
    std::stable_sort(
        i.formula->parts.begin(), i.formula->parts.end(), [](const Part& a, const Part& b) {
          return std::pair(a.minus, a.measure.text) < std::pair(b.minus, b.measure.text);
        });
}
void canonical(NamedDay& i) {
  canonical(i.expression);
}
void canonical(Term& i) {
  canonical(i.clauses);
}
void canonical(Provision& i) {
  canonical(i.about);
  if (i.from) canonical(*i.from);
  canonical(i.words);
}
void canonical(Procedure& i) {
  canonical(i.opens_by);
  canonical(i.stops_on);
  if (i.available_until) canonical(*i.available_until);
  canonical(i.words);
}
void canonical(Question& i) {
  for (Answer& answer : i.answers) canonical(answer.by);
  canonical(i.words);
}
void canonical(Replace& i) {
  canonical(i.clauses);
}
void canonical(Repeal&) {}
void canonical(Amendment& i) {
  canonical(i.effective);
  for (Change& change : i.changes) std::visit([](auto& what) { canonical(what); }, change);
  canonical(i.words);
}
void canonical(Waiver& i) {
  canonical(i.of);
  canonical(i.for_parties);
  canonical(i.from);
  canonical(i.words);
}
void canonical(Fact& i) {
  canonical(i.value);
  if (i.plus_minus) canonical(*i.plus_minus);
  canonical(i.sites);
  canonical(i.terms);
}
void canonical(Expectation&) {}
void canonical(Example& i) {
  for (auto& line : i.lines) std::visit([](auto& what) { canonical(what); }, line);
}

}  // namespace

void make_canonical(Item& item) {
  std::visit([](auto& what) { canonical(what); }, item);
}

}  // namespace accord::agreement
