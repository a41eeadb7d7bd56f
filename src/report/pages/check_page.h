#pragma once

#include <string_view>
#include <vector>

#include "accounting/reports/report.h"
#include "assessment/ledger.h"
#include "report/forms/page.h"

/// What the rules of accountancy find, as a page.
namespace accord::report {

/// Summary by severity, rule and area; every finding with its place, what was found and expected
/// and what to do; what was not looked at; the reports with their hashes. `mba`: the area that was
/// asked for; empty: all.
[[nodiscard]] Page check_page(const assessment::Ledger& ledger,
                              const std::vector<accounting::Finding>& findings,
                              std::string_view mba);

}  // namespace accord::report
