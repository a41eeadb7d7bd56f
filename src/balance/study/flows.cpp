#include "balance/study/flows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "numerics/sum.h"

namespace accord::balance {

namespace {

tl::unexpected<Error> not_finite(const char* what, std::size_t index) {
  return fail("B013", "a time, rate or mass is not finite", fmt::format("{} {}", what, index),
              "write finite numbers");
}
tl::unexpected<Error> not_ascending(const char* what, std::size_t index) {
  return fail("B021", "the times do not ascend here", fmt::format("{} {}", what, index),
              "put them in order of time, each time once");
}

Result<void> check(const Flow& flow, std::span<const double> edges) {
  for (std::size_t i = 0; i < flow.samples.size(); ++i) {
    const RateSample& s = flow.samples[i];
    if (!std::isfinite(s.time) || !std::isfinite(s.rate_kg_per_time))
      return not_finite("sample", i);
    if (i > 0 && s.time <= flow.samples[i - 1].time) return not_ascending("sample", i);
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (!std::isfinite(edges[i])) return not_finite("edge", i);
    if (i > 0 && edges[i] <= edges[i - 1]) return not_ascending("edge", i);
  }
  for (std::size_t i = 0; i < flow.pulses.size(); ++i) {
    const Pulse& p = flow.pulses[i];
    if (!std::isfinite(p.time) || !std::isfinite(p.mass_kg)) return not_finite("pulse", i);
    if (edges.size() < 2 || p.time < edges.front() || p.time >= edges.back())
      return fail("B022", fmt::format("the pulse at {} is in no period", p.time),
                  fmt::format("pulse {}", i), "add its period, or take the pulse out");
  }
  if (flow.samples.empty() || edges.size() < 2) return {};
  if (!std::isfinite(flow.end)) return not_finite("end", 0);
  if (edges.front() < flow.samples.front().time || edges.back() > flow.end ||
      flow.end < flow.samples.back().time)
    return fail("B022",
                fmt::format("the periods last from {} to {}, but the rate is known from {} to {}",
                            edges.front(), edges.back(), flow.samples.front().time, flow.end),
                "edges", "a rate of zero is a sample too");
  return {};
}

/// Mass that flows from a to b, both within the step that begins with sample i.
double mass_within(const Flow& flow, std::size_t i, double a, double b) {
  const RateSample& s = flow.samples[i];
  if (flow.between == Between::hold || i + 1 == flow.samples.size())
    return s.rate_kg_per_time * (b - a);
  const RateSample& next = flow.samples[i + 1];
  const double slope = (next.rate_kg_per_time - s.rate_kg_per_time) / (next.time - s.time);
  return (s.rate_kg_per_time + slope * ((a + b) / 2 - s.time)) * (b - a);
}

}  // namespace

Result<std::vector<double>> integrate(const Flow& flow, std::span<const double> edges) {
  if (auto checked = check(flow, edges); !checked) return tl::make_unexpected(checked.error());
  if (edges.size() < 2) return std::vector<double>();
  std::vector<numerics::CompensatedSum> sums(edges.size() - 1);
  for (std::size_t i = 0; i < flow.samples.size(); ++i) {
    const double from = flow.samples[i].time;
    const double to = i + 1 < flow.samples.size() ? flow.samples[i + 1].time : flow.end;
    // The first period that ends after the step begins.
    auto at = static_cast<std::size_t>(std::upper_bound(edges.begin() + 1, edges.end(), from) -
                                       edges.begin() - 1);
    for (; at + 1 < edges.size() && edges[at] < to; ++at) {
      const double a = std::max(from, edges[at]);
      const double b = std::min(to, edges[at + 1]);
      if (a < b) sums[at].add(mass_within(flow, i, a, b));
    }
  }
  for (const Pulse& p : flow.pulses) {
    const auto after = std::upper_bound(edges.begin(), edges.end(), p.time);
    sums[static_cast<std::size_t>(after - edges.begin()) - 1].add(p.mass_kg);
  }
  std::vector<double> out;
  for (const numerics::CompensatedSum& sum : sums) out.push_back(sum.value());
  return out;
}

}  // namespace accord::balance
