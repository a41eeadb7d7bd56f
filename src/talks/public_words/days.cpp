#include "talks/public_words/days.h"

#include <set>

namespace accord::talks {

namespace {

std::vector<MarkChange> changes_between(const std::vector<IssueMarks>& before,
                                        const std::vector<IssueMarks>& after) {
  std::vector<MarkChange> out;
  for (std::size_t i = 0; i < after.size(); ++i)
    for (std::size_t o = 0; o < after[i].options.size(); ++o)
      for (std::size_t s = 0; s < after[i].sides.size(); ++s) {
        const MarkOfOption& was = before[i].sides[s].options[o];
        const MarkOfOption& is = after[i].sides[s].options[o];
        if (was.mark != is.mark)
          out.push_back({after[i].issue, after[i].options[o], after[i].sides[s].party, was.mark,
                         is.mark, is.because});
      }
  return out;
}

DayOfTalks day_of(std::optional<Day> from, const std::vector<IssueMarks>& issues,
                  std::vector<MarkChange> changes) {
  DayOfTalks out{from, package_counts(issues), {}, std::move(changes)};
  for (const IssueMarks& issue : issues)
    if (issue.not_excluded.empty()) out.none_left.push_back(issue.issue);
  return out;
}

}  // namespace

std::vector<DayOfTalks> days_of_talks(const std::vector<IssueOption>& options,
                                      const std::vector<Statement>& statements,
                                      PositionsQuery query) {
  if (query.parties.empty()) query.parties = sides_of(statements, {});
  std::set<Day> days;
  for (const Statement& s : statements) {
    days.insert(s.day);
    if (s.superseded) days.insert(*s.superseded);
  }
  std::vector<IssueMarks> before = marks(options, {}, query);
  std::vector<DayOfTalks> out{day_of(std::nullopt, before, {})};
  for (const Day day : days) {
    query.day = day;
    std::vector<IssueMarks> after = marks(options, statements, query);
    auto changes = changes_between(before, after);
    if (!changes.empty()) out.push_back(day_of(day, after, std::move(changes)));
    before = std::move(after);
  }
  return out;
}

}  // namespace accord::talks
