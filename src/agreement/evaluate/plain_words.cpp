#include "agreement/evaluate/plain_words.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"
#include "base/english.h"

namespace accord::agreement {

namespace {

/// Order counts: added left to right.
std::string shifted_text(std::string base, const std::vector<Shift>& shifts) {
  const bool minus = !shifts.empty() && shifts.front().minus;
  bool one_way = true;
  std::vector<std::string> parts;
  for (const Shift& shift : shifts) {
    parts.push_back(print(shift.by));
    one_way = one_way && shift.minus == minus;
  }
  if (parts.empty()) return base;
  if (one_way && (!minus || parts.size() == 1))
    return fmt::format("{} {} {}", enumerated(parts), minus ? "before" : "after", base);
  for (std::size_t i = 0; i < parts.size(); ++i)
    base += (shifts[i].minus ? " minus " : " plus ") + parts[i];
  return base;
}

const char* relation(Bound::Kind kind) {
  switch (kind) {
    case Bound::Kind::le:
      return "at or below";
    case Bound::Kind::lt:
      return "below";
    case Bound::Kind::ge:
      return "at or above";
    case Bound::Kind::gt:
      return "above";
    case Bound::Kind::eq:
      return "at exactly";
    case Bound::Kind::between:
      break;
  }
  return "between";
}

}  // namespace

std::string in_quotes(std::string_view text) {
  return fmt::format("“{}”", text);
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

PlainWords::PlainWords(const Agreement& agreement, DayOf day_of)
    : names_(agreement), units_(agreement), day_of_(std::move(day_of)) {}

std::string PlainWords::title(std::string_view name) const {
  const NamedItem* item = names_.find_any(name);
  return item == nullptr || heading(*item).title.empty() ? std::string(name) : heading(*item).title;
}

std::string PlainWords::titles(const Names& names, std::string_view last) const {
  std::vector<std::string> parts;
  for (const Name& name : names) parts.push_back(title(name));
  return enumerated(parts, last);
}

std::string PlainWords::term(const Name& name) const {
  return fmt::format("{} ({})", name.text, in_quotes(title(name)));
}

std::string PlainWords::terms(const Names& names) const {
  std::vector<std::string> parts;
  for (const Name& name : names) parts.push_back(term(name));
  return enumerated(parts);
}

/// "kilograms of ore" is written "kg of ore" behind a number.
std::string PlainWords::unit(std::string_view name) const {
  const auto* declared = names_.find<Unit>(name);
  if (declared == nullptr || declared->head.title.empty()) return std::string(name);
  const std::string& title = declared->head.title;
  static constexpr auto shorter = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"kilograms of ", "kg of "}, {"grams of ", "g of "}, {"tonnes of ", "t of "}});
  for (const auto& [long_form, short_form] : shorter)
    if (title.rfind(long_form, 0) == 0)
      return std::string(short_form) + title.substr(long_form.size());
  return title;
}

std::string PlainWords::value(const Value& value) const {
  return amount_words(to_string(value.number), unit(value.unit.text));
}

std::string PlainWords::value(const Value& given, const Measure* measure) const {
  std::string out = value(given);
  if (measure == nullptr || measure->unit.text == given.unit.text) return out;
  const auto factor = units_.factor(given.unit.text, measure->unit.text);
  if (!factor) return out;
  return out + fmt::format(" ({} {})", to_exact_string(Rational(given.number) * *factor),
                           unit(measure->unit.text));
}

std::string PlainWords::bound(const Bound& bound, const Measure* measure) const {
  if (bound.kind != Bound::Kind::between)
    return fmt::format("{} {}", relation(bound.kind), value(bound.value, measure));
  return fmt::format("between {} and {}", to_string(bound.value.number),
                     value(bound.upper, measure));
}

