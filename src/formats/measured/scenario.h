#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "measurement/items.h"
#include "numerics/matrix.h"

/// What `accord simulate` takes: a TOML file in plain values with places. The page
/// docs/reference/scenario.md describes every key.
namespace accord::formats {

/// Covariance from independent flows, a common systematic part, and inventories that are measured
/// once and used twice; variances in kg².
struct ScenarioStructure {
  std::uint64_t periods = 0;
  double flow_kg2 = 0;
  double systematic_kg2 = 0;
  double inventory_kg2 = 0;
};

/// Where the covariance comes from: exactly one of the four.
struct ScenarioBalance {
  std::optional<ScenarioStructure> structure;
  std::optional<numerics::Matrix> covariance_kg2;
  std::string items, methods;  ///< paths as written, relative to the scenario
  measurement::MassKind mass = measurement::MassKind::declared;  ///< of the items
  std::string study;                                             ///< as items
  bool each_measurement =
      false;  ///< items, study: every error is drawn, instead of MUF from its covariance
  Place place;
};

struct ScenarioLoss {
  enum class Pattern : std::uint8_t { given, uniform, worst };
  std::string name;
  Pattern pattern = Pattern::given;
  std::vector<double> per_period_kg;  ///< given
  std::vector<double> totals_kg;      ///< uniform, worst: one loss for each total
  std::uint64_t first = 0, last = 0;  ///< uniform: periods, from 1; 0: the first, the last
  Place place;
};

struct ScenarioTest {
  enum class Kind : std::uint8_t {
    single_period,
    cumuf_end,
    cumuf_each,
    gemuf,
    gemuf_v5b3,
    page,
    page_gains,
    pages,
    page_two_sided,
    known_loss,
    anytime
  };
  Kind kind = Kind::page;
  std::string name;  ///< empty: that of the kind
  std::optional<double> false_alarm, limit, headstart, m;
  std::vector<double> k;  ///< pages: one for each test
  std::string loss;       ///< known_loss: the name of a loss
  Place place;
};

struct Scenario {
  std::string name;
  ScenarioBalance balance;
  std::vector<ScenarioLoss> losses;
  std::vector<ScenarioTest> tests;
  std::uint64_t sequences = 100'000;
  std::uint64_t seed = 0;
};

struct ReadScenario {
  Scenario scenario;
  std::vector<Problem> problems;  ///< W003–W007, W013, S001, S002, S004, S005, S011, S012, S014
};

/// The words of the kinds, in their order.
[[nodiscard]] const std::vector<std::string_view>& scenario_test_kinds();
[[nodiscard]] ReadScenario read_scenario(std::string_view text, std::string_view file);

/// The loss of nothing, which every scenario has.
inline constexpr std::string_view scenario_no_loss = "no loss";

/// Largest numbers that are taken: of periods, and of sequences.
inline constexpr std::uint64_t scenario_periods_max = 2000;
inline constexpr std::uint64_t scenario_sequences_max = 1'000'000'000'000;
/// Exact in every reader of JSON.
inline constexpr std::uint64_t scenario_seed_max = 9'007'199'254'740'991;

}  // namespace accord::formats
