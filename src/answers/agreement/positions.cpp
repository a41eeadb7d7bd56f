#include "answers/agreement/positions.h"

#include "agreement/model/party_titles.h"
#include "answers/or_none.h"
#include "base/codes/parameter.h"
#include "talks/positions.h"

namespace accord::answers {

namespace {

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

SidePosition side_of(const Workspace& workspace, const agreement::PartyTitles& titles,
                     const talks::PartyPosition& position) {
  SidePosition out{
      position.party, titles.of(position.party), position.acceptable, position.red_lined, {}};
  for (const std::size_t index : position.statements)
    out.statements.push_back(statement_of(workspace.statements[index]));
  return out;
}

}  // namespace

Answered<PositionsAnswer> positions(const Workspace& workspace, const PositionsQuestion& asked) {
  if (!asked.on)
    return refused({"U005",
                    "positions are those of a day, and none is named",
                    {},
                    "name one with " + parameter("on") + ", as 2025-05-18"});
  const auto found =
      talks::positions(workspace.options, workspace.statements, {*asked.on, asked.public_only, {}});
  const talks::RoundsAround rounds = talks::rounds_around(workspace.rounds, *asked.on);
  PositionsAnswer out{*asked.on,
                      asked.public_only,
                      round_of(rounds.last),
                      round_of(rounds.next),
                      talks::package_count(found),
                      {}};
  const agreement::PartyTitles titles(workspace.agreement, workspace.outsiders);
  for (const talks::IssuePosition& issue : found) {
    IssueRow& row = out.issues.emplace_back(
        IssueRow{issue.issue, issue.title, issue.open, issue.permitted, issue.silent, {}});
    for (const talks::PartyPosition& party : issue.parties)
      row.positions.push_back(side_of(workspace, titles, party));
  }
  return out;
}

constinit const Question positions_question = Asked<positions>::named("talks positions");

}  // namespace accord::answers
