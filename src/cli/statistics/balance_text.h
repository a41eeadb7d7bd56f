#pragma once

#include <string>

#include "cli/print/look.h"
#include "report/pages/balance_page.h"

/// A balance with its tests for the terminal.
namespace accord::cli {

[[nodiscard]] std::string balance_text(const report::BalanceRun& run, bool every_period,
                                       const Look& look);

}  // namespace accord::cli
