#include "chart/ticks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/contract.h"
#include "chart/text_width.h"

namespace accord::chart {

namespace {

constexpr double label_gap = 14;
constexpr double label_size = 12;

/// m × 10^exponent without the rounding errors of repeated multiplication.
double scaled(long long mantissa, int exponent) {
  const double power = std::pow(10.0, std::abs(exponent));
  return exponent < 0 ? static_cast<double>(mantissa) / power
                      : static_cast<double>(mantissa) * power;
}

std::string label(double value, int exponent) {
  return fmt::format("{:.{}f}", value, std::max(0, -exponent));
}

struct Step {
  int mantissa;  // 1, 2 or 5
  int exponent;
};

Step next(Step step) {
  if (step.mantissa == 1) return {2, step.exponent};
  if (step.mantissa == 2) return {5, step.exponent};
  return {1, step.exponent + 1};
}

/// Ends that fall on a multiple but for rounding stay there.
long long multiple_below(double value, double step) {
  return static_cast<long long>(std::floor(value / step + 1e-9));
}
long long multiple_above(double value, double step) {
  return static_cast<long long>(std::ceil(value / step - 1e-9));
}

enum class Unit : std::uint8_t { days, weeks, months, years };

struct TimeStep {
  Unit unit;
  int count;
  Unit minor_unit;
  int minor_count;  // 0: no minor ticks
  const char* sample;
};

constexpr std::array<TimeStep, 10> time_steps{{
    {Unit::days, 1, Unit::days, 0, "2019-07-01"},
    {Unit::weeks, 1, Unit::days, 1, "2019-07-01"},
    {Unit::months, 1, Unit::weeks, 0, "2019-07"},
    {Unit::months, 3, Unit::months, 1, "2019 Q3"},
    {Unit::years, 1, Unit::months, 3, "2019"},
    {Unit::years, 2, Unit::years, 1, "2019"},
    {Unit::years, 5, Unit::years, 1, "2019"},
    {Unit::years, 10, Unit::years, 1, "2019"},
    {Unit::years, 20, Unit::years, 5, "2019"},
    {Unit::years, 50, Unit::years, 10, "2019"},
}};

/// The first day at or before `day` on which a step can begin.
Day begin(Day day, Unit unit, int count) {
  if (unit == Unit::days) return day;
  if (unit == Unit::weeks) return day - weekday(day);
  const CivilDate date = civil(day);
  if (unit == Unit::years) return *day_of(date.year - date.year % count, 1, 1);
  return *day_of(date.year, (date.month - 1) / count * count + 1, 1);
}

Day advance(Day day, Unit unit, int count) {
  switch (unit) {
    case Unit::days:
      return day + count;
    case Unit::weeks:
      return day + 7 * count;
    case Unit::months:
      return add_months(day, count);
    case Unit::years:
      break;
  }
  return add_months(day, 12 * count);
}

std::vector<Day> days(Day from, Day to, Unit unit, int count) {
  std::vector<Day> out;
  for (Day day = begin(from, unit, count); day <= to; day = advance(day, unit, count))
    if (day >= from) out.push_back(day);
  return out;
}

std::string label(Day day, const TimeStep& step) {
  const CivilDate date = civil(day);
  if (step.unit == Unit::years) return fmt::format("{}", date.year);
  if (step.unit == Unit::months && step.count == 3)
    return fmt::format("{} Q{}", date.year, (date.month - 1) / 3 + 1);
  return step.unit == Unit::months ? to_string(day).substr(0, 7) : to_string(day);
}

double days_of(Unit unit) {
  constexpr std::array<double, 4> lengths{1, 7, 30.4, 365.2};
  return lengths[static_cast<std::size_t>(unit)];
}

const TimeStep& choose(Day from, Day to, double width) {
  const double span = static_cast<double>(to - from);
  for (const TimeStep& step : time_steps) {
    const double labels = span / (days_of(step.unit) * step.count) + 1;
    if (labels * (text_width(step.sample, label_size) + label_gap) <= width) return step;
  }
  return time_steps.back();
}

}  // namespace

ValueTicks linear_ticks(double low, double high, int count_max) {
  ACCORD_EXPECT(std::isfinite(low) && std::isfinite(high) && low <= high && count_max >= 3);
  if (low == high) {
    const double half = low == 0 ? 0.5 : std::abs(low) / 2;
    low -= half;
    high += half;
  }
  const double wish = (high - low) / count_max;
  Step step{1, static_cast<int>(std::floor(std::log10(wish)))};
  ValueTicks out;
  for (;; step = next(step)) {
    const double size = scaled(step.mantissa, step.exponent);
    const long long first = multiple_below(low, size);
    const long long last = multiple_above(high, size);
    if (last - first + 1 > count_max) continue;
    for (long long k = first; k <= last; ++k) {
      const double value = scaled(k * step.mantissa, step.exponent);
      out.ticks.push_back({value, label(value, step.exponent)});
    }
    break;
  }
  out.low = out.ticks.front().value;
  out.high = out.ticks.back().value;
  return out;
}

ValueTicks log_ticks(double low, double high, int count_max) {
  ACCORD_EXPECT(low > 0 && std::isfinite(high) && low <= high && count_max >= 3);
  const int decade = static_cast<int>(std::floor(std::log10(low))) - 1;
  for (const bool decades_only : {false, true}) {
    ValueTicks out;
    for (Step step{1, decade};; step = next(step)) {
      if (decades_only && step.mantissa != 1) continue;
      const double value = scaled(step.mantissa, step.exponent);
      if (value <= low * (1 + 1e-12)) out.ticks.clear();  // a later beginning
      out.ticks.push_back({value, label(value, step.exponent)});
      if (value >= high * (1 - 1e-12) && out.ticks.size() > 1) break;
    }
    out.low = out.ticks.front().value;
    out.high = out.ticks.back().value;
    if (decades_only || out.ticks.size() <= static_cast<std::size_t>(count_max)) return out;
  }
  return {};
}

std::vector<TimeTick> time_ticks(Day from, Day to, double width) {
  ACCORD_EXPECT(from <= to);
  const TimeStep& step = choose(from, to, width);
  std::vector<TimeTick> out;
  for (const Day day : days(from, to, step.unit, step.count))
    out.push_back({day, label(day, step)});
  if (step.minor_count == 0) return out;
  const std::size_t majors = out.size();
  for (const Day day : days(from, to, step.minor_unit, step.minor_count)) {
    const auto major = std::find_if(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(majors),
                                    [&](const TimeTick& tick) { return tick.day == day; });
    if (major == out.begin() + static_cast<std::ptrdiff_t>(majors)) out.push_back({day, ""});
  }
  std::sort(out.begin(), out.end(),
            [](const TimeTick& a, const TimeTick& b) { return a.day < b.day; });
  return out;
}

}  // namespace accord::chart
