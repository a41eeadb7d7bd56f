#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "simulation/run.h"

namespace accord::cli {

/// What an interrupted simulation leaves, and a later one goes on from.
struct SimulationState {
  std::string scenario;  ///< hash of the scenario, its files and the seed
  std::uint64_t sequences = 0;
  simulation::Progress progress;
};

[[nodiscard]] std::string state_text(const SimulationState& state);
/// S007: not such a file; S010: it is damaged, since its digest is another or its numbers
/// contradict each other. Whether it fits the campaign is not looked at.
[[nodiscard]] Result<SimulationState> read_state(const std::string& text, const std::string& file);
/// S008 unless the state is of this campaign: the same scenario, sequences, losses and tests.
[[nodiscard]] std::optional<Error> state_fault(const SimulationState& state,
                                               const SimulationState& wanted,
                                               const simulation::Campaign& campaign,
                                               const std::string& file);

}  // namespace accord::cli
