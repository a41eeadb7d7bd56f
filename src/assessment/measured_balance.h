#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "balance/muf/balance.h"
#include "base/problem.h"
#include "measurement/items.h"

namespace accord::assessment {

struct NamedText {
  std::string_view file, bytes;
};

struct MeasuredBalance {
  std::optional<balance::Balance> balance;  ///< none when a table has an error
  std::vector<Problem> problems;            ///< of both tables, in order of file and place
};

/// The balance of a table of items measured with the methods of another (docs/reference/items.md).
[[nodiscard]] MeasuredBalance measured_balance(
    const NamedText& items, const NamedText& methods, const balance::Options& options = {},
    measurement::MassKind kind = measurement::MassKind::declared);

}  // namespace accord::assessment
