#pragma once

#include <vector>

#include "talks/model/position.h"

/// Utility of whole outcomes where weights and values may be ranges (chapter, 6.3).
namespace accord::talks {

/// What a term's table gives for the outcome, before its weight.
[[nodiscard]] Range entry_of(const Domain& domain, const Term& term, const Outcome& outcome);

[[nodiscard]] const Range& weight_of(const Term& term);

/// The issues of a term: one, several or those of a box, in the order written.
[[nodiscard]] std::vector<std::size_t> issues_of(const Term& term);

/// Least and greatest Σ w·x over the weights that the utility leaves open; `entries` has an x for
/// each term. Exact.
[[nodiscard]] Range weighted(const Utility& utility, const std::vector<Range>& entries);

/// Least and greatest u(a) − u(b): a term with the same entry on both sides gives 0, and `order`
/// cuts a difference at 0. Nothing without a utility.
[[nodiscard]] std::optional<Range> difference(const Domain& domain, const Position& position,
                                              const Outcome& a, const Outcome& b);

}  // namespace accord::talks
