#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "agreement/model/party_titles.h"
#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/use.h"
#include "report/sections/finding_json.h"
#include "talks/positions.h"

namespace accord::cli {

using formats::Workspace;
using talks::IssuePosition;
using talks::PartyPosition;
using talks::Round;
using talks::Statement;

namespace {

/// What the command answers from.
struct Talks {
  const Workspace& workspace;
  Day day;
  std::vector<IssuePosition> issues;
  talks::RoundsAround rounds;

  [[nodiscard]] std::string party(const std::string& id) const {
    return agreement::PartyTitles(workspace.agreement, workspace.outsiders).of(id);
  }
};

std::string names(const std::vector<std::string>& list, std::string_view none) {
  return list.empty() ? std::string(none) : join(list, ", ");
}

std::string round_line(std::string_view which, const Round* round) {
  if (round == nullptr) return fmt::format("{} round: none in the table\n", which);
  return fmt::format("{} round: {} of {}, {}; mediator {} ({}); {}{}\n", which, round->number,
                     to_string(round->day), round->place, round->mediator_state, round->mediator,
                     round->status, round->note.empty() ? "" : "; " + round->note);
}

std::string party_lines(const Talks& talks, const PartyPosition& p) {
  if (p.is_silent()) return fmt::format("    {}: no recorded statement\n", talks.party(p.party));
  std::string out = fmt::format(
      "    {}: leaves open {}{}\n", talks.party(p.party), names(p.acceptable, "nothing"),
      p.red_lined.empty() ? "" : "; red line: not " + join(p.red_lined, ", "));
  for (const std::size_t index : p.statements) {
    const Statement& s = talks.workspace.statements[index];
    out += fmt::format("      {} {}, {} ({}): {}\n", s.id, to_string(s.day), s.speaker, s.kind,
                       s.summary);
  }
  return out;
}

std::string readable(const Talks& talks) {
  std::string out = fmt::format("Positions on {}\n", to_string(talks.day));
  out += round_line("last", talks.rounds.last) + round_line("next", talks.rounds.next);
  for (const IssuePosition& issue : talks.issues) {
    out += fmt::format("\n{}  {}\n    open to both: {}\n", issue.issue, issue.title,
                       names(issue.open, "no option"));
    for (const PartyPosition& p : issue.parties) out += party_lines(talks, p);
  }
  const auto count = talks::package_count(talks.issues);
  out += fmt::format("\npackages that no recorded red line excludes: {}\n",
                     count ? std::to_string(*count) : std::string("more than 64 bits can count"));
  return out;
}

Json round_json(const Round* round) {
  if (round == nullptr) return nullptr;
  return {{"round", round->number},
          {"day", to_string(round->day)},
          {"place", round->place},
          {"mediator", round->mediator},
          {"mediator_state", round->mediator_state},
          {"status", round->status},
          {"note", report::text_json(round->note)}};
}

Json party_json(const Talks& talks, const PartyPosition& p) {
  Json statements = Json::array();
  for (const std::size_t index : p.statements) {
    const Statement& s = talks.workspace.statements[index];
    statements.push_back({{"id", s.id},
                          {"day", to_string(s.day)},
                          {"speaker", s.speaker},
                          {"kind", s.kind},
                          {"red_line", s.red_line},
                          {"summary", s.summary},
                          {"source", report::text_json(s.source)}});
  }
  return {{"party", p.party},
          {"acceptable", p.acceptable},
          {"red_lined", p.red_lined},
          {"statements", std::move(statements)}};
}

Json data_of(const Talks& talks, bool public_only) {
  Json issues = Json::array();
  for (const IssuePosition& issue : talks.issues) {
    Json parties = Json::array();
    for (const PartyPosition& p : issue.parties) parties.push_back(party_json(talks, p));
    issues.push_back({{"issue", issue.issue},
                      {"title", issue.title},
                      {"open", issue.open},
                      {"permitted", issue.permitted},
                      {"silent", issue.silent},
                      {"parties", std::move(parties)}});
  }
  const auto count = talks::package_count(talks.issues);
  return {{"on", to_string(talks.day)},
          {"public_only", public_only},
          {"last_round", round_json(talks.rounds.last)},
          {"next_round", round_json(talks.rounds.next)},
          {"packages", count ? Json(*count) : Json(nullptr)},
          {"issues", std::move(issues)}};
}

Answer run(const Request& asked) {
  Request request = asked;
  const Opened opened = open_workspace(talks_positions, request);
  if (!opened) return opened.refusal;
  if (!request.on)
    return refuse(talks_positions, request,
                  {"U005", "`accord talks positions` needs a day", "",
                   "name one with --on, as --on 2025-05-18"});
  const Workspace& workspace = **opened;
  const Talks talks{workspace, *request.on,
                    talks::positions(workspace.options, workspace.statements,
                                     {*request.on, request.public_only, {}}),
                    talks::rounds_around(workspace.rounds, *request.on)};
  Answer answer;
  answer.messages = opened.notes;
  answer.body = request.json() ? envelope(talks_positions.name, data_of(talks, request.public_only))
                               : readable(talks);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::on, Flag::public_only};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["on", "public_only", "last_round", "next_round", "packages", "issues"],
  "properties": {
    "on": {"$ref": "#/$defs/day"}, "public_only": {"type": "boolean"},
    "issues": {"type": "array", "items": {"type": "object",
      "required": ["issue", "title", "open", "permitted", "silent", "parties"],
      "properties": {"open": {"type": "array", "items": {"type": "string"}},
        "parties": {"type": "array", "items": {"type": "object",
          "required": ["party", "acceptable", "red_lined", "statements"]}}}}}}
})";

}  // namespace

const Command talks_positions{
    .name = "talks positions",
    .group = Group::judge,
    .arguments = "[DIR]",
    .arguments_max = 1,
    .summary = "What each side has said on a day, and which options are open to both",
    .text =
        "Issue by issue: the options that no side's latest recorded statements exclude, each "
        "side's "
        "red lines, and the statements used; a side without a recorded statement excludes nothing, "
        "and is named. Before it the last and the next round with place and mediator. Nothing here "
        "is a proposal or a judgement. --public-only leaves out press reports with unnamed "
        "officials.",
    .flags = flags,
    .formats = formats,
    .example = "accord talks positions --on 2025-05-18 --public-only",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::workspaces};

}  // namespace accord::cli