std::string PlainWords::day_atom(const DayExpression& e) const {
  switch (e.kind) {
    case DayExpression::Kind::date:
      return long_form(e.date);
    case DayExpression::Kind::day:
      return e.name.text;
    case DayExpression::Kind::event:
      return "the day of " + in_quotes(title(e.name));
    case DayExpression::Kind::own_event:
      return "the day of its own " + in_quotes(title(e.name));
    case DayExpression::Kind::end_of:
      return fmt::format("the end of the {} of {}", word(e.unit), day(e.parts.front()));
    case DayExpression::Kind::earliest:
    case DayExpression::Kind::latest:
      break;
  }
  std::vector<std::string> parts;
  for (const DayExpression& part : e.parts) parts.push_back(day(part));
  const bool is_first = e.kind == DayExpression::Kind::earliest;
  const bool are_two = parts.size() == 2;
  return fmt::format("the {} of {}",
                     is_first ? (are_two ? "earlier" : "earliest") : (are_two ? "later" : "latest"),
                     enumerated(parts));
}

std::string PlainWords::day(const DayExpression& expression) const {
  if (const auto known = day_of_(expression)) return long_form(*known);
  DayExpression atom = expression;
  atom.shifts.clear();
  if (expression.shifts.empty()) return day_atom(expression);
  const auto base = day_of_(atom);
  return shifted_text(base ? long_form(*base) : day_atom(atom), expression.shifts);
}

std::string PlainWords::span(const Span& span) const {
  std::vector<std::string> parts;
  for (const Duration& duration : span) {
    const bool one = duration.unit == DurationUnit::working_days && duration.count == 1;
    parts.push_back(one ? "1 working day" : print(duration));
  }
  return enumerated(parts);
}

std::string PlainWords::period(const Period& period) const {
  std::string out = "From " + day(period.from);
  if (period.kind == Period::Kind::without_end) return out + " on";
  DayExpression end = period.kind == Period::Kind::until ? period.until : period.from;
  if (period.kind == Period::Kind::span)
    for (const Duration& duration : period.span) end.shifts.push_back({false, duration});
  if (const auto known = day_of_(end)) return out + " to " + long_form(*known - 1);
  if (period.kind == Period::Kind::span) return out + " for " + span(period.span);
  return out + " until the day before " + day(end);
}

std::string PlainWords::test(const Condition& c, bool holds) const {
  const char* negation = holds ? "" : "not ";
  switch (c.kind) {
    case Condition::Kind::event:
      return fmt::format("{} has {}happened", in_quotes(title(c.name)), negation);
    case Condition::Kind::performing:
      return fmt::format("{} has {}declared that it ceases as a whole", title(c.name),
                         holds ? "not " : "");
    case Condition::Kind::negation:
      return test(c.parts.front(), !holds);
    case Condition::Kind::is:
      break;
    case Condition::Kind::all:
    case Condition::Kind::any:
      return holds ? "(" + joined(c) + ")" : "it is not so that (" + joined(c) + ")";
  }
  const auto* question = names_.find<Question>(c.name.text);
  if (question == nullptr) {
    const std::string outcome = c.answer.text == "not_met"     ? "not met"
                                : c.answer.text == "not_shown" ? "not shown"
                                                               : c.answer.text;
    return holds ? fmt::format("{} is {}", term(c.name), outcome)
                 : fmt::format("it is not so that {} is {}", term(c.name), outcome);
  }
  std::string answer = c.answer.text;
  for (const Answer& a : question->answers)
    if (a.name.text == c.answer.text) answer = a.text;
  return fmt::format("the question {} is {}answered with {}", in_quotes(title(c.name)), negation,
                     in_quotes(answer));
}

std::string PlainWords::joined(const Condition& c) const {
  std::vector<std::string> parts;
  for (const Condition& part : c.parts) parts.push_back(test(part, true));
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += c.kind == Condition::Kind::all ? " and " : " or ";
    out += part;
  }
  return out;
}

std::string PlainWords::condition(const Condition& c) const {
  const bool is_joint = c.kind == Condition::Kind::all || c.kind == Condition::Kind::any;
  return is_joint ? joined(c) : test(c, true);
}

}  // namespace accord::agreement
