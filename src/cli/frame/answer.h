#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "cli/frame/command.h"

namespace accord::cli {

using Texts = std::map<std::string, std::string>;  ///< file → its text, for excerpts

/// The problems as they shall appear on standard error: at most `problems_shown_max` of a file,
/// then a count of the rest, and the closing line of counts.
[[nodiscard]] std::string render_all(const std::vector<Problem>& problems, const Texts& texts);

[[nodiscard]] Problem problem_of(const Error& error);
/// Exit status that a code stands for, by the table of codes.
[[nodiscard]] Exit exit_of(std::string_view code);

/// Nothing was done: the messages, and with --json an envelope whose data is null.
[[nodiscard]] Answer refuse(const Command& command, const Call& call,
                            const std::vector<Problem>& problems, const Texts& texts = {});
[[nodiscard]] Answer refuse(const Command& command, const Call& call, const Error& error);

}  // namespace accord::cli
