#include "talks/solve/solutions.h"

#include <algorithm>
#include <map>

namespace accord::talks {

namespace {

std::vector<Number> gains(const Frontier& frontier, std::size_t point) {
  std::vector<Number> out;
  for (std::size_t i = 0; i < frontier.parties.size(); ++i)
    out.push_back(frontier.points[point].utilities[i] - frontier.disagreement[i]);
  return out;
}

std::vector<Number> relative_to(const Frontier& frontier, std::size_t point,
                                const std::vector<Number>& ideal) {
  std::vector<Number> out = gains(frontier, point);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Number span = ideal[i] - frontier.disagreement[i];
    out[i] = span.sign() == 0 ? Number(1) : out[i] / span;
  }
  return out;
}

std::vector<Number> sorted(std::vector<Number> values) {
  std::sort(values.begin(), values.end());
  return values;
}

/// The points with the greatest key; exact.
template <class Key>
std::vector<std::size_t> greatest(const std::vector<std::size_t>& points, Key key) {
  std::vector<std::size_t> out;
  decltype(key(std::size_t{})) best{};
  for (const std::size_t point : points) {
    auto value = key(point);
    if (!out.empty() && value < best) continue;
    if (out.empty() || best < value) {
      out.clear();
      best = std::move(value);
    }
    out.push_back(point);
  }
  return out;
}

std::vector<std::size_t> all_points(const Frontier& frontier) {
  std::vector<std::size_t> out(frontier.points.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
  return out;
}

std::vector<bool> gainers(const Frontier& frontier, std::size_t point) {
  std::vector<bool> out;
  for (const Number& gain : gains(frontier, point)) out.push_back(gain.sign() > 0);
  return out;
}

Number product(const Frontier& frontier, std::size_t point) {
  Number out = 1;
  for (const Number& gain : gains(frontier, point))
    if (gain.sign() > 0) out *= gain;
  return out;
}

/// The most parties that gain; within each set of so many gainers the largest product. Products of
/// different sets are not compared: one would change when a party takes another scale.
void find_nash(const Frontier& frontier, Solution& out) {
  const auto count = [&](std::size_t point) {
    const auto who = gainers(frontier, point);
    return std::count(who.begin(), who.end(), true);
  };
  std::map<std::vector<bool>, std::vector<std::size_t>> sets;
  for (const std::size_t point : greatest(all_points(frontier), count))
    sets[gainers(frontier, point)].push_back(point);
  for (const auto& [who, points] : sets) {
    const auto best = greatest(points, [&](std::size_t p) { return product(frontier, p); });
    out.maximisers.insert(out.maximisers.end(), best.begin(), best.end());
  }
  std::sort(out.maximisers.begin(), out.maximisers.end());
  const auto who = gainers(frontier, out.maximisers.front());
  out.some_cannot_gain = std::find(who.begin(), who.end(), false) != who.end();
}

Number sum(const std::vector<Number>& values) {
  Number out;
  for (const Number& value : values) out += value;
  return out;
}

void find_ks(const Frontier& frontier, const SolutionOptions& options, Solution& out) {
  const auto& ideal = options.global_ideal ? options.global : frontier.ideal;
  const auto ratios = [&](std::size_t p) { return sorted(relative_to(frontier, p, ideal)); };
  if (options.smallest_gap)
    out.maximisers = greatest(all_points(frontier), [&](std::size_t p) {
      const auto r = ratios(p);
      return r.front() - r.back();
    });
  else
    out.maximisers = greatest(all_points(frontier), ratios);
}

std::size_t chosen_of(const Frontier& frontier, const std::vector<std::size_t>& maximisers) {
  const auto best = greatest(
      maximisers, [&](std::size_t p) { return sorted(relative_to(frontier, p, frontier.ideal)); });
  // Outcomes compare as their ranks do.
  return *std::min_element(best.begin(), best.end(), [&](std::size_t a, std::size_t b) {
    return frontier.points[a].first < frontier.points[b].first;
  });
}

Number value_of(const Frontier& frontier, const Solution& solution,
                const SolutionOptions& options) {
  const std::size_t point = solution.chosen;
  switch (solution.rule) {
    case FairRule::nash:
      return solution.some_cannot_gain ? Number() : product(frontier, point);
    case FairRule::ks:
      return sorted(relative_to(frontier, point,
                                options.global_ideal ? options.global : frontier.ideal))
          .front();
    case FairRule::egal:
      return sorted(gains(frontier, point)).front();
    case FairRule::welfare:
      return sum(frontier.points[point].utilities);
  }
  return {};
}

}  // namespace

Solution solution(const Frontier& frontier, FairRule rule, const SolutionOptions& options) {
  Solution out;
  out.rule = rule;
  const auto points = all_points(frontier);
  if (rule == FairRule::nash) find_nash(frontier, out);
  if (rule == FairRule::ks) find_ks(frontier, options, out);
  if (rule == FairRule::egal)
    out.maximisers = greatest(points, [&](std::size_t p) { return sorted(gains(frontier, p)); });
  if (rule == FairRule::welfare)
    out.maximisers =
        greatest(points, [&](std::size_t p) { return sum(frontier.points[p].utilities); });
  out.chosen = chosen_of(frontier, out.maximisers);
  out.value = value_of(frontier, out, options);
  return out;
}

std::vector<Number> relative_gains(const Frontier& frontier, std::size_t point) {
  return relative_to(frontier, point, frontier.ideal);
}

}  // namespace accord::talks
