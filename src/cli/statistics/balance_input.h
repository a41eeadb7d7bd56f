#pragma once

#include <string>

#include "assessment/measured_balance.h"
#include "base/result.h"
#include "cli/frame/answer.h"
#include "cli/frame/request.h"

namespace accord::cli {

/// A balance with the texts that its problems are about.
struct BalanceInput {
  assessment::MeasuredBalance balance;
  Texts texts;
  std::string methods_file;  ///< its name in `texts`; empty for a study
};

/// Of the tables or the study that the request names. C007: a file cannot be read; U005: none is
/// named, or both.
[[nodiscard]] Result<BalanceInput> balance_input(const Request& request);

}  // namespace accord::cli
