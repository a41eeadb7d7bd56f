#pragma once

#include <nlohmann/json_fwd.hpp>

#include "agreement/model/model.h"

namespace accord::formats {

/// An agreement text as JSON, for other tools: every field of the model under its own name, in a
/// fixed order, null for what was not written; decimals as strings, as written; days as YYYY-MM-DD.
/// What differs in meaning differs here. Comments stand only where there are some; places are left
/// out.
[[nodiscard]] nlohmann::ordered_json model_json(const agreement::Agreement& agreement);

}  // namespace accord::formats
