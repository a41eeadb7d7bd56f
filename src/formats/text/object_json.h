#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace accord::formats {

/// An object as plain values. W003: the text is not UTF-8, or not a JSON object; W005: a key stands
/// in one object twice, so that it does not say one thing. Nothing when there is no object.
[[nodiscard]] std::optional<nlohmann::json> read_json_object(std::string_view text,
                                                             std::string_view file,
                                                             std::vector<Problem>& problems);

}  // namespace accord::formats
