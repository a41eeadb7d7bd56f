#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/english.h"
#include "claims/claims.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/use.h"
#include "cli/print/text.h"
#include "report/sections/finding_json.h"

namespace accord::cli {

using claims::Claim;
using claims::ClaimVerdict;
using claims::ClaimWord;

namespace {

std::string verdict_words(const ClaimVerdict& verdict) {
  std::string text = word(verdict.verdict);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string readable(const assessment::Assessment& assessed,
                     const std::vector<ClaimVerdict>& verdicts, bool all) {
  const auto& claims = assessed.workspace().claims;
  std::string out;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const ClaimVerdict& v = verdicts[i];
    out += fmt::format("{}  {}: {}\n", v.claim, verdict_words(v), claims[i].text);
    if (!v.reason.empty()) out += fmt::format("     {}\n", v.reason);
    for (const std::string& step : v.computation) out += fmt::format("     {}\n", step);
    if (!all) continue;
    for (const std::uint32_t origin : v.origins) {
      const evidence::Origin& row = assessed.records().origins[origin];
      out += fmt::format("     record: {}:{}  {}\n", row.file, row.row, row.id);
    }
    if (!claims[i].source.empty()) out += fmt::format("     said in: {}\n", claims[i].source);
  }
  const auto wrong = std::count_if(verdicts.begin(), verdicts.end(), [](const ClaimVerdict& v) {
    return v.verdict == ClaimWord::inconsistent;
  });
  const auto open = std::count_if(verdicts.begin(), verdicts.end(), [](const ClaimVerdict& v) {
    return v.verdict == ClaimWord::cannot_check;
  });
  return out + fmt::format("\n{}: {} consistent, {} inconsistent, {} cannot be checked\n",
                           counted(verdicts.size(), "claim"), std::ssize(verdicts) - wrong - open,
                           wrong, open);
}

Json json_of(const assessment::Assessment& assessed, const Claim& claim, const ClaimVerdict& v) {
  Json rows = Json::array();
  for (const std::uint32_t origin : v.origins)
    rows.push_back(report::origin_json(assessed.records().origins[origin]));
  return {{"claim", claim.id},
          {"text", claim.text},
          {"metric", claim.metric},
          {"value", claim.value},
          {"unit", claim.unit},
          {"about", report::text_json(claim.about)},
          {"verdict", word(v.verdict)},
          {"fault", report::text_json(word(v.fault))},
          {"reason", report::text_json(v.reason)},
          {"computation", v.computation},
          {"records", std::move(rows)}};
}

Answer run(const Request& asked) {
  Request request = asked;
  const Assessed assessed = assess(compare_claims, request);
  if (!assessed) return assessed.refusal;
  const formats::Workspace& workspace = assessed->workspace();
  const auto verdicts = claims::check_claims(workspace.claims, workspace.claim_settings,
                                             assessed->evaluator(), assessed->known());
  Answer answer;
  answer.messages = assessed.notes;
  const bool differs = std::any_of(verdicts.begin(), verdicts.end(), [](const ClaimVerdict& v) {
    return v.verdict == ClaimWord::inconsistent;
  });
  answer.exit = differs ? Exit::no : Exit::yes;
  if (!request.json()) {
    answer.messages += remark_notes(*assessed, request);
    return answer.body = readable(*assessed, verdicts, request.verbose), answer;
  }
  Json data = query_json(*assessed, query_of(request));
  data["claims"] = Json::array();
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    data["claims"].push_back(json_of(*assessed, workspace.claims[i], verdicts[i]));
  answer.body = envelope(compare_claims.name, std::move(data));
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::on, Flag::known};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["workspace", "on", "known", "remarks", "claims"],
  "properties": {"remarks": {"$ref": "#/$defs/remarks"},
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "claims": {"type": "array", "items": {"type": "object",
      "required": ["claim", "text", "verdict", "reason", "computation", "records"],
      "properties": {"claim": {"type": "string"}, "verdict": {"enum": ["consistent", "consistent_truncated",
        "consistent_rounded", "inconsistent", "cannot_check"]},
        "computation": {"type": "array", "items": {"type": "string"}}}}}}
})";

}  // namespace

const Command compare_claims{
    .name = "compare claims",
    .group = Group::judge,
    .arguments = "[DIR]",
    .arguments_max = 1,
    .summary = "Whether what others say about the figures agrees with the record",
    .flags = flags,
    .formats = formats,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::workspaces};

}  // namespace accord::cli
