#include "answers/talks/solve.h"

#include <fmt/format.h>

namespace accord::answers {

namespace {

using talks::FairRule;
using talks::Frontier;

std::vector<Gain> gains_at(const Frontier& frontier, std::size_t point) {
  std::vector<Gain> out;
  const auto relative = talks::relative_gains(frontier, point);
  for (std::size_t i = 0; i < frontier.parties.size(); ++i) {
    const talks::Number& utility = frontier.points[point].utilities[i];
    out.push_back(
        {frontier.parties[i], {utility}, {utility - frontier.disagreement[i]}, {relative[i]}});
  }
  return out;
}

std::string utilities_of(const std::vector<Gain>& gains) {
  std::string out;
  for (const Gain& gain : gains)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", gain.party, gain.utility.decimal());
  return out;
}

void add_rule(const talks::Domain& domain, const Frontier& frontier, FairRule rule,
              SolveAnswer& out) {
  const talks::Solution found = talks::solution(frontier, rule);
  const auto add = [&](std::size_t point) {
    const PackageShown package = shown(domain, frontier.points[point].first);
    auto gains = gains_at(frontier, point);
    out.solutions.push_back({rule, point == found.chosen, package.words, utilities_of(gains),
                             package.rank, found.value, std::move(gains), package.values});
  };
  add(found.chosen);
  for (const std::size_t point : found.maximisers)
    if (point != found.chosen) add(point);
  if (found.some_cannot_gain)
    out.notes.emplace_back(
        "nash: no outcome is better than walking away for all; products are compared among the "
        "same gainers only");
}

std::optional<talks::Method> method_of(MethodAsked asked) {
  switch (asked) {
    case MethodAsked::chosen:
      break;
    case MethodAsked::merge:
      return talks::Method::merge;
    case MethodAsked::groups:
      return talks::Method::groups;
    case MethodAsked::enumerate:
      return talks::Method::enumerate;
  }
  return std::nullopt;
}

}  // namespace

Answered<SolveAnswer> solve(const TalksFiles& files, const SolveQuestion& asked) {
  talks::SolveOptions options;
  options.method = method_of(asked.by);
  const auto frontier = talks::frontier(files.talks, options);
  if (!frontier) return refused(frontier.error());
  const talks::Domain& domain = files.talks.domain;
  SolveAnswer out;
  out.method = std::string(talks::words(frontier->method));
  out.reason = frontier->reason;
  out.outcomes = domain.outcomes();
  out.zone_outcomes = frontier->zone_outcomes;
  out.zone_reason = frontier->zone_reason;
  for (std::size_t i = 0; i < frontier->parties.size(); ++i) {
    PartyRow row{
        frontier->parties[i], frontier->has_reservation[i], {frontier->disagreement[i]}, {}};
    if (!frontier->ideal.empty()) row.ideal = ExactNumber{frontier->ideal[i]};
    if (!row.has_reservation)
      out.notes.push_back(fmt::format(
          "{} has not stated a walk-away value: what keeps its lines counts as acceptable",
          row.party));
    out.parties.push_back(std::move(row));
  }
  for (std::size_t point = 0; point < frontier->points.size(); ++point) {
    const PackageShown package = shown(domain, frontier->points[point].first);
    auto gains = gains_at(*frontier, point);
    out.frontier.push_back({package.words, utilities_of(gains), package.rank,
                            frontier->points[point].outcomes.value_or(talks::Number()),
                            std::move(gains), package.values});
  }
  if (frontier->points.empty()) return out;
  for (const FairRule rule : {FairRule::nash, FairRule::ks, FairRule::egal, FairRule::welfare})
    if (asked.fair_rule == RuleAsked::all ||
        static_cast<std::uint8_t>(asked.fair_rule) == static_cast<std::uint8_t>(rule))
      add_rule(domain, *frontier, rule, out);
  if (asked.fair_rule == RuleAsked::all || asked.fair_rule >= RuleAsked::egal)
    out.notes.emplace_back(
        "egal and welfare compare the units of different parties, as each "
        "party chose them");
  return out;
}

constinit const Question solve_question = Asked<solve>::named("talks solve");

}  // namespace accord::answers
