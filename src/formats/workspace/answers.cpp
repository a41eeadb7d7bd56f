#include "agreement/check/answers.h"

#include <utility>

#include "formats/workspace/intake.h"

namespace accord::formats {

void check_answers(Intake& intake) {
  Workspace& workspace = intake.workspace;
  if (has_errors(workspace.problems)) return;
  for (agreement::AnswerFault& fault :
       agreement::check_answers(workspace.agreement, workspace.records)) {
    const evidence::Origin& origin = workspace.records.origins[fault.origin];
    const Intake::AnswerCell* cell = intake.answer_cell(origin.file, origin.row);
    // Notices of counted items are matched with their changes elsewhere.
    if (cell == nullptr) continue;
    workspace.problems.push_back({Severity::error, "I025", std::move(fault.message),
                                  std::move(fault.help), cell->file, cell->place});
  }
}

}  // namespace accord::formats
