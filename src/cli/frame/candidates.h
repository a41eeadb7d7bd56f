#pragma once

#include <string>
#include <vector>

namespace accord::cli {

/// What can stand where the last of the words is being written (it may be empty): commands, flags,
/// values of flags, ids of the workspace. Empty when only files can, or nothing is known.
[[nodiscard]] std::vector<std::string> candidates(const std::vector<std::string>& words);

}  // namespace accord::cli
