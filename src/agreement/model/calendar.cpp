#include "agreement/model/calendar.h"

#include <algorithm>

namespace accord::agreement {

namespace {

constexpr std::int32_t far = 1'850'000;  ///< about the years −3095 to 7035
constexpr std::int64_t months_max = 12 * 5000;
constexpr std::int64_t working_days_max = 100'000;

Day near_enough(std::int64_t number) {
  return {static_cast<std::int32_t>(std::clamp<std::int64_t>(number, -far, far))};
}

Day by_months(Day day, std::int64_t months) {
  const auto count = static_cast<std::int32_t>(std::clamp(months, -months_max, months_max));
  return near_enough(add_months(day, count).number);
}

}  // namespace

Calendar::Calendar(const Agreement& agreement) {
  for (const Item& item : agreement.items)
    if (const auto* holidays = std::get_if<Holidays>(&item))
      holidays_.insert(holidays_.end(), holidays->days.begin(), holidays->days.end());
  std::sort(holidays_.begin(), holidays_.end());
}

bool Calendar::is_working_day(Day day) const {
  return weekday(day) < 5 && !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

Day Calendar::step(Day day, std::int64_t count, DurationUnit unit) const {
  switch (unit) {
    case DurationUnit::days:
      return near_enough(day.number + count);
    case DurationUnit::weeks:
      return near_enough(day.number + 7 * count);
    case DurationUnit::months:
      return by_months(day, count);
    case DurationUnit::years:
      return by_months(day, 12 * count);
    case DurationUnit::working_days:
      break;
  }
  const std::int32_t direction = count < 0 ? -1 : 1;
  for (auto left = std::min(count < 0 ? -count : count, working_days_max); left > 0;) {
    day += direction;
    if (is_working_day(day)) --left;
  }
  return near_enough(day.number);
}

Day Calendar::add(Day day, const Duration& d) const {
  return step(day, d.count, d.unit);
}

Day Calendar::subtract(Day day, const Duration& d) const {
  return step(day, -std::int64_t{d.count}, d.unit);
}

Day Calendar::add(Day day, const Span& span) const {
  return add(day, span, 1);
}

Day Calendar::subtract(Day day, const Span& span) const {
  for (const Duration& d : span) day = subtract(day, d);
  return day;
}

Day Calendar::add(Day day, const Span& span, std::int32_t times) const {
  for (const Duration& d : span) day = step(day, std::int64_t{d.count} * times, d.unit);
  return day;
}

Day start_of(CalendarUnit unit, Day day) {
  CivilDate date = civil(day);
  if (unit == CalendarUnit::quarter)
    date.month = static_cast<std::uint8_t>((date.month - 1) / 3 * 3 + 1);
  if (unit == CalendarUnit::year) date.month = 1;
  return *day_of(date.year, date.month, 1);
}

Day end_of(CalendarUnit unit, Day day) {
  switch (unit) {
    case CalendarUnit::month:
      return end_of_month(day);
    case CalendarUnit::quarter:
      return end_of_quarter(day);
    case CalendarUnit::year:
      break;
  }
  return end_of_year(day);
}

std::int32_t months_in(CalendarUnit unit) {
  return unit == CalendarUnit::month ? 1 : unit == CalendarUnit::quarter ? 3 : 12;
}

}  // namespace accord::agreement
