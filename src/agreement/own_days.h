#pragma once

#include "agreement/model.h"
#include "agreement/names.h"

namespace accord::agreement {

/// Where an expression rests on an own event, and so is another day for every party: the first
/// `own`, or the first named day that rests on one. Null when it does not.
[[nodiscard]] const At* own_in(const NamedItems& items, const DayExpression& expression);

}  // namespace accord::agreement
