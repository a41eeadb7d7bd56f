#pragma once

#include <nlohmann/json_fwd.hpp>

#include "report/pages/balance_page.h"

/// What the tests, the criteria and the target values say of a balance, for --json.
namespace accord::cli {

[[nodiscard]] nlohmann::ordered_json tests_json(const report::BalanceRun& run);
[[nodiscard]] nlohmann::ordered_json validity_json(const report::BalanceRun& run);
[[nodiscard]] nlohmann::ordered_json decisions_json(const report::BalanceRun& run);
/// null without criteria
[[nodiscard]] nlohmann::ordered_json criteria_json(const report::BalanceRun& run);
/// null without target values
[[nodiscard]] nlohmann::ordered_json targets_json(const report::BalanceRun& run);

}  // namespace accord::cli
