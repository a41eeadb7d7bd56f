#pragma once

#include <string>

#include "base/problem.h"

namespace accord::formats {

/// A text of accord.toml and where it stands; empty when the key is not there.
struct Setting {
  std::string text;
  Place place;
  [[nodiscard]] bool empty() const { return text.empty(); }
};

}  // namespace accord::formats
