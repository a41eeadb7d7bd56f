#pragma once

#include <string>
#include <vector>

#include "answers/question.h"
#include "cli/frame/common.h"
#include "cli/print/look.h"

namespace accord::simulation {
class Workers;
}

namespace accord::cli {

/// What a user asked for, as plain values: the one thing that commands receive.
struct Call : Common {
  std::vector<std::string> arguments;  ///< words that are no flags, until a member has taken them
  /// What the command takes, what says which source is read, and which table is shown. Copies share
  /// them: settings of a workspace fill them in.
  answers::Value asked, given, choice;
  /// Flags written, or set by the environment: settings of the workspace do not change these.
  std::vector<std::string> said;
  simulation::Workers* workers = nullptr;  ///< that share what takes long; set by `run`
  Look look;                               ///< what `color`, `output` and the terminal come to

  [[nodiscard]] bool json() const { return format == Format::json; }
};

}  // namespace accord::cli
