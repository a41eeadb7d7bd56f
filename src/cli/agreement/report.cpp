#include "report/sections/report.h"

#include "answers/agreement/finding.h"
#include "cli/agreement/finding_text.h"
#include "cli/files/report_files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answered.h"
#include "cli/frame/envelope.h"
#include "cli/print/text.h"

namespace accord::cli {

using described::member;
using described::object;

namespace {

struct ReportAsked {
  answers::AssessmentGiven judged;
  std::optional<std::string> as_of;
  bool list = false, pdf = false;

  [[nodiscard]] std::optional<Error> fault() const { return judged.fault(); }

  static constexpr auto described = object(
      "report_asked", "Write the report as HTML, Markdown, JSON and PDF",
      member<&ReportAsked::judged>("judged", "which workspace, days, records and assumptions"),
      member<&ReportAsked::as_of>(
          "as_of", "the report of the series to follow, or a day; otherwise the last one")
          .shown_as("ID|DAY")
          .completed_by("reports"),
      member<&ReportAsked::list>("list",
                                 "the reports of the series that --as-of can name, with their "
                                 "days; nothing is written"),
      member<&ReportAsked::pdf>("pdf", "also print the report as PDF (needs weasyprint)"));
};

struct SeriesRow {
  Day day;
  std::string report;

  static constexpr auto described =
      object("series_report", "A report of the series of the verifier",
             member<&SeriesRow::day>("day", "its day"),
             member<&SeriesRow::report>("report", "its identifier"));
};

struct ReportMade {
  std::optional<answers::Judged> judged;
  std::optional<std::string> report;
  std::vector<std::string> files;
  std::vector<SeriesRow> reports;

  static constexpr auto described = object(
      "report_made", "A report that was written",
      member<&ReportMade::judged>("judged", "of which workspace and days it is; none: not written"),
      member<&ReportMade::report>("report", "the report of the series that it follows; none: none"),
      member<&ReportMade::files>("files", "its files"),
      member<&ReportMade::reports>("reports", "all reports of the series"));
};

/// The one form that --format names; all of them otherwise.
ReportForms forms_of(const Call& call, bool pdf) {
  ReportForms out{true, true, pdf, true};
  if (call.format == Format::html) out = {.pdf = pdf};
  if (call.format == Format::md) out = {.markdown = true, .pdf = pdf, .html = false};
  if (call.format == Format::pdf) out = {.pdf = true};
  return out;
}

/// The file that -o names itself: it has the ending of the one form that is written.
bool names_file(const Call& call) {
  std::error_code ignored;
  return call.format && *call.format != Format::text && !call.json() &&
         std::filesystem::path(call.output).extension() == "." + std::string(word(*call.format)) &&
         !std::filesystem::is_directory(call.output, ignored);
}

/// Where the files go, without their endings.
Result<std::filesystem::path> stem_of(const formats::Workspace& workspace, const Call& call,
                                      const assessment::Assessment& assessed,
                                      const formats::SeriesReport* about) {
  if (names_file(call)) return std::filesystem::path(call.output).replace_extension();
  if (!call.output.empty()) return report_stem(call.output, assessed, about);
  const auto folder = report_folder(workspace);
  if (!folder) return tl::make_unexpected(folder.error());
  return report_stem(*folder, assessed, about);
}

/// The reports that --as-of can name.
Answer listed(const ReportMade& made, const Call& call) {
  Answer answer;
  if (call.json()) {
    answer.body = envelope(report_command.name, described::view(made));
    return answer;
  }
  Table table{{"day", "report"}, {}, {}};
  for (const SeriesRow& row : made.reports) table.rows.push_back({to_string(row.day), row.report});
  answer.body =
      table.rows.empty() ? "the workspace has no series of reports\n" : as_text(table, call.look);
  return answer;
}

/// The page itself, for standard output.
Answer on_standard_output(const Call& call, const assessment::Assessment& assessed,
                          const formats::SeriesReport* about, Answer answer) {
  const report::Report made = report::make_report(assessed, about);
  answer.body = call.format == Format::html ? report::html(made) : report::markdown(made);
  return answer;
}

/// What cannot be asked for together.
std::optional<Error> contradiction(const Call& call, const ReportAsked& asked) {
  const bool page = call.format == Format::html || call.format == Format::md;
  if (asked.list && (page || call.format == Format::pdf))
    return Error{"U005", "--list writes no report", {}, "leave out --format, or --list"};
  if (call.output == "-" && asked.pdf && page)
    return Error{"U005", "one page goes to standard output", {}, "leave out --pdf"};
  if (call.output != "-" || page || asked.list) return std::nullopt;
  return Error{"U005",
               call.format == Format::pdf ? "a PDF goes to a file, not to standard output"
                                          : "a report of several files goes to a folder",
               {},
               "name a folder with -o, or add --format html"};
}

Answer write_files_of(const Call& call, const ReportAsked& asked,
                      const assessment::Assessment& assessed, const formats::SeriesReport* about,
                      ReportMade made, Answer answer) {
  const auto stem = stem_of(assessed.workspace(), call, assessed, about);
  if (!stem) return refuse(report_command, call, stem.error());
  const auto written = write_report(assessed, about, *stem, forms_of(call, asked.pdf));
  if (!written) return refuse(report_command, call, written.error());
  answer.written = true;
  for (const auto& path : *written) {
    made.files.push_back(path.string());
    answer.body += path.string() + "\n";
  }
  if (about != nullptr) made.report = about->id;
  made.judged = answers::judged_of(assessed);
  if (call.json()) answer.body = envelope(report_command.name, described::view(made));
  return answer;
}

Answer run(const Call& written) {
  Call call = written;
  const auto& asked = asked_of<ReportAsked>(call);
  if (const auto fault = contradiction(call, asked)) return refuse(report_command, call, *fault);
  const Opened opened = open_workspace(report_command, call);
  if (!opened) return opened.refusal;
  ReportMade made;
  for (const formats::SeriesReport& report : (*opened)->reports)
    made.reports.push_back({report.report_date, report.id});
  if (asked.list) return listed(made, call);
  const auto about = report::following(**opened, asked.as_of.value_or(""), asked.judged.query());
  if (!about) return refuse(report_command, call, about.error());
  const Assessed assessed = assess(report_command, call, opened, about->query);
  if (!assessed) return assessed.refusal;
  Answer answer;
  answer.messages = assessed.notes;
  if (!call.json()) answer.messages += remark_notes(*assessed, call);
  if (answers::rests_on_unread(*assessed)) answer.exit = Exit::input;
  if (call.output == "-")
    return on_standard_output(call, *assessed, about->report, std::move(answer));
  return write_files_of(call, asked, *assessed, about->report, std::move(made), std::move(answer));
}

constexpr std::array formats{Format::text, Format::json, Format::html, Format::md, Format::pdf};

}  // namespace

const Command report_command{.name = "report",
                             .takes = &takes<ReportAsked>,
                             .made = &described::type_of<ReportMade>,
                             .group = Group::judge,
                             .formats = formats,
                             .run = run};

}  // namespace accord::cli
