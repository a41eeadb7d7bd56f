#pragma once

#include <optional>
#include <span>

#include "accounting/reports/profile.h"
#include "accounting/reports/tables.h"

/// Until when a report has to be sent (reporting chapter, section 4; V090).
namespace accord::accounting {

/// The last of `days` days counted from `from`. Business days are Monday to Friday without
/// `holidays`, which are in order; `from` itself is none of them.
[[nodiscard]] Day due_after(Day from, std::int32_t days, Counting counting,
                            std::span<const Day> holidays);

/// The day of the earliest new change that a report states with a readable day.
[[nodiscard]] std::optional<Day> earliest_change(const Report& report);

/// Of the report of changes with this one as its earliest. Nothing where no source states the time.
[[nodiscard]] std::optional<Day> change_due_day(Day change, const Profile& profile,
                                                const StateTables& tables);

/// Of the list and the balance of the inventory of this day. Nothing where no source states the
/// time.
[[nodiscard]] std::optional<Day> inventory_due_day(Day inventory, const Profile& profile,
                                                   const StateTables& tables);

/// Of a report of changes from its earliest new entry, of a list or balance from the inventory.
/// Nothing for corrections, for reports without a readable day, and where no source states the
/// time.
[[nodiscard]] std::optional<Day> due_day(const Report& report, const Profile& profile,
                                         const StateTables& tables);

/// Of the general ledger of the month of `day`; nothing where a form has none.
[[nodiscard]] std::optional<Day> ledger_due_day(Day day, const Profile& profile,
                                                const StateTables& tables);

}  // namespace accord::accounting
