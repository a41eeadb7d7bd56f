#include "agreement/model/period_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/calendar.h"

namespace accord::agreement {

namespace {

using Form = NamedPeriod::Form;

/// A number of exactly so many digits.
std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count) return std::nullopt;
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = 10 * out + (c - '0');
  }
  return out;
}

std::optional<NamedPeriod> calendar_period(Form form, CalendarUnit unit, int year, int month) {
  const auto first = day_of(year, month, 1);
  if (!first) return std::nullopt;
  return NamedPeriod{form, *first, end_of(unit, *first)};
}

/// Weeks are Monday to Sunday; the first of a year is that of its first Thursday (ISO 8601).
std::optional<NamedPeriod> week_of(int year, int number) {
  const auto monday = [](int y) {
    const Day fourth = *day_of(y, 1, 4);
    return fourth - weekday(fourth);
  };
  const Day first = monday(year) + 7 * (number - 1);
  if (number < 1 || first >= monday(year + 1)) return std::nullopt;
  return NamedPeriod{Form::week, first, first + 6};
}

std::optional<NamedPeriod> days_of(std::string_view from, std::string_view to) {
  const auto first = parse_day(from), last = parse_day(to);
  if (!first || !last || *last < *first) return std::nullopt;
  return NamedPeriod{Form::days, *first, *last};
}

}  // namespace

std::optional<NamedPeriod> parse_period(std::string_view text) {
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return days_of(text.substr(0, dots), text.substr(dots + 2));
  const auto year = digits(text.substr(0, std::min<std::size_t>(4, text.size())), 4);
  if (!year || *year < 1) return std::nullopt;
  if (text.size() == 4) return calendar_period(Form::year, CalendarUnit::year, *year, 1);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (const auto month = digits(rest, 2))
    return calendar_period(Form::month, CalendarUnit::month, *year, *month);
  if (rest.empty()) return std::nullopt;
  if (const auto quarter = digits(rest.substr(1), 1); quarter && rest[0] == 'Q')
    return calendar_period(Form::quarter, CalendarUnit::quarter, *year, 3 * *quarter - 2);
  if (const auto week = digits(rest.substr(1), 2); week && rest[0] == 'W')
    return week_of(*year, *week);
  return std::nullopt;
}

std::string period_name(CalendarUnit unit, Day day) {
  const CivilDate date = civil(day);
  switch (unit) {
    case CalendarUnit::month:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case CalendarUnit::quarter:
      return fmt::format("{:04}-Q{}", date.year, (date.month + 2) / 3);
    case CalendarUnit::year:
      break;
  }
  return fmt::format("{:04}", date.year);
}

std::string period_name(Day first, Day last) {
  return fmt::format("{}..{}", to_string(first), to_string(last));
}

}  // namespace accord::agreement
