#pragma once

#include <string>
#include <vector>

namespace accord::cli {

/// The whole program: reads the words after the program's name, runs the command, prints the answer
/// on standard output and everything else on standard error. Gives the exit status.
[[nodiscard]] int run(const std::vector<std::string>& words);

}  // namespace accord::cli
