#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "agreement/model/party_titles.h"
#include "assessment/assessment.h"
#include "cli/frame/request.h"
#include "cli/print/look.h"
#include "cli/print/text.h"
#include "evidence/finding.h"

/// Findings in the words that several commands print.
namespace accord::cli {

/// "T-STOCK", or "O-EU-TRANS@fr" where each of several parties is obliged: the id without its “F-”.
[[nodiscard]] std::string short_id(const evidence::Finding& finding);

/// "3.0 t against 100 crates (2.5 t)", what an activity was seen to be, or why nothing is
/// shown.
[[nodiscard]] std::string shown(const evidence::Finding& finding);

/// "verified, 0 days old"; empty without evidence.
[[nodiscard]] std::string evidence_note(const evidence::Finding& finding);

/// "declared suspended on 2019-05-08 and again on 2020-01-05"; empty without a declaration.
[[nodiscard]] std::string declared_note(const evidence::Finding& finding,
                                        const agreement::PartyTitles& parties);

/// The titles of parties; the title of a group for exactly its members.
[[nodiscard]] std::string party_words(const agreement::Agreement& agreement,
                                      const std::vector<std::string>& ids);

/// What the answer rests on: workspace, days, and every option that is not the usual one; supposed
/// records are named as such.
[[nodiscard]] std::string heading(const assessment::Assessment& assessment,
                                  const assessment::Query& query, const Look& look);

/// What the answer says beside its findings, as notes for standard error: for answers without a
/// heading. Empty with -q.
[[nodiscard]] std::string remark_notes(const assessment::Assessment& assessment,
                                       const Request& request);

/// "12 met, 9 not met, 15 not shown, 5 out of the count"
[[nodiscard]] std::string counts_line(const assessment::Counts& counts);
/// “12 of the 29 commitments that are met or not met rest on recalled records only”, as a line; or
/// nothing.
[[nodiscard]] std::string recalled_line(const assessment::Assessment& assessment);

[[nodiscard]] Tone tone_of(evidence::Outcome outcome);

/// "day since": the day, or "" when not known.
[[nodiscard]] std::string day_or_empty(const std::optional<Day>& day);

}  // namespace accord::cli
