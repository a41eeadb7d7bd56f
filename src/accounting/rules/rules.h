#pragma once

#include <string_view>
#include <vector>

#include "accounting/books/books.h"
#include "accounting/reports/effective.h"
#include "accounting/reports/findings.h"
#include "accounting/reports/profile.h"
#include "accounting/reports/tables.h"

/// The rules of accountancy (reporting chapter, sections 10 and 10.1). Each is linear in the
/// entries, after sorting, and finds everything at once.
namespace accord::accounting {

struct RuleInput {
  const Effective& effective;  ///< with the reports that took part, by MBA, number, date and file
  const Books& books;          ///< of these entries
  const Profile& profile;
  const StateTables& tables;
  Signs signs = signs_of(profile);
};

/// V005: numbers of the reports of an area. V020 W: a report dated before the end of its period.
/// V090: a report later than its due date.
void check_reports(const RuleInput& input, Findings& findings);

/// V020 E, V022 to V025, V028, V029: entries by themselves, as they were written.
void check_entries(const RuleInput& input, Findings& findings);

/// V026: an entry twice, a batch twice in a list. V027: basis of a measurement that does not fit
/// what was reported of the batch before.
void check_batches(const RuleInput& input, Findings& findings);

/// V032: exemptions of paragraph 37 above their limits.
void check_exemptions(const RuleInput& input, Findings& findings);

/// V084: imports of an unknown batch, with the shipments that they may be. V085: transfers above
/// the limit without a notice, each by itself and small ones added up over some months.
void check_transfers(const RuleInput& input, Findings& findings);

/// V040, V041: references that correct nothing. V042: halves of a pair that do not fit. V043: a
/// correction of something before an inventory whose balance was already reported.
void check_corrections(const RuleInput& input, Findings& findings);

/// V021: periods of reports that overlap, or balance periods that do not follow one another.
/// V070: an inventory with a list and no balance report, or the other way round; one known only
/// from the table when it is more than 30 days old. The first list of an area needs no balance.
void check_periods(const RuleInput& input, Findings& findings);

/// V030: what rebatching takes off is not what it adds, in one report.
void check_rebatching(const RuleInput& input, Findings& findings);

/// V031: an entry after which a batch, or the book of an area, is below zero. Between two
/// inventories once for each batch and weight, and once for each book and weight.
void check_below_zero(const RuleInput& input, Findings& findings);

/// V060 to V063, V067, V069: a material balance report against the one before, the entries, the
/// list of the inventory and its own lines.
void check_balances(const RuleInput& input, Findings& findings);

/// V066: codes that a balance does not have, the order of its lines, lines that are missing or
/// stand there twice.
void check_balance_order(const RuleInput& input, Findings& findings);

/// V068: a shipper/receiver difference without a receipt of the batch before it. V083: one beyond
/// the uncertainty of both measurements; not checked without an uncertainty.
void check_differences(const RuleInput& input, Findings& findings);

/// V080: receipts without their one shipment. V081: what differs within a pair. V082: receipts
/// before the shipment, shipments open for too long.
void check_transit(const RuleInput& input, Findings& findings);

/// V064: lines of the ending book in reports of changes, for each account. Not checked before the
/// first list of an area, which is the opening.
void check_book_lines(const RuleInput& input, Findings& findings);

/// V065: MUF that is booked is not that of the balance, or not after the day of the inventory.
void check_booked_muf(const RuleInput& input, Findings& findings);

/// V091: inventories too far apart, or a year without one. V092: one report of changes over an
/// inventory inside a month. V093: a month without a report of changes.
void check_calendar(const RuleInput& input, Findings& findings);

/// All of these, on two threads when there is much to do; the result does not depend on that.
[[nodiscard]] std::vector<Finding> check_rules(const RuleInput& input);

/// Accounting entries with status N, C or A of inventory change and inventory reports, and of
/// balance reports.
[[nodiscard]] bool is_checked(const Report& report, const Entry& entry);

}  // namespace accord::accounting
