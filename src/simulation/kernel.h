#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "numerics/random.h"
#include "simulation/rule.h"

/// The inner loops, 64 sequences side by side.
namespace accord::simulation {

inline constexpr std::size_t lanes = numerics::random_lanes;
using Lane = std::array<double, lanes>;

struct Outcome {
  std::array<std::uint32_t, lanes> first{};  ///< period of the first alarm, from 1; 0: none
  Lane peak{};  ///< the largest statistic × scale of the periods looked at: the least limit without
                ///< alarm
};

/// Independent N(0, 1) for `periods` periods of 64 sequences from `first` on; `y` gets at least so
/// many Lanes.
void draw(const numerics::RandomStream& stream, std::uint64_t first, std::size_t periods,
          std::vector<Lane>& y);

/// y + means, one Lane for each mean.
void shift(std::span<const Lane> y, std::span<const double> means, std::vector<Lane>& sitmuf);

/// Runs a rule on 64 sequences. `sitmuf` has one Lane for each period.
void apply(const Rule& rule, std::span<const Lane> sitmuf, Outcome& outcome);

}  // namespace accord::simulation
