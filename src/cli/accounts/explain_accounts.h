#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accounting/reports/report.h"
#include "cli/frame/command.h"

/// `accord explain` for what stands in accounts.
namespace accord::cli {

/// What "ZZC1/12/3/610", "ZZC1/12/N1", "ZZC1/2023-09-30/610" or "V061" names.
struct AccountName {
  std::string mba;
  std::uint32_t report = 0;
  std::uint32_t entry = 0;  ///< position among the entries of its kind; 0: the whole report
  accounting::EntryKind kind = accounting::EntryKind::accounting;
  std::optional<Day> day;  ///< a figure of the books, in place of a report
  accounting::Label label = 0;
  std::string rule;
};

/// Nothing when the words have another form: it is then a finding or a term.
[[nodiscard]] std::optional<AccountName> account_name(std::string_view words);

/// The labels of an entry with the lines they stand in and what became of it; the entries behind a
/// figure of the books; or what a rule means.
[[nodiscard]] Answer explain_accounts(const Command& command, const Request& request,
                                      const AccountName& name);

}  // namespace accord::cli
