#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "accounting/rule_texts.h"
#include "base/english.h"
#include "cli/accounts.h"
#include "cli/all_commands.h"
#include "cli/answer.h"
#include "cli/envelope_json.h"
#include "cli/text.h"
#include "cli/unread.h"

namespace accord::cli {

using accounting::Finding;

namespace {

std::string readable(const Ledger& ledger, const std::vector<Finding>& findings) {
  std::vector<Problem> problems;
  Texts texts;
  for (const Finding& f : findings) problems.push_back(problem_of(f));
  for (const accounting::Report& r : ledger.accounts.reports)
    if (std::any_of(findings.begin(), findings.end(),
                    [&](const Finding& f) { return f.file == r.file; }))
      texts.emplace(r.file, *r.text);
  std::string out = render_all(problems, texts);
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

/// Also those that only a finding names.
std::vector<std::string_view> areas_with(const Ledger& ledger,
                                         const std::vector<Finding>& findings) {
  std::set<std::string_view> out;
  for (const std::string_view mba : known_areas(ledger)) out.insert(mba);
  for (const Finding& f : findings) out.insert(f.mba);
  out.erase("");
  return {out.begin(), out.end()};
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
  const bool wrong = std::any_of(findings.begin(), findings.end(),
                                 [](const Finding& f) { return f.severity == Severity::error; });
  answer.exit = wrong ? Exit::no : Exit::yes;
  if (!request.json()) {
    answer.body = readable(*opened.ledger, findings);
    return answer;
  }
  Json data{{"profile", opened->accounts.profile.id},
            {"reports", opened->effective.reports.size()},
            {"findings", Json::array()},
            {"not_applied", Json::array()},
            {"not_read", opened->accounts.not_read}};
  for (const Finding& f : findings) data["findings"].push_back(json_of(f));
  for (const accounting::NotApplied& one : assessment::not_applied(*opened.ledger))
    data["not_applied"].push_back({{"rule", one.rule},
                                   {"part", one.part.empty() ? Json() : Json(one.part)},
                                   {"because", one.because}});
  answer.body = envelope(check_command.name, std::move(data));
  return answer;
}

constexpr std::array flags{Flag::workspace, Flag::known, Flag::mba};
constexpr std::array formats{Format::text, Format::json};

constexpr std::string_view schema_text = R"({
  "type": "object",
  "required": ["profile", "reports", "findings", "not_applied", "not_read"],
  "properties": {
    "profile": {"type": "string"}, "reports": {"type": "integer"},
    "not_applied": {"type": "array", "items": {"type": "object", "required": ["rule", "part", "because"],
      "properties": {"rule": {"type": "string"}, "part": {"type": ["string", "null"]},
        "because": {"type": "string"}}}},
    "not_read": {"type": "array", "items": {"type": "string"}},
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
        "state.json, notices.csv, special_reports.csv and uncertainty.csv as far as they are "
        "there; or one report. Applies the rules V001 to V093 that the profile has and names for "
        "each finding the place, what was found, what was expected and what to do. With --known "
        "only reports dated on or before that day take part. What was not looked at because a "
        "table is not there is named. A table that is there and cannot be read is an error. Exit "
        "status 1 when there is an error; warnings do not count.",
    .flags = flags,
    .formats = formats,
    .example = "accord check examples/state/errors\naccord check examples/state/errors --mba ZZF3",
    .schema = schema_text,
    .run = run,
    .arguments_are = Words::files};

}  // namespace accord::cli
