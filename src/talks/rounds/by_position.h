#pragma once

#include <optional>

#include "talks/model/position.h"
#include "talks/rounds/told.h"

/// What a party answers in a round by its sealed position alone. Where the position does not say,
/// the answer is unsure or no, never better or yes.
namespace accord::talks {

/// The candidate beside the current text: fewer red lines broken first, then utility (from numbers,
/// ranges or rankings). Red lines are those of the position, its marks no and its packages no, not
/// the walk-away value. With exact numbers and as many lines broken, `worse` comes with how much
/// utility is lost.
[[nodiscard]] Told compare_by(const Domain& domain, const Position& position,
                              const Outcome& candidate, const Outcome& current);

/// Yes where the position says yes; no otherwise.
[[nodiscard]] Told accept_by(const Domain& domain, const Position& position, const Outcome& offer);

/// The most wanted direction at a text of continuous issues, in shares of the ranges, within the
/// unit ball, cut to millionths: where the numbers rise most. Nothing without exact numbers of one
/// issue each.
[[nodiscard]] std::optional<Told> direction_by(const Domain& domain, const Position& position,
                                               const std::vector<Number>& text);

/// The answer to what is asked; nothing where a position has none: prices and points are told by
/// people. `with_strength`: how much worse is told (anneal).
[[nodiscard]] std::optional<Told> answer_by(const Domain& domain, const Position& position,
                                            const Told& ask, const Outcome& current,
                                            bool with_strength);

}  // namespace accord::talks
