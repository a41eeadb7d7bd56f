#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"

namespace accord::agreement {

namespace {

const char* word(Bound::Kind kind) {
  switch (kind) {
    case Bound::Kind::le:
      return "<= ";
    case Bound::Kind::lt:
      return "< ";
    case Bound::Kind::ge:
      return ">= ";
    case Bound::Kind::gt:
      return "> ";
    case Bound::Kind::eq:
      return "== ";
    case Bound::Kind::between:
      break;
  }
  return "between ";
}

std::string day_atom(const DayExpression& day) {
  switch (day.kind) {
    case DayExpression::Kind::date:
      return to_string(day.date);
    case DayExpression::Kind::day:
      return day.name.text;
    case DayExpression::Kind::event:
      return "event " + day.name.text;
    case DayExpression::Kind::own_event:
      return "own event " + day.name.text;
    case DayExpression::Kind::end_of:
      return std::string("end of ") + word(day.unit) + " of " + day_atom(day.parts.front());
    case DayExpression::Kind::earliest:
    case DayExpression::Kind::latest:
      break;
  }
  std::string out = day.kind == DayExpression::Kind::earliest ? "earliest(" : "latest(";
  for (const DayExpression& part : day.parts) {
    if (&part != day.parts.data()) out += ", ";
    out += print(part);
  }
  return out + ")";
}

/// Brackets around `and` and `or` inside another condition: they are never mixed without.
std::string inner(const Condition& condition) {
  const bool joint =
      condition.kind == Condition::Kind::all || condition.kind == Condition::Kind::any;
  return joint ? "(" + print(condition) + ")" : print(condition);
}

std::string print(const When& when) {
  std::string out = " on " + to_string(when.on);
  if (when.known) out += " known " + to_string(*when.known);
  if (!when.by.empty()) out += " by " + when.by.text;
  if (!when.grade.empty()) out += " grade " + when.grade.text;
  return out;
}

std::string figure(const Fact& fact) {
  std::string out = fact.subject.text + " ";
  out += fact.relation == Bound::Kind::eq ? "= " : word(fact.relation);
  out += print(fact.value);
  if (fact.plus_minus) out += " +/- " + to_string(*fact.plus_minus);
  return out;
}

std::string seen(const Fact& fact) {
  std::string out = fact.subject.text + (fact.yes ? " yes" : " no");
  if (fact.where == ActivityRule::Where::at) out += " at " + ids(fact.sites);
  if (fact.where == ActivityRule::Where::outside) out += " outside " + ids(fact.sites);
  return out;
}

std::string about_terms(const Fact& fact, const char* verb) {
  return fact.subject.text + verb + (fact.terms.empty() ? "" : " " + ids(fact.terms));
}

}  // namespace

const char* word(CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::month:
      return "month";
    case CalendarUnit::quarter:
      return "quarter";
    case CalendarUnit::year:
      break;
  }
  return "year";
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string idset(const Names& names) {
  std::string out = "{ ";
  for (const Name& name : names) {
    if (&name != names.data()) out += ", ";
    out += name.text;
  }
  return out + " }";
}

std::string ids(const Names& names) {
  return names.size() == 1 ? names[0].text : idset(names);
}

std::string print(const Duration& duration) {
  const std::string count = std::to_string(duration.count);
  const char* plural = duration.count == 1 ? "" : "s";
  switch (duration.unit) {
    case DurationUnit::days:
      return count + " day" + plural;
    case DurationUnit::weeks:
      return count + " week" + plural;
    case DurationUnit::months:
      return count + " month" + plural;
    case DurationUnit::years:
      return count + " year" + plural;
    case DurationUnit::working_days:
      break;
  }
  return count + " working days";
}

std::string print(const Span& span) {
  std::string out;
  for (const Duration& duration : span) {
    if (&duration != span.data()) out += " + ";
    out += print(duration);
  }
  return out;
}

std::string print(const Value& value) {
  return to_string(value.number) + " " + value.unit.text;
}

std::string print(const Bound& bound) {
  if (bound.kind != Bound::Kind::between) return word(bound.kind) + print(bound.value);
  return "between " + to_string(bound.value.number) + " and " + print(bound.upper);
}

std::string print(const DayExpression& day) {
  std::string out = day_atom(day);
  for (const Shift& shift : day.shifts) out += (shift.minus ? " - " : " + ") + print(shift.by);
  return out;
}

std::string print(const Period& period) {
  switch (period.kind) {
    case Period::Kind::span:
      return print(period.from) + " for " + print(period.span);
    case Period::Kind::until:
      return print(period.from) + " until " + print(period.until);
    case Period::Kind::without_end:
      break;
  }
  return print(period.from) + " without end";
}

std::string print(const Condition& condition) {
  switch (condition.kind) {
    case Condition::Kind::negation:
      return "not " + inner(condition.parts.front());
    case Condition::Kind::event:
      return "event " + condition.name.text;
    case Condition::Kind::performing:
      return "performing(" + condition.name.text + ")";
    case Condition::Kind::is:
      return condition.name.text + " is " + condition.answer.text;
    case Condition::Kind::all:
    case Condition::Kind::any:
      break;
  }
  std::string out;
  for (const Condition& part : condition.parts) {
    if (&part != condition.parts.data())
      out += condition.kind == Condition::Kind::all ? " and " : " or ";
    out += inner(part);
  }
  return out;
}

std::string print(const Fact& fact) {
  switch (fact.kind) {
    case Fact::Kind::event:
      return "event " + fact.subject.text + print(fact.when);
    case Fact::Kind::no_access:
      return "no access to " + fact.subject.text + print(fact.when);
    case Fact::Kind::figure:
      return figure(fact) + print(fact.when);
    case Fact::Kind::seen:
      return seen(fact) + print(fact.when);
    case Fact::Kind::ceases:
      return fact.subject.text + " ceases" + print(fact.when);
    case Fact::Kind::suspends:
      return about_terms(fact, " suspends") + print(fact.when);
    case Fact::Kind::resumes:
      return about_terms(fact, " resumes") + print(fact.when);
    case Fact::Kind::refuses:
      return about_terms(fact, " refuses") + print(fact.when);
    case Fact::Kind::answer:
      break;
  }
  return fact.subject.text + " is " + fact.answer.text;
}

}  // namespace accord::agreement
