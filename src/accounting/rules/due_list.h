#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/effective.h"
#include "accounting/reports/profile.h"
#include "accounting/reports/tables.h"

/// Which reports are due, and how far they were sent (reporting chapter, section 4).
namespace accord::accounting {

enum class DueKind : std::uint8_t { changes, list, balance, ledger };

/// What makes a report due.
enum class DueEvent : std::uint8_t {
  change,             ///< its earliest change
  month,              ///< a month without a change, of a form that reports it all the same
  inventory,          ///< a physical inventory
  initial_inventory,  ///< the first one of the area
  ledger_month        ///< a month with lines of the general ledger
};

enum class DueState : std::uint8_t {
  early,
  on_time,  ///< on its due day
  late,
  due,       ///< not sent; its due day has not passed
  overdue,   ///< not sent; its due day has passed
  not_shown  ///< no source states the time, something cannot be read, or the accounts cannot hold
             ///< it
};

struct DueReport {
  std::string_view mba;
  DueKind kind = DueKind::changes;
  DueEvent event = DueEvent::change;
  std::optional<Day> day;          ///< of the event; of a month the last one; nothing: not readable
  std::optional<Day> due;          ///< nothing where no source states the time
  std::optional<Day> sent;         ///< the date of the report, when it is not after the day asked
  const Report* report = nullptr;  ///< null: no such report is there
  DueState state = DueState::not_shown;
  /// From the due day to the day it was sent, or to the day asked: below zero when that is earlier.
  std::optional<std::int32_t> days;
  const ProfileValue* time = nullptr;  ///< the number of days, with its source
  /// A report that cannot be placed may be the one that is missing, or a change that cannot be read
  /// may be the earliest: not shown.
  bool unread = false;
};

/// As of the end of `on`: what the reports say of later days is left out, and a report dated later
/// is not sent yet, although what it says is known. One row for each report of changes with a new
/// change, each list and each balance that is not only a correction; and for each of these that is
/// missing: the list or balance of an inventory that another report or the table of the State
/// names, a month of a form that reports every month, and the general ledger of a month with
/// changes. The accounts hold no general ledgers: after its due day such a row is `not_shown`.
/// Ordered by due day (of the event where there is none), area, kind and report. The result points
/// into what it was made from.
[[nodiscard]] std::vector<DueReport> due_list(const Effective& effective, const Profile& profile,
                                              const StateTables& tables, Day on);

/// Not known to have been sent: due, overdue, or not shown without a day of sending. A report that
/// was sent is no open duty, also where it is not known whether that was in time.
[[nodiscard]] bool is_open(const DueReport& row);

/// "ICR", "PIL", "MBR", "general ledger"
[[nodiscard]] std::string_view in_words(DueKind kind);
/// "early", "on time", "late", "due", "overdue", "not shown"
[[nodiscard]] std::string_view in_words(DueState state);
/// "change of 2024-03-04", "inventory of 2024-09-30", "month 2026-03"
[[nodiscard]] std::string event_in_words(const DueReport& row);

}  // namespace accord::accounting
