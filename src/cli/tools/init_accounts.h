#pragma once

#include "cli/frame/command.h"

namespace accord::cli {

/// `accord init DIR --accounts`: state.json from the reports in DIR, if there are any, with its
/// explanation and templates of the tables beside it. What is there stays.
[[nodiscard]] Answer init_accounts(const Command& command, const Request& request);

}  // namespace accord::cli
