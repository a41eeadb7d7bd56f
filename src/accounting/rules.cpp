#include "accounting/rules.h"

#include <algorithm>

namespace accord::accounting {

bool is_checked(const Report& report, const Entry& entry) {
  return report.header.kind != ReportKind::text && entry.kind == EntryKind::accounting &&
         entry.status != Status::removes && entry.status != Status::ignored;
}

std::vector<Finding> check_rules(const RuleInput& input) {
  Findings findings(input.profile);
  check_reports(input, findings);
  check_entries(input, findings);
  check_batches(input, findings);
  check_exemptions(input, findings);
  check_transfers(input, findings);
  check_corrections(input, findings);
  check_periods(input, findings);
  check_rebatching(input, findings);
  check_below_zero(input, findings);
  check_balances(input, findings);
  check_balance_order(input, findings);
  check_differences(input, findings);
  check_transit(input, findings);
  return findings.take();
}

std::vector<std::string_view> rules_not_applied(const StateTables& tables) {
  std::vector<std::string_view> out;
  if (!tables.special_reports) out.push_back("V029");
  if (!tables.notices) out.push_back("V085");
  return out;
}

}  // namespace accord::accounting
