#pragma once

#include <array>

#include "cli/frame/command.h"

namespace accord::cli {

/// `accord explain` for what stands in accounts: an entry, a figure of the books, a rule. Variants:
/// each takes what is named in its own form.
extern const std::array<const Command*, 3> explain_accounts;

}  // namespace accord::cli
