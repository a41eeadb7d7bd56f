#pragma once

#include <vector>

#include "accounting/reports/report.h"

namespace accord::accounting {

/// A label that decides a quantity, or where or when it counts.
[[nodiscard]] bool decides(Label label);

/// Of what the reader found in a report, that which decides a quantity, or where or when it counts
/// (reporting chapter, 10.1, "Books and what cannot be read"): V001 to V003 and V007 on such a
/// label, or where other elements may be lost. Notes decide nothing.
[[nodiscard]] std::vector<Finding> unreadable_of(const std::vector<Finding>& findings);

}  // namespace accord::accounting
