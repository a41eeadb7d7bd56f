#include <nlohmann/json.hpp>

#include "agreement/history/clock.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/use.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using agreement::ClockDates;
using Clocks = std::vector<ClockDates>;

namespace {

Json clock_json(const ClockDates& c) {
  Json stages = Json::array();
  for (const agreement::StageDates& s : c.stages)
    stages.push_back({{"name", s.name},
                      {"label", report::text_json(s.label)},
                      {"duration", s.duration},
                      {"extendable", s.extendable},
                      {"extended", s.extended},
                      {"from", to_string(s.from)},
                      {"until", to_string(s.until)}});
  return {{"procedure", c.procedure},
          {"title", c.title},
          {"ref", report::text_json(c.ref)},
          {"opened", to_string(c.opened)},
          {"openers", c.openers},
          {"opener_named", c.opener_named},
          {"stages", std::move(stages)},
          {"runs_out", to_string(c.runs_out)},
          {"shortest_days", c.shortest_days},
          {"available_until", report::day_json(c.available_until)},
          {"opened_in_time", c.opened_in_time},
          {"completes_in_time", c.completes_in_time},
          {"stopped_by", report::text_json(c.stopped_by)},
          {"stopped_on", report::day_json(c.stopped_on)},
          {"leads_to", report::text_json(c.leads_to)}};
}

Result<Clocks> clocks_for(const assessment::Assessment& assessment, const Request& request) {
  if (!request.open)
    return agreement::clocks_on_record(assessment.evaluator(), assessment.on(), assessment.known());
  std::vector<agreement::StageEnd> ends;
  for (const auto& [stage, day] : request.stage_ends) ends.push_back({stage, day});
  return agreement::clocks(assessment.evaluator(), request.arguments, *request.open, ends,
                           assessment.known());
}

std::string as_readable(const assessment::Assessment& assessment, const Request& request,
                        const Clocks& clocks) {
  std::string out = heading(assessment, query_of(request), request.look) + "\n";
  if (clocks.empty())
    out += "No procedure was opened on record. With --open DAY: the dates if it opened then.\n";
  for (const ClockDates& c : clocks)
    out += (&c == &clocks.front() ? "" : "\n") + agreement::clock_text(c);
  return out;
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(terms_clock, request);
  if (!assessed) return assessed.refusal;
  const Result<Clocks> clocks = clocks_for(*assessed, request);
  if (!clocks) return refuse(terms_clock, request, clocks.error());
  Answer answer;
  answer.messages = assessed.notes;
  if (!request.json()) return answer.body = as_readable(*assessed, request, *clocks), answer;
  Json data = query_json(*assessed, query_of(request));
  data["clocks"] = Json::array();
  for (const ClockDates& c : *clocks) data["clocks"].push_back(clock_json(c));
  answer.body = envelope(terms_clock.name, std::move(data));
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::open, Flag::stage_end, Flag::on, Flag::known};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["workspace", "on", "known", "clocks"],
  "properties": {"clocks": {"type": "array", "items": {
    "type": "object",
    "required": ["procedure", "title", "ref", "opened", "openers", "opener_named", "stages", "runs_out",
      "shortest_days", "available_until", "opened_in_time", "completes_in_time", "stopped_by", "stopped_on",
      "leads_to"],
    "properties": {"opened": {"$ref": "#/$defs/day"}, "runs_out": {"$ref": "#/$defs/day"},
      "shortest_days": {"type": "integer"}, "available_until": {"$ref": "#/$defs/day_or_null"},
      "stages": {"type": "array", "items": {
        "type": "object", "required": ["name", "label", "duration", "extendable", "extended", "from", "until"],
        "properties": {"from": {"$ref": "#/$defs/day"}, "until": {"$ref": "#/$defs/day"}}}}}}}}
})";

}  // namespace

const Command terms_clock{
    .name = "terms clock",
    .group = Group::text,
    .arguments = "[PROCEDURE…]",
    .arguments_max = any_number,
    .summary = "The dates of a procedure: stages, deadlines, the shortest path",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::procedures};

}  // namespace accord::cli
