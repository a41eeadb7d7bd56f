#pragma once

#include <string>

#include "answers/statistics/simulate.h"
#include "cli/print/text.h"

namespace accord::cli {

/// Every loss with every test.
[[nodiscard]] Table results_table(const answers::SimulateAnswer& answer);

/// What was simulated, for the terminal.
[[nodiscard]] std::string simulate_text(const answers::SimulateAnswer& answer, const Look& look);

}  // namespace accord::cli
