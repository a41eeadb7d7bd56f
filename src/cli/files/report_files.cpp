#include "cli/files/report_files.h"

#include <fmt/format.h>

#include "cli/files/files.h"
#include "formats/text/files.h"
#include "report/forms/pdf.h"
#include "report/sections/report.h"

namespace accord::cli {

namespace fs = std::filesystem;

namespace {

/// "R/2025/8" → "R-2025-8"; without a report, the day.
std::string file_name(const assessment::Assessment& assessment,
                      const formats::SeriesReport* report) {
  if (report == nullptr) return "report-" + to_string(assessment.on());
  std::string name = "report-";
  for (const char c : report->id)
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
  return name;
}

}  // namespace

Result<fs::path> report_folder(const formats::Workspace& workspace) {
  const fs::path folder = workspace.root / "reports";
  if (formats::leads_outside(workspace.root, folder))
    return tl::make_unexpected(formats::outside(folder));
  return folder;
}

fs::path report_stem(const fs::path& folder, const assessment::Assessment& assessment,
                     const formats::SeriesReport* about) {
  return folder / file_name(assessment, about);
}

Result<std::vector<fs::path>> write_report(const assessment::Assessment& assessment,
                                           const formats::SeriesReport* about, const fs::path& stem,
                                           const ReportForms& forms) {
  const fs::path folder = stem.has_parent_path() ? stem.parent_path() : ".";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return fail("E003", fmt::format("the folder cannot be made: {}", error.message()),
                folder.string(), "name another folder with -o");
  const report::Report made = report::make_report(assessment, about);
  std::vector<std::pair<fs::path, std::string>> files;
  if (forms.html || forms.pdf) files.emplace_back(stem.string() + ".html", report::html(made));
  if (forms.markdown) files.emplace_back(stem.string() + ".md", report::markdown(made));
  if (forms.json) files.emplace_back(stem.string() + ".json", report::json(made));
  const fs::path printed = stem.string() + ".pdf";
  if (forms.pdf)
    if (const auto checked = check_own_name(printed); !checked)
      return tl::make_unexpected(checked.error());
  if (const auto done = write_files(files); !done) return tl::make_unexpected(done.error());
  std::vector<fs::path> written;
  for (const auto& [path, bytes] : files) written.push_back(path);
  if (!forms.pdf) return written;
  std::vector<fs::path> data;
  for (const fs::path& path : written)
    if (path.extension() == ".json") data.push_back(path);
  if (const auto done = report::write_pdf(written.front(), printed, assessment.on(), data); !done)
    return tl::make_unexpected(done.error());
  written.push_back(printed);
  return written;
}

}  // namespace accord::cli
