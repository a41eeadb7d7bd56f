#pragma once

#include <vector>

#include "cli/accounts/accounts.h"
#include "cli/files/folder.h"

/// What `accord export` does with reports.
namespace accord::cli {

/// One report to the output as it is; several into a new folder, or none of them (C012, E…).
[[nodiscard]] Answer give_reports(const Request& request, std::vector<NamedBytes> files);

/// The reports in the profile that --profile names, with all that has no counterpart there.
[[nodiscard]] Answer export_converted(const Request& request, const Ledger& ledger);

}  // namespace accord::cli
