#pragma once

#include <string>
#include <vector>

namespace accord::cli {

/// Names of the example workspaces beside the program, sorted; empty when none are found.
[[nodiscard]] std::vector<std::string> example_names();

}  // namespace accord::cli
