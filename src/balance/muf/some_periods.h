#pragma once

#include <cstddef>

#include "balance/muf/balance.h"

namespace accord::balance {

/// The balance of some periods that follow each other, with what all of them together gave: the
/// same MUFs, variances and shares, without the periods before and behind. What is counted over all
/// measurements stays (`Validity::may_be_negative`, the largest relative error). Contract: first +
/// count is at most the number of periods.
[[nodiscard]] Balance some_periods(const Balance& balance, std::size_t first, std::size_t count);

}  // namespace accord::balance
