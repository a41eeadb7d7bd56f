#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/accounts/accounts.h"
#include "cli/accounts/entry_table.h"
#include "cli/accounts/export_files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/suggested.h"
#include "cli/frame/unread.h"
#include "cli/print/data_table.h"
#include "cli/print/text.h"
#include "formats/code10/code10.h"
#include "formats/report_table/report_table.h"

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

Answer labelled(const Request& request, const Ledger& ledger) {
  std::vector<NamedBytes> files;
  for (const Report* report : ledger.effective.reports)
    if (request.mba.empty() || report->header.mba == request.mba)
      files.push_back({report->file, canonical(*report, ledger.accounts.profile)});
  return give_reports(request, std::move(files));
}

std::vector<std::pair<std::string, std::string>> read_me(const Ledger& ledger,
                                                         const Request& request, const Gaps& gaps) {
  std::vector<std::pair<std::string, std::string>> out{
      {"what", "accounting entries of nuclear material accountancy reports"},
      {"written by", "accord " ACCORD_VERSION},
      {"profile", ledger.accounts.profile.title},
      {"area", request.mba.empty() ? "all" : request.mba},
      {"known on", request.known ? to_string(*request.known) : "all reports"},
      {"", ""}};
  for (auto& meaning : entry_table_meanings()) out.push_back(std::move(meaning));
  if (!gaps.empty()) out.emplace_back("", "");
  for (const Problem& problem : unread_problems(gaps, about_accounts(request, "check")))
    out.emplace_back("cannot be read", fmt::format("{}:{}:{}: {}", problem.file, problem.place.line,
                                                   problem.place.column, problem.message));
  return out;
}

Answer run(const Request& request) {
  const OpenedLedger opened = open_ledger(export_command, request);
  if (!opened) return opened.refusal;
  const auto areas = areas_of(*opened.ledger, request);
  if (!areas) return refuse(export_command, request, areas.error());
  const Gaps gaps = gaps_of(*opened.ledger, *areas);
  const bool writes_reports = !request.profile.empty() || request.format == Format::code10;
  if (writes_reports && !gaps.empty())
    return refuse_incomplete(export_command, request, "a report", gaps);
  if (!request.profile.empty()) return export_converted(request, *opened.ledger);
  const Format format = request.format.value_or(Format::csv);
  if (format == Format::code10) return labelled(request, *opened.ledger);
  const formats::XlsxTable table = entry_table(*opened.ledger, request.mba);
  Answer answer;
  if (format == Format::xlsx) {
    Result<std::string> bytes = formats::write_xlsx(table, read_me(*opened.ledger, request, gaps));
    if (!bytes) return refuse(export_command, request, bytes.error());
    answer.body = std::move(*bytes);
  } else if (format == Format::json) {
    answer.body = envelope(export_command.name,
                           {{"entries", rows_json(table)}, {"incomplete", unread_json(gaps)}});
  } else {
    answer.body = as_csv(table, request.exact);
  }
  name_unread(answer, request, *opened.ledger, gaps);
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::known, Flag::mba, Flag::profile,
                           Flag::accept_findings};
constexpr std::array formats_of{Format::csv, Format::json, Format::code10, Format::xlsx};

constexpr std::string_view schema_text = R"({
  "type": "object", "anyOf": [{"required": ["entries", "incomplete"]}, {"required": ["from", "profile", "reports"]}],
  "properties": {"entries": {"type": "array", "items": {"type": "object",
    "required": ["mba", "facility", "report", "type", "report_date", "begin", "end", "entry", "status", "reference",
      "counts", "date", "code", "batch", "shipper", "receiver", "shipper_batch", "description", "basis", "items"],
    "properties": {"counts": {"enum": ["yes", "no", "in part", "not known"]}}}},
    "incomplete": {"$ref": "#/$defs/unread"},
    "from": {"type": "string"}, "profile": {"type": "string"},
    "reports": {"type": "array", "items": {"type": "object", "required": ["name", "from", "entries"],
      "properties": {"name": {"type": "string"}, "from": {"type": "string"}, "entries": {"type": "integer"},
        "text": {"type": "string"}}}}}
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
        "count after corrections; weights are exact. What cannot be read is named, and the exit "
        "status is "
        "3; no report is then written. code10 writes the labelled form anew: labels "
        "ascending, one entry a line, contents and digits as they were; one report to the output, "
        "several into a new folder (-o); reports that are tables of another profile stay tables."
        "\n\n"
        "--profile writes the reports in another form of reporting: Code 10 as Euratom or the "
        "United Kingdom, or back, as labelled files or tables that `accord check` and `accord "
        "import` read. It is a proposal to be agreed with the authority. Everything that has no "
        "known counterpart is named with its place (V007): an error is left out, a warning is "
        "changed or rounded. The new files are read again before they are given, and what is wrong "
        "with them is named under their own names. With an error nothing is written, and the exit "
        "status is 3; --accept-findings writes what there is. state.json says what the other form "
        "needs: country, facilities and the materials that were agreed. With --json and without -o "
        "the texts of the new reports are in the data.",
    .flags = flags,
    .formats = formats_of,
    .example =
        "accord export examples/state/clean --format xlsx -o entries.xlsx\n"
        "accord export examples/state/clean --mba ZZC1 --format code10 -o reports-of-ZZC1\n"
        "accord export examples/profiles/euratom-302-2005 --profile iaea-code10-labelled-2011 "
        "--accept-findings -o as-code10",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
