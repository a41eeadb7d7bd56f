#pragma once

#include "cli/accounts/accounts.h"
#include "formats/text/xlsx_write.h"

namespace accord::cli {

/// Every accounting entry of the reports that took part, in order, as reported, one a row; `counts`
/// says whether it counts after corrections. Weights are exact, in the unit of account of their
/// column. Only those of one area when `mba` is not empty.
[[nodiscard]] formats::XlsxTable entry_table(const Ledger& ledger, std::string_view mba);

/// What each column of the table means.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> entry_table_meanings();

}  // namespace accord::cli
