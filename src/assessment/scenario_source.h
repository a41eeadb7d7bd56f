#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessment/campaign.h"
#include "assessment/files.h"
#include "base/problem.h"
#include "base/result.h"
#include "formats/measured/scenario.h"

/// A scenario with the files that it names: items and methods, or a study with its series. Their
/// paths start at the folder of the scenario, or of the study that names them.
namespace accord::assessment {

struct ScenarioSource {
  std::string file;
  formats::Scenario scenario;      ///< the number of sequences and the seed may be changed
  std::vector<std::string> named;  ///< its files, in the order they were read
  std::map<std::string, std::string> texts;  ///< of the scenario and of its files
  std::vector<Problem> problems;             ///< of the scenario; with an error no file is read
};

/// @error  that of `read`. A series that a study names and that `has` does not know is a problem of
///         the study.
[[nodiscard]] Result<ScenarioSource> scenario_source(const std::string& file, std::string text,
                                                     const Files& files);

/// A hash of everything the counts depend on: seed, number of sequences, and all texts.
[[nodiscard]] std::string hash_of(const ScenarioSource& source);

/// The campaign of the scenario, with the problems of all files. Takes its time: the covariance of
/// a long study, and limits that are simulated.
[[nodiscard]] CampaignAnswer prepare_campaign(const ScenarioSource& source, unsigned threads);

}  // namespace accord::assessment
