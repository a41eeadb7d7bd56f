#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "measurement/study.h"

namespace accord::balance {

/// What each sample of a rate counts for: the mass of a period is Σ weight·rate. Calls
/// take(sample, period, weight) by sample, then period; weights above 0 only. Held rates count for
/// the time until the next sample; in straight lines a sample has its share of the trapezia on both
/// sides. Steps are cut at the edges.
/// Held rates of samples that count in one period alone come together, as many as follow each
/// other: run(first, last, period, weight_of). With `values` pulses are closed: a step from a rate
/// that is on to one that is 0, or in straight lines also from 0 to one that is on, counts for
/// nothing; then every sample is taken by itself. Contract: times and edges ascend, the last time
/// is at most `end`.
template <class Take, class Run>
void for_each_weight(std::span<const double> times, double end, measurement::Between between,
                     std::span<const double> edges, Take take, Run run,
                     std::span<const double> values) {
  const auto closed = [&](std::size_t i) {
    if (values.empty() || i + 1 == times.size()) return false;
    return values[i] == 0 ? values[i + 1] != 0 : values[i + 1] == 0;
  };
  const bool lines = between == measurement::Between::linear;
  std::vector<std::pair<std::size_t, double>> own, next;  // of this sample, of the one behind it
  const auto add = [](auto& weights, std::size_t period, double weight) {
    if (!weights.empty() && weights.back().first == period)
      weights.back().second += weight;
    else
      weights.emplace_back(period, weight);
  };
  std::size_t first = 0;  // the first period that ends after the step begins
  for (std::size_t i = 0; i < times.size(); ++i) {
    const bool last = i + 1 == times.size();
    const double from = times[i];
    const double to = last ? end : times[i + 1];
    while (first + 1 < edges.size() && edges[first + 1] <= from) ++first;
    // Most steps are within one period.
    if (!lines && first + 1 < edges.size() && edges[first] <= from && to <= edges[first + 1]) {
      if (last || !values.empty()) {
        if (from < to && !closed(i)) take(i, first, to - from);
        continue;
      }
      // The steps up to the last sample that is in the period.
      const auto behind = std::upper_bound(times.begin() + static_cast<std::ptrdiff_t>(i) + 2,
                                           times.end(), edges[first + 1]);
      const auto stop = static_cast<std::size_t>(behind - times.begin()) - 1;
      run(i, stop, first, [times](std::size_t k) { return times[k + 1] - times[k]; });
      i = stop - 1;
      continue;
    }
    for (std::size_t p = first; p + 1 < edges.size() && edges[p] < to; ++p) {
      const double a = std::max(from, edges[p]);
      const double b = std::min(to, edges[p + 1]);
      if (!(a < b) || closed(i)) continue;
      if (!lines || last) {
        add(own, p, b - a);
        continue;
      }
      // The mean of the rate over [a, b] is that of the line at its middle.
      const double share = (a / 2 + b / 2 - from) / (to - from);
      add(own, p, (1 - share) * (b - a));
      add(next, p, share * (b - a));
    }
    for (const auto& [period, weight] : own)
      if (weight > 0) take(i, period, weight);
    own.clear();
    own.swap(next);
  }
}

}  // namespace accord::balance
