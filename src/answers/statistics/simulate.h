#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"
#include "assessment/campaign.h"
#include "assessment/kinds.h"
#include "formats/measured/scenario.h"
#include "simulation/campaign.h"

namespace accord::answers {

/// More threads only wait for one another.
inline constexpr std::uint32_t threads_max = 1024;

struct SimulateAsked {
  std::string scenario;
  std::optional<std::uint64_t> reps, seed;
  std::optional<std::uint32_t> threads;
  std::optional<std::string> resume;
  bool no_progress = false;
  std::optional<std::string> figure;

  static constexpr auto described = object(
      "simulate_asked",
      "Probability of detecting a loss: tests of a sequence of balances, by simulation",
      member<&SimulateAsked::scenario>("scenario", "the scenario, a TOML file")
          .argument()
          .required()
          .shown_as("SCENARIO.toml")
          .completed_by("files"),
      member<&SimulateAsked::reps>("reps",
                                   "number of simulated sequences; otherwise the scenario's")
          .from(1)
          .to(formats::scenario_sequences_max),
      member<&SimulateAsked::seed>("seed", "seed of the random numbers; otherwise the scenario's")
          .from(0)
          .to(formats::scenario_seed_max),
      member<&SimulateAsked::threads>("threads", "threads to use; otherwise one for each processor")
          .from(1)
          .to(threads_max)
          .setting(),
      member<&SimulateAsked::resume>(
          "resume", "go on from this file if it is there, and write it when stopped")
          .shown_as("FILE")
          .completed_by("files"),
      member<&SimulateAsked::no_progress>("no_progress", "no progress line").setting(),
      member<&SimulateAsked::figure>(
          "figure",
          "with --format svg: the drawing of the page that is written; otherwise the first")
          .shown_as("NAME")
          .completed_by("figures"));
};

/// A loss with a test.
struct SimulatedResult {
  std::string loss;
  double total_kg = 0;
  std::string test;
  std::optional<double> limit;
  double probability = 0, standard_error = 0;
  std::optional<double> exact;
  std::vector<double> by_period;

  static constexpr auto described = object(
      "simulated_result", "The alarms of one test with one loss",
      member<&SimulatedResult::loss>("loss", "name of the loss; “no loss” is none at all"),
      member<&SimulatedResult::total_kg>("total_kg", "the whole loss; kg").cell("{:.6g}"),
      member<&SimulatedResult::test>("test", "name of the test"),
      member<&SimulatedResult::limit>("limit", "alarms above this; none for a combination of tests")
          .cell("{:.4f}"),
      member<&SimulatedResult::probability>(
          "probability",
          "share of the sequences with an alarm within the periods; for “no loss” the false-alarm "
          "probability")
          .cell("{:.6f}"),
      member<&SimulatedResult::standard_error>("standard_error",
                                               "standard error of `probability` (k = 1)")
          .cell("{:.6f}"),
      member<&SimulatedResult::exact>(
          "exact", "the same probability without simulation; none where no formula is known")
          .cell("{:.6f}"),
      member<&SimulatedResult::by_period>(
          "by_period", "share of the sequences with an alarm up to and including each period")
          .in(Use::data));
};

struct SimulatedTest {
  std::string name;
  std::optional<double> limit;
  assessment::LimitOrigin limit_origin = assessment::LimitOrigin::exact;
  std::optional<double> limit_low, limit_high;
  std::vector<std::string> parts;

  static constexpr auto described = object(
      "simulated_test", "A test of the scenario",
      member<&SimulatedTest::name>("name", "name of the test"),
      member<&SimulatedTest::limit>("limit", "alarms above this; none for a combination of tests"),
      member<&SimulatedTest::limit_origin>(
          "limit_origin", "whether a formula, a simulation or the scenario gives the limit"),
      member<&SimulatedTest::limit_low>("limit_low",
                                        "lower end of the 95 % interval of a simulated limit"),
      member<&SimulatedTest::limit_high>("limit_high", "upper end of it"),
      member<&SimulatedTest::parts>("parts", "of a combination: its tests with their limits"));
};

/// Of drawn measurements the covariance of the balances is right when these are 0 and the unit
/// matrix but for their standard errors: 1/√R of R sequences, √2/√R on the diagonal.
struct SitmufMoments {
  std::vector<double> mean;
  std::vector<std::vector<double>> covariance;

  static constexpr auto described = object(
      "sitmuf_moments", "SITMUF without loss, as simulated measurement by measurement",
      member<&SitmufMoments::mean>("mean", "mean of each period"),
      member<&SitmufMoments::covariance>("covariance", "covariance of each two periods, by rows"));
};

struct SimulateAnswer {
  std::string name;
  std::uint64_t sequences = 0, seed = 0, periods = 0;
  std::vector<double> sigma_muf_kg;
  double sigma_cumuf_kg = 0;
  std::optional<double> common_share;
  std::vector<SimulatedResult> results;
  std::vector<SimulatedTest> tests;
  std::optional<SitmufMoments> sitmuf_moments;

  static constexpr auto described = object(
      "simulate_answer", "Alarms of simulated sequences of balances, without and with loss",
      member<&SimulateAnswer::name>("name", "title of the scenario; may be empty"),
      member<&SimulateAnswer::sequences>("sequences", "number of simulated sequences"),
      member<&SimulateAnswer::seed>("seed", "seed of the random numbers"),
      member<&SimulateAnswer::periods>("periods", "number of periods of each sequence"),
      member<&SimulateAnswer::sigma_muf_kg>("sigma_muf_kg",
                                            "σ of the MUF of each period; kg (k = 1)"),
      member<&SimulateAnswer::sigma_cumuf_kg>("sigma_cumuf_kg",
                                              "σ of CUMUF at the end; kg (k = 1)"),
      member<&SimulateAnswer::common_share>(
          "common_share",
          "share of the variance of the MUFs from errors that all periods have in common; none: "
          "not known, or one period"),
      member<&SimulateAnswer::results>("results", "every loss with every test"),
      member<&SimulateAnswer::tests>("tests", "the tests, in the order of the scenario"),
      member<&SimulateAnswer::sitmuf_moments>(
          "sitmuf_moments",
          "mean and covariance of SITMUF; none unless every measurement was drawn"));
};

/// Contract: the tally is of this campaign, and not empty.
[[nodiscard]] SimulateAnswer simulate_answer(const formats::Scenario& scenario,
                                             const assessment::PreparedCampaign& prepared,
                                             const simulation::Tally& tally);

}  // namespace accord::answers
