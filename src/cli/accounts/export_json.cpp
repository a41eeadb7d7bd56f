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
    .flags = flags,
    .formats = formats_of,
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
