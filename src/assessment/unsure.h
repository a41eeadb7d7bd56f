#pragma once

#include "assessment/remarks.h"
#include "evidence/record.h"

namespace accord::assessment {

/// Whether a row that feeds nothing may mean a name of the text.
[[nodiscard]] bool any_unsure(const Remarks& remarks);

/// Adds what the rows that feed nothing may be, under the names of the text that they may mean:
/// statements without a figure, so that nothing is decided by leaving the rows out.
void add_unsure(evidence::Records& records, const Remarks& remarks);

}  // namespace accord::assessment
