#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "assessment/simulation_state.h"
#include "base/encoding.h"
#include "seal/sha256.h"

namespace accord::assessment {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char* digest_key = "digest";

Json without_digest(const SimulationState& state) {
  return {{"accord", "1"},
          {"kind", "simulation"},
          {"scenario", state.scenario},
          {"sequences", state.sequences},
          {"chunks", state.progress.chunks},
          {"done", state.progress.tally.sequences},
          {"alarms", state.progress.tally.alarms},
          {"moments", state.progress.tally.moments}};
}

/// Of everything else in the file.
std::string digest_of(const SimulationState& state) {
  return seal::sha256_hex(without_digest(state).dump());
}

/// Why the counts cannot be those of whole chunks; nothing when they can.
std::optional<std::string> contradiction(const SimulationState& state) {
  const auto& [chunks, tally] = state.progress;
  const std::uint64_t all = simulation::chunks_of(state.sequences);
  if (chunks > all) return fmt::format("{} chunks of {}", chunks, all);
  const std::uint64_t done = std::min(state.sequences, chunks * simulation::chunk_size);
  if (tally.sequences != done)
    return fmt::format("{} sequences are done, but {} belong to its chunks", tally.sequences, done);
  for (const auto& loss : tally.alarms)
    for (const auto& rule : loss) {
      std::uint64_t left = done;
      for (const std::uint64_t alarms : rule) {
        if (alarms > left) return fmt::format("more alarms than the {} sequences", done);
        left -= alarms;
      }
    }
  return std::nullopt;
}

/// Also below zero a number would be read as a count.
bool are_counts(const Json& alarms) {
  for (const Json& loss : alarms)
    for (const Json& rule : loss)
      for (const Json& count : rule)
        if (!count.is_number_unsigned()) return false;
  return true;
}

/// Whether it fits the campaign is not looked at.
Result<SimulationState> read_state(const std::string& text, const std::string& file) {
  for (const auto& fault : {foreign_format(text), foreign_byte(text)})
    if (fault) return fail("S007", fault->message, file, fault->help);
  const Json json = Json::parse(text, nullptr, false);
  const auto refused = [&](const char* why) {
    return fail("S007", std::string("this is not a state of a simulation: ") + why, file,
                "name a file that an interrupted simulation has written");
  };
  if (json.is_discarded() || !json.is_object()) return refused("not JSON");
  const auto kind = json.find("kind");
  if (kind == json.end() || !kind->is_string() || *kind != "simulation")
    return refused("“kind” is not “simulation”");
  for (const char* key : {"sequences", "chunks", "done"})
    if (!json.contains(key) || !json[key].is_number_unsigned())
      return refused("a number is missing");
  if (!json.contains("scenario") || !json["scenario"].is_string() || !json.contains("alarms"))
    return refused("“scenario” or “alarms” is missing");
  if (!json.contains(digest_key)) return refused("“digest” is missing");
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
  if (!are_counts(json["alarms"])) return refused("“alarms” are not counts");
  const auto damaged = [&](const std::string& why) {
    return fail("S010", "this state of a simulation is damaged: " + why, file,
                "begin the simulation anew, with the name of a file that is not there yet");
  };
  if (const auto why = contradiction(state)) return damaged(*why);
  if (!json[digest_key].is_string() || json[digest_key] != digest_of(state))
    return damaged("its digest is not that of its numbers");
  return state;
}

/// S008 unless the state is of this campaign.
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
  if (state.scenario == wanted.scenario && state.sequences == wanted.sequences &&
      shape(state.progress.tally) == shape(empty))
    return std::nullopt;
  return Error{"S008", "this state belongs to another scenario, seed or number of sequences", file,
               "give the scenario, --seed and --reps it was begun with, or another file"};
}

}  // namespace

std::string state_text(const SimulationState& state) {
  Json json = without_digest(state);
  json[digest_key] = digest_of(state);
  return json.dump() + "\n";
}

Result<simulation::Progress> progress_from(const std::string& text, const std::string& file,
                                           const SimulationState& wanted,
                                           const simulation::Campaign& campaign) {
  auto state = read_state(text, file);
  if (!state) return tl::make_unexpected(state.error());
  if (auto fault = state_fault(*state, wanted, campaign, file))
    return tl::make_unexpected(*std::move(fault));
  return std::move(state->progress);
}

}  // namespace accord::assessment
