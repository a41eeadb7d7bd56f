#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/contract.h"

namespace accord {

namespace {

bool is_leap(std::int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int32_t year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Days since 1970-01-01, after Howard Hinnant, "chrono-compatible low-level date algorithms".
Day from_civil(std::int32_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int32_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146097 + day_of_era - 719468};
}

struct MonthOf {
  std::int32_t year;
  int month;
};

MonthOf shifted_month(CivilDate date, std::int32_t months) {
  const std::int32_t total = date.year * 12 + (date.month - 1) + months;
  const std::int32_t year = total >= 0 ? total / 12 : -((11 - total) / 12);
  return {year, static_cast<int>(total - year * 12) + 1};
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

CivilDate civil(Day day) {
  const std::int32_t z = day.number + 719468;
  const std::int32_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int32_t day_of_era = z - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t shifted = (5 * day_of_year + 2) / 153;
  const auto d = static_cast<std::uint8_t>(day_of_year - (153 * shifted + 2) / 5 + 1);
  const auto m = static_cast<std::uint8_t>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {year_of_era + era * 400 + (m <= 2 ? 1 : 0), m, d};
}

std::optional<Day> day_of(std::int32_t year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return from_civil(year, month, day);
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_of(*year, *month, *day);
}

std::string to_string(Day day) {
  const CivilDate date = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string compact(Day day) {
  const CivilDate date = civil(day);
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

std::string long_form(Day day) {
  constexpr std::array<const char*, 12> names{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
  const CivilDate date = civil(day);
  return fmt::format("{} {} {}", date.day, names[date.month - 1U], date.year);
}

Day add_months(Day day, std::int32_t months) {
  const CivilDate date = civil(day);
  const MonthOf to = shifted_month(date, months);
  return from_civil(to.year, to.month, std::min<int>(date.day, days_in_month(to.year, to.month)));
}

bool add_months_cuts(Day day, std::int32_t months) {
  const CivilDate date = civil(day);
  const MonthOf to = shifted_month(date, months);
  return date.day > days_in_month(to.year, to.month);
}

Day end_of_month(Day day) {
  const CivilDate date = civil(day);
  return from_civil(date.year, date.month, days_in_month(date.year, date.month));
}

Day end_of_quarter(Day day) {
  const CivilDate date = civil(day);
  const int month = (date.month - 1) / 3 * 3 + 3;
  return from_civil(date.year, month, days_in_month(date.year, month));
}

Day end_of_year(Day day) {
  return from_civil(civil(day).year, 12, 31);
}

int weekday(Day day) {
  return ((day.number + 3) % 7 + 7) % 7;
}

std::int32_t whole_months(Day a, Day b) {
  ACCORD_EXPECT(a <= b);
  const CivilDate from = civil(a);
  const CivilDate to = civil(b);
  const std::int32_t months = (to.year - from.year) * 12 + (to.month - from.month);
  return add_months(a, months) <= b ? months : months - 1;
}

}  // namespace accord
