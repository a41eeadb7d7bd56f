#include "talks/solve/frontier.h"

#include <fmt/format.h>

#include <algorithm>

#include "talks/solve/enumerate.h"
#include "talks/solve/merge.h"

namespace accord::talks {

namespace {

constexpr std::int64_t enumerated_readily = 1'000'000;  ///< so few that the zone is counted too
constexpr std::int64_t enumerated_at_most = 2'000'000'000;

struct Posed {
  std::vector<std::uint32_t> sizes;
  std::vector<ExactParty> parties;
  std::vector<Factor<std::uint64_t>> lines;
  std::vector<Group> groups;
  Number outcomes;
};

Result<Posed> problem_of(const Talks& talks, const Limits& limits) {
  Posed out;
  auto sizes = sizes_of(talks.domain);
  if (!sizes) return tl::make_unexpected(sizes.error());
  out.sizes = std::move(*sizes);
  auto parties = exact_parties(talks, limits);
  if (!parties) return tl::make_unexpected(parties.error());
  out.parties = std::move(*parties);
  for (const Line& line : lines_of(talks)) {
    auto table = table_of(talks.domain, line.rule, 1, limits);
    if (!table) return tl::make_unexpected(table.error());
    out.lines.push_back(std::move(*table));
  }
  out.groups = groups_of(out.sizes, out.parties, out.lines);
  out.outcomes = talks.domain.outcomes();
  return out;
}

struct Plan {
  Method method;
  std::string reason;
};

const Group& largest(const std::vector<Group>& groups) {
  return *std::max_element(groups.begin(), groups.end(),
                           [](const Group& a, const Group& b) { return a.outcomes < b.outcomes; });
}

tl::unexpected<Error> too_large(const Talks& talks, const Posed& problem) {
  const Group& group = largest(problem.groups);
  std::vector<std::string> ids;
  for (const std::size_t issue : group.issues) ids.push_back(talks.domain.issues[issue].id);
  return fail("P061",
              fmt::format("{} outcomes are too many to walk over, and {} hang together with {}",
                          problem.outcomes.text(), fmt::join(ids, ", "), group.outcomes.text()),
              "",
              fmt::format("take coarser values so that at most {} are left, or split the rule or "
                          "term that joins these issues",
                          enumerated_at_most));
}

Result<Plan> plan_of(const Talks& talks, const Posed& problem, const SolveOptions& options) {
  const bool single = std::all_of(problem.groups.begin(), problem.groups.end(),
                                  [](const Group& group) { return group.issues.size() == 1; });
  const bool groups_fit = largest(problem.groups).outcomes <= Number(group_outcomes_max);
  const Number steps = problem.outcomes * Number(static_cast<std::int64_t>(problem.parties.size()));
  const bool walk_fits =
      problem.outcomes <= Number(enumerated_at_most) &&
      (!steps.to_int64() || static_cast<std::uint64_t>(*steps.to_int64()) <= options.limits.work);
  const Plan walk{Method::enumerate,
                  fmt::format("{} outcomes, each in turn", problem.outcomes.text())};
  const Plan merge{
      single ? Method::merge : Method::groups,
      single ? "every term and line touches one issue"
             : fmt::format("{} groups of issues, the largest with {} outcomes",
                           problem.groups.size(), largest(problem.groups).outcomes.text())};
  if (options.method) {
    const bool wants_walk = *options.method == Method::enumerate;
    if (wants_walk && walk_fits) return walk;
    const bool wants_merge = *options.method == Method::merge || *options.method == Method::groups;
    if (wants_merge && groups_fit && (single || *options.method == Method::groups)) return merge;
    if (!wants_walk && wants_merge && !single)
      return fail("P061", "a term or a line touches several issues", "",
                  "let the planner choose, or choose groups");
    return too_large(talks, problem);
  }
  if (problem.outcomes <= Number(enumerated_readily) && walk_fits) return walk;
  if (groups_fit && (single || problem.groups.size() > 1)) return merge;
  if (walk_fits) return walk;
  return too_large(talks, problem);
}

template <class T>
void walk_over(const Posed& problem, const Talks& talks, const SolveOptions& options,
               Frontier& out) {
  const auto parties = scaled<T>(problem.parties);
  const Blocks blocks(problem.sizes);
  const Enumerated<T> found = enumerate(blocks, parties, problem.lines, options.threads);
  out.zone_outcomes = Number(static_cast<std::int64_t>(found.zone));
  for (std::size_t p = 0; p < found.front.size(); ++p) {
    FrontierPoint point;
    for (std::size_t i = 0; i < parties.size(); ++i)
      point.utilities.push_back(unscaled(found.front.at(p)[i], parties[i].denominator));
    point.outcomes = Number(static_cast<std::int64_t>(found.front.counts[p]));
    point.first = talks.domain.outcome_at(found.front.ranks[p]);
    out.points.push_back(std::move(point));
  }
  for (std::size_t i = 0; i < parties.size(); ++i)
    out.disagreement.push_back(found.least[i] ? unscaled(*found.least[i], parties[i].denominator)
                                              : problem.parties[i].reservation.value_or(Number()));
}

std::vector<Factor<Number>> turned_round(std::vector<Factor<Number>> factors) {
  for (Factor<Number>& factor : factors)
    for (Number& value : factor.values) value = -value;
  return factors;
}

/// The least utility over the zone: the most of the same with its sign turned.
Result<Number> least_in_zone(const Posed& problem, std::size_t party, const SolveOptions& options) {
  std::vector<ExactParty> parties = problem.parties;
  parties[party].utility = turned_round(std::move(parties[party].utility));
  const auto merged =
      merge_groups(problem.sizes, problem.groups, parties, problem.lines, options.limits.points);
  if (!merged) return tl::make_unexpected(merged.error());
  Number most;
  for (std::size_t p = 0; p < merged->points.size(); ++p)
    if (p == 0 || merged->points[p].utilities[party] > most)
      most = merged->points[p].utilities[party];
  return -most;
}

Result<Frontier> merge_into(const Posed& problem, const SolveOptions& options, Frontier out) {
  auto merged = merge_groups(problem.sizes, problem.groups, problem.parties, problem.lines,
                             options.limits.points);
  if (!merged) return tl::make_unexpected(merged.error());
  for (Merged::Point& point : merged->points)
    out.points.push_back(
        {std::move(point.utilities), std::move(point.outcomes), std::move(point.first), {}});
  out.zone_reason = "the zone was not walked over: only its frontier was put together";
  if (out.points.empty()) {
    out.zone_outcomes = Number();
    out.zone_reason.clear();
  }
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (problem.parties[i].reservation || out.points.empty()) {
      out.disagreement.push_back(problem.parties[i].reservation.value_or(Number()));
      continue;
    }
    const auto least = least_in_zone(problem, i, options);
    if (!least) return tl::make_unexpected(least.error());
    out.disagreement.push_back(*least);
  }
  return out;
}

}  // namespace

