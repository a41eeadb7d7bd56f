#pragma once

#include <string>

#include "assessment/summary.h"
#include "report/sections/finding_json.h"

namespace accord::report {

[[nodiscard]] Json record_end_json(const assessment::RecordEnd& end);

/// The summary of an assessment: its sentences, and for each obliged side what they are made from.
[[nodiscard]] Json summary_json(const assessment::Summary& summary);
/// The same as JSON text, for faces that keep JSON out of their code.
[[nodiscard]] std::string summary_json_text(const assessment::Summary& summary);

}  // namespace accord::report
