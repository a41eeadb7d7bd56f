#pragma once

#include <string>
#include <vector>

#include "cli/frame/options.h"

/// Variants of a command: they have its name and a question of their own, and answer other words.
namespace accord::cli {

/// The variant that the words after the name speak of: by a flag or a format that the command
/// itself has not, or by an argument of a form of its own. Else the command.
[[nodiscard]] const Command& meant(const Command& command, const std::vector<std::string>& words,
                                   const std::vector<std::string>& arguments);

/// What help and completion show: of the command and of its variants.
[[nodiscard]] std::vector<Option> shown_options(const Command& command);
[[nodiscard]] std::vector<Format> shown_formats(const Command& command);

}  // namespace accord::cli
