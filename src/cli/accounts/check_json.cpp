#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "accounting/reports/finding_summary.h"
#include "accounting/rules/rule_texts.h"
#include "base/english.h"
#include "cli/accounts/accounts.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/run_pages.h"
#include "cli/frame/unread.h"
#include "cli/print/data_table.h"
#include "cli/print/text.h"
#include "cli/print/workbook.h"
#include "report/pages/check_page.h"

namespace accord::cli {

using accounting::Finding;
using accounting::FindingCount;
using accounting::FindingSummary;

namespace {

using Counts = std::vector<FindingCount>;

Table table_of(std::string_view what, const Counts& counts) {
  Table out{{std::string(what), "errors", "warnings", "all", "what"}, {}, {}};
  if (what != "rule") out.columns.pop_back();
  for (const FindingCount& count : counts) {
    const accounting::RuleText* text = accounting::rule_text(count.name);
    out.rows.push_back({count.name.empty() ? "-" : count.name, std::to_string(count.errors),
                        std::to_string(count.warnings), std::to_string(count.all())});
    if (what == "rule") out.rows.back().emplace_back(text == nullptr ? "-" : text->meaning);
  }
  return out;
}

/// Where there is more than one finding: by rule and by area; the severities stand above it.
std::string summary_text(const FindingSummary& summary, const Look& look) {
  if (summary.total.all() < 2) return {};
  return as_text(table_of("rule", summary.rules), look) + "\n" +
         as_text(table_of("area", summary.areas), look) + "\n";
}

std::string readable(const Ledger& ledger, const std::vector<Finding>& findings, const Look& look) {
  std::vector<Problem> problems;
  Texts texts;
  for (const Finding& f : findings) problems.push_back(problem_of(f));
  for (const accounting::Report& r : ledger.accounts.reports)
    if (std::any_of(findings.begin(), findings.end(),
                    [&](const Finding& f) { return f.file == r.file; }))
      texts.emplace(r.file, *r.text);
  std::string out = render_all(problems, texts);
  out += summary_text(accounting::summary_of(findings), look);
  std::size_t entries = 0;
  for (const accounting::Report* r : ledger.effective.reports) entries += r->entries.size();
  out += fmt::format("{} with {}: {}\n", counted(ledger.effective.reports.size(), "report"),
                     counted(entries, "entry", "entries"),
                     findings.empty() ? "nothing to report" : counted(findings.size(), "finding"));
  out += not_read_lines(ledger.accounts);
  for (const std::string& line : accounting::not_applied_lines(assessment::not_applied(ledger)))
    out += line + "\n";
  return out;
}

Json json_of(const Finding& f) {
  const accounting::RuleText* text = accounting::rule_text(f.rule);
  const auto or_null = [](std::string_view words) { return words.empty() ? Json() : Json(words); };
  return {{"rule", f.rule},
          {"severity", f.severity == Severity::error ? "error" : "warning"},
          {"mba", f.mba},
          {"report", f.report},
          {"kind", f.kind == 0 ? Json() : Json(f.kind == 'O' ? "OI" : "NC")},
          {"entry", f.entry == 0 ? Json() : Json(f.entry)},
          {"label", f.label},
          {"file", f.file},
          {"line", f.place.line},
          {"column", f.place.column},
          {"found", or_null(f.found)},
          {"expected", or_null(f.expected)},
          {"meaning", or_null(text == nullptr ? "" : text->meaning)},
          {"remedy", or_null(text == nullptr ? "" : text->remedy)},
          {"source", or_null(text == nullptr ? "" : text->source)}};
}

Json json_of(const FindingCount& count, const char* name) {
  return {{name, count.name}, {"errors", count.errors}, {"warnings", count.warnings}};
}

Json json_of(const FindingSummary& summary) {
  Json out{{"errors", summary.total.errors},
           {"warnings", summary.total.warnings},
           {"rules", Json::array()},
           {"areas", Json::array()}};
  for (const FindingCount& count : summary.rules) out["rules"].push_back(json_of(count, "rule"));
  for (const FindingCount& count : summary.areas) out["areas"].push_back(json_of(count, "mba"));
  return out;
}

DataTable cells_of(const std::vector<Finding>& findings) {
  DataTable out = DataTable("findings")
                      .text("rule")
                      .text("severity")
                      .text("mba")
                      .number("report")
                      .text("kind")
                      .number("entry")
                      .number("label")
                      .text("file")
                      .number("line")
                      .number("column")
                      .text("found")
                      .text("expected")
                      .text("meaning")
                      .text("remedy")
                      .text("source");
  const auto number = [](std::uint32_t n) { return n == 0 ? std::string() : std::to_string(n); };
  for (const Finding& f : findings) {
    const accounting::RuleText* text = accounting::rule_text(f.rule);
    const auto part = [&](std::string_view accounting::RuleText::*of) {
      return std::string(text == nullptr ? std::string_view() : text->*of);
    };
    out.add({f.rule, f.severity == Severity::error ? "error" : "warning", f.mba, number(f.report),
             f.kind == 0     ? ""
             : f.kind == 'O' ? "OI"
                             : "NC",
             number(f.entry), number(f.label), f.file, number(f.place.line), number(f.place.column),
             f.found, f.expected, part(&accounting::RuleText::meaning),
             part(&accounting::RuleText::remedy), part(&accounting::RuleText::source)});
  }
  return out;
}

/// One table of what is counted: the severities, then the rules, then the areas.
DataTable cells_of(const FindingSummary& summary) {
  DataTable out = DataTable("summary")
                      .text("by")
                      .text("name")
                      .number("errors")
                      .number("warnings")
                      .number("all")
                      .text("meaning");
  const auto add = [&](const char* by, const FindingCount& count) {
    const accounting::RuleText* text = accounting::rule_text(count.name);
    out.add({by, count.name, std::to_string(count.errors), std::to_string(count.warnings),
             std::to_string(count.all()),
             std::string(text == nullptr ? std::string_view() : text->meaning)});
  };
  add("severity", summary.total);
  for (const FindingCount& count : summary.rules) add("rule", count);
  for (const FindingCount& count : summary.areas) add("area", count);
  return out;
}

/// What a table of findings does not say by itself.
AboutLines about(const Ledger& ledger, const Request& request, const FindingSummary& summary) {
  AboutLines out{{"profile", ledger.accounts.profile.title},
                 {"area", request.mba.empty() ? "all" : request.mba},
                 {"known on", request.known ? to_string(*request.known) : "all reports"},
                 {"findings", accounting::in_words(summary.total)}};
  for (const std::string& line : accounting::not_applied_lines(assessment::not_applied(ledger)))
    out.emplace_back("not applied", line);
  for (const std::string& name : ledger.accounts.not_read) out.emplace_back("not read", name);
  return out;
}

/// What stands beside a table of findings in the text and the JSON: for standard error.
std::string notes_of(const Ledger& ledger, const Request& request, const FindingSummary& summary) {
  if (request.quiet) return not_read_lines(ledger.accounts);
  std::string out = accounting::in_words(summary.total) + "\n" + not_read_lines(ledger.accounts);
  for (const std::string& line : accounting::not_applied_lines(assessment::not_applied(ledger)))
    out += line + "\n";
  return out;
}

/// Also those that only a finding names.
std::vector<std::string_view> areas_with(const Ledger& ledger,
                                         const std::vector<Finding>& findings) {
  std::set<std::string_view> out;
  for (const std::string_view mba : known_areas(ledger)) out.insert(mba);
  for (const Finding& f : findings) out.insert(f.mba);
  out.erase("");
  return {out.begin(), out.end()};
}

Json data_of(const Ledger& ledger, const std::vector<Finding>& findings,
             const FindingSummary& summary) {
  Json data{{"profile", ledger.accounts.profile.id},
            {"reports", ledger.effective.reports.size()},
            {"findings", Json::array()},
            {"not_applied", Json::array()},
            {"not_read", ledger.accounts.not_read},
            {"summary", json_of(summary)}};
  for (const Finding& f : findings) data["findings"].push_back(json_of(f));
  for (const accounting::NotApplied& one : assessment::not_applied(ledger))
    data["not_applied"].push_back({{"rule", one.rule},
                                   {"part", one.part.empty() ? Json() : Json(one.part)},
                                   {"because", one.because}});
  return data;
}

Answer run(const Request& request) {
  const OpenedLedger opened = open_ledger(check_command, request);
  if (!opened) return opened.refusal;
  std::vector<Finding> findings = findings_of(*opened.ledger);
  if (!request.mba.empty()) {
    const std::vector<std::string_view> areas = areas_with(*opened.ledger, findings);
    if (std::find(areas.begin(), areas.end(), request.mba) == areas.end())
      return refuse(check_command, request, no_such_area(request.mba, areas));
    std::erase_if(findings, [&](const Finding& f) { return f.mba != request.mba; });
  }
  Answer answer;
  const FindingSummary summary = accounting::summary_of(findings);
  answer.exit = summary.total.errors > 0 ? Exit::no : Exit::yes;
  switch (request.format.value_or(Format::text)) {
    case Format::json:
      answer.body = envelope(check_command.name, data_of(*opened.ledger, findings, summary));
      break;
    case Format::csv:
      answer.body = as_csv(cells_of(findings).table(), request.exact);
      answer.messages = notes_of(*opened.ledger, request, summary);
      break;
    case Format::xlsx: {
      const Exit exit = answer.exit;
      answer =
          workbook(check_command, request, {cells_of(findings).table(), cells_of(summary).table()},
                   about(*opened.ledger, request, summary));
      if (!answer.refused) answer.exit = exit;
      break;
    }
    case Format::html:
    case Format::md:
      answer.body = page_text(request, report::check_page(*opened.ledger, findings, request.mba));
      break;
    default:
      answer.body = readable(*opened.ledger, findings, request.look);
  }
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::known, Flag::mba};
constexpr std::array formats{Format::text, Format::json, Format::csv,
                             Format::xlsx, Format::html, Format::md};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["profile", "reports", "findings", "not_applied", "not_read", "summary"],
  "properties": {
    "profile": {"type": "string"}, "reports": {"type": "integer"},
    "not_applied": {"type": "array", "items": {"type": "object", "required": ["rule", "part", "because"],
      "properties": {"rule": {"type": "string"}, "part": {"type": ["string", "null"]},
        "because": {"type": "string"}}}},
    "not_read": {"type": "array", "items": {"type": "string"}},
    "summary": {"type": "object", "required": ["errors", "warnings", "rules", "areas"],
      "properties": {"errors": {"type": "integer"}, "warnings": {"type": "integer"},
        "rules": {"type": "array", "items": {"type": "object", "required": ["rule", "errors", "warnings"]}},
        "areas": {"type": "array", "items": {"type": "object", "required": ["mba", "errors", "warnings"]}}}},
    "findings": {"type": "array", "items": {"type": "object",
      "required": ["rule", "severity", "mba", "report", "kind", "entry", "label", "file", "line", "column", "found",
        "expected", "meaning", "remedy", "source"],
      "properties": {"severity": {"enum": ["error", "warning"]}, "report": {"type": "integer"}}}}}
})";

}  // namespace

const Command check_command{
    .name = "check",
    .group = Group::accounts,
    .arguments = "[FOLDER|FILE]",
    .arguments_max = 1,
    .summary = "Every rule on the accountancy reports of a State or facility",
    .text =
        "Reads IAEA Code 10 labelled reports, or tables (*.csv) of the profile that state.json or "
        "the table names (Euratom, United Kingdom, Canada): those in the folder reports of a "
        "folder, beside "
        "state.json, notices.csv, special_reports.csv and uncertainty.csv if present; or one "
        "report. Applies the rules V001 to V093 that the profile has and names for "
        "each finding the place, what was found, what was expected and what to do. With --known "
        "only reports dated on or before that day take part. What was not looked at because a "
        "table is not there is named. A table that is there and cannot be read is an error. Where "
        "there is more than one finding they are counted by severity, rule and area. csv and xlsx "
        "have a row for each finding, and the workbook a sheet with the counts; html is a page of "
        "its own, without anything from outside, also for a phone. Exit "
        "status 1 when there is an error; warnings do not count.",
    .flags = flags,
    .formats = formats,
    .example =
        "accord check examples/state/errors\naccord check examples/state/errors --mba ZZF3"
        "\naccord check examples/state/errors --format html -o findings.html",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
