#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assessment/assessment.h"
#include "base/result.h"

namespace accord::cli {

/// Which report of the series --as-of asks for; nothing for a day, or when it was not given.
/// R001: no such report.
[[nodiscard]] Result<const formats::SeriesReport*> asked_report(const formats::Workspace& workspace,
                                                                const std::string& as_of);

/// Where reports go when no folder is named: `reports` inside the workspace. W012: a link of this
/// name leaves it.
[[nodiscard]] Result<std::filesystem::path> report_folder(const formats::Workspace& workspace);

/// Writes the report, its files together or not at all, and gives them in the order written: HTML
/// always, Markdown and JSON with `all`, PDF with `pdf` once the others are there. E002, E003 for
/// files and folders; R010, R011 for the PDF.
[[nodiscard]] Result<std::vector<std::filesystem::path>> write_report(
    const assessment::Assessment& assessment, const formats::SeriesReport* report,
    const std::filesystem::path& folder, bool all, bool pdf);

}  // namespace accord::cli
