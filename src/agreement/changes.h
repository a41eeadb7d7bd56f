#pragma once

#include <vector>

#include "agreement/context.h"

namespace accord::agreement {

/// Days in (from, to] on which the state of the subject can change, as known on `context.known`.
/// Sorted, unique; a superset of the real changes. Internal to the evaluator.
[[nodiscard]] std::vector<Day> changes_of(Context& context, Id subject, Day from, Day to);

}  // namespace accord::agreement
