#pragma once

#include <cstdint>
#include <vector>

#include "talks/model/position.h"

/// Rankings within issues, and what they say of whole outcomes (chapter, 2.1).
namespace accord::talks {

/// Whether value a of the issue is the same as b, or both are ranked and a is not lower.
[[nodiscard]] bool not_lower(const Position& position, std::size_t issue, std::uint32_t a,
                             std::uint32_t b);

/// On every issue the same value, or both ranked and not lower.
[[nodiscard]] bool at_least_as_good(const Position& position, const Outcome& a, const Outcome& b);

/// b is at least as good, and on one issue strictly better.
[[nodiscard]] bool worse(const Position& position, const Outcome& a, const Outcome& b);

/// Whether the outcome is one of those that the package means.
[[nodiscard]] bool is_in(const PackageAnswer& package, const Outcome& outcome);

/// Whether the outcome is at least as good by order as one that the package means.
[[nodiscard]] bool reaches(const Position& position, const PackageAnswer& package,
                           const Outcome& outcome);

/// Whether one that the package means is at least as good by order as the outcome.
[[nodiscard]] bool is_reached_by(const Position& position, const PackageAnswer& package,
                                 const Outcome& outcome);

}  // namespace accord::talks
