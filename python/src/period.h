#pragma once

#include <optional>

#include "base/date.h"
#include "bind.h"

namespace accord::python {

/// An impossible question is refused (U006), and not answered with an empty table.
inline void refuse_turned_period(const std::optional<Day>& from, const std::optional<Day>& to) {
  if (!from || !to || *from <= *to) return;
  raise({"U006",
         "from_day " + to_string(*from) + " is after " + to_string(*to) +
             ", the last day asked about",
         {},
         "exchange the two days, or leave one out"});
}

}  // namespace accord::python
