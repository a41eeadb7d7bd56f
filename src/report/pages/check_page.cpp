#include "report/pages/check_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounting/reports/finding_summary.h"
#include "accounting/rules/rule_texts.h"
#include "base/english.h"

namespace accord::report {

using accounting::Finding;
using accounting::FindingCount;
using accounting::FindingSummary;
using assessment::Ledger;

namespace {

std::string or_dash(std::string_view text) {
  return std::string(text.empty() ? "–" : text);
}

std::string area_words(std::string_view mba) {
  return mba.empty() ? "area not known" : std::string(mba);
}

std::string text_of(std::string_view rule, std::string_view accounting::RuleText::*part) {
  const accounting::RuleText* text = accounting::rule_text(rule);
  return or_dash(text == nullptr ? std::string_view() : text->*part);
}

Row counts_row(std::string name, const FindingCount& count) {
  return {"",
          {{.text = std::move(name)},
           {.text = std::to_string(count.errors)},
           {.text = std::to_string(count.warnings)},
           {.text = std::to_string(count.all())}}};
}

Table by_area(const FindingSummary& summary) {
  Table out{"by-area",
            "Findings by material balance area",
            "",
            {{"area", false, 40}, {"errors", true, 20}, {"warnings", true, 20}, {"all", true, 20}},
            {}};
  for (const FindingCount& count : summary.areas)
    out.rows.push_back(counts_row(area_words(count.name), count));
  return out;
}

Table by_rule(const FindingSummary& summary) {
  Table out{"by-rule",
            "Findings by rule",
            "",
            {{"rule", false, 10},
             {"errors", true, 12},
             {"warnings", true, 12},
             {"all", true, 10},
             {"what", false, 56}},
            {}};
  for (const FindingCount& count : summary.rules) {
    Row row = counts_row(count.name, count);
    row.cells.push_back({.text = text_of(count.name, &accounting::RuleText::meaning)});
    out.rows.push_back(std::move(row));
  }
  return out;
}

Section summary_section(const Ledger& ledger, const std::vector<Finding>& findings) {
  Section out{"summary", "Summary", 1, {}};
  const FindingSummary summary = accounting::summary_of(findings);
  std::size_t entries = 0;
  for (const accounting::Report* r : ledger.effective.reports) entries += r->entries.size();
  const std::string read =
      fmt::format("{} with {} were checked", counted(ledger.effective.reports.size(), "report"),
                  counted(entries, "entry", "entries"));
  if (findings.empty()) {
    out.blocks.emplace_back(Paragraph{read + "; the rules find nothing to report."});
    return out;
  }
  out.blocks.emplace_back(
      Paragraph{fmt::format("{}; {}.", read, accounting::in_words(summary.total)),
                summary.total.errors > 0 ? Paragraph::Kind::warning : Paragraph::Kind::text});
  out.blocks.emplace_back(by_area(summary));
  out.blocks.emplace_back(by_rule(summary));
  return out;
}

/// "1/3 630": entry 3 of report 1, label 630.
std::string where_of(const Finding& f) {
  std::string out = f.report == 0 ? std::string() : std::to_string(f.report);
  if (f.entry != 0) out += fmt::format("/{}", f.entry);
  if (f.label != 0) out += fmt::format("{}label {:03}", out.empty() ? "" : ", ", f.label);
  return or_dash(out);
}

Section findings_section(const std::vector<Finding>& findings) {
  Table table{"findings-table",
              "Every finding",
              "By area, report, entry and label; the place is line and column of the file.",
              {{"rule", false, 7},
               {"severity", false, 9},
               {"place", false, 17},
               {"entry", false, 12},
               {"what", false, 21},
               {"found", false, 12},
               {"expected", false, 12},
               {"remedy", false, 10}},
              {}};
  const std::string* area = nullptr;
  for (const Finding& f : findings) {
    if (area == nullptr || *area != f.mba)
      table.rows.push_back({"", {{.text = area_words(f.mba)}}, true});
    area = &f.mba;
    const bool has_place = !f.file.empty() && f.place.line > 0;
    table.rows.push_back(
        {"",
         {{.text = std::string(f.rule)},
          {.text = f.severity == Severity::error ? "error" : "warning"},
          {.text = has_place ? fmt::format("{}:{}:{}", f.file, f.place.line, f.place.column)
                             : or_dash(f.file)},
          {.text = where_of(f)},
          {.text = text_of(f.rule, &accounting::RuleText::meaning)},
          {.text = or_dash(f.found)},
          {.text = or_dash(f.expected)},
          {.text = text_of(f.rule, &accounting::RuleText::remedy)}}});
  }
  return {"findings", "Findings", 1, {std::move(table)}};
}

/// What the answer says nothing about.
Section left_out(const Ledger& ledger) {
  Section out{"left-out", "What was not looked at", 1, {}};
  List list;
  for (const std::string& line : accounting::not_applied_lines(assessment::not_applied(ledger)))
    list.items.push_back({.text = line});
  for (const std::string& name : ledger.accounts.not_read)
    list.items.push_back(
        {.text = fmt::format("{}/{} was not read: only names that end in .txt or .csv are reports",
                             formats::reports_folder, name)});
  if (!list.items.empty()) out.blocks.emplace_back(std::move(list));
  return out;
}

}  // namespace

Page check_page(const Ledger& ledger, const std::vector<Finding>& findings, std::string_view mba) {
  Page out{"Rules of nuclear material accountancy", "Findings in accountancy reports", "", {}};
  out.subtitle = fmt::format("{}; {}{}", ledger.accounts.profile.title,
                             mba.empty() ? "all areas" : "area ", mba);
  out.sections.push_back(summary_section(ledger, findings));
  if (!findings.empty()) out.sections.push_back(findings_section(findings));
  if (Section rest = left_out(ledger); !rest.blocks.empty())
    out.sections.push_back(std::move(rest));
  std::vector<RunFile> files;
  for (const accounting::Report* r : ledger.effective.reports)
    files.push_back(run_file(r->file, *r->text));
  out.sections.push_back(data_section(
      files, {{"profile", ledger.accounts.profile.id},
              {"known on", ledger.known == day_max ? "all reports" : to_string(ledger.known)}}));
  return out;
}

}  // namespace accord::report
