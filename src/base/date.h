#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord {

/// A civil day (proleptic Gregorian), counted from 1970-01-01; no time of day, no zone.
struct Day {
  std::int32_t number = 0;

  friend constexpr auto operator<=>(Day, Day) = default;
  constexpr Day& operator+=(std::int32_t days) { return number += days, *this; }
  friend constexpr Day operator+(Day day, std::int32_t days) { return {day.number + days}; }
  friend constexpr Day operator-(Day day, std::int32_t days) { return {day.number - days}; }
  /// Days from b to a.
  friend constexpr std::int32_t operator-(Day a, Day b) { return a.number - b.number; }
};

struct CivilDate {
  std::int32_t year;
  std::uint8_t month;  ///< 1 to 12
  std::uint8_t day;    ///< 1 to 31
};

/// Records outside these days are refused (agreement chapter, section 13); both ends are allowed.
inline constexpr Day day_min{-25567};  ///< 1900-01-01
inline constexpr Day day_max{47846};   ///< 2100-12-31

[[nodiscard]] CivilDate civil(Day day);
/// The day of a valid civil date; nothing for 30 February and the like.
[[nodiscard]] std::optional<Day> day_of(std::int32_t year, int month, int day);
/// Exactly YYYY-MM-DD, a day that exists; nothing otherwise.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// "2016-01-16"
[[nodiscard]] std::string to_string(Day day);
/// "20160116", as labelled accountancy reports write days.
[[nodiscard]] std::string compact(Day day);
/// "16 January 2016"
[[nodiscard]] std::string long_form(Day day);

/// Keeps the day of the month, cut to the last day of a shorter month. `months` may be negative.
[[nodiscard]] Day add_months(Day day, std::int32_t months);
/// True when `add_months` would have to cut the day of the month.
[[nodiscard]] bool add_months_cuts(Day day, std::int32_t months);
[[nodiscard]] Day end_of_month(Day day);
[[nodiscard]] Day end_of_quarter(Day day);
[[nodiscard]] Day end_of_year(Day day);
/// 0 is Monday, 6 is Sunday.
[[nodiscard]] int weekday(Day day);
/// Whole months from a to b (a <= b): the largest m with add_months(a, m) <= b.
[[nodiscard]] std::int32_t whole_months(Day a, Day b);

}  // namespace accord
