#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "base/result.h"

namespace accord::cli {

/// Where reports go when no folder is named: `reports` inside the workspace. W012: a link of this
/// name leaves it.
[[nodiscard]] Result<std::filesystem::path> report_folder(const formats::Workspace& workspace);

/// The forms of a report that are written; PDF is printed from HTML, with the JSON inside it.
struct ReportForms {
  bool markdown = false, json = false, pdf = false;
  bool html = true;
};

/// Where a report of this name stands in the folder, without its ending:
/// "reports/report-GOV-2025-8".
[[nodiscard]] std::filesystem::path report_stem(const std::filesystem::path& folder,
                                                const assessment::Assessment& assessment,
                                                const formats::SeriesReport* about);

/// Writes the forms that are asked for as `stem` with their endings, together or not at all but for
/// the PDF, which follows; gives their names. E002, E003 for files and folders; R010, R011 for the
/// PDF.
[[nodiscard]] Result<std::vector<std::filesystem::path>> write_report(
    const assessment::Assessment& assessment, const formats::SeriesReport* about,
    const std::filesystem::path& stem, const ReportForms& forms);

}  // namespace accord::cli
