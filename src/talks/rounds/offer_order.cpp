#include "talks/rounds/offer_order.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::talks {

namespace {

struct Candidate {
  Outcome outcome;
  std::size_t open = 0;       ///< parties that have not said yes
  std::vector<Number> gains;  ///< utilities first; then above the walk-away values, ascending
};

/// Nothing when somebody excludes the outcome.
std::optional<Candidate> candidate_of(const Talks& talks, const Outcome& outcome) {
  if (!is_allowed(talks.domain, outcome)) return std::nullopt;
  Candidate out{outcome, talks.silent_parties().size(), {}};
  for (const Position& position : talks.positions) {
    const Answer answer = answer_of(talks.domain, position, outcome);
    if (answer == Answer::no) return std::nullopt;
    if (answer != Answer::yes) ++out.open;
    const auto utility = utility_of(talks.domain, position, outcome);
    if (utility && utility->is_exact()) out.gains.push_back(utility->low);
  }
  return out;
}

/// The walk-away value of each party; nothing when one is not an exact number.
std::optional<std::vector<Number>> disagreement(const Talks& talks,
                                                const std::vector<Candidate>& candidates) {
  std::vector<Number> out;
  for (std::size_t p = 0; p < talks.positions.size(); ++p) {
    const Position& position = talks.positions[p];
    const auto* range = std::get_if<Range>(&position.reservation);
    const auto* package = std::get_if<Outcome>(&position.reservation);
    if (range != nullptr && !range->is_exact()) return std::nullopt;
    if (range != nullptr) {
      out.push_back(range->low);
    } else if (package != nullptr) {
      const auto utility = utility_of(talks.domain, position, *package);
      if (!utility || !utility->is_exact()) return std::nullopt;
      out.push_back(utility->low);
    } else {
      const auto least = std::min_element(
          candidates.begin(), candidates.end(),
          [&](const Candidate& a, const Candidate& b) { return a.gains[p] < b.gains[p]; });
      out.push_back(least->gains[p]);
    }
  }
  return out;
}

bool turn_into_gains(const Talks& talks, std::vector<Candidate>& candidates) {
  const std::size_t parties = talks.positions.size();
  if (candidates.empty() || !talks.silent_parties().empty()) return false;
  for (const Candidate& candidate : candidates)
    if (candidate.gains.size() != parties) return false;
  const auto from = disagreement(talks, candidates);
  if (!from) return false;
  for (Candidate& candidate : candidates) {
    for (std::size_t p = 0; p < parties; ++p) candidate.gains[p] -= (*from)[p];
    std::sort(candidate.gains.begin(), candidate.gains.end());
  }
  return true;
}

}  // namespace

Result<Offers> offers_in_order(const Talks& talks, std::uint64_t outcomes_max) {
  if (talks.domain.has_continuous())
    return fail("P060", "the domain has a continuous issue", "", "give the issue points");
  const Number outcomes = talks.domain.outcomes();
  if (outcomes > Number(static_cast<std::int64_t>(outcomes_max)))
    return fail("P061",
                fmt::format("there are {} outcomes, and {} at most are put in order",
                            outcomes.text(), outcomes_max),
                "", "take coarser values");
  std::vector<Candidate> candidates;
  for (std::uint64_t rank = 0; Number(static_cast<std::int64_t>(rank)) < outcomes; ++rank)
    if (auto candidate = candidate_of(talks, talks.domain.outcome_at(rank)))
      candidates.push_back(std::move(*candidate));
  // In order of rank before, and stable: ties stay in it.
  if (turn_into_gains(talks, candidates))
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.gains > b.gains; });
  else
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.open < b.open; });
  Offers out;
  for (Candidate& candidate : candidates) out.push_back(std::move(candidate.outcome));
  return out;
}

Result<Offers> proposal_of(const Talks& talks, FairRule rule, const Limits& limits) {
  if (talks.domain.has_continuous())
    return fail("P060", "the domain has a continuous issue", "", "give the issue points");
  SolveOptions options;
  options.limits = limits;
  const auto found = frontier(talks, options);
  if (!found) return tl::make_unexpected(found.error());
  if (found->points.empty()) return Offers{};
  return Offers{found->points[solution(*found, rule).chosen].first};
}

}  // namespace accord::talks
