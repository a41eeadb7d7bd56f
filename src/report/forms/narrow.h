#pragma once

#include <string>
#include <vector>

#include "report/forms/content.h"

namespace accord::report {

/// CSS by which a screen under 700 px shows each row of a table as a card: every cell under the
/// other, behind the title of its column. Tables are told apart by their ids.
[[nodiscard]] std::string cards(const std::vector<Section>& sections);

}  // namespace accord::report