std::string_view words(Method method) {
  constexpr std::string_view all[] = {"issue by issue", "groups of issues", "every outcome",
                                      "segments"};
  return all[static_cast<std::size_t>(method)];
}

Result<Frontier> frontier(const Talks& talks, const SolveOptions& options) {
  const auto problem = problem_of(talks, options.limits);
  if (!problem) return tl::make_unexpected(problem.error());
  const auto plan = plan_of(talks, *problem, options);
  if (!plan) return tl::make_unexpected(plan.error());
  Frontier out;
  out.method = plan->method;
  out.reason = plan->reason;
  for (const ExactParty& party : problem->parties) {
    out.parties.push_back(party.id);
    out.has_reservation.push_back(party.reservation.has_value());
  }
  if (plan->method == Method::enumerate) {
    const Digits digits = digits_needed(problem->parties);
    if (digits == Digits::narrow) walk_over<std::int64_t>(*problem, talks, options, out);
    if (digits == Digits::wide) walk_over<Number::Wide>(*problem, talks, options, out);
    if (digits == Digits::any) walk_over<Number>(*problem, talks, options, out);
    if (digits == Digits::any) out.reason += "; numbers of more than 126 bits";
  } else {
    auto merged = merge_into(*problem, options, std::move(out));
    if (!merged) return tl::make_unexpected(merged.error());
    out = std::move(*merged);
  }
  for (std::size_t i = 0; i < out.parties.size() && !out.points.empty(); ++i) {
    Number most = out.points.front().utilities[i];
    for (const FrontierPoint& point : out.points) most = std::max(most, point.utilities[i]);
    out.ideal.push_back(most);
  }
  return out;
}

}  // namespace accord::talks
