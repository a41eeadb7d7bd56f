#pragma once

#include <string>

#include "answers/agreement/assess.h"
#include "cli/frame/call.h"

namespace accord::cli {

/// The summary of an assessment, to be read by someone in a hurry: what may be quoted, for each
/// obliged party its commitments by outcome, what supposed facts change, and where the full report
/// is. With -v also what is out of the count.
[[nodiscard]] std::string assess_text(const answers::AssessAnswer& answer, const Call& call);

}  // namespace accord::cli
