#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "assessment/campaign.h"
#include "assessment/study.h"
#include "balance_laws.h"
#include "formats/measured/scenario.h"
#include "formats/measured/study.h"
#include "formats/profiles/criteria.h"

/// What describes a balance in TOML: a study with its series behind bytes 30, a scenario, or
/// criteria, as the first byte says. A study that can be read has a balance, which keeps what it
/// promises; a scenario with limits that formulas give is simulated.
namespace {

using accord::assessment::NamedText;
using accord::formats::Scenario;
using accord::formats::ScenarioTest;

/// Texts for the files of a study: one after the other, the last again when there are more files.
std::map<std::string, std::string> series_of(const NamedText& study, std::string_view rest) {
  std::map<std::string, std::string> out;
  for (const std::string& file : accord::assessment::files_of_study(study)) {
    const std::size_t end = rest.find('\x1e');
    out[file] = rest.substr(0, end);
    if (end != rest.npos) rest.remove_prefix(end + 1);
  }
  return out;
}

bool is_small(const accord::assessment::LoadedStudy& loaded) {
  const auto prepared = accord::balance::prepare(*loaded.study).prepared;
  return prepared && prepared->periods <= accord::fuzz::periods_most &&
         prepared->use_period.size() <= 20'000;
}

void check_study(std::string_view text) {
  const std::size_t end = std::min(text.find('\x1e'), text.size());
  const NamedText study{"study.toml", text.substr(0, end)};
  const auto count = accord::formats::read_study(study.bytes, study.file).text.count;
  if (count.value_or(0) > accord::fuzz::periods_most && *count <= 2'000) return;  // takes long
  const auto series = series_of(study, text.substr(std::min(end + 1, text.size())));
  const auto loaded = accord::assessment::load_study(study, series);
  accord::fuzz::check_texts(loaded.problems);
  ACCORD_EXPECT(loaded.study.has_value() == !accord::has_errors(loaded.problems));
  if (!loaded.study || !is_small(loaded)) return;
  const auto made = accord::assessment::study_balance(study, series);
  ACCORD_EXPECT(made.balance.has_value());
  accord::fuzz::check_balance(*made.balance);
  const auto source = accord::assessment::study_source(study, series, true);
  // A period that was not measured has no covariance: that is said, and nothing is simulated.
  const bool is_whole = accord::balance::prepare(*loaded.study).prepared->not_measured.empty();
  ACCORD_EXPECT(is_whole == (source.errors && source.covariance_kg2));
  ACCORD_EXPECT(is_whole != accord::has_errors(source.problems));
  if (is_whole) accord::fuzz::check_errors(*source.errors);
}

/// Tests whose limit a formula gives: the others take a million sequences.
bool is_quick(const Scenario& scenario, std::size_t periods) {
  using Kind = ScenarioTest::Kind;
  const auto quick = [](const ScenarioTest& test) {
    return test.limit || (test.kind != Kind::pages && test.kind != Kind::single_period &&
                          test.kind != Kind::cumuf_each && test.kind != Kind::gemuf_v5b3);
  };
  std::size_t losses = scenario.losses.size();
  for (const auto& loss : scenario.losses) losses += loss.totals_kg.size();
  return periods <= 12 && losses <= 12 && scenario.tests.size() <= 6 &&
         std::all_of(scenario.tests.begin(), scenario.tests.end(), quick);
}

void check_scenario(std::string_view text) {
  const auto read = accord::formats::read_scenario(text, "scenario.toml");
  accord::fuzz::check_texts(read.problems);
  if (accord::has_errors(read.problems)) return;
  const auto& structure = read.scenario.balance.structure;
  if (structure && structure->periods > 200) return;
  const auto covariance = accord::assessment::stated_covariance(read.scenario.balance);
  if (!covariance || !is_quick(read.scenario, covariance->rows)) return;
  const auto answer =
      accord::assessment::prepare_campaign(read.scenario, *covariance, "scenario.toml", 1);
  accord::fuzz::check_texts(answer.problems);
  if (accord::has_errors(answer.problems)) return;
  const auto& campaign = answer.prepared.campaign;
  for (const auto& test : answer.prepared.tests) {
    ACCORD_EXPECT(test.exact.size() == campaign.losses.size());
    for (const auto& exact : test.exact) ACCORD_EXPECT(!exact || (*exact >= 0 && *exact <= 1));
  }
  const auto tally = accord::simulation::simulate(campaign, 64, {0, 1}, 1);
  ACCORD_EXPECT(tally.sequences == 64);
  for (const auto& loss : tally.alarms)
    for (const auto& rule : loss) {
      std::uint64_t alarms = 0;
      for (const std::uint64_t in_period : rule) alarms += in_period;
      ACCORD_EXPECT(alarms <= tally.sequences);
    }
}

void check_criteria(std::string_view text) {
  const auto read = accord::formats::read_criteria(text, "criteria.toml");
  accord::fuzz::check_texts(read.problems);
  if (accord::has_errors(read.problems)) return;
  for (const auto& criterion : read.criteria.list)
    ACCORD_EXPECT(criterion.above_sigma || criterion.above_kg || criterion.above_active ||
                  criterion.above_goal);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] % 3 == 0)
    check_study(text);
  else if (data[0] % 3 == 1)
    check_scenario(text);
  else
    check_criteria(text);
  return 0;
}
