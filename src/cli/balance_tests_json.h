#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assessment/balance_tests.h"

namespace accord::cli {

/// The tests of a sequence of balances as text: a table of periods, the answers, the estimate.
[[nodiscard]] std::string tests_text(const assessment::BalanceTests& tests, double false_alarm,
                                     int digits, bool colored);
[[nodiscard]] nlohmann::ordered_json tests_json(const assessment::BalanceTests& tests,
                                                const assessment::TestChoice& choice);

}  // namespace accord::cli
