#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assessment/assessment.h"
#include "base/result.h"
#include "report/forms/content.h"

/// The report of an assessment, in the order of a plan (accord.toml, or the usual one): what was
/// found, the evidence of every figure, and what is missing.
namespace accord::report {

/// The report of the verifier's series with this id.
/// @error R001 no such report (with the nearest id).
[[nodiscard]] Result<const formats::SeriesReport*> find_report(const formats::Workspace& workspace,
                                                               std::string_view id);

/// The days that a report is about, and the report of the series that it follows (null: none).
struct Following {
  assessment::Query query;
  const formats::SeriesReport* report = nullptr;
};
/// `as_of` names a report of the series: judged on its day, as known on that day; or a day, which
/// is also the known day unless the query has one; or nothing (empty).
/// @error R001 no such report.
[[nodiscard]] Result<Following> following(const formats::Workspace& workspace,
                                          std::string_view as_of, assessment::Query query);

/// All sections for the days of the assessment. `current`: the report of the series it is about;
/// the latest one known otherwise. Same assessment, same report.
[[nodiscard]] Report make_report(const assessment::Assessment& assessment,
                                 const formats::SeriesReport* current = nullptr);

[[nodiscard]] std::string html(const Report& report);      ///< one self-contained file
[[nodiscard]] std::string markdown(const Report& report);  ///< the same words and tables
[[nodiscard]] std::string json(const Report& report);      ///< the same blocks as values

}  // namespace accord::report
