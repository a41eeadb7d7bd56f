#pragma once

#include <string>
#include <string_view>

#include "base/codes/parameter.h"
#include "base/problem.h"

namespace accord::cli {

/// A parameter as the command line has it: "--on" for `on`, "-C DIR" for `folder`; empty for a name
/// that is no flag.
[[nodiscard]] std::string flag_of(std::string_view parameter);

/// A problem whose message and help name parameters, as they are written on the command line.
[[nodiscard]] Problem as_written(Problem problem, const Spelling& spelling = &flag_of);

}  // namespace accord::cli
