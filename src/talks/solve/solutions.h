#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "talks/solve/frontier.h"

/// Fair proposals under named rules: every maximiser of each, and one that is chosen.
namespace accord::talks {

enum class FairRule : std::uint8_t { nash, ks, egal, welfare };

struct SolutionOptions {
  bool global_ideal = false;   ///< of Kalai-Smorodinsky: the most over all outcomes; to compare
  bool smallest_gap = false;   ///< of the same: the smallest gap of ratios instead; to compare
  std::vector<Number> global;  ///< what `global_ideal` needs: the most of each party
};

struct Solution {
  FairRule rule{};
  /// Indexes into the points of the frontier, ascending.
  std::vector<std::size_t> maximisers;
  std::size_t chosen = 0;  ///< greatest leximin of relative gains, then least rank
  /// Of Nash: the product of gains; of Kalai-Smorodinsky: the least relative gain; egalitarian: the
  /// least gain; welfare: the sum of utilities.
  Number value;
  /// Of Nash: not all parties can gain, so products compare within sets of as many gainers.
  bool some_cannot_gain = false;
};

/// Of a frontier that has points. Relative gains are (u − d)/(a − d), 1 where a = d.
[[nodiscard]] Solution solution(const Frontier& frontier, FairRule rule,
                                const SolutionOptions& options = {});

/// (u − d)/(a − d) of each party at a point.
[[nodiscard]] std::vector<Number> relative_gains(const Frontier& frontier, std::size_t point);

}  // namespace accord::talks
