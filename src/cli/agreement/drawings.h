#pragma once

#include <string>
#include <vector>

#include "agreement/history/timeline.h"
#include "assessment/assessment.h"

namespace accord::cli {

/// The timeline as an SVG document: one lane for each commitment that has entries, grouped by
/// obliged party; spans of met, not met and not shown, declarations as marks. `from`: where the
/// lanes begin.
[[nodiscard]] std::string timeline_svg(const assessment::Assessment& assessment,
                                       const std::vector<agreement::TimelineEntry>& entries,
                                       std::optional<Day> from);

}  // namespace accord::cli
