#include "answers/talks/public_words.h"

#include <fmt/format.h>

#include "answers/or_none.h"
#include "base/codes/parameter.h"

namespace accord::answers {

Answered<std::vector<talks::IssueMarks>> marks_on(const Workspace& workspace, std::optional<Day> on,
                                                  bool public_only) {
  if (!on)
    return refused({"U005",
                    "positions are those of a day, and none is named",
                    {},
                    "name one with " + parameter("on") + ", as 2025-05-18"});
  return talks::marks(workspace.options, workspace.statements,
                      {*on, public_only, talks::sides_of(workspace.statements, workspace.rounds)});
}

std::optional<Error> nothing_to_judge(const Workspace& workspace) {
  if (workspace.options.empty())
    return Error{"P020",
                 "the workspace has no issues of talks",
                 {},
                 "name the table of issues with issues under [talks] in accord.toml"};
  if (talks::sides_of(workspace.statements, workspace.rounds).size() < 2)
    return Error{"P052",
                 "fewer than two sides have a statement or lead in a round",
                 {},
                 "name the tables positions and rounds under [talks] in accord.toml"};
  return std::nullopt;
}

agreement::PartyTitles titles_of(const Workspace& workspace) {
  return agreement::PartyTitles(workspace.agreement, workspace.outsiders);
}

std::optional<TalkRound> round_of(const talks::Round* round) {
  if (round == nullptr) return std::nullopt;
  return TalkRound{round->number,
                   round->day,
                   round->place,
                   round->mediator,
                   round->mediator_state,
                   round->status,
                   text_or_none(round->note)};
}

SideStatement statement_of(const talks::Statement& said) {
  return {said.id,
          said.day,
          said.speaker,
          said.kind,
          said.red_line,
          said.summary,
          text_or_none(said.source)};
}

std::vector<std::string> contradictions(const Workspace& workspace,
                                        const std::vector<talks::IssueMarks>& issues) {
  std::vector<std::string> out;
  const agreement::PartyTitles titles = titles_of(workspace);
  for (const talks::IssueMarks& issue : issues)
    for (const talks::SideMarks& side : issue.sides)
      if (side.contradicts)
        out.push_back(
            fmt::format("contradiction: what {} said on {} on its latest day has no "
                        "option in common, and counts as open",
                        titles.of(side.party), issue.issue));
  return out;
}

}  // namespace accord::answers
