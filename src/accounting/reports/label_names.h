#pragma once

#include <string_view>

#include "accounting/reports/report.h"

namespace accord::accounting {

/// "date of change" for 412; weights have the name of their kind. Empty for a number that is no
/// label (reporting chapter, section 8.2).
[[nodiscard]] std::string_view label_name(Label label);

}  // namespace accord::accounting
