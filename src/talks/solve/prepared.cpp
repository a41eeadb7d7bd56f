#include "talks/solve/prepared.h"

#include <fmt/format.h>

#include <map>

#include "talks/model/utility.h"

namespace accord::talks {

namespace {

constexpr std::uint64_t cells_max = 4'000'000;  ///< of one table over several issues

}  // namespace

Result<std::vector<std::uint32_t>> sizes_of(const Domain& domain) {
  std::vector<std::uint32_t> out;
  for (const Issue& issue : domain.issues) {
    if (issue.is_continuous())
      return fail("P060", fmt::format("issue {} is continuous", issue.id), "",
                  "give the issue points; two parties with linear terms need none");
    out.push_back(issue.size());
  }
  return out;
}

namespace {

/// Calls use(place, outcome) for every combination of values of the issues.
template <class Use>
void for_cells(const Domain& domain, const std::vector<std::size_t>& issues, Use use) {
  std::uint64_t cells = 1;
  for (const std::size_t issue : issues) cells *= domain.issues[issue].size();
  Outcome outcome(domain.issues.size());
  for (std::uint64_t place = 0; place < cells; ++place) {
    std::uint64_t rest = place;
    for (std::size_t i = issues.size(); i-- > 0;) {
      const std::uint32_t size = domain.issues[issues[i]].size();
      outcome[issues[i]] = static_cast<std::uint32_t>(rest % size);
      rest /= size;
    }
    use(place, outcome);
  }
}

std::optional<std::uint64_t> cells_of(const Domain& domain, const std::vector<std::size_t>& issues,
                                      const Limits& limits) {
  std::uint64_t out = 1;
  for (const std::size_t issue : issues) {
    out *= domain.issues[issue].size();
    if (out > std::min(cells_max, limits.work)) return std::nullopt;
  }
  return out;
}

tl::unexpected<Error> too_many_cells(const Domain& domain, const std::vector<std::size_t>& issues,
                                     std::string_view what) {
  std::vector<std::string> ids;
  for (const std::size_t issue : issues) ids.push_back(domain.issues[issue].id);
  return fail("P061",
              fmt::format("{} over {} has more than {} combinations", what, fmt::join(ids, ", "),
                          cells_max),
              "", "split it into rules or terms over fewer issues, or take coarser grids");
}

}  // namespace

Result<Factor<std::uint64_t>> table_of(const Domain& domain, const Rule& rule, std::uint64_t bit,
                                       const Limits& limits) {
  Factor<std::uint64_t> out{issues_of(rule), {}};
  const auto cells = cells_of(domain, out.issues, limits);
  if (!cells) return too_many_cells(domain, out.issues, "a rule");
  out.values.resize(*cells);
  for_cells(domain, out.issues, [&](std::uint64_t place, const Outcome& outcome) {
    out.values[place] = keeps(domain, rule, outcome) ? 0 : bit;
  });
  return out;
}

Result<std::vector<Factor<Number>>> factors_of(const Domain& domain, const Utility& utility,
                                               bool want_least, const Limits& limits) {
  std::map<std::vector<std::size_t>, Factor<Number>> out;
  for (const Term& term : utility.terms) {
    std::vector<std::size_t> issues = issues_of(term);
    std::sort(issues.begin(), issues.end());
    const auto cells = cells_of(domain, issues, limits);
    if (!cells) return too_many_cells(domain, issues, "a term");
    Factor<Number>& factor = out[issues];
    factor.issues = issues;
    factor.values.resize(*cells);
    const Utility alone{{term}, {}, {}, {}};
    for_cells(domain, issues, [&](std::uint64_t place, const Outcome& outcome) {
      const Range value = weighted(alone, {entry_of(domain, term, outcome)});
      factor.values[place] += want_least ? value.low : value.high;
    });
  }
  std::vector<Factor<Number>> list;
  for (auto& [issues, factor] : out) list.push_back(std::move(factor));
  return list;
}

namespace {

bool is_exact(const Range& range) {
  return range.is_exact();
}

bool has_exact_numbers(const Utility& utility) {
  if (!utility.weight_order.empty()) return false;
  return std::all_of(utility.terms.begin(), utility.terms.end(), [](const Term& term) {
    if (!weight_of(term).is_exact()) return false;
    if (const auto* table = std::get_if<TableTerm>(&term))
      return std::all_of(table->values.begin(), table->values.end(), is_exact);
    if (const auto* tuples = std::get_if<TupleTerm>(&term))
      return std::all_of(tuples->values.begin(), tuples->values.end(),
                         [](const auto& row) { return row.second.is_exact(); });
    if (const auto* box = std::get_if<BoxTerm>(&term)) return box->value.is_exact();
    return true;
  });
}

}  // namespace

Result<std::vector<ExactParty>> exact_parties(const Talks& talks, const Limits& limits) {
  std::vector<ExactParty> out;
  const auto needed = [](const std::string& party, const char* what) {
    return fail("P046", fmt::format("{} has not stated {}", party, what), "",
                "ask for the zone, which needs no numbers, or let the party state them");
  };
  for (const std::string& party : talks.silent_parties()) return needed(party, "a position");
  if (talks.positions.size() < 2)
    return fail("P052",
                fmt::format("expected at least two positions, found {}", talks.positions.size()),
                "", "add the positions of the other parties");
  for (const Position& position : talks.positions) {
    if (!position.utility) return needed(position.party, "a utility");
    if (!has_exact_numbers(*position.utility) || position.utility->cap)
      return needed(position.party, "an exact utility");
    ExactParty party;
    party.id = position.party;
    if (const auto* range = std::get_if<Range>(&position.reservation)) {
      if (!range->is_exact()) return needed(position.party, "an exact walk-away value");
      party.reservation = range->low;
    }
    if (const auto* package = std::get_if<Outcome>(&position.reservation))
      party.reservation = utility_of(talks.domain, position, *package)->low;
    auto factors = factors_of(talks.domain, *position.utility, true, limits);
    if (!factors) return tl::make_unexpected(factors.error());
    party.utility = std::move(*factors);
    out.push_back(std::move(party));
  }
  return out;
}

}  // namespace accord::talks
