#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "assessment/assessment.h"
#include "assessment/changes.h"
#include "cli/agreement/assess_text.h"
#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/files/report_files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/unread.h"
#include "cli/frame/use.h"
#include "report/sections/finding_json.h"
#include "report/sections/summary_json.h"

namespace accord::cli {

using assessment::Assessment;
using assessment::Change;
using evidence::Finding;

namespace {

std::string changes_text(const std::vector<Change>& changes) {
  if (changes.empty()) return "\nWith what is supposed, no commitment changes its state.\n";
  std::string out = "\nWith what is supposed, against the record alone:\n";
  for (const auto& [before, after] : changes)
    out += fmt::format("  {:<15} {} ({}) → {} ({})\n", short_id(*after), word(before->outcome()),
                       word(before->state), word(after->outcome()), word(after->state));
  return out;
}

Json changes_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const auto& [before, after] : changes)
    list.push_back(
        {{"id", after->id},
         {"record", {{"outcome", word(before->outcome())}, {"state", word(before->state)}}},
         {"supposed", {{"outcome", word(after->outcome())}, {"state", word(after->state)}}}});
  return list;
}

Problem warning_of(const Error& error) {
  Problem problem = problem_of(error);
  problem.severity = Severity::warning;
  return problem;
}

Exit exit_for(const assessment::Counts& counts, FailOn fail_on) {
  if (fail_on == FailOn::never) return Exit::yes;
  const bool fails = counts.not_met > 0 || (fail_on == FailOn::not_shown && counts.not_shown > 0);
  return fails ? Exit::no : Exit::yes;
}

Json data_of(const Assessment& assessment, const Request& request,
             const std::optional<std::vector<Change>>& changes) {
  Json data = query_json(assessment, query_of(request));
  data["counts"] = counts_json(assessment.counts());
  data["recalled_only"] = recalled_json(assessment);
  data["summary"] = report::summary_json(assessment::summarize(assessment));
  data["findings"] = Json::array();
  for (const Finding& f : assessment.findings())
    data["findings"].push_back(report::finding_json(f, assessment.records()));
  data["changes"] = changes ? changes_json(*changes) : Json(nullptr);
  return data;
}

Answer run(const Request& asked) {
  Request request = asked;
  const Opened opened = open_workspace(assess_command, request);
  if (!opened) return opened.refusal;
  const Assessed assessed = assess(assess_command, request, opened, query_of(request));
  if (!assessed) return assessed.refusal;
  std::optional<Assessment> record;
  std::optional<std::vector<Change>> changes;
  if (!request.suppose.empty()) {
    record = assessed->without_supposed();
    changes = assessment::changes(*record, *assessed);
  }
  const auto folder = report_folder(**opened);
  const auto report =
      folder ? write_report(*assessed, nullptr, report_stem(*folder, *assessed, nullptr), {})
             : tl::make_unexpected(folder.error());
  Answer answer;
  answer.messages = assessed.notes;
  answer.exit = exit_for(assessed->counts(), request.fail_on);
  if (rests_on_unread(assessed->findings())) answer.exit = Exit::input;
  // Without the file the summary is still whole: a read-only workspace gives a warning, no refusal.
  if (!report) answer.messages += render_all({warning_of(report.error())}, {});
  if (request.json()) {
    Json data = data_of(*assessed, request, changes);
    data["report"] = report ? Json(report->front().string()) : Json(nullptr);
    return answer.body = envelope(assess_command.name, std::move(data)), answer;
  }
  answer.body = heading(*assessed, query_of(request), request.look) +
                assess_text(*assessed, request.verbose, request.look);
  if (changes) answer.body += changes_text(*changes);
  if (report) answer.body += fmt::format("\nfull report: {}\n", report->front().string());
  return answer;
}

constexpr auto flags = judging(std::array{Flag::fail_on});
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["workspace", "on", "known", "min_grade", "found_only", "assume", "suppose", "books", "remarks",
    "record_end", "summary", "counts", "recalled_only", "findings", "changes", "report"],
  "properties": {
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "min_grade": {"$ref": "#/$defs/grade"}, "found_only": {"type": "boolean"},
    "assume": {"type": "array"}, "suppose": {"type": "array", "items": {"type": "string"}},
    "books": {"$ref": "#/$defs/books_or_null"}, "remarks": {"$ref": "#/$defs/remarks"},
    "counts": {"$ref": "#/$defs/counts"}, "summary": {"$ref": "#/$defs/summary"},
    "record_end": {"$ref": "#/$defs/record_end"},
    "recalled_only": {"type": "array", "items": {"type": "string"}},
    "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
    "report": {"type": ["string", "null"]},
    "changes": {"anyOf": [{"type": "null"}, {"type": "array", "items": {
      "type": "object", "required": ["id", "record", "supposed"],
      "properties": {"id": {"type": "string"}}}}]}}
})";

}  // namespace

const Command assess_command{.name = "assess",
                             .group = Group::judge,
                             .arguments = "[DIR]",
                             .arguments_max = 1,
                             .summary = "Judge every commitment",
                             .flags = flags,
                             .formats = formats,
                             .schema = schema_text,
                             .run = run,
                             .arguments_are = Words::workspaces};

}  // namespace accord::cli
