#pragma once

#include <functional>
#include <string>

#include "base/result.h"

namespace accord::assessment {

/// Where the files come from that a scenario or a study names: the disk, or what Python has read.
struct Files {
  std::function<bool(const std::string& file)> has;
  std::function<Result<std::string>(const std::string& file)> read;
};

}  // namespace accord::assessment
