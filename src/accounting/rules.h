#pragma once

#include <string_view>
#include <vector>

#include "accounting/effective.h"
#include "accounting/findings.h"
#include "accounting/profile.h"
#include "accounting/tables.h"

/// Rules about entries and reports by themselves, without sums of a book (reporting chapter,
/// sections 10 and 10.1). Each is linear in the entries and finds everything at once.
namespace accord::accounting {

struct RuleInput {
  const Effective& effective;  ///< with the reports that took part, by MBA, number, date and file
  const Profile& profile;
  const StateTables& tables;
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

/// All of these, in order.
[[nodiscard]] std::vector<Finding> check_rules(const RuleInput& input);

/// Rules that are not applied because their table is not there, in order.
[[nodiscard]] std::vector<std::string_view> rules_not_applied(const StateTables& tables);

/// Accounting entries with status N, C or A of inventory change and inventory reports, and of
/// balance reports.
[[nodiscard]] bool is_checked(const Report& report, const Entry& entry);

/// C, D or A and nothing new: such a report may be about any period.
[[nodiscard]] bool is_correction_report(const Report& report);

}  // namespace accord::accounting
