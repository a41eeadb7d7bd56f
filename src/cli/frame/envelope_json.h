#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace accord::cli {

using Json = nlohmann::ordered_json;

/// The one form of all JSON output: {"accord":"1","command":…,"head":null,"seed":null,"data":…,
/// "messages":[…]}. `head` and `seed` are null until there is a signed record or a simulation.
[[nodiscard]] std::string envelope(std::string_view command, Json data,
                                   const std::vector<Problem>& messages = {},
                                   std::optional<std::uint64_t> seed = std::nullopt);
/// The same around data that is null: nothing was done.
[[nodiscard]] std::string empty_envelope(std::string_view command,
                                         const std::vector<Problem>& messages);

}  // namespace accord::cli
