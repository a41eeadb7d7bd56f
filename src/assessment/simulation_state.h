#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "simulation/run.h"

namespace accord::assessment {

/// What an interrupted simulation leaves, and a later one goes on from.
struct SimulationState {
  std::string scenario;  ///< hash of the scenario, its files and the seed
  std::uint64_t sequences = 0;
  simulation::Progress progress;
};

[[nodiscard]] std::string state_text(const SimulationState& state);
/// How far the simulation of a state file has come.
/// @param wanted  the scenario and number of sequences that are to be simulated
/// @error  S007: not such a file; S010: it is damaged, since its digest is another or its numbers
///         contradict each other; S008: it is of another scenario, seed or number of sequences, or
///         of other losses and tests.
[[nodiscard]] Result<simulation::Progress> progress_from(const std::string& text,
                                                         const std::string& file,
                                                         const SimulationState& wanted,
                                                         const simulation::Campaign& campaign);

}  // namespace accord::assessment
