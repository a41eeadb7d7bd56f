#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "numerics/cholesky.h"
#include "numerics/matrix.h"
#include "simulation/measured.h"
#include "simulation/rule.h"

/// Sampling of the MUF vector from its covariance: m = L y + loss, y independent N(0, 1). Exact in
/// distribution for the normal model, at the cost of one number for each period instead of one for
/// each measurement; or measurement by measurement, to check just that. Statistics chapter, 6.3.
namespace accord::simulation {

struct Loss {
  std::string name;
  std::vector<double> per_period;  ///< kg
};

/// Several rules as one: alarms when the first of them does.
struct Combination {
  std::string name;
  std::vector<std::size_t> rules;
};

struct Campaign {
  numerics::Cholesky factor;  ///< L of the covariance of the MUFs; all pivots above 0
  std::vector<Loss> losses;   ///< every rule is run on every one, with the same random numbers
  std::vector<Rule> rules;
  std::vector<Combination> combinations;
  std::uint64_t seed = 0;
  /// When given, MUF comes from these measurements instead of from L; L still makes SITMUF of it.
  std::shared_ptr<const MeasuredErrors> measured = nullptr;
};

/// Sequences are simulated and counted in chunks of this many; the unit of threads, ranks and
/// stopping.
inline constexpr std::uint64_t chunk_size = 4096;

/// Numbers of first alarms. Whole numbers: sums of tallies do not depend on their order.
struct Tally {
  std::uint64_t sequences = 0;
  /// [loss][rule, then combination][period]: sequences whose first alarm is in the period.
  std::vector<std::vector<std::vector<std::uint64_t>>> alarms;
  /// With `measured`: sums over the sequences, without loss, of SITMUF of each period, then of the
  /// products of each two (1·1, 2·1, 2·2, 3·1 …), in units of 2⁻²⁰. Whole numbers as well.
  std::vector<std::int64_t> moments = {};

  Tally() = default;
  explicit Tally(const Campaign& campaign);
  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// A probability with its standard error √(p(1 − p)/R).
struct Estimate {
  double value = 0;
  double standard_error = 0;
};

/// The share of sequences with an alarm up to and including `period` (from 0; the last: at all).
/// Contract: the tally is not empty.
[[nodiscard]] Estimate alarm_probability(const Tally& tally, std::size_t loss, std::size_t rule,
                                         std::size_t period);

struct Range {
  std::uint64_t first = 0;  ///< chunk
  std::uint64_t last = 0;   ///< one behind the last chunk
};

[[nodiscard]] constexpr std::uint64_t chunks_of(std::uint64_t sequences) {
  return (sequences + chunk_size - 1) / chunk_size;
}

/// Simulates a range of chunks of a campaign of `sequences` sequences. The same tally for any
/// number of threads and any cut into ranges. Memory does not grow with the number of sequences.
[[nodiscard]] Tally simulate(const Campaign& campaign, std::uint64_t sequences, Range range,
                             unsigned threads);

/// Mean and covariance of SITMUF as simulated measurement by measurement: 0 and 1, 0 elsewhere when
/// Σ is right. Their standard errors are 1/√R, √2/√R on the diagonal, 1/√R beside it.
struct SitmufMoments {
  std::vector<double> mean;
  numerics::Matrix covariance;
};
/// Contract: a tally with moments, not empty.
[[nodiscard]] SitmufMoments sitmuf_moments(const Tally& tally);

/// The MUFs themselves of one loss: `sequences` rows from `first` on, one column for each period.
[[nodiscard]] numerics::Matrix sample(const Campaign& campaign, std::size_t loss,
                                      std::uint64_t first, std::size_t sequences, unsigned threads);

}  // namespace accord::simulation
