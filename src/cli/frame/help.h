#pragma once

#include <string>
#include <string_view>

#include "cli/frame/command.h"
#include "cli/print/look.h"

namespace accord::cli {

/// `accord --help`, or with a noun (“terms”) the commands of that noun.
[[nodiscard]] std::string help_text(std::string_view noun, const Look& look);
/// `accord COMMAND --help`
[[nodiscard]] std::string help_text(const Command& command, const Look& look);
/// `accord --version`
[[nodiscard]] std::string version_text();
/// docs/reference/commands.md, made from the same tables.
[[nodiscard]] std::string manual();

}  // namespace accord::cli
