#pragma once

#include <span>

#include "balance/muf/items.h"

namespace accord::balance {

/// Terms of each method, with a number for each realisation; keys that name columns of the items
/// are filled in for each measurement. Equal keys are one realisation, whichever method they stand
/// in. B015 in `faults.method_faults`, B019 in `faults.faults`.
void resolve_sources(const measurement::Items& items, std::span<const measurement::Method> methods,
                     Prepared& prepared, PreparedItems& faults);

}  // namespace accord::balance
