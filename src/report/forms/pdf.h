#pragma once

#include <filesystem>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace accord::report {

/// Makes a PDF of an HTML report with WeasyPrint, an external program. Same HTML, day and versions
/// of WeasyPrint and fonts: same bytes. The PDF appears under its name only when it is whole.
/// `attachments` (the data behind the figures) travel inside the PDF.
/// @error R010 no WeasyPrint on this machine; E002 no room for the file; R011 it failed (with what
/// it said last).
[[nodiscard]] Result<void> write_pdf(const std::filesystem::path& html,
                                     const std::filesystem::path& pdf, Day day,
                                     const std::vector<std::filesystem::path>& attachments = {});

/// True when the program is on the PATH.
[[nodiscard]] bool has_pdf_engine();

}  // namespace accord::report
