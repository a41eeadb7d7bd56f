#include <fmt/format.h>

#include <algorithm>

#include "agreement/syntax/parser.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// More than the two centuries that days can span; keeps all calendar arithmetic inside 32 bits.
constexpr std::int32_t duration_count_max = 99999;

}  // namespace

bool Parser::day_expression(DayExpression& day) {
  if (!day_atom(day)) return false;
  while (is(Mark::plus) || is(Mark::minus)) {
    Shift& shift = day.shifts.emplace_back();
    shift.minus = is(Mark::minus);
    advance();
    if (!duration(shift.by)) return false;
  }
  return true;
}

bool Parser::day_atom(DayExpression& day) {
  day.at = here();
  if (is(TokenKind::date)) {
    day.kind = DayExpression::Kind::date;
    return date(day.date);
  }
  if (is(TokenKind::id)) {
    day.kind = DayExpression::Kind::day;
    return name(day.name);
  }
  if (is("event"_w) || is("own"_w)) {
    day.kind = is("own"_w) ? DayExpression::Kind::own_event : DayExpression::Kind::event;
    accept("own"_w);
    return expect("event"_w) && name(day.name);
  }
  if (is("earliest"_w) || is("latest"_w)) {
    day.kind = is("latest"_w) ? DayExpression::Kind::latest : DayExpression::Kind::earliest;
    advance();
    if (!expect(Mark::open_bracket)) return false;
    do {
      if (!deeper([&] { return day_expression(day.parts.emplace_back()); })) return false;
    } while (accept(Mark::comma));
    return accept(Mark::close_bracket) || unexpected("“,” or “)”");
  }
  if (!accept("end"_w))
    return unexpected("a day",
                      is(TokenKind::number)
                          ? "days are written year-month-day, for example 2016-01-16"
                          : "for example 2016-01-16, the name of a day, or event and its name");
  day.kind = DayExpression::Kind::end_of;
  return expect("of"_w) && calendar_unit(day.unit) && expect("of"_w) &&
         deeper([&] { return day_atom(day.parts.emplace_back()); });
}

bool Parser::calendar_unit(CalendarUnit& unit) {
  if (is("month"_w))
    unit = CalendarUnit::month;
  else if (is("quarter"_w))
    unit = CalendarUnit::quarter;
  else if (is("year"_w))
    unit = CalendarUnit::year;
  else
    return unexpected("“month”, “quarter” or “year”");
  advance();
  return true;
}

bool Parser::duration(Duration& duration) {
  duration.at = here();
  const std::string_view text = token_.text;
  if (!is(TokenKind::number)) return unexpected("a duration such as 90 days");
  duration.count = 1;  // stands in for one that cannot be used: one fault, one message
  if (!token_.reported) {
    const Decimal count = parse_decimal(text).value;
    if (text.find('.') != std::string_view::npos)
      fail(token_.place, "A012", fmt::format("a duration is a whole number, found {}", text),
           "write the parts, for example 8 years + 6 months");
    else if (count.mantissa > duration_count_max)
      fail(token_.place, "A012",
           fmt::format("a duration is at most {}, found {}", duration_count_max, text));
    else
      duration.count = static_cast<std::int32_t>(count.mantissa);
  }
  advance();
  return duration_unit(duration);
}

bool Parser::duration_unit(Duration& duration) {
  switch (token_.word) {
    case "day"_w:
    case "days"_w:
      duration.unit = DurationUnit::days;
      break;
    case "week"_w:
    case "weeks"_w:
      duration.unit = DurationUnit::weeks;
      break;
    case "month"_w:
    case "months"_w:
      duration.unit = DurationUnit::months;
      break;
    case "year"_w:
    case "years"_w:
      duration.unit = DurationUnit::years;
      break;
    case "working"_w:
      duration.unit = DurationUnit::working_days;
      advance();
      return expect("days"_w);
    default: {
      constexpr auto shorter = std::to_array<std::string_view>(
          {"hour", "hours", "h", "minute", "minutes", "min", "second", "seconds", "s"});
      constexpr auto units = std::to_array<std::string_view>(
          {"day", "days", "week", "weeks", "month", "months", "year", "years", "working"});
      std::string help;
      if (std::find(shorter.begin(), shorter.end(), token_.text) != shorter.end())
        help = "the smallest unit is the day; round up and keep the hours in a note";
      else if (const auto near = nearest(token_.text, units); near && is(TokenKind::id))
        help = fmt::format("did you mean “{}”?", *near);
      return unexpected("“days”, “weeks”, “months”, “years” or “working days”", std::move(help));
    }
  }
  advance();
  return true;
}

bool Parser::span(Span& span) {
  do {
    if (!duration(span.emplace_back())) return false;
  } while (accept(Mark::plus));
  return true;
}

/// A span that repeats must lead on, or its periods would never end.
bool Parser::repeating_span(Span& out) {
  const Token start = token_;
  if (!span(out)) return false;
  const bool reported = start.reported || start.text.find('.') != std::string_view::npos;
  const auto is_zero = [](const Duration& duration) { return duration.count == 0; };
  if (!reported && std::all_of(out.begin(), out.end(), is_zero))
    fail(start.place, "A012",
         fmt::format("a span that repeats is at least 1, found {}", start.text));
  return true;
}

bool Parser::period(Period& period) {
  period.at = {before_};
  if (!day_expression(period.from)) return false;
  if (accept("for"_w)) {
    period.kind = Period::Kind::span;
    return span(period.span);
  }
  if (accept("until"_w)) {
    period.kind = Period::Kind::until;
    return day_expression(period.until);
  }
  period.kind = Period::Kind::without_end;
  if (accept("without"_w)) return expect("end"_w);
  return unexpected("“for” a duration, “until” a day, or “without end”");
}

bool Parser::condition(Condition& condition) {
  if (!test(condition)) return false;
  if (!is("and"_w) && !is("or"_w)) return true;
  const Word joint = token_.word;
  const Word other = joint == "and"_w ? "or"_w : "and"_w;
  Condition whole;
  whole.kind = joint == "and"_w ? Condition::Kind::all : Condition::Kind::any;
  whole.at = condition.at;
  whole.parts.push_back(std::move(condition));
  while (accept(joint))
    if (!test(whole.parts.emplace_back())) return false;
  condition = std::move(whole);
  if (!is(other)) return true;
  return fail(token_.place, "A013",
              fmt::format("expected “{}” or the end of the condition, found “{}”",
                          reserved_words[joint], reserved_words[other]),
              "“and” and “or” are not mixed without brackets: (a and b) or c");
}

bool Parser::test(Condition& condition) {
  condition.at = here();
  if (accept("not"_w)) {
    condition.kind = Condition::Kind::negation;
    return deeper([&] { return test(condition.parts.emplace_back()); });
  }
  if (accept(Mark::open_bracket))
    return deeper([&] { return this->condition(condition); }) && expect(Mark::close_bracket);
  if (accept("event"_w)) {
    condition.kind = Condition::Kind::event;
    return name(condition.name);
  }
  if (accept("performing"_w)) {
    condition.kind = Condition::Kind::performing;
    return expect(Mark::open_bracket) && name(condition.name) && expect(Mark::close_bracket);
  }
  if (!is(TokenKind::id))
    return unexpected("a condition",
                      "for example event and its name, performing(party), or T-1 is met");
  condition.kind = Condition::Kind::is;
  return name(condition.name) && expect("is"_w) && name(condition.answer);
}

}  // namespace accord::agreement
