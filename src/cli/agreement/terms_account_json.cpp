#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "agreement/history/account.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/use.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using agreement::Account;
using agreement::AccountLine;
using agreement::AccountStanding;

namespace {

Json line_json(const AccountLine& line, const evidence::Records& records) {
  return {{"day", to_string(line.day)},
          {"side", word(line.side)},
          {"what", word(line.what)},
          {"party", line.parties},
          {"term", report::text_json(line.term)},
          {"title", line.title},
          {"state", line.state ? Json(word(*line.state)) : Json(nullptr)},
          {"value", report::text_json(line.value)},
          {"limit", report::text_json(line.limit)},
          {"ground", report::text_json(line.ground)},
          {"source", report::text_json(line.source)},
          {"record",
           line.origin ? report::origin_json(records.origins.at(*line.origin)) : Json(nullptr)},
          {"supposed", line.supposed}};
}

Json data_of(const assessment::Assessment& assessment, const Request& request,
             const Account& account) {
  Json data = query_json(assessment, query_of(request));
  data["left"] = account.left;
  data["right"] = account.right;
  data["lines"] = Json::array();
  for (const AccountLine& line : account.lines)
    data["lines"].push_back(line_json(line, assessment.records()));
  data["standing"] = Json::array();
  for (const AccountStanding& s : account.standing)
    data["standing"].push_back({{"side", word(s.side)},
                                {"party", s.parties},
                                {"term", s.term},
                                {"title", s.title},
                                {"state", word(s.state)},
                                {"since", report::day_json(s.since)}});
  return data;
}

/// A side is not set against a group that holds it.
std::optional<Answer> refuse_overlap(const Request& request,
                                     const agreement::Agreement& agreement) {
  const std::string& left = request.arguments[0];
  const std::string& right = request.arguments[1];
  const auto both = on_both_sides(agreement, left, right);
  if (!both) return std::nullopt;
  return refuse(terms_account, request,
                {"C002",
                 left == right ? fmt::format("“{}” is named for both sides", left)
                               : fmt::format("“{}” is on both sides", *both),
                 {},
                 "name two sides that have no party in common"});
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(terms_account, request);
  if (!assessed) return assessed.refusal;
  for (const std::string& party : request.arguments)
    if (auto refused = refuse_party(terms_account, request, assessed->workspace().agreement, party))
      return *refused;
  if (auto refused = refuse_overlap(request, assessed->workspace().agreement)) return *refused;
  const Account account =
      agreement::account(assessed->evaluator(), request.arguments[0], request.arguments[1],
                         assessed->on(), assessed->known());
  Answer answer;
  answer.messages = assessed.notes;
  answer.body = request.json() ? envelope(terms_account.name, data_of(*assessed, request, account))
                               : heading(*assessed, query_of(request), request.look) + "\n" +
                                     agreement::account_text(account);
  return answer;
}

constexpr auto flags = judging(std::array<Flag, 0>{});
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["workspace", "on", "known", "remarks", "left", "right", "lines", "standing"],
  "properties": {"remarks": {"$ref": "#/$defs/remarks"},
    "left": {"type": "string"}, "right": {"type": "string"},
    "lines": {"type": "array", "items": {
      "type": "object",
      "required": ["day", "side", "what", "party", "term", "title", "state", "value", "limit", "ground", "source",
        "record", "supposed"],
      "properties": {"day": {"$ref": "#/$defs/day"}, "side": {"enum": ["left", "right", "joint"]},
        "what": {"type": "string"}, "party": {"type": "array", "items": {"type": "string"}},
        "state": {"$ref": "#/$defs/state_or_null"}}}},
    "standing": {"type": "array", "items": {
      "type": "object", "required": ["side", "party", "term", "title", "state", "since"],
      "properties": {"side": {"enum": ["left", "right", "joint"]},
        "party": {"type": "array", "items": {"type": "string"}},
        "state": {"$ref": "#/$defs/state"}, "since": {"$ref": "#/$defs/day_or_null"}}}}}
})";

}  // namespace

const Command terms_account{
    .name = "terms account",
    .group = Group::judge,
    .arguments = "PARTY PARTY",
    .arguments_min = 2,
    .arguments_max = 2,
    .summary = "What each of two sides performed, stopped or owes, by day, in two columns",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::parties};

}  // namespace accord::cli
