#include "accounting/rules/rules.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <utility>

#include "base/threads.h"

namespace accord::accounting {

bool is_checked(const Report& report, const Entry& entry) {
  return report.header.kind != ReportKind::text && entry.kind == EntryKind::accounting &&
         entry.status != Status::removes && entry.status != Status::ignored;
}

std::vector<Finding> check_rules(const RuleInput& input) {
  constexpr std::array checks{
      check_entries,       check_batches,    check_transit,    check_below_zero,
      check_differences,   check_transfers,  check_reports,    check_exemptions,
      check_corrections,   check_periods,    check_rebatching, check_balances,
      check_balance_order, check_book_lines, check_booked_muf, check_calendar};
  std::vector<Findings> found(checks.size(), Findings(input.profile));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < checks.size(); i = next++) checks[i](input, found[i]);
  };
  const bool worth_a_thread = input.effective.entries.size() > 10'000;
  on_threads(worth_a_thread && std::thread::hardware_concurrency() > 1 ? 2 : 1, work);
  Findings all(input.profile);
  for (Findings& one : found) all.append(std::move(one));
  return all.take();
}

}  // namespace accord::accounting
