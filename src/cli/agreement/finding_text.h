#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "agreement/model/model.h"
#include "answers/agreement/finding.h"
#include "cli/frame/call.h"
#include "cli/print/look.h"
#include "cli/print/text.h"

/// Findings in the words that several commands print.
namespace accord::cli {

/// "verified, 0 days old"; empty without evidence.
[[nodiscard]] std::string evidence_note(const answers::Finding& finding);

/// The titles of parties; the title of a group for exactly its members.
[[nodiscard]] std::string party_words(const agreement::Agreement& agreement,
                                      const std::vector<std::string>& ids);

/// What the answer rests on: workspace, days, every option that is not the usual one, and what has
/// to be said beside it; supposed records are named as such.
[[nodiscard]] std::string heading(const answers::Judged& judged,
                                  const std::vector<std::string>& notes, const Call& call);

/// What the answer says beside its findings, as notes for standard error: for answers without a
/// heading. Empty with -q.
[[nodiscard]] std::string remark_notes(const assessment::Assessment& assessment, const Call& call);

/// A line for each.
[[nodiscard]] std::string lines(const std::vector<std::string>& sentences);

[[nodiscard]] Tone tone_of(evidence::Outcome outcome);

/// "day since": the day, or "" when not known.
[[nodiscard]] std::string day_or_empty(const std::optional<Day>& day);

}  // namespace accord::cli
