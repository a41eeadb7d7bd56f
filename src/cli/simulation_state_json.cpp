#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "base/encoding.h"
#include "cli/simulation_state.h"

namespace accord::cli {

using Json = nlohmann::ordered_json;

std::string state_text(const SimulationState& state) {
  const Json json{{"accord", "1"},
                  {"kind", "simulation"},
                  {"scenario", state.scenario},
                  {"sequences", state.sequences},
                  {"chunks", state.progress.chunks},
                  {"done", state.progress.tally.sequences},
                  {"alarms", state.progress.tally.alarms},
                  {"moments", state.progress.tally.moments}};
  return json.dump() + "\n";
}

Result<SimulationState> read_state(const std::string& text, const std::string& file) {
  for (const auto& fault : {foreign_format(text), foreign_byte(text)})
    if (fault) return fail("S007", fault->message, file, fault->help);
  const Json json = Json::parse(text, nullptr, false);
  const auto refused = [&](const char* why) {
    return fail("S007", std::string("this is no state of a simulation: ") + why, file,
                "name a file that an interrupted `accord simulate` has written");
  };
  if (json.is_discarded() || !json.is_object()) return refused("not JSON");
  if (json.value("kind", Json()) != "simulation") return refused("“kind” is not “simulation”");
  for (const char* key : {"sequences", "chunks", "done"})
    if (!json.contains(key) || !json[key].is_number_unsigned())
      return refused("a number is missing");
  if (!json.contains("scenario") || !json["scenario"].is_string() || !json.contains("alarms"))
    return refused("“scenario” or “alarms” is missing");
  SimulationState state;
  state.scenario = json["scenario"];
  state.sequences = json["sequences"];
  state.progress.chunks = json["chunks"];
  state.progress.tally.sequences = json["done"];
  try {
    state.progress.tally.alarms =
        json["alarms"].get<std::vector<std::vector<std::vector<std::uint64_t>>>>();
    state.progress.tally.moments = json.value("moments", std::vector<std::int64_t>());
  } catch (const Json::exception&) {
    return refused("“alarms” or “moments” are not whole numbers");
  }
  return state;
}

std::optional<Error> state_fault(const SimulationState& state, const SimulationState& wanted,
                                 const simulation::Campaign& campaign, const std::string& file) {
  const simulation::Tally empty(campaign);
  const auto shape = [](const simulation::Tally& tally) {
    std::vector<std::size_t> sizes;
    for (const auto& loss : tally.alarms) {
      sizes.push_back(loss.size());
      for (const auto& rule : loss) sizes.push_back(rule.size());
    }
    sizes.push_back(tally.moments.size());
    return sizes;
  };
  const std::uint64_t whole = state.progress.chunks * simulation::chunk_size;
  if (state.scenario == wanted.scenario && state.sequences == wanted.sequences &&
      shape(state.progress.tally) == shape(empty) && whole >= state.progress.tally.sequences &&
      state.progress.chunks <= simulation::chunks_of(wanted.sequences))
    return std::nullopt;
  return Error{"S008", "this state belongs to another scenario, seed or number of sequences", file,
               "give the scenario, --seed and --reps it was begun with, or another file"};
}

}  // namespace accord::cli
