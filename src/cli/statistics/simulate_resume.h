#pragma once

#include <string>

#include "assessment/simulation_state.h"
#include "base/result.h"
#include "cli/frame/command.h"

/// A simulation that is stopped, and goes on.
namespace accord::cli {

/// E002 when the state could not be written down where it is asked for: better now than after
/// hours.
[[nodiscard]] Result<void> check_state_file(const std::string& file);

/// Writes the state down, in the folder for temporary files when it cannot stand where it should;
/// the name of its file. `is_own_name`: accord made it up, so that a link is not followed.
[[nodiscard]] Result<std::string> written_down(const std::string& file,
                                               const assessment::SimulationState& state,
                                               bool is_own_name);

/// The command with the same words and flags, but with --resume and this file of what was done.
[[nodiscard]] std::string command_to_go_on(const Command& command, const Call& call,
                                           const std::string& state_file);

}  // namespace accord::cli
