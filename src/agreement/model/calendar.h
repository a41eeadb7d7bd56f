#pragma once

#include <cstdint>
#include <vector>

#include "agreement/model/model.h"
#include "base/date.h"

namespace accord::agreement {

/// Steps from day to day (chapter 3.5). A result beyond the year 7000 stays there, so that a text
/// with an absurd duration is still judged: such a day never comes.
class Calendar {
 public:
  Calendar() = default;
  /// The holidays of every `holidays` item.
  explicit Calendar(const Agreement& agreement);

  /// Months and years keep the day of the month, cut to the last day of a shorter month. Working
  /// days begin with the day after (for `subtract`: with the day before); a duration of 0 changes
  /// nothing.
  [[nodiscard]] Day add(Day day, const Duration& duration) const;
  [[nodiscard]] Day subtract(Day day, const Duration& duration) const;

  /// One step after the other, left to right.
  [[nodiscard]] Day add(Day day, const Span& span) const;
  [[nodiscard]] Day subtract(Day day, const Span& span) const;

  /// `times` spans at once, each part multiplied: 31 August and twice 6 months give 31 August, not
  /// the 28th that single steps would carry on.
  [[nodiscard]] Day add(Day day, const Span& span, std::int32_t times) const;

  [[nodiscard]] bool is_working_day(Day day) const;

 private:
  [[nodiscard]] Day step(Day day, std::int64_t count, DurationUnit unit) const;
  std::vector<Day> holidays_;  ///< sorted
};

[[nodiscard]] Day start_of(CalendarUnit unit, Day day);
[[nodiscard]] Day end_of(CalendarUnit unit, Day day);
[[nodiscard]] std::int32_t months_in(CalendarUnit unit);

}  // namespace accord::agreement
