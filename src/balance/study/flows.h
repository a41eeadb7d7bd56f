#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "measurement/study.h"

/// Continuous flows as time series, integrated for each period.
namespace accord::balance {

/// The rate from this time on, until the next sample.
struct RateSample {
  double time = 0;  ///< in any unit, the same everywhere
  double rate_kg_per_time = 0;
};

/// An amount that moves at one moment.
struct Pulse {
  double time = 0;
  double mass_kg = 0;
};

using measurement::Between;

struct Flow {
  std::span<const RateSample> samples;  ///< times ascending, no two equal; irregular steps allowed
  std::span<const Pulse> pulses;        ///< in any order
  double end = 0;                       ///< up to where the last sample is known to hold
  Between between = Between::hold;
};

/// Mass in kg of each period [edges[i], edges[i + 1]): half-open, so that a pulse on an edge
/// belongs to the period that begins there and to no other. A flow without samples has its pulses
/// only. Nothing is assumed outside what was sampled. Fewer than two edges give no period.
/// @error B013: a number that is not finite; B021: samples or edges that do not ascend; B022: a
/// period with a part in which no rate is known, or a pulse outside all periods.
[[nodiscard]] Result<std::vector<double>> integrate(const Flow& flow,
                                                    std::span<const double> edges);

}  // namespace accord::balance
