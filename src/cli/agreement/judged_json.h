#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "assessment/assessment.h"
#include "cli/frame/envelope_json.h"

namespace accord::cli {

/// What every judging command prints first: on, known, options in effect, supposed facts.
[[nodiscard]] Json query_json(const assessment::Assessment& assessment,
                              const assessment::Query& query);
[[nodiscard]] Json counts_json(const assessment::Counts& counts);
/// The ids of the findings that rest on recalled records only.
[[nodiscard]] Json recalled_json(const assessment::Assessment& assessment);

}  // namespace accord::cli
