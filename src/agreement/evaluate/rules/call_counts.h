#pragma once

#include <string>

#include "evidence/finding.h"

namespace accord::agreement {

using namespace evidence;

/// Counts one more call in its state.
void count(CallCounts& counts, const Call& call);

/// "3 of 4 in time, 1 late by 6 days"; empty without a call.
[[nodiscard]] std::string sentence(const CallCounts& counts);

}  // namespace accord::agreement
