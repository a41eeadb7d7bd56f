#include "answers/agreement/positions.h"

#include <fmt/format.h>

#include "answers/talks/public_words.h"
#include "base/text.h"
#include "talks/public_words/packages.h"

namespace accord::answers {

namespace {

OptionOut why_out(const Workspace& workspace, const std::string& option, const std::string& party,
                  const talks::MarkOfOption& mark) {
  OptionOut out{option, workspace.statements[mark.because.front()].day, {}, {}};
  for (const std::size_t index : mark.because)
    out.put_out_by.push_back(workspace.statements[index].id);
  out.lifted_if =
      fmt::format("{} demands, offers or accepts {}, or {} {} superseded", party, option,
                  join(out.put_out_by, ", "), out.put_out_by.size() == 1 ? "is" : "are");
  return out;
}

SidePosition side_of(const Workspace& workspace, const agreement::PartyTitles& titles,
                     const talks::IssueMarks& issue, const talks::SideMarks& side) {
  const auto with = [&](talks::OptionMark mark) { return side.with(mark, issue.options); };
  SidePosition out;
  out.party = side.party;
  out.party_title = titles.of(side.party);
  out.named = with(talks::OptionMark::named);
  out.open = with(talks::OptionMark::open);
  out.against = with(talks::OptionMark::against);
  out.out = with(talks::OptionMark::out);
  for (std::size_t o = 0; o < issue.options.size(); ++o)
    if (side.options[o].mark == talks::OptionMark::out)
      out.why_out.push_back(why_out(workspace, issue.options[o], out.party_title, side.options[o]));
  out.contradicts = side.contradicts;
  for (const std::size_t index : side.statements)
    out.statements.push_back(statement_of(workspace.statements[index]));
  return out;
}

}  // namespace

Answered<PositionsAnswer> positions(const Workspace& workspace, const PositionsQuestion& asked) {
  const auto found = marks_on(workspace, asked.on, asked.public_only);
  if (!found) return tl::make_unexpected(found.error());
  const talks::RoundsAround rounds = talks::rounds_around(workspace.rounds, *asked.on);
  const talks::PackageCounts counts = talks::package_counts(*found);
  PositionsAnswer out{*asked.on,
                      asked.public_only,
                      round_of(rounds.last),
                      round_of(rounds.next),
                      counts.not_excluded,
                      counts.not_opposed,
                      counts.named_by_all,
                      {},
                      contradictions(workspace, *found)};
  const agreement::PartyTitles titles = titles_of(workspace);
  for (const talks::IssueMarks& issue : *found) {
    IssueRow& row = out.issues.emplace_back(IssueRow{issue.issue,
                                                     issue.title,
                                                     issue.not_excluded,
                                                     issue.not_opposed,
                                                     issue.named_by_all,
                                                     issue.silent,
                                                     {}});
    for (const talks::SideMarks& side : issue.sides)
      row.positions.push_back(side_of(workspace, titles, issue, side));
  }
  return out;
}

constinit const Question positions_question = Asked<positions>::named("talks positions");

}  // namespace accord::answers
