#include "talks/public_words/marks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace accord::talks {

namespace {

bool names_option(const Statement& said, const std::string& option) {
  return std::find(said.acceptable.begin(), said.acceptable.end(), option) != said.acceptable.end();
}

/// What one side has said on one issue and is in force, by day.
class Said {
 public:
  Said(const std::vector<Statement>& all, const std::vector<std::size_t>& said,
       const PositionsQuery& query)
      : all_(all) {
    for (const std::size_t i : said) {
      const Statement& s = all[i];
      const bool is_over = s.superseded && *s.superseded <= query.day;
      if (s.day <= query.day && !is_over && (s.is_public() || !query.public_only))
        in_force_.push_back(i);
    }
    std::sort(in_force_.begin(), in_force_.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(all_[a].day, all_[a].id, a) < std::tie(all_[b].day, all_[b].id, b);
    });
  }

  [[nodiscard]] const std::vector<std::size_t>& in_force() const { return in_force_; }

  /// For each option the red lines that put it out.
  [[nodiscard]] std::vector<std::vector<std::size_t>> out(
      const std::vector<std::string>& options) const {
    std::vector<std::vector<std::size_t>> by(options.size());
    for (std::size_t first = 0, end = 0; first < in_force_.size(); first = end) {
      while (end < in_force_.size() && all_[in_force_[end]].day == all_[in_force_[first]].day)
        ++end;
      for (std::size_t i = first; i < end; ++i) lift(all_[in_force_[i]], options, by);
      for (std::size_t i = first; i < end; ++i) put_out(in_force_[i], options, by);
    }
    return by;
  }

  /// The statements of the latest day with one that does more than discuss.
  [[nodiscard]] std::vector<std::size_t> latest() const {
    std::vector<std::size_t> found;
    for (const std::size_t i : in_force_) {
      if (all_[i].only_discusses()) continue;
      if (!found.empty() && all_[found.front()].day < all_[i].day) found.clear();
      found.push_back(i);
    }
    return found;
  }

 private:
  static void lift(const Statement& s, const std::vector<std::string>& options,
                   std::vector<std::vector<std::size_t>>& by) {
    if (!s.names() && !s.red_line) return;
    for (std::size_t o = 0; o < options.size(); ++o)
      if (names_option(s, options[o])) by[o].clear();
  }
  void put_out(std::size_t i, const std::vector<std::string>& options,
               std::vector<std::vector<std::size_t>>& by) const {
    if (!all_[i].red_line) return;
    for (std::size_t o = 0; o < options.size(); ++o)
      if (!names_option(all_[i], options[o])) by[o].push_back(i);
  }

  const std::vector<Statement>& all_;
  std::vector<std::size_t> in_force_;
};

/// What the statements of one day say of each option together.
std::vector<OptionMark> together(const std::vector<Statement>& all,
                                 const std::vector<std::size_t>& said,
                                 const std::vector<std::string>& options, bool& contradicts) {
  std::vector<OptionMark> found(options.size(), OptionMark::open);
  if (said.empty()) return found;
  const bool is_naming =
      std::any_of(said.begin(), said.end(), [&](std::size_t i) { return all[i].names(); });
  contradicts = true;
  for (std::size_t o = 0; o < options.size(); ++o) {
    const bool inside = std::all_of(
        said.begin(), said.end(), [&](std::size_t i) { return names_option(all[i], options[o]); });
    if (inside) contradicts = false;
    if (!inside) found[o] = OptionMark::against;
    if (inside && is_naming) found[o] = OptionMark::named;
  }
  if (contradicts) std::fill(found.begin(), found.end(), OptionMark::open);
  return found;
}

SideMarks marks_of_side(const std::vector<Statement>& all, const Said& said,
                        const std::vector<std::string>& options, const std::string& party) {
  SideMarks side;
  side.party = party;
  side.silent = said.in_force().empty();
  const auto out = said.out(options);
  const auto latest = said.latest();
  const auto marks = together(all, latest, options, side.contradicts);
  std::set<std::size_t> used(latest.begin(), latest.end());
  for (std::size_t o = 0; o < options.size(); ++o) {
    used.insert(out[o].begin(), out[o].end());
    if (out[o].empty())
      side.options.push_back({marks[o], latest});
    else
      side.options.push_back({OptionMark::out, out[o]});
  }
  for (const std::size_t i : said.in_force())
    if (used.empty() || used.contains(i)) side.statements.push_back(i);
  return side;
}

/// Fills the columns from the marks of the sides.
void add_columns(IssueMarks& issue) {
  for (std::size_t o = 0; o < issue.options.size(); ++o) {
    const auto is = [&](OptionMark mark) {
      return [mark, o](const SideMarks& side) { return side.options[o].mark == mark; };
    };
    const auto& sides = issue.sides;
    const auto& ids = issue.options;
    if (std::any_of(sides.begin(), sides.end(), is(OptionMark::out))) continue;
    issue.not_excluded.push_back(ids[o]);
    if (std::any_of(sides.begin(), sides.end(), is(OptionMark::against))) continue;
    issue.not_opposed.push_back(ids[o]);
    // One side alone agrees with nobody.
    if (sides.size() > 1 && std::all_of(sides.begin(), sides.end(), is(OptionMark::named)))
      issue.named_by_all.push_back(ids[o]);
  }
  for (const SideMarks& side : issue.sides)
    if (side.silent) issue.silent.push_back(side.party);
}

}  // namespace

std::vector<std::string> SideMarks::with(OptionMark mark,
                                         const std::vector<std::string>& ids) const {
  std::vector<std::string> found;
  for (std::size_t o = 0; o < options.size(); ++o)
    if (options[o].mark == mark) found.push_back(ids[o]);
  return found;
}

std::vector<IssueMarks> marks(const std::vector<IssueOption>& options,
                              const std::vector<Statement>& statements,
                              const PositionsQuery& query) {
  std::vector<IssueMarks> out;
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
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> by_issue;
  for (std::size_t i = 0; i < statements.size(); ++i)
    by_issue[{statements[i].issue, statements[i].party}].push_back(i);
  const auto parties = query.parties.empty() ? sides_of(statements, {}) : query.parties;
  for (IssueMarks& issue : out) {
    for (const std::string& party : parties) {
      const auto found = by_issue.find({issue.issue, party});
      const Said said(statements,
                      found == by_issue.end() ? std::vector<std::size_t>{} : found->second, query);
      issue.sides.push_back(marks_of_side(statements, said, issue.options, party));
    }
    add_columns(issue);
  }
  return out;
}

}  // namespace accord::talks
