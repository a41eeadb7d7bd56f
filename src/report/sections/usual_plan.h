#pragma once

#include "report/sections/writer.h"

/// The plan of a report whose workspace has none: the commitments of one side after the other, then
/// whatever the tables hold. Blocks without records are left out when it is written.
namespace accord::report {

[[nodiscard]] formats::ReportPlan usual_plan(const Writer& writer);

}  // namespace accord::report
