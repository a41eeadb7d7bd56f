#pragma once

#include "cli/frame/command.h"

namespace accord::cli {

/// Asks the question of a described command and shows its answer in the format that is asked for:
/// notes and what cannot be read on standard error, exit status by the deciding members.
[[nodiscard]] Answer ask(const Command& command, const Request& request);

}  // namespace accord::cli
