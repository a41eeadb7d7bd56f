#include "talks/positions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace accord::talks {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Indexes of the statements on an issue by a party, in their order.
using ByIssue = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>>;

/// The statements of a party on an issue that stand on the day, ordered by id.
std::vector<std::size_t> standing(const std::vector<Statement>& statements,
                                  const PositionsQuery& query,
                                  const std::vector<std::size_t>& said) {
  std::vector<std::size_t> out;
  std::optional<Day> latest;
  for (const std::size_t i : said) {
    const Statement& s = statements[i];
    if (s.day > query.day) continue;
    if (query.public_only && !s.is_public()) continue;
    if (latest && s.day < *latest) continue;
    if (!latest || s.day > *latest) out.clear();
    latest = s.day;
    out.push_back(i);
  }
  // Withdrawn without a new one in its place: nothing stands, the earlier do not come back.
  std::erase_if(out, [&](std::size_t i) {
    return statements[i].superseded && *statements[i].superseded <= query.day;
  });
  std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(statements[a].id, a) < std::tie(statements[b].id, b);
  });
  return out;
}

PartyPosition position_of(const std::vector<Statement>& statements, const ByIssue& by_issue,
                          const PositionsQuery& query, const IssuePosition& issue,
                          const std::string& party) {
  PartyPosition out;
  out.party = party;
  if (const auto said = by_issue.find({issue.issue, party}); said != by_issue.end())
    out.statements = standing(statements, query, said->second);
  for (const std::string& option : issue.options) {
    bool accepts = true;
    bool red = false;
    for (const std::size_t i : out.statements) {
      if (contains(statements[i].acceptable, option)) continue;
      accepts = false;
      red = red || statements[i].red_line;
    }
    if (accepts) out.acceptable.push_back(option);
    if (red) out.red_lined.push_back(option);
  }
  return out;
}

std::vector<std::string> sides(const std::vector<Statement>& statements,
                               const PositionsQuery& query) {
  if (!query.parties.empty()) return query.parties;
  std::set<std::string> found;
  for (const Statement& s : statements) found.insert(s.party);
  return {found.begin(), found.end()};
}

}  // namespace

std::vector<IssuePosition> positions(const std::vector<IssueOption>& options,
                                     const std::vector<Statement>& statements,
                                     const PositionsQuery& query) {
  std::vector<IssuePosition> out;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const IssueOption& option : options) {
    const auto [place, is_new] = places.try_emplace(option.issue, out.size());
    if (is_new) {
      out.emplace_back();
      out.back().issue = option.issue;
      out.back().title = option.issue_title;
    }
    out[place->second].options.push_back(option.id);
  }
  ByIssue by_issue;
  for (std::size_t i = 0; i < statements.size(); ++i)
    by_issue[{statements[i].issue, statements[i].party}].push_back(i);
  const std::vector<std::string> parties = sides(statements, query);
  for (IssuePosition& issue : out) {
    for (const std::string& party : parties)
      issue.parties.push_back(position_of(statements, by_issue, query, issue, party));
    for (const PartyPosition& p : issue.parties)
      if (p.is_silent()) issue.silent.push_back(p.party);
    for (const std::string& option : issue.options) {
      const auto& all = issue.parties;
      if (std::all_of(all.begin(), all.end(),
                      [&](const PartyPosition& p) { return contains(p.acceptable, option); }))
        issue.open.push_back(option);
      if (std::none_of(all.begin(), all.end(),
                       [&](const PartyPosition& p) { return contains(p.red_lined, option); }))
        issue.permitted.push_back(option);
    }
  }
  return out;
}

RoundsAround rounds_around(const std::vector<Round>& rounds, Day day) {
  RoundsAround out;
  const auto key = [](const Round& r) { return std::tie(r.day, r.number); };
  for (const Round& r : rounds) {
    if (r.day > day) {
      if (out.next == nullptr || key(r) < key(*out.next)) out.next = &r;
    } else if (r.status == "held") {
      if (out.last == nullptr || key(r) > key(*out.last)) out.last = &r;
    }
  }
  return out;
}

}  // namespace accord::talks
