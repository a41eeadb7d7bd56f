#pragma once

#include <functional>
#include <optional>
#include <unordered_map>

#include "agreement/calendar.h"
#include "agreement/names.h"

namespace accord::agreement {

/// Days computed from the text alone, or with the days of events that someone else knows. A day
/// that rests on an unknown event, on an unknown name or on itself is unknown; `earliest` leaves
/// unknown days out (chapter 3.5), unless `strict`: a first day that an event may still move is not
/// fixed.
class FixedDays {
 public:
  /// The day of the first occurrence of an event; nothing when it is not known.
  using EventDay = std::function<std::optional<Day>(const Name& event)>;

  /// `items` must outlive it. Without `event_day` no event has a day, and `earliest` is strict.
  FixedDays(const NamedItems& items, Calendar calendar, EventDay event_day = {});

  [[nodiscard]] std::optional<Day> day(const DayExpression& expression) const;
  /// Without the shifts behind it.
  [[nodiscard]] std::optional<Day> atom(const DayExpression& expression) const;
  [[nodiscard]] std::optional<Day> end(const Period& period) const;  ///< nothing without end, too
  [[nodiscard]] const Calendar& calendar() const { return calendar_; }
  [[nodiscard]] Day shifted(Day day, const Shift& shift) const;

 private:
  [[nodiscard]] std::optional<Day> named(const NamedDay& day) const;
  [[nodiscard]] std::optional<Day> extreme(const DayExpression& expression) const;

  const NamedItems& items_;
  Calendar calendar_;
  EventDay event_day_;
  /// Computed on first sight; a day being computed is unknown, which ends circles.
  mutable std::unordered_map<const NamedDay*, std::optional<Day>> known_;
};

}  // namespace accord::agreement
