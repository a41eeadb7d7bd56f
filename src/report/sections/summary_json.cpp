#include "report/sections/summary_json.h"

#include <nlohmann/json.hpp>

namespace accord::report {

namespace {

Json list_of(const std::vector<assessment::Held>& findings) {
  Json out = Json::array();
  for (const auto& [finding, since] : findings)
    out.push_back({{"id", finding->id},
                   {"title", finding->title},
                   {"state", word(finding->state)},
                   {"since", day_json(since)}});
  return out;
}

Json side_json(const assessment::SideSummary& side) {
  Json not_shown = Json::array();
  for (const assessment::NotShown& group : side.not_shown)
    not_shown.push_back({{"cause", word(group.cause)}, {"findings", list_of(group.findings)}});
  Json sentences = Json::array();
  for (const assessment::Sentence& sentence : side.sentences) sentences.push_back(sentence.text());
  return {{"party", side.party},
          {"title", side.title},
          {"counts",
           {{"met", side.counts.met},
            {"not_met", side.counts.not_met},
            {"not_shown", side.counts.not_shown},
            {"out_of_count", side.counts.out_of_count}}},
          {"met", list_of(side.met)},
          {"not_met", list_of(side.not_met)},
          {"not_shown", std::move(not_shown)},
          {"sentences", std::move(sentences)}};
}

}  // namespace

Json record_end_json(const assessment::RecordEnd& end) {
  return {{"day", day_json(end.day)}, {"nothing_later", end.nothing_later}};
}

Json summary_json(const assessment::Summary& summary) {
  Json sides = Json::array();
  for (const assessment::SideSummary& side : summary.sides) sides.push_back(side_json(side));
  return {{"sentences", summary.texts()}, {"sides", std::move(sides)}};
}

std::string summary_json_text(const assessment::Summary& summary) {
  return summary_json(summary).dump();
}

}  // namespace accord::report
