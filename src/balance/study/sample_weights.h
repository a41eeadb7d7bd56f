#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "measurement/study.h"

namespace accord::balance {

/// The share of a whole step in straight lines that belongs to the sample at its end: that of the
/// middle.
inline double share_of_end(std::span<const double> times, std::size_t step) {
  const double from = times[step], to = times[step + 1];
  return (from / 2 + to / 2 - from) / (to - from);
}

/// Adds to the weight of the last period, or begins that of the next.
inline void add_weight(std::vector<std::pair<std::size_t, double>>& weights, std::size_t period,
                       double weight) {
  if (!weights.empty() && weights.back().first == period)
    weights.back().second += weight;
  else
    weights.emplace_back(period, weight);
}

/// The held samples from i to before stop, all in one period, in runs without the closed steps.
template <class Closed, class Run>
void run_held(std::span<const double> times, std::size_t i, std::size_t stop, std::size_t period,
              Closed closed, Run run) {
  while (i < stop) {
    std::size_t k = i;
    while (k < stop && !closed(k)) ++k;
    if (i < k) run(i, k, period, [times](std::size_t n) { return times[n + 1] - times[n]; });
    i = k == stop ? k : k + 1;  // without the step that is closed
  }
}

/// The samples behind i that have both of their steps in the period, up to before stop. Returns
/// what the sample at stop has of the step before it.
template <class Run>
double run_lines(std::span<const double> times, std::size_t i, std::size_t stop, std::size_t period,
                 Run run) {
  const auto later = [times](std::size_t n) {
    return share_of_end(times, n) * (times[n + 1] - times[n]);
  };
  run(i + 1, stop, period, [times, later](std::size_t n) {
    return later(n - 1) + (1 - share_of_end(times, n)) * (times[n + 1] - times[n]);
  });
  return later(stop - 1);
}

/// What each sample of a rate counts for: the mass of a period is Σ weight·rate. Calls
/// take(sample, period, weight) by sample, then period; weights above 0 only. Held rates count for
/// the time until the next sample; in straight lines a sample has its share of the trapezia on both
/// sides. Steps are cut at the edges.
///
/// Samples that count in one period alone come together, as many as follow each other: run(first,
/// last, period, weight_of), those from first to before last.
///
/// With `values` pulses are closed: a step from a rate that is on to one that is 0, or in straight
/// lines also from 0 to one that is on, counts for nothing.
/// Contract: times and edges ascend, the last time is at most `end`.
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
  // The sample up to which all steps from i on, the first too, are in the period ending at `edge`.
  const auto stop_of = [&](std::size_t i, double edge) {
    const auto behind =
        std::upper_bound(times.begin() + static_cast<std::ptrdiff_t>(i) + 2, times.end(), edge);
    return static_cast<std::size_t>(behind - times.begin()) - 1;
  };
  std::size_t first = 0;  // the first period that ends after the step begins
  for (std::size_t i = 0; i < times.size(); ++i) {
    const bool last = i + 1 == times.size();
    const double from = times[i];
    const double to = last ? end : times[i + 1];
    while (first + 1 < edges.size() && edges[first + 1] <= from) ++first;
    // Most steps are within one period.
    const bool inside = first + 1 < edges.size() && edges[first] <= from && to <= edges[first + 1];
    if (!lines && inside) {
      if (last) {
        if (from < to) take(i, first, to - from);
        continue;
      }
      const std::size_t stop = stop_of(i, edges[first + 1]);
      run_held(times, i, stop, first, closed, run);
      i = stop - 1;
      continue;
    }
    for (std::size_t p = first; p + 1 < edges.size() && edges[p] < to; ++p) {
      const double a = std::max(from, edges[p]);
      const double b = std::min(to, edges[p + 1]);
      if (!(a < b) || closed(i)) continue;
      if (!lines || last) {
        add_weight(own, p, b - a);
        continue;
      }
      // The mean of the rate over [a, b] is that of the line at its middle.
      const double share = (a / 2 + b / 2 - from) / (to - from);
      add_weight(own, p, (1 - share) * (b - a));
      add_weight(next, p, share * (b - a));
    }
    for (const auto& [period, weight] : own)
      if (weight > 0) take(i, period, weight);
    own.clear();
    own.swap(next);
    if (!lines || !inside || last || !values.empty()) continue;
    // The samples with both of their steps in the period; the last step has a part of the one
    // behind.
    const std::size_t stop = stop_of(i, edges[first + 1]);
    if (stop == i + 1) continue;
    own.front().second = run_lines(times, i, stop, first, run);
    i = stop - 1;
  }
}

}  // namespace accord::balance
