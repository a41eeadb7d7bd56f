#pragma once

#include <string>

#include "cli/print/look.h"
#include "report/pages/balance_page.h"

/// A balance with its tests for the terminal.
namespace accord::cli {

[[nodiscard]] std::string balance_text(const report::BalanceRun& run, bool every_period,
                                       const Look& look);
/// One row for each period.
[[nodiscard]] std::string balance_csv(const report::BalanceRun& run);

}  // namespace accord::cli
