#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/frame/command.h"

namespace accord::cli {

/// Ids of the workspace or accounts that the words of a command line ask about, for completion:
/// terms, findings, parties, areas, reports, days, procedures, answers, drawings, examples. Empty
/// when there is nothing that can be read. `arguments`: those words that are neither flags nor
/// their values.
[[nodiscard]] std::vector<std::string> workspace_words(const Command& command,
                                                       std::string_view words,
                                                       const std::vector<std::string>& line,
                                                       const std::vector<std::string>& arguments);

}  // namespace accord::cli
