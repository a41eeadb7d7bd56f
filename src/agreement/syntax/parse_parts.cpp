#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "agreement/syntax/character_class.h"
#include "agreement/syntax/parser.h"

namespace accord::agreement {

namespace {

std::string word_as_name_help(std::string_view word) {
  if (word.size() != 2)
    return fmt::format("“{}” is a word of the language; choose another name", word);
  std::string capitals(word);
  for (char& c : capitals) c = static_cast<char>(c - 'a' + 'A');
  return fmt::format(
      "“{}” is a word of the language; a country or language code is written in capitals: {}", word,
      capitals);
}

}  // namespace

bool Parser::name(Name& name, std::string_view what) {
  if (is(TokenKind::word))
    return unexpected("a name", token_.first_on_line ? "" : word_as_name_help(token_.text));
  if (!is(TokenKind::id)) return unexpected(what);
  name.text = token_.text;
  name.at = here();
  advance();
  return true;
}

bool Parser::idset(Names& names) {
  return set([&] {
    Name next;
    if (!name(next)) return false;
    names.push_back(std::move(next));
    return true;
  });
}

/// After a problem in a set: behind its closing brace, which closes nothing else.
bool Parser::leave_set() {
  while (!is(TokenKind::end) && !is(Mark::close) && !is(Mark::open) &&
         !(token_.first_on_line && is(TokenKind::word)))
    advance();
  accept(Mark::close);
  return false;
}

bool Parser::ids(Names& names) {
  return is(Mark::open) ? idset(names) : name(names.emplace_back(), "a name or names in { }");
}

bool Parser::text(std::string& text, std::string_view what) {
  if (!is(TokenKind::text))
    return unexpected(what, is(TokenKind::block)
                                ? "several lines of text are only behind “text” and a language"
                                : "");
  text = text_content(token_, faults_);
  advance();
  return true;
}

bool Parser::optional_text(std::optional<std::string>& out) {
  return !is(TokenKind::text) || text(out.emplace());
}

bool Parser::number(Decimal& number) {
  if (!is(TokenKind::number)) return unexpected("a number");
  number = parse_decimal(token_.text).value;
  advance();
  return true;
}

bool Parser::date(Day& day) {
  if (!is(TokenKind::date)) return unexpected("a day such as 2016-01-16");
  day = token_.day;
  advance();
  return true;
}

bool Parser::unit_name(Name& unit) {
  if (!is(TokenKind::id) && !is(Mark::percent))
    return unexpected("a unit",
                      is(TokenKind::number)
                          ? "a number has no spaces, there is no thousands mark"
                          : "every number carries its unit, for example 700 items, 120 t, 2.5 %");
  unit.text = token_.text;
  unit.at = here();
  advance();
  return true;
}

bool Parser::value(Value& value) {
  value.at = here();
  return number(value.number) && unit_name(value.unit);
}

bool Parser::relation(Bound::Kind& kind) {
  switch (token_.mark) {
    case Mark::less_equal:
      kind = Bound::Kind::le;
      break;
    case Mark::less:
      kind = Bound::Kind::lt;
      break;
    case Mark::greater_equal:
      kind = Bound::Kind::ge;
      break;
    case Mark::greater:
      kind = Bound::Kind::gt;
      break;
    default:
      return false;
  }
  advance();
  return true;
}

bool Parser::bound(Bound& bound) {
  bound.at = here();
  if (relation(bound.kind)) return value(bound.value);
  if (accept(Mark::equal_to)) {
    bound.kind = Bound::Kind::eq;
    return value(bound.value);
  }
  if (!accept("between"_w))
    return unexpected("“<=”, “<”, “>=”, “>”, “==” or “between”",
                      is(Mark::equals) ? "equality in a limit is written ==" : "");
  bound.kind = Bound::Kind::between;
  bound.value.at = here();
  if (!number(bound.value.number) || !expect("and"_w) || !value(bound.upper)) return false;
  bound.value.unit = bound.upper.unit;
  return true;
}

bool Parser::part(Part& part) {
  if (is(TokenKind::number))
    return number(part.weight.emplace()) && expect(Mark::times) && name(part.measure);
  return name(part.measure, "a measure, or a number “*” a measure");
}

bool Parser::formula(Formula& formula) {
  if (!part(formula.parts.emplace_back())) return false;
  if (accept(Mark::slash)) {
    formula.is_share = true;
    return part(formula.parts.emplace_back());
  }
  while (is(Mark::plus) || is(Mark::minus)) {
    Part& next = formula.parts.emplace_back();
    next.minus = is(Mark::minus);
    advance();
    if (!part(next)) return false;
  }
  return true;
}

}  // namespace accord::agreement
