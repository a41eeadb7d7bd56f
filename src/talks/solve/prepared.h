#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "talks/files/limits.h"
#include "talks/model/lines.h"
#include "talks/model/position.h"
#include "talks/solve/columns.h"

/// A problem as the solvers take it: every limit a rule, every utility a few tables.
namespace accord::talks {

/// Sizes of the issues. P060: an issue is continuous.
[[nodiscard]] Result<std::vector<std::uint32_t>> sizes_of(const Domain& domain);

/// The rule as a table of where it is broken (`bit`) and kept (0). P061: over too many values.
[[nodiscard]] Result<Factor<std::uint64_t>> table_of(const Domain& domain, const Rule& rule,
                                                     std::uint64_t bit, const Limits& limits);

/// The least (`want_least`) or greatest utility with free weights, as tables to be added up. Terms
/// over one issue are put together. P061.
[[nodiscard]] Result<std::vector<Factor<Number>>> factors_of(const Domain& domain,
                                                             const Utility& utility,
                                                             bool want_least, const Limits& limits);

/// A party whose utility and walk-away value are exact numbers.
struct ExactParty {
  std::string id;
  std::vector<Factor<Number>> utility;
  std::optional<Number> reservation;
};

/// P046: a party has not stated exact numbers; P061; P060.
[[nodiscard]] Result<std::vector<ExactParty>> exact_parties(const Talks& talks,
                                                            const Limits& limits);

}  // namespace accord::talks
