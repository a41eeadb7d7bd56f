#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/accounts.h"
#include "cli/all_commands.h"
#include "cli/answer.h"
#include "cli/entry_table.h"
#include "cli/envelope_json.h"
#include "cli/folder.h"
#include "cli/text.h"
#include "formats/code10.h"
#include "formats/report_table.h"

namespace accord::cli {

using accounting::Report;

namespace {

Json rows_json(const formats::XlsxTable& table) {
  Json out = Json::array();
  for (const std::vector<std::string>& row : table.rows) {
    Json object = Json::object();
    for (std::size_t c = 0; c < row.size(); ++c)
      object[table.columns[c].name] = row[c].empty() ? Json() : Json(row[c]);
    out.push_back(std::move(object));
  }
  return out;
}

/// In the form of its profile.
std::string canonical(const Report& report, const accounting::Profile& profile) {
  return profile.form == accounting::Form::table ? formats::write_report_table(report, profile)
                                                 : formats::write_code10(report);
}

/// One report to the output as it is; several into a new folder, or none of them.
Answer labelled(const Request& request, const Ledger& ledger) {
  std::vector<NamedBytes> files;
  for (const Report* report : ledger.effective.reports)
    if (request.mba.empty() || report->header.mba == request.mba)
      files.push_back({report->file, canonical(*report, ledger.accounts.profile)});
  Answer answer;
  if (files.size() == 1) {
    answer.body = std::move(files.front().bytes);
    return answer;
  }
  if (request.output.empty() || request.output == "-")
    return refuse(export_command, request,
                  Error{"C012",
                        fmt::format("{} do not go into one file", counted(files.size(), "report")),
                        {},
                        "name a new folder with -o"});
  if (const auto done = write_new_folder(request.output, files); !done)
    return refuse(export_command, request, done.error());
  answer.written = true;
  answer.messages =
      fmt::format("{} written to {}\n", counted(files.size(), "report"), request.output);
  return answer;
}

std::vector<std::pair<std::string, std::string>> read_me(const Ledger& ledger,
                                                         const Request& request) {
  std::vector<std::pair<std::string, std::string>> out{
      {"what", "accounting entries of nuclear material accountancy reports"},
      {"written by", "accord " ACCORD_VERSION},
      {"profile", ledger.accounts.profile.title},
      {"area", request.mba.empty() ? "all" : request.mba},
      {"known on", request.known ? to_string(*request.known) : "all reports"},
      {"", ""}};
  for (auto& meaning : entry_table_meanings()) out.push_back(std::move(meaning));
  return out;
}

Answer run(const Request& request) {
  const OpenedLedger opened = open_ledger(export_command, request);
  if (!opened) return opened.refusal;
  if (const auto areas = areas_of(*opened.ledger, request); !areas)
    return refuse(export_command, request, areas.error());
  const Format format = request.format.value_or(Format::csv);
  if (format == Format::code10) return labelled(request, *opened.ledger);
  const formats::XlsxTable table = entry_table(*opened.ledger, request.mba);
  Answer answer;
  if (format == Format::xlsx) {
    Result<std::string> bytes = formats::write_xlsx(table, read_me(*opened.ledger, request));
    if (!bytes) return refuse(export_command, request, bytes.error());
    answer.body = std::move(*bytes);
  } else if (format == Format::json) {
    answer.body = envelope(export_command.name, {{"entries", rows_json(table)}});
  } else {
    Table plain;
    for (const formats::XlsxColumn& column : table.columns) plain.columns.push_back(column.name);
    plain.rows = table.rows;
    answer.body = as_csv(plain);
  }
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::known, Flag::mba};
constexpr std::array formats_of{Format::csv, Format::json, Format::code10, Format::xlsx};

constexpr std::string_view schema_text = R"({
  "type": "object", "required": ["entries"],
  "properties": {"entries": {"type": "array", "items": {"type": "object",
    "required": ["mba", "facility", "report", "type", "report_date", "begin", "end", "entry", "status", "reference",
      "counts", "date", "code", "batch", "shipper", "receiver", "shipper_batch", "description", "basis", "items"],
    "properties": {"counts": {"enum": ["yes", "no"]}}}}}
})";

}  // namespace

const Command export_command{
    .name = "export",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "The entries of accountancy reports as a table, or the reports in canonical form",
    .text =
        "csv, json and xlsx hold every accounting entry as reported, one a row, and say which "
        "count after corrections; weights are exact. code10 writes the labelled form anew: labels "
        "ascending, one entry a line, contents and digits as they were; one report to the output, "
        "several into a new folder (-o); reports that are tables of another profile stay tables.",
    .flags = flags,
    .formats = formats_of,
    .example =
        "accord export examples/state/clean --format xlsx -o entries.xlsx\n"
        "accord export examples/state/clean --mba ZZC1 --format code10 -o reports-of-ZZC1",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
