#pragma once

#include <string>

#include "agreement/evaluate/context.h"
#include "evidence/finding.h"

/// How records and figures are worded in a finding. Internal to the evaluator.
namespace accord::agreement {

using namespace evidence;

[[nodiscard]] bool is_supposed(const Context& context, const Header& head);

[[nodiscard]] std::string says(const Context& context, const Observation& observation);
[[nodiscard]] Evidence evidence_of(const Context& context, const IndexedObservation& seen);
[[nodiscard]] Evidence evidence_of(const Context& context, const Happened& happened);
[[nodiscard]] Evidence evidence_of(const Context& context, const Declared& declared);

}  // namespace accord::agreement
