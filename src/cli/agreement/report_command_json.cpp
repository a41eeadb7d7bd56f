#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/agreement/finding_text.h"
#include "cli/agreement/judge_flags.h"
#include "cli/agreement/judged_json.h"
#include "cli/files/report_files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/parse.h"
#include "cli/frame/unread.h"
#include "cli/frame/use.h"
#include "cli/print/text.h"
#include "report/sections/report.h"

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

/// The one form that --format names; all of them otherwise.
ReportForms forms_of(const Request& request) {
  ReportForms out{true, true, request.pdf, true};
  if (request.format == Format::html) out = {.pdf = request.pdf};
  if (request.format == Format::md) out = {.markdown = true, .pdf = request.pdf, .html = false};
  if (request.format == Format::pdf) out = {.pdf = true};
  return out;
}

/// The file that -o names itself: it has the ending of the one form that is written.
bool names_file(const Request& request) {
  std::error_code ignored;
  return request.format && *request.format != Format::text && !request.json() &&
         std::filesystem::path(request.output).extension() ==
             "." + std::string(word(*request.format)) &&
         !std::filesystem::is_directory(request.output, ignored);
}

/// Where the files go, without their endings.
Result<std::filesystem::path> stem_of(const formats::Workspace& workspace, const Request& request,
                                      const assessment::Assessment& assessed,
                                      const formats::SeriesReport* about) {
  if (names_file(request)) return std::filesystem::path(request.output).replace_extension();
  if (!request.output.empty()) return report_stem(request.output, assessed, about);
  const auto folder = report_folder(workspace);
  if (!folder) return tl::make_unexpected(folder.error());
  return report_stem(*folder, assessed, about);
}

/// The reports that --as-of can name.
Answer listed(const formats::Workspace& workspace, const Request& request) {
  Answer answer;
  if (request.json()) {
    Json list = Json::array();
    for (const formats::SeriesReport& report : workspace.reports)
      list.push_back({{"report", report.id}, {"day", to_string(report.report_date)}});
    answer.body = envelope(report_command.name, {{"reports", std::move(list)}});
    return answer;
  }
  Table table{{"day", "report"}, {}, {}};
  for (const formats::SeriesReport& report : workspace.reports)
    table.rows.push_back({to_string(report.report_date), report.id});
  answer.body = table.rows.empty() ? "the workspace has no series of reports\n"
                                   : as_text(table, request.look);
  return answer;
}

/// The page itself, for standard output.
Answer on_standard_output(const Request& request, const assessment::Assessment& assessed,
                          const formats::SeriesReport* about, Answer answer) {
  const report::Report made = report::make_report(assessed, about);
  answer.body = request.format == Format::html ? report::html(made) : report::markdown(made);
  return answer;
}

/// What cannot be asked for together.
std::optional<Error> contradiction(const Request& request) {
  const bool page = request.format == Format::html || request.format == Format::md;
  if (request.list && (page || request.format == Format::pdf))
    return Error{"U005", "--list writes no report", {}, "leave out --format, or --list"};
  if (request.output == "-" && request.pdf && page)
    return Error{"U005", "one page goes to standard output", {}, "leave out --pdf"};
  if (request.output != "-" || page || request.list) return std::nullopt;
  return Error{"U005",
               request.format == Format::pdf ? "a PDF goes to a file, not to standard output"
                                             : "a report of several files goes to a folder",
               {},
               "name a folder with -o, or add --format html"};
}

Answer run(const Request& asked) {
  Request request = asked;
  if (const auto fault = contradiction(request)) return refuse(report_command, request, *fault);
  const Opened opened = open_workspace(report_command, request);
  if (!opened) return opened.refusal;
  if (request.list) return listed(**opened, request);
  assessment::Query query = query_of(request);
  const auto about = take_days(**opened, request, query);
  if (!about) return refuse(report_command, request, about.error());
  const Assessed assessed = assess(report_command, request, opened, query);
  if (!assessed) return assessed.refusal;
  Answer answer;
  answer.messages = assessed.notes;
  if (!request.json()) answer.messages += remark_notes(*assessed, request);
  if (rests_on_unread(assessed->findings())) answer.exit = Exit::input;
  if (request.output == "-")
    return on_standard_output(request, *assessed, *about, std::move(answer));
  const auto stem = stem_of(**opened, request, *assessed, *about);
  if (!stem) return refuse(report_command, request, stem.error());
  const auto written = write_report(*assessed, *about, *stem, forms_of(request));
  if (!written) return refuse(report_command, request, written.error());
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

constexpr auto flags = judging(std::array{Flag::as_of, Flag::list, Flag::pdf});
constexpr std::array formats{Format::text, Format::json, Format::html, Format::md, Format::pdf};

constexpr std::string_view schema_text = R"({
  "type": "object", "anyOf": [
  {"required": ["workspace", "on", "known", "remarks", "report", "files"],
  "properties": {"remarks": {"$ref": "#/$defs/remarks"},
    "workspace": {"type": "string"}, "on": {"$ref": "#/$defs/day"}, "known": {"$ref": "#/$defs/day"},
    "report": {"type": ["string", "null"]},
    "files": {"type": "array", "items": {"type": "string"}}}},
  {"required": ["reports"], "properties": {"reports": {"type": "array", "items": {
    "type": "object", "required": ["report", "day"], "properties": {
    "report": {"type": "string"}, "day": {"$ref": "#/$defs/day"}}}}}}]
})";

}  // namespace

const Command report_command{.name = "report",
                             .group = Group::judge,
                             .arguments = "[DIR]",
                             .arguments_max = 1,
                             .summary = "Write the report as HTML, Markdown, JSON and PDF",
                             .flags = flags,
                             .formats = formats,
                             .schema = schema_text,
                             .run = run,
                             .arguments_are = Words::workspaces};

}  // namespace accord::cli
