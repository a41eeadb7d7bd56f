#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "agreement/explain/depends.h"
#include "base/named.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/suggested.h"
#include "cli/frame/use.h"
#include "report/figures/figures.h"

namespace accord::cli {

using agreement::DependEdge;
using agreement::Dependence;
using agreement::DependNode;
using agreement::Fall;

namespace {

bool is_party(const Dependence& all, const std::string& name) {
  return std::any_of(all.nodes.begin(), all.nodes.end(), [&](const DependNode& node) {
    return node.kind == DependNode::Kind::party && node.name == name;
  });
}

Json data_of(const Dependence& shown, const std::vector<Fall>& falls) {
  Json data{
      {"nodes", Json::array()}, {"edges", Json::array()}, {"falls_when_ceases", Json::array()}};
  for (const DependNode& node : shown.nodes)
    data["nodes"].push_back(
        {{"kind", word(node.kind)}, {"name", node.name}, {"title", node.title}});
  for (const DependEdge& edge : shown.edges)
    data["edges"].push_back(
        {{"from", edge.from}, {"to", edge.to}, {"how", edge.how}, {"lifts", edge.lifts}});
  for (const Fall& fall : falls)
    data["falls_when_ceases"].push_back({{"term", fall.term}, {"because", fall.because}});
  return data;
}

std::string as_readable(const Dependence& shown, const std::vector<Fall>& falls,
                        const std::string& party) {
  std::string out = agreement::depends_text(shown);
  if (party.empty()) return out;
  out += falls.empty()
             ? fmt::format("\nNo term leaves force when {} ceases as a whole.\n", party)
             : fmt::format("\nWhen {} ceases as a whole, these terms leave force:\n", party);
  for (const Fall& fall : falls) out += fmt::format("  {}: {}\n", fall.term, fall.because);
  return out;
}

Answer no_such_name(const Request& request, const Dependence& all, const std::string& name) {
  std::vector<Named> known;
  for (const DependNode& node : all.nodes)
    known.push_back({node.name, node.kind == DependNode::Kind::day ? std::string_view()
                                                                   : std::string_view(node.title)});
  const std::string near = did_you_mean(name, known);
  return refuse(
      terms_depends, request,
      {"C001",
       fmt::format("nothing named “{}” in the text", name),
       {},
       near.empty() ? fmt::format("`{}` lists all names", about_workspace(request, "terms depends"))
                    : near});
}

Answer run(const Request& asked) {
  Request request = asked;
  const Opened opened = open_workspace(terms_depends, request);
  if (!opened) return opened.refusal;
  const Dependence all = agreement::depends((*opened)->agreement);
  const std::string name = request.arguments.empty() ? std::string() : request.arguments.front();
  const Dependence shown = name.empty() ? all : agreement::around(all, name);
  if (shown.nodes.empty() && !name.empty()) return no_such_name(request, all, name);
  const std::string party = is_party(all, name) ? name : std::string();
  const std::vector<Fall> falls =
      party.empty() ? std::vector<Fall>() : agreement::falls_when_ceases(all, party);
  Answer answer;
  answer.messages = opened.notes;
  if (request.format == Format::svg)
    answer.body = report::depends_drawing(shown, name);
  else
    answer.body = request.json() ? envelope(terms_depends.name, data_of(shown, falls))
                                 : as_readable(shown, falls, party);
  return answer;
}

constexpr std::array flags{Flag::workspace};
constexpr std::array formats{Format::text, Format::json, Format::svg};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["nodes", "edges", "falls_when_ceases"],
  "properties": {
    "nodes": {"type": "array", "items": {"type": "object", "required": ["kind", "name", "title"],
      "properties": {"kind": {"enum": ["day", "event", "question", "party", "measure", "term"]},
        "name": {"type": "string"}, "title": {"type": "string"}}}},
    "edges": {"type": "array", "items": {"type": "object", "required": ["from", "to", "how", "lifts"],
      "properties": {"from": {"type": "string"}, "to": {"type": "string"}, "how": {"type": "string"},
        "lifts": {"type": "boolean"}}}},
    "falls_when_ceases": {"type": "array", "items": {"type": "object", "required": ["term", "because"],
      "properties": {"term": {"type": "string"}, "because": {"type": "string"}}}}}
})";

}  // namespace

const Command terms_depends{.name = "terms depends",
                            .group = Group::text,
                            .arguments = "[TERM|PARTY]",
                            .arguments_max = 1,
                            .summary = "What rests on what: days, events, questions, conditions",
                            .flags = flags,
                            .formats = formats,
                            .schema = schema_text,
                            .run = run,
                            .arguments_are = Words::term_or_party};

}  // namespace accord::cli
