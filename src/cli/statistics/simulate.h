#pragma once

#include "cli/statistics/simulation_state.h"

namespace accord::cli {

/// Processes that `simulate` shares its work with: alone, unless the MPI program says otherwise.
void set_workers(simulation::Workers& workers);

}  // namespace accord::cli
