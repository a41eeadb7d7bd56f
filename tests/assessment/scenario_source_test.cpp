#include "assessment/scenario_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assessment/simulation_state.h"
#include "simulation/run.h"

namespace accord::assessment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Texts = std::map<std::string, std::string>;

constexpr const char* of_study =
    "[balance]\n"
    "study = \"plant/study.toml\"\n"
    "[[test]]\n"
    "kind = \"page\"\n"
    "limit = 4\n";

constexpr const char* study =
    "[periods]\n"
    "ends = [10, 20]\n"
    "[[location]]\n"
    "name = \"feed\"\n"
    "role = \"input\"\n"
    "kind = \"continuous\"\n"
    "file = \"feed.csv\"\n"
    "until = 20\n"
    "random = 0.01\n"
    "systematic = 0.02\n";

constexpr const char* stated =
    "sequences = 9000\n"
    "seed = 3\n"
    "[balance]\n"
    "covariance_kg2 = [[1.0, 0.5], [0.5, 1.0]]\n"
    "[[test]]\n"
    "kind = \"cumuf_end\"\n"
    "false_alarm = 0.05\n";

Result<ScenarioSource> source_of(const std::string& text, const Texts& texts) {
  return scenario_source("in/scenario.toml", text,
                         {[&](const std::string& file) { return texts.count(file) > 0; },
                          [&](const std::string& file) -> Result<std::string> {
                            const auto found = texts.find(file);
                            if (found == texts.end()) return fail("C007", "not there", file);
                            return found->second;
                          }});
}

std::vector<std::string> codes(const std::vector<Problem>& problems) {
  std::vector<std::string> out;
  for (const Problem& p : problems) out.push_back(p.code);
  return out;
}

TEST(ScenarioSource, FilesAreNamedFromTheFolderOfWhatNamesThem) {
  const auto source = source_of(of_study, {{"in/plant/study.toml", study},
                                           {"in/plant/feed.csv", "time,value\n0,2\n4,3\n12,1\n"}});
  ASSERT_TRUE(source);
  EXPECT_THAT(source->named, ElementsAre("in/plant/study.toml", "in/plant/feed.csv"));
  EXPECT_EQ(source->texts.size(), 3U);
  const CampaignAnswer made = prepare_campaign(*source, 1);
  EXPECT_THAT(codes(made.problems), IsEmpty());
  EXPECT_EQ(made.prepared.campaign.factor.size(), 2U);
  EXPECT_TRUE(made.prepared.common_share);
}

TEST(ScenarioSource, AMissingSeriesIsAProblemOfTheStudyAndAMissingStudyIsRefused) {
  const auto without = source_of(of_study, {{"in/plant/study.toml", study}});
  ASSERT_TRUE(without);
  EXPECT_THAT(codes(prepare_campaign(*without, 1).problems), ElementsAre("W004"));
  const auto nothing = source_of(of_study, {});
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().where, "in/plant/study.toml");
}

TEST(ScenarioSource, NothingIsReadForAScenarioWithErrors) {
  const auto source = source_of(std::string(of_study) + "[[loss]]\n", {});
  ASSERT_TRUE(source);
  EXPECT_TRUE(has_errors(source->problems));
  EXPECT_THAT(source->named, IsEmpty());
  EXPECT_EQ(codes(prepare_campaign(*source, 1).problems), codes(source->problems));
}

TEST(ScenarioSource, TheHashChangesWithEverythingThatTheCountsDependOn) {
  auto source = *source_of(stated, {});
  const std::string first = hash_of(source);
  source.scenario.seed = 4;
  EXPECT_NE(hash_of(source), first);
  source.scenario.seed = 3;
  EXPECT_EQ(hash_of(source), first);
  source.scenario.sequences = 8999;
  EXPECT_NE(hash_of(source), first);
  EXPECT_NE(hash_of(*source_of(std::string(stated) + "\n", {})), first);
}

TEST(SimulationState, ASimulationGoesOnFromItsTextAndFromNoOther) {
  const auto source = *source_of(stated, {});
  const CampaignAnswer made = prepare_campaign(source, 1);
  const simulation::Campaign& campaign = made.prepared.campaign;
  simulation::Workers alone;
  const SimulationState wanted{hash_of(source), 9000, {}};
  SimulationState stopped = wanted;
  stopped.progress.chunks = 1;
  stopped.progress.tally = simulation::simulate(campaign, 9000, {0, 1}, 1);
  auto progress = progress_from(state_text(stopped), "state.json", wanted, campaign);
  ASSERT_TRUE(progress);
  EXPECT_EQ(progress->chunks, 1U);
  const auto whole =
      simulation::run(campaign, 9000, {}, 1, alone, [](const auto&) { return true; });
  EXPECT_EQ(simulation::run(campaign, 9000, std::move(*progress), 1, alone,
                            [](const auto&) { return true; })
                .tally,
            whole.tally);
  const SimulationState other{"another scenario", 9000, {}};
  EXPECT_EQ(progress_from(state_text(stopped), "state.json", other, campaign).error().code, "S008");
  std::string damaged = state_text(stopped);
  damaged.replace(damaged.find("\"digest\":\"") + 10, 4, "0000");
  EXPECT_EQ(progress_from(damaged, "state.json", wanted, campaign).error().code, "S010");
}

}  // namespace
}  // namespace accord::assessment
