#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "agreement/history/timeline.h"
#include "base/rational.h"
#include "evidence/finding.h"
#include "evidence/record.h"

/// Findings and what they rest on as JSON (agreement chapter, section 6; dependencies
/// chapter, 5.3): keys in fixed order, days as "2019-07-01", missing values null beside a `reason`.
/// Used by the command line and by the JSON report.
namespace accord::report {

using Json = nlohmann::ordered_json;

/// A number when the fraction ends within 15 digits (its text is then exactly the value), else the
/// string "numerator/denominator"; null when there is none or it is invalid.
[[nodiscard]] Json exact_json(const std::optional<Rational>& value);
/// {"value": …, "unit": …}; null when there is no value.
[[nodiscard]] Json quantity_json(const std::optional<Rational>& value, const std::string& unit);
[[nodiscard]] Json day_json(const std::optional<Day>& day);
/// Null for "".
[[nodiscard]] Json text_json(const std::string& text);

/// The row behind a record: id, file, row, sha256, source, text, note, supposed.
[[nodiscard]] Json origin_json(const evidence::Origin& origin);
[[nodiscard]] Json evidence_json(const evidence::Evidence& evidence,
                                 const evidence::Records& records);
/// The ratio is rounded to six digits after the point; everything else is exact.
[[nodiscard]] Json comparison_json(const evidence::Comparison& comparison);
[[nodiscard]] Json finding_json(const evidence::Finding& finding, const evidence::Records& records);
[[nodiscard]] Json timeline_json(const agreement::TimelineEntry& entry,
                                 const evidence::Records& records);
[[nodiscard]] Json episode_json(const agreement::Episode& episode,
                                const evidence::Records& records);

}  // namespace accord::report
