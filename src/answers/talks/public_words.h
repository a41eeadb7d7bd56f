#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/model/party_titles.h"
#include "answers/agreement/positions.h"
#include "talks/public_words/marks.h"

/// What questions on public words share: the marks of a day, and how they are said.
namespace accord::answers {

/// Of all sides that have said something or lead in a round. U005: no day is named.
[[nodiscard]] Answered<std::vector<talks::IssueMarks>> marks_on(const Workspace& workspace,
                                                                std::optional<Day> on,
                                                                bool public_only);

[[nodiscard]] agreement::PartyTitles titles_of(const Workspace& workspace);
/// Nothing can be said of whether an accord is possible: P020 the workspace has no issues of talks;
/// P052 fewer than two sides.
[[nodiscard]] std::optional<Error> nothing_to_judge(const Workspace& workspace);

[[nodiscard]] std::optional<TalkRound> round_of(const talks::Round* round);
[[nodiscard]] SideStatement statement_of(const talks::Statement& said);

/// A sentence for each side whose statements of its latest day have no option in common.
[[nodiscard]] std::vector<std::string> contradictions(const Workspace& workspace,
                                                      const std::vector<talks::IssueMarks>& issues);

}  // namespace accord::answers
