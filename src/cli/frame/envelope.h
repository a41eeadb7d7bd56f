#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "described/type.h"

namespace accord::cli {

/// The one form of all JSON output: {"accord":"1","command":…,"head":null,"seed":null,"data":…,
/// "messages":[…]}. `head` and `seed` are null until there is a signed record or a simulation;
/// data without a value is null: nothing was done.
[[nodiscard]] std::string envelope(std::string_view command, std::optional<described::View> data,
                                   const std::vector<Problem>& messages = {},
                                   std::optional<std::uint64_t> seed = std::nullopt);

/// Its JSON Schema, where the data is one of these.
[[nodiscard]] std::string envelope_schema(std::string_view command,
                                          std::vector<const described::Type*> data);

}  // namespace accord::cli
