#pragma once

#include <cstdint>

#include "base/result.h"
#include "simulation/campaign.h"

/// Limits that no closed form gives, from simulated sequences without loss.
namespace accord::simulation {

/// An order statistic with its binomial 95 % interval.
struct SimulatedLimit {
  double limit = 0;
  double low = 0;
  double high = 0;
};

/// The least limit that at most alpha · sequences of the simulated sequences exceed, exactly:
/// chosen digit by digit over repeated simulation, so memory does not grow with their number.
/// @param rule  its own limit is not used; scales as they are
/// @param sequences  at least 10 / alpha
/// @error B102 alpha not within (0, 1); B108 sequences too few
[[nodiscard]] Result<SimulatedLimit> simulated_limit(const Rule& rule, std::size_t periods,
                                                     double alpha, std::uint64_t sequences,
                                                     std::uint64_t seed, unsigned threads);

/// Page tests run side by side with a joint false-alarm probability: each gets the same own one.
struct JointPages {
  double alpha_each = 0;              ///< between alpha / number and alpha
  std::vector<double> h;              ///< exact for alpha_each
  std::vector<double> h_low, h_high;  ///< 95 % interval: from that of the joint probability
  Estimate false_alarm;               ///< of all together, simulated
};

/// @param k  one for each test; at least 1
/// @error B102, B105, B107 as page_threshold; B108 sequences too few
[[nodiscard]] Result<JointPages> joint_page_limits(const numerics::Cholesky& factor,
                                                   std::span<const double> k, double alpha,
                                                   std::uint64_t sequences, std::uint64_t seed,
                                                   unsigned threads);

}  // namespace accord::simulation
