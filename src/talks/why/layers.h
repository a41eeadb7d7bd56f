#pragma once

#include <optional>
#include <vector>

#include "talks/why/refute.h"

/// Proofs that grow with issues × points instead of outcomes, where every term and line of a
/// conflict touches one issue: partial sums issue by issue.
namespace accord::talks {

/// What layers rest on. The order of `positions` is that of the coordinates.
struct Additive {
  std::vector<std::size_t> positions;  ///< whose walk-away values are in the conflict
  std::vector<Number> needed;          ///< and what they are
  /// For each issue and each of its values what it adds; empty: a line or a rule has it out.
  std::vector<std::vector<std::vector<Number>>> contributions;
};

/// Nothing: no walk-away value by number is in the conflict, or something touches several issues.
[[nodiscard]] std::optional<Additive> additive(const Refuter& refuter,
                                               const std::vector<Named>& conflict);

/// For each issue the partial sums that no other is at least equal to; nothing: more vectors than
/// a certificate can hold, or one that reaches every walk-away value.
[[nodiscard]] std::optional<std::vector<std::vector<std::vector<Number>>>> layers_of(
    const Additive& additive, std::size_t vectors_max);

}  // namespace accord::talks
