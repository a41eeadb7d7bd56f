#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "agreement/explain/explain.h"
#include "base/english.h"
#include "cli/accounts/explain_accounts.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/unread.h"
#include "cli/frame/use.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using agreement::Episode;
using evidence::Finding;

namespace {

std::vector<Episode> episodes_of(const assessment::Assessment& assessment, const Finding& finding) {
  const std::string party = finding.id.find('@') == std::string::npos
                                ? std::string()
                                : finding.id.substr(finding.id.find('@') + 1);
  return agreement::episodes(assessment.evaluator(), {finding.term, party}, assessment.on(),
                             assessment.known());
}

/// The words of a run: what begins it, what ends it, what is told as the extreme.
struct EpisodeWords {
  const char *heading, *begins, *ends, *extreme;  ///< extreme: of figures
};

const EpisodeWords& words_of(Episode::Kind kind) {
  constexpr static std::array<EpisodeWords, 4> words{
      {{"Times beyond the limit", "First observed beyond the limit on", "Within again on",
        "Largest"},
       {"Times short of the minimum", "First short of the minimum on", "Reached again on",
        "Smallest"},
       {"Times it was seen", "First seen on", "Not seen on", ""},
       {"Times the required state did not hold", "First stated not to hold on", "Holds again on",
        ""}}};
  return words.at(static_cast<std::size_t>(kind));
}

std::string episode_line(const Episode& e, const Look& look) {
  const EpisodeWords& words = words_of(e.kind);
  std::string out = fmt::format("  {} {}", words.begins, to_string(e.first_observed));
  if (!e.first_value.empty()) out += fmt::format(" ({})", e.first_value);
  out += fmt::format(", known on {}; last satisfying observation before it: {}.",
                     to_string(e.first_known),
                     e.last_satisfied ? to_string(*e.last_satisfied) : "none on record");
  if (e.first_within)
    out += fmt::format(" {} {}, after {}.", words.ends, to_string(*e.first_within),
                       counted(*e.duration_days, "day"));
  if (*words.extreme != '\0' && !e.extreme.empty())
    out += fmt::format(" {}: {} on {}.", words.extreme, e.extreme, to_string(e.extreme_day));
  if (e.announced) out += " " + agreement::announced_sentence(*e.announced, e.announcement);
  return wrap(out, 4, 0, look) + "\n";
}

/// Under one heading those that follow one another and are of one kind.
std::string episode_lines(const std::vector<Episode>& runs, const Look& look) {
  std::string out;
  const Episode* before = nullptr;
  for (const Episode& e : runs) {
    if (before == nullptr || before->kind != e.kind)
      out += fmt::format("  {}:\n", words_of(e.kind).heading);
    out += episode_line(e, look);
    before = &e;
  }
  return out;
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(explain_command, request);
  if (!assessed) return assessed.refusal;
  const std::string& id = request.arguments.front();
  std::vector<const Finding*> findings;
  for (const Finding& f : assessed->findings())
    if (f.id == id || f.term == id || f.id == "F-" + id) findings.push_back(&f);
  if (findings.empty()) return no_such_finding(explain_command, request, *assessed, id);
  Answer answer;
  answer.messages = assessed.notes;
  for (const Finding* f : findings)
    if (rests_on_unread(*f)) answer.exit = Exit::input;
  Json list = Json::array();
  const agreement::PartyTitles parties(assessed->workspace().agreement,
                                       assessed->workspace().outsiders);
  if (!request.json()) answer.body = heading(*assessed, query_of(request), request.look) + "\n";
  for (const Finding* finding : findings) {
    const std::vector<Episode> runs = episodes_of(*assessed, *finding);
    if (request.json()) {
      Json entry = report::finding_json(*finding, assessed->records());
      entry["episodes"] = Json::array();
      for (const Episode& e : runs)
        entry["episodes"].push_back(report::episode_json(e, assessed->records()));
      list.push_back(std::move(entry));
      continue;
    }
    answer.body += (finding == findings.front() ? "" : "\n") +
                   agreement::explain(*finding, assessed->records(), parties);
    answer.body += episode_lines(runs, request.look);
  }
  if (request.json()) {
    Json data = query_json(*assessed, query_of(request));
    data["findings"] = std::move(list);
    answer.body = envelope(explain_command.name, std::move(data));
  }
  return answer;
}

constexpr auto flags = judging(std::array<Flag, 0>{});
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["workspace", "on", "known", "remarks", "findings"],
  "properties": {"remarks": {"$ref": "#/$defs/remarks"},
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "findings": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/finding"},
      {"required": ["episodes"], "properties": {"episodes": {"type": "array",
      "items": {"$ref": "#/$defs/episode"}}}}]}}}
})";

}  // namespace

const Command explain_command{
    .name = "explain",
    .group = Group::judge,
    .arguments = "ID",
    .arguments_min = 1,
    .arguments_max = 1,
    .summary = "One finding, down to file, row and hash of every record it rests on",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .variants = explain_accounts,
    .arguments_are = Words::findings};

}  // namespace accord::cli
