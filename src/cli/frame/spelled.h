#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"

namespace accord::cli {

/// A parameter as the command line has it: "--on" for `on`, "-C DIR" for `folder`; empty for a name
/// that is no flag.
[[nodiscard]] std::string flag_of(std::string_view parameter);

/// A problem whose message and help name parameters, with the flags in their place.
[[nodiscard]] Problem as_written(Problem problem);

}  // namespace accord::cli
