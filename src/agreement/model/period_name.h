#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "agreement/model/model.h"
#include "base/date.h"

/// The names of periods: "2021", "2021-Q3", "2021-03", "2021-W07", "2021-03-01..2021-08-31".
namespace accord::agreement {

/// What a name stands for, both days inside.
struct NamedPeriod {
  enum class Form : std::uint8_t { year, quarter, month, week, days };
  Form form = Form::days;
  Day first, last;
  friend bool operator==(const NamedPeriod&, const NamedPeriod&) = default;
};

/// Nothing for what is no name of a period, and for one that does not exist ("2021-13").
[[nodiscard]] std::optional<NamedPeriod> parse_period(std::string_view text);

/// The name of the calendar period that a day lies in.
[[nodiscard]] std::string period_name(CalendarUnit unit, Day day);
/// Of a period counted from a day: "2021-03-01..2021-08-31".
[[nodiscard]] std::string period_name(Day first, Day last);

}  // namespace accord::agreement
