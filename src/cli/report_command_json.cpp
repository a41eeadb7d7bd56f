#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/all_commands.h"
#include "cli/finding_text.h"
#include "cli/judge_flags.h"
#include "cli/judged_json.h"
#include "cli/report_files.h"
#include "cli/unread.h"
#include "cli/use.h"
#include "report/report.h"

namespace accord::cli {

namespace {

/// The days that --as-of names: those of a report of the series, or one day.
Result<const formats::SeriesReport*> take_days(const formats::Workspace& workspace,
                                               const Request& request, assessment::Query& query) {
  if (const auto day = parse_day(request.as_of)) {
    query.on = *day;
    if (!query.known) query.known = *day;
  }
  auto about = asked_report(workspace, request.as_of);
  if (about && *about != nullptr) query = report::as_of(**about, query);
  return about;
}

Answer run(const Request& asked) {
  Request request = asked;
  const Opened opened = open_workspace(report_command, request);
  if (!opened) return opened.refusal;
  assessment::Query query = query_of(request);
  const auto about = take_days(**opened, request, query);
  if (!about) return refuse(report_command, request, about.error());
  const Assessed assessed = assess(report_command, request, opened, query);
  if (!assessed) return assessed.refusal;
  const auto folder = request.output.empty()
                          ? report_folder(**opened)
                          : Result<std::filesystem::path>(std::filesystem::path(request.output));
  if (!folder) return refuse(report_command, request, folder.error());
  const auto written = write_report(*assessed, *about, *folder, true, request.pdf);
  if (!written) return refuse(report_command, request, written.error());
  Answer answer;
  answer.messages = assessed.notes;
  if (!request.json()) answer.messages += remark_notes(*assessed, request);
  if (rests_on_unread(assessed->findings())) answer.exit = Exit::input;
  answer.written = true;
  Json files = Json::array();
  for (const auto& path : *written) {
    files.push_back(path.string());
    answer.body += path.string() + "\n";
  }
  if (!request.json()) return answer;
  Json data = query_json(*assessed, query);
  data["report"] = *about == nullptr ? Json(nullptr) : Json((*about)->id);
  data["files"] = std::move(files);
  answer.body = envelope(report_command.name, std::move(data));
  return answer;
}

constexpr auto flags = judging(std::array{Flag::as_of, Flag::pdf});
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["workspace", "on", "known", "remarks", "report", "files"],
  "properties": {"remarks": {"$ref": "#/$defs/remarks"},
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "report": {"type": ["string", "null"]},
    "files": {"type": "array", "items": {"type": "string"}}}
})";

}  // namespace

const Command report_command{
    .name = "report",
    .group = Group::judge,
    .summary = "Write the quarterly report as HTML, Markdown, JSON and PDF",
    .text =
        "In the order of the verifier's own reports: summary, introduction, background, "
        "verification, transparency, other information, and an annex with every row it rests on. "
        "With --as-of it follows one report of the series and is judged on that day, as known on "
        "that day. The files go to `reports` inside the workspace, or to the folder after -o; "
        "their names are printed. Same input, same bytes.",
    .flags = flags,
    .formats = formats,
    .example = "accord report --as-of GOV/2025/8 -o build/report\naccord report --pdf",
    .schema = schema_text,
    .run = run};

}  // namespace accord::cli
