#pragma once

#include <optional>
#include <unordered_map>

#include "agreement/model/calendar.h"
#include "agreement/model/names.h"

namespace accord::agreement {

/// Days computed from the text alone. A day that rests on an event, on an unknown name or on itself
/// is not fixed; neither is the earliest or latest of several when one of them is not.
class FixedDays {
 public:
  /// `items` must outlive it.
  FixedDays(const NamedItems& items, Calendar calendar);

  [[nodiscard]] std::optional<Day> day(const DayExpression& expression) const;
  /// Without the shifts behind it.
  [[nodiscard]] std::optional<Day> atom(const DayExpression& expression) const;
  [[nodiscard]] std::optional<Day> end(const Period& period) const;  ///< nothing without end, too
  [[nodiscard]] Day shifted(Day day, const Shift& shift) const;

 private:
  void compute(const NamedDay& day);
  [[nodiscard]] std::optional<Day> named(const NamedDay& day) const;
  [[nodiscard]] std::optional<Day> extreme(const DayExpression& expression) const;

  const NamedItems& items_;
  Calendar calendar_;
  std::unordered_map<const NamedDay*, std::optional<Day>> known_;
};

}  // namespace accord::agreement
