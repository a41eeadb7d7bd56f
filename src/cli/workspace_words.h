#pragma once

#include <string>
#include <vector>

#include "cli/flags.h"

namespace accord::cli {

/// Ids of the workspace that the words of a command line ask about (-C), for completion: terms,
/// findings, parties, reports, procedures, answers, examples. Empty when there is no workspace that
/// can be read.
[[nodiscard]] std::vector<std::string> workspace_words(Words words,
                                                       const std::vector<std::string>& line);

}  // namespace accord::cli
