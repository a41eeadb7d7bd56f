#pragma once

#include <string>

#include "base/problem.h"

namespace accord::formats {

/// A default of the user, from accord.toml [settings]: "min-grade" = "verified". The faces give it
/// its meaning and refuse what they do not know.
struct Default {
  std::string key, value;  ///< value: a text, or "true" or "false"
  Place place;             ///< of the key
};

}  // namespace accord::formats
