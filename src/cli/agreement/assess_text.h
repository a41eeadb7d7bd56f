#pragma once

#include <string>

#include "assessment/assessment.h"
#include "cli/print/look.h"

namespace accord::cli {

/// The summary of an assessment, to be read by someone in a hurry: for each obliged party its
/// commitments by outcome, each with since when, the figure against its limit, the evidence with
/// its age, and what was declared beside it; then what is not shown, and why. `all`: also what is
/// out of the count.
[[nodiscard]] std::string assess_text(const assessment::Assessment& assessment, bool all,
                                      const Look& look);

}  // namespace accord::cli
