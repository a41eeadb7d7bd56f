#pragma once

#include <string>
#include <vector>

namespace accord::simulation {
class Workers;
}

namespace accord::cli {

/// The whole program: reads the words after the program's name, runs the command, prints the answer
/// on standard output and everything else on standard error. Gives the exit status.
/// @param workers  the processes that share what takes long: `accord-mpi` is several, `accord` one
[[nodiscard]] int run(const std::vector<std::string>& words, simulation::Workers& workers);

}  // namespace accord::cli
