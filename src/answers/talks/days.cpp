#include "answers/talks/days.h"

#include <set>

#include "answers/talks/public_words.h"

namespace accord::answers {

namespace {

TalksDay day_shown(const Workspace& workspace, const talks::DayOfTalks& day) {
  TalksDay out;
  out.from = day.from;
  out.answer = day.packages.not_excluded.sign() == 0 ? PublicZone::excluded : PublicZone::possible;
  out.packages_not_excluded = day.packages.not_excluded;
  out.packages_not_opposed = day.packages.not_opposed;
  out.packages_named_by_all = day.packages.named_by_all;
  out.none_left = day.none_left;
  std::set<std::string> said;
  for (const talks::MarkChange& change : day.changes) {
    MarkChanged& row = out.changes.emplace_back(
        MarkChanged{change.issue, change.option, change.party, change.before, change.after, {}});
    for (const std::size_t index : change.because)
      row.because.push_back(workspace.statements[index].id);
    said.insert(row.because.begin(), row.because.end());
  }
  out.statements.assign(said.begin(), said.end());
  return out;
}

}  // namespace

Answered<TalksDays> talks_days(const Workspace& workspace, const TalksDaysQuestion& asked) {
  if (const auto nothing = nothing_to_judge(workspace)) return refused(*nothing);
  TalksDays out;
  out.public_only = asked.public_only;
  const talks::PositionsQuery query{
      {}, asked.public_only, talks::sides_of(workspace.statements, workspace.rounds)};
  for (const talks::DayOfTalks& day :
       talks::days_of_talks(workspace.options, workspace.statements, query))
    out.days.push_back(day_shown(workspace, day));
  return out;
}

constinit const Question talks_days_question = Asked<talks_days>::named("talks days", "talks_days");

}  // namespace accord::answers
