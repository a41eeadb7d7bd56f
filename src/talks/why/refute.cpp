#include "talks/why/refute.h"

#include <algorithm>
#include <map>

#include "talks/model/utility.h"

namespace accord::talks {

namespace {

constexpr std::uint64_t tuples_max = 4'000'000;

/// Calls use(outcome) for every combination of values that the box leaves on these issues. False:
/// too many.
template <class Use>
bool for_tuples(const Box& box, const std::vector<std::size_t>& issues, Use use) {
  std::uint64_t count = 1;
  for (const std::size_t issue : issues) {
    count *= box.size(issue);
    if (count > tuples_max) return false;
  }
  Outcome outcome(box.values.size());
  for (std::size_t i = 0; i < outcome.size(); ++i) outcome[i] = box.values[i].front().first;
  const auto step = [&](std::size_t issue) {
    const auto& ranges = box.values[issue];
    for (std::size_t r = 0; r < ranges.size(); ++r) {
      if (outcome[issue] > ranges[r].second) continue;
      if (outcome[issue] < ranges[r].second) return ++outcome[issue], true;
      if (r + 1 < ranges.size()) return outcome[issue] = ranges[r + 1].first, true;
    }
    outcome[issue] = ranges.front().first;
    return false;
  };
  for (bool more = true; more;) {
    use(outcome);
    more = false;
    for (std::size_t i = issues.size(); i-- > 0 && !more;) more = step(issues[i]);
  }
  return true;
}

/// Least and greatest entry of a term over the box.
std::optional<Range> entries_in(const Domain& domain, const Term& term, const Box& box) {
  std::optional<Range> out;
  const bool counted = for_tuples(box, issues_of(term), [&](const Outcome& outcome) {
    const Range entry = entry_of(domain, term, outcome);
    out = out ? Range{std::min(out->low, entry.low), std::max(out->high, entry.high)} : entry;
  });
  return counted ? out : std::nullopt;
}

/// The same of the difference to a package.
std::optional<Range> differences_in(const Domain& domain, const Position& position,
                                    const Term& term, const Outcome& package, const Box& box) {
  Position alone = position;
  alone.utility = Utility{{term}, {}, {}, {}};
  // The weight is the caller's: entries come without it.
  std::visit([](auto& t) { t.weight = {1, 1}; }, alone.utility->terms.front());
  std::optional<Range> out;
  const auto issues = issues_of(term);
  const bool counted = for_tuples(box, issues, [&](const Outcome& found) {
    Outcome outcome = package;
    for (const std::size_t issue : issues) outcome[issue] = found[issue];
    const Range d = *difference(domain, alone, outcome, package);
    out = out ? Range{std::min(out->low, d.low), std::max(out->high, d.high)} : d;
  });
  return counted ? out : std::nullopt;
}

bool has_tables(const Position& position) {
  return position.utility && !position.utility->weights_sum &&
         position.utility->weight_order.empty() && !position.utility->cap;
}

}  // namespace

Refuter::Refuter(const Talks& talks) : talks_(talks), lines_(lines_of(talks)) {}

const Line* Refuter::find_rule(const std::string& id) const {
  const auto at = std::find_if(lines_.begin(), lines_.end(),
                               [&](const Line& line) { return line.is_public && line.name == id; });
  return at == lines_.end() ? nullptr : &*at;
}

std::optional<Named> Refuter::find(const std::string& name) const {
  std::optional<Named> out;
  for (const Line& line : lines_)
    if (!line.is_public && line.name == name) {
      if (!out) out = Named{line.party, {}, false};
      out->lines.push_back(&line);
    }
  for (std::size_t i = 0; i < talks_.positions.size(); ++i) {
    const Position& position = talks_.positions[i];
    if (name != position.party + ".reservation" || position.reservation.index() == 0) continue;
    if (!out && !position.utility) continue;
    if (!out) out = Named{i, {}, false};
    out->is_reservation = true;
  }
  return out;
}

bool Refuter::refutes_rule(const Line& rule, const Box& box) const {
  return truth_of(talks_.domain, rule.rule, box) == Truth::no;
}

bool Refuter::refutes(const Named& limit, const Box& box) const {
  for (const Line* line : limit.lines)
    if (truth_of(talks_.domain, line->rule, box) == Truth::no) return true;
  return limit.is_reservation && is_below(talks_.positions[limit.position], box);
}

bool Refuter::is_below(const Position& position, const Box& box) const {
  if (!position.utility) return false;
  const auto* package = std::get_if<Outcome>(&position.reservation);
  std::vector<Range> entries;
  for (const Term& term : position.utility->terms) {
    const auto entry = package == nullptr
                           ? entries_in(talks_.domain, term, box)
                           : differences_in(talks_.domain, position, term, *package, box);
    if (!entry) return false;
    entries.push_back(*entry);
  }
  Number greatest = weighted(*position.utility, entries).high;
  if (package != nullptr) return greatest.sign() < 0;
  if (position.utility->cap) greatest = std::min(greatest, *position.utility->cap);
  return greatest < std::get<Range>(position.reservation).low;
}

std::optional<Number> Refuter::threshold(std::size_t position) const {
  const auto* range = std::get_if<Range>(&talks_.positions[position].reservation);
  return range == nullptr ? std::nullopt : std::optional(range->low);
}

std::optional<std::vector<Refuter::Group>> Refuter::groups(
    const std::vector<std::size_t>& positions, const Box& box) const {
  std::map<std::vector<std::size_t>, std::vector<std::vector<const Term*>>> by_issues;
  for (std::size_t p = 0; p < positions.size(); ++p) {
    const Position& position = talks_.positions[positions[p]];
    if (!has_tables(position)) return std::nullopt;
    for (const Term& term : position.utility->terms) {
      auto issues = issues_of(term);
      std::sort(issues.begin(), issues.end());
      auto& terms = by_issues[issues];
      terms.resize(positions.size());
      terms[p].push_back(&term);
    }
  }
  std::vector<Group> out;
  for (const auto& [issues, terms] : by_issues) {
    Group group{issues, std::vector<std::vector<Number>>(positions.size())};
    const bool counted = for_tuples(box, issues, [&](const Outcome& outcome) {
      for (std::size_t p = 0; p < positions.size(); ++p) {
        Number& sum = group.contributions[p].emplace_back();
        for (const Term* term : terms[p])
          sum += weighted({{*term}, {}, {}, {}}, {entry_of(talks_.domain, *term, outcome)}).high;
      }
    });
    if (!counted) return std::nullopt;
    out.push_back(std::move(group));
  }
  return out;
}

bool Refuter::refutes_weighted(const std::vector<std::pair<std::size_t, Number>>& weights,
                               const Box& box) const {
  std::vector<std::size_t> positions;
  Number needed, greatest;
  for (const auto& [position, weight] : weights) {
    const auto least = threshold(position);
    if (!least) return false;
    positions.push_back(position);
    needed += weight * *least;
  }
  const auto found = groups(positions, box);
  if (!found) return false;
  for (const Group& group : *found) {
    std::optional<Number> most;
    for (std::size_t o = 0; o < group.contributions.front().size(); ++o) {
      Number sum;
      for (std::size_t p = 0; p < positions.size(); ++p)
        sum += weights[p].second * group.contributions[p][o];
      if (!most || sum > *most) most = sum;
    }
    greatest += *most;
  }
  return greatest < needed;
}

}  // namespace accord::talks
