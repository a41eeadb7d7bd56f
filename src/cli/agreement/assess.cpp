#include "answers/agreement/assess.h"

#include <fmt/format.h>

#include "cli/agreement/assess_text.h"
#include "cli/files/report_files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"

namespace accord::cli {

using answers::AssessAnswer;

namespace {

/// Without the file the summary is still whole: a read-only workspace gives a warning, no refusal.
std::string write_full_report(const void* source, void* at, const Request&) {
  const auto& assessed = *static_cast<const assessment::Assessment*>(source);
  const auto folder = report_folder(assessed.workspace());
  const auto report =
      folder ? write_report(assessed, nullptr, report_stem(*folder, assessed, nullptr), {})
             : tl::make_unexpected(folder.error());
  if (report) {
    static_cast<AssessAnswer*>(at)->report_file = report->front().string();
    return {};
  }
  Problem warning = answers::problem_of(report.error());
  warning.severity = Severity::warning;
  return render_all({warning}, {});
}

std::string text_of(const void* at, const Request& request) {
  return assess_text(*static_cast<const AssessAnswer*>(at), request);
}

}  // namespace

const Command assess_command{.name = "assess",
                             .question = &answers::assess_question,
                             .group = Group::judge,
                             .text_of = text_of,
                             .writes = write_full_report};

}  // namespace accord::cli
