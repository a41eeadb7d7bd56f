#pragma once

#include "report/forms/content.h"
#include "report/sections/writer.h"

/// Writes the sections in the order of a plan. What no block of it shows and a reader must not miss
/// (the sentences of the summary, commitments, evidence) stands first and last all the same.
namespace accord::report {

void compose(Writer& writer, const formats::ReportPlan& plan, Report& report);

}  // namespace accord::report
