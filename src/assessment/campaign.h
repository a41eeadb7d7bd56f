#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "formats/measured/scenario.h"
#include "simulation/campaign.h"

/// A scenario made ready for simulation, and what is known about its answer without.
namespace accord::assessment {

struct PreparedLoss {
  std::string name;
  double total_kg = 0;
  std::size_t entry = 0;  ///< of the scenario's losses, from 1; 0: no loss
};

/// Where the limit of a test comes from: a formula, a simulation, or the scenario.
enum class LimitOrigin : std::uint8_t { exact, simulated, given };

struct PreparedTest {
  std::string name;
  std::size_t index = 0;                        ///< rule, or combination behind the rules
  std::optional<double> limit;                  ///< nothing for combinations
  std::optional<double> limit_low, limit_high;  ///< 95 % interval of a simulated limit
  LimitOrigin limit_origin = LimitOrigin::exact;
  std::vector<std::string> parts;            ///< of a combination: its tests with their limits
  std::vector<std::optional<double>> exact;  ///< for each loss, where a formula gives it
};

struct PreparedCampaign {
  simulation::Campaign campaign;       ///< its first loss is none at all
  std::vector<double> sigma_muf_kg;    ///< of each period
  double sigma_cumuf_kg = 0;           ///< at the end
  std::optional<double> common_share;  ///< of the variance, from sources that all periods share
  std::vector<PreparedLoss> losses;
  std::vector<PreparedTest> tests;
};

struct CampaignAnswer {
  PreparedCampaign prepared;
  std::vector<Problem> problems;  ///< of the scenario: B101–B107, S006, S009, S012–S014
};

/// Sequences that limits without a formula are simulated with; their own stream of random numbers.
inline constexpr std::uint64_t limit_sequences = 1'000'000;

/// @param covariance  of the MUFs, from the scenario or its items; kg²
[[nodiscard]] CampaignAnswer prepare_campaign(const formats::Scenario& scenario,
                                              const numerics::Matrix& covariance,
                                              std::string_view file, unsigned threads);

/// The covariance that a scenario states itself; nothing when it comes from items.
[[nodiscard]] std::optional<numerics::Matrix> stated_covariance(
    const formats::ScenarioBalance& balance);

}  // namespace accord::assessment
