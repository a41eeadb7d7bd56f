#include <fmt/format.h>

#include <algorithm>

#include "talks/model/order.h"
#include "talks/model/position.h"
#include "talks/model/utility.h"

namespace accord::talks {

namespace {

bool lists(const std::vector<std::uint32_t>& values, std::uint32_t value) {
  return std::binary_search(values.begin(), values.end(), value);
}

/// Least and greatest of how much better than walking away; nothing when no number says it.
std::optional<Range> margin(const Domain& domain, const Position& position,
                            const Outcome& outcome) {
  if (const auto* package = std::get_if<Outcome>(&position.reservation))
    return difference(domain, position, outcome, *package);
  const auto* reservation = std::get_if<Range>(&position.reservation);
  const auto utility = utility_of(domain, position, outcome);
  if (reservation == nullptr || !utility) return std::nullopt;
  return Range{utility->low - reservation->high, utility->high - reservation->low};
}

bool below_reservation(const Domain& domain, const Position& position, const Outcome& outcome) {
  const auto much = margin(domain, position, outcome);
  if (much && much->high.sign() < 0) return true;
  const auto* package = std::get_if<Outcome>(&position.reservation);
  return package != nullptr && worse(position, outcome, *package);
}

bool reaches_reservation(const Domain& domain, const Position& position, const Outcome& outcome) {
  const auto much = margin(domain, position, outcome);
  if (much && much->low.sign() >= 0) return true;
  const auto* package = std::get_if<Outcome>(&position.reservation);
  return package != nullptr && at_least_as_good(position, outcome, *package);
}

/// "Any combination of my yes values is acceptable, with at most q I could live with."
bool is_covered_together(const Position& position, const Outcome& outcome) {
  if (!position.together) return false;
  std::uint32_t lived_with = 0;
  for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
    const auto marks = position.marks.find(issue);
    if (marks == position.marks.end()) return false;
    if (lists(marks->second.yes, outcome[issue])) continue;
    if (!lists(marks->second.live, outcome[issue])) return false;
    ++lived_with;
  }
  return lived_with <= position.live_at_most;
}

/// A yes in the party's own words, whatever its numbers say.
bool is_said_yes(const Position& position, const Outcome& outcome) {
  return is_covered_together(position, outcome) ||
         std::any_of(
             position.packages.begin(), position.packages.end(),
             [&](const PackageAnswer& p) { return p.yes && reaches(position, p, outcome); });
}

}  // namespace

std::vector<std::string> Talks::silent_parties() const {
  std::vector<std::string> out;
  for (const std::string& party : domain.parties)
    if (std::none_of(positions.begin(), positions.end(),
                     [&](const Position& p) { return p.party == party; }))
      out.push_back(party);
  return out;
}

std::vector<std::string> Talks::parties() const {
  std::vector<std::string> out;
  for (const Position& position : positions) out.push_back(position.party);
  for (std::string& party : silent_parties()) out.push_back(std::move(party));
  return out;
}

std::vector<std::string> broken_by(const Domain& domain, const Position& position,
                                   const Outcome& outcome) {
  std::vector<std::string> out;
  for (const NamedRule& line : position.red_lines)
    if (!keeps(domain, line.rule, outcome))
      out.push_back(fmt::format("{}.{}", position.party, line.id));
  for (const auto& [issue, marks] : position.marks)
    if (lists(marks.no, outcome[issue]))
      out.push_back(fmt::format("{}.no.{}", position.party, domain.issues[issue].id));
  for (std::size_t i = 0; i < position.packages.size(); ++i)
    if (!position.packages[i].yes && is_reached_by(position, position.packages[i], outcome))
      out.push_back(fmt::format("{}.package.{}", position.party, i + 1));
  if (below_reservation(domain, position, outcome))
    out.push_back(fmt::format("{}.reservation", position.party));
  return out;
}

Answer answer_of(const Domain& domain, const Position& position, const Outcome& outcome) {
  if (!broken_by(domain, position, outcome).empty()) return Answer::no;
  if (position.otherwise_acceptable || is_said_yes(position, outcome) ||
      reaches_reservation(domain, position, outcome))
    return Answer::yes;
  return Answer::open;
}

bool contradicts(const Domain& domain, const Position& position, const Outcome& outcome) {
  return is_said_yes(position, outcome) && !broken_by(domain, position, outcome).empty();
}

}  // namespace accord::talks
