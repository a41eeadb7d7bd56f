#pragma once

#include <optional>

#include "accounting/reports/report.h"
#include "material/quantities.h"

/// What the weights of one entry say of its material.
namespace accord::accounting {

/// Fissile weight beside an element: U-233 with U-235 (660), or the sum of what is given of both
/// (640, 670), for enriched and unified uranium; the fissile content (770, 780) for natural and
/// depleted uranium. Nothing when the entry gives none.
[[nodiscard]] std::optional<material::Mass> fissile_of(const Report& report, const Entry& entry,
                                                       material::Kind element);

/// Effective kilograms of all elements of an entry; of an element without a usable composition
/// none.
[[nodiscard]] material::EffectiveMass effective_mass_of(const Report& report, const Entry& entry);

}  // namespace accord::accounting
