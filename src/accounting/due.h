#pragma once

#include <optional>
#include <span>

#include "accounting/profile.h"
#include "accounting/tables.h"

/// Until when a report has to be sent (reporting chapter, section 4; V090).
namespace accord::accounting {

/// The last of `days` days counted from `from`. Business days are Monday to Friday without
/// `holidays`, which are in order; `from` itself is none of them.
[[nodiscard]] Day due_after(Day from, std::int32_t days, Counting counting,
                            std::span<const Day> holidays);

/// Of a report of changes from its earliest new entry, of a list or balance from the inventory.
/// Nothing for corrections, for reports without a readable day, and where no source states the
/// time.
[[nodiscard]] std::optional<Day> due_day(const Report& report, const Profile& profile,
                                         const StateTables& tables);

/// Of the general ledger of the month of `day`; nothing where a form has none.
[[nodiscard]] std::optional<Day> ledger_due_day(Day day, const Profile& profile,
                                                const StateTables& tables);

}  // namespace accord::accounting
