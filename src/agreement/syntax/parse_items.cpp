#include <fmt/format.h>

#include <algorithm>

#include "agreement/syntax/parser.h"
#include "agreement/syntax/words.h"

namespace accord::agreement {

namespace {

constexpr std::size_t items_reserved_max = 1U << 17U;

}  // namespace

void Parser::file(Agreement& agreement) {
  agreement.comments = leading_comments();
  if (!header(agreement)) return;
  // An item is large, so growing the list step by step would cost more than all the reading. Most
  // items have a line of their own; what is reserved in vain is never touched.
  agreement.items.reserve(std::min(lexer_.line_ends(), items_reserved_max));
  items(agreement.items);
  close_brace(agreement.closing_comments);
  after_the_end(agreement);
}

bool Parser::header(Agreement& agreement) {
  if (!accept("accord"_w)) {
    unexpected("“accord”", "the first line is: accord 1");
    if (!is("agreement"_w)) return false;
  } else if (!is(TokenKind::number)) {
    unexpected("the version of the language", "the first line is: accord 1");
  } else if (token_.text != "1") {
    return fail(token_.place, "A014",
                fmt::format("version {} of the language is not known", token_.text),
                "this program reads version 1: accord 1");
  } else {
    advance();
  }
  const bool complete =
      expect("agreement"_w) && name(agreement.name) && text(agreement.title, "a title in quotes");
  while (!complete && !is(Mark::open) && !is(TokenKind::end)) advance();
  comments_of(agreement.comments);
  if (!open_brace(!complete)) return false;
  comments_of(agreement.comments);
  return true;
}

/// Nothing may follow the closing brace; what does is read all the same, so that names are known.
void Parser::after_the_end(Agreement& agreement) {
  if (!is(TokenKind::end)) {
    const bool second = is("accord"_w) || is("agreement"_w);
    unexpected("end of file",
               second ? "one file holds one agreement" : "the “}” before it closes the agreement");
    braces_.push_back({token_.place.line, 0});
    if (!second) items(agreement.items);
    braces_.pop_back();
  }
  agreement.end_comments.lines = leading_comments().lines;
}

void Parser::items(std::vector<Item>& items) {
  while (!is(Mark::close) && !is(TokenKind::end)) {
    if (!starts_item(token_.word))
      unexpected("an item such as “party”, “measure”, “term” or “}”", starts_item);
    else if (item(items))
      continue;
    recover(starts_item);
  }
}

bool Parser::item(std::vector<Item>& items) {
  switch (token_.word) {
    case "source"_w:
      return plain<Source>(items, [this](Source& i) { return text(i.text); });
    case "languages"_w:
      return plain<Languages>(items, [this](Languages& i) { return idset(i.names); });
    case "holidays"_w:
      return plain<Holidays>(items, [this](Holidays& i) { return holidays(i.days); });
    case "example"_w:
      return plain<Example>(items, [this](Example& i) { return example(i); });
    case "party"_w:
      return headed(items, &Parser::party);
    case "body"_w:
      return headed(items, &Parser::body_party);
    case "site"_w:
      return headed(items, &Parser::site);
    case "unit"_w:
      return headed(items, &Parser::unit);
    case "measure"_w:
      return headed(items, &Parser::measure);
    case "event"_w:
      return headed(items, &Parser::event);
    case "day"_w:
      return headed(items, &Parser::named_day);
    case "term"_w:
      return headed(items, &Parser::term);
    case "provision"_w:
      return headed(items, &Parser::provision);
    case "procedure"_w:
      return headed(items, &Parser::procedure);
    case "question"_w:
      return headed(items, &Parser::question);
    case "amendment"_w:
      return headed(items, &Parser::amendment);
    default:
      return headed(items, &Parser::waiver);
  }
}

/// Items with a name are kept, marked as damaged, when the name could be read; others are dropped.
template <class T>
bool Parser::headed(std::vector<Item>& items, bool (Parser::*read)(T&)) {
  T& value = std::get<T>(items.emplace_back(std::in_place_type<T>));
  const bool complete = read_headed(value, read);
  if (value.head.name.empty()) items.pop_back();
  return complete;
}

template <class T, class Read>
bool Parser::plain(std::vector<Item>& items, Read read) {
  T& value = std::get<T>(items.emplace_back(std::in_place_type<T>));
  value.comments = leading_comments();
  value.at = here();
  advance();
  const bool complete = read(value);
  comments_of(value.comments);
  if (!complete) items.pop_back();
  return complete;
}

bool Parser::name_and_title(Heading& head) {
  return name(head.name) && text(head.title, "a title in quotes");
}

bool Parser::holidays(std::vector<Day>& days) {
  return set([&] {
    Day day;
    if (!date(day)) return false;
    days.push_back(day);
    return true;
  });
}

bool Parser::party(Party& party) {
  return name_and_title(party.head) && (!accept(Mark::equals) || idset(party.members.emplace()));
}

bool Parser::body_party(Party& party) {
  party.is_body = true;
  return this->party(party);
}

bool Parser::site(Site& site) {
  if (!name_and_title(site.head)) return false;
  if (!accept("in"_w) || name(site.parent.emplace())) return true;
  site.parent.reset();
  return false;
}

bool Parser::unit(Unit& unit) {
  if (!name_and_title(unit.head)) return false;
  if (!accept("with"_w)) return true;
  Value left, right;
  if (!value(left) || !expect(Mark::equals) || !value(right)) return false;
  unit.left = std::move(left);
  unit.right = std::move(right);
  return true;
}

bool Parser::measure(Measure& measure) {
  if (!name_and_title(measure.head)) return false;
  if (accept("activity"_w)) {
    measure.kind = Measure::Kind::activity;
  } else {
    measure.kind = is("flow"_w) ? Measure::Kind::flow : Measure::Kind::amount;
    if (!is("flow"_w) && !is("amount"_w)) return unexpected("“amount”, “flow” or “activity”");
    advance();
    if (!unit_name(measure.unit)) return false;
  }
  if (accept(Mark::equals) && !formula(measure.formula.emplace())) {
    measure.formula.reset();
    return false;
  }
  return !accept("data"_w) || idset(measure.data.emplace());
}

bool Parser::event(Event& event) {
  return name_and_title(event.head) && (!accept("data"_w) || idset(event.data.emplace()));
}

bool Parser::named_day(NamedDay& day) {
  if (name(day.head.name) && expect(Mark::equals) && day_expression(day.expression)) return true;
  day.expression = {};  // no half-read expression: a day without parts is safe everywhere
  return false;
}

}  // namespace accord::agreement
