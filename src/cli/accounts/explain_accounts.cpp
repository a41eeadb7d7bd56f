#include "cli/accounts/explain_accounts.h"

#include <fmt/format.h>

#include "answers/accounts/explain_entry.h"
#include "answers/accounts/explain_figure.h"
#include "answers/accounts/explain_rule.h"
#include "cli/print/text.h"
#include "described/cells.h"

namespace accord::cli {

using answers::ExplainedEntry;
using answers::ExplainFigureAnswer;
using answers::ExplainRuleAnswer;

namespace {

template <class T>
std::string shown(const T& value) {
  return described::cell(described::view(value));
}

std::string entry_lines(const ExplainedEntry& entry, const Look& look) {
  const bool is_note = entry.entry_form == answers::EntryForm::note;
  std::string out =
      fmt::format("{}: {} ({}:{})\n", entry.entry_name,
                  is_note ? "a concise note" : "an accounting entry", entry.file, entry.line);
  Table table{{"label", "line", "name", "content", "in words"}, {}, {}};
  for (const answers::EntryLabel& one : entry.labels)
    table.rows.push_back({fmt::format("{:03}", one.label),
                          fmt::format("{}:{}", one.line, one.column), one.name, one.content,
                          one.in_words.value_or("")});
  out += as_text(table, look);
  for (const std::string& line : entry.history) out += line + "\n";
  return out;
}

std::string entry_text(const void* at, const Request& request) {
  std::string out;
  for (const ExplainedEntry& entry : static_cast<const answers::ExplainEntryAnswer*>(at)->explained)
    out += (out.empty() ? "" : "\n") + entry_lines(entry, request.look);
  return out;
}

/// "at least 287000", "not known"
std::string figure_text(const std::optional<material::Amount>& number,
                        const std::optional<answers::Bound>& bound) {
  return fmt::format("{}{}{}", shown(bound), bound && number ? " " : "", shown(number));
}

std::string figure_lines(const void* at, const Request& request) {
  const auto& figure = *static_cast<const ExplainFigureAnswer*>(at);
  std::string out = fmt::format("{} {} of {} at the end of {}, in {}\n", shown(figure.label),
                                figure.material(), figure.mba, to_string(figure.day),
                                figure.unit() == material::Unit::gram ? "grams" : "kilograms");
  Table table{{"day", "what", "batch", "change", "book", "entry", "place"}, {}, {}};
  for (const answers::BookStepRow& step : figure.steps)
    table.rows.push_back({to_string(step.day), step.step, step.batch.value_or(""),
                          shown(step.change), shown(step.book), step.entry_name,
                          fmt::format("{}:{}", step.file, step.line)});
  out += as_text(table, request.look);
  out += fmt::format("book: {}\n", figure_text(figure.book, figure.book_bound));
  if (!figure.physical_entries) return out;
  out += fmt::format("physical inventory of that day: {} (entries: {})\n",
                     figure_text(figure.physical, figure.physical_bound), *figure.physical_entries);
  return out + fmt::format("unaccounted for: {}, positive when material is missing\n",
                           figure_text(figure.unaccounted, figure.unaccounted_bound));
}

/// "iaea-code10-labelled-2011 error, euratom-302-2005 error"
std::string severity_line(const std::vector<answers::RuleSeverity>& severities) {
  std::string out;
  for (const answers::RuleSeverity& one : severities)
    if (one.severity)
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", one.profile, shown(one.severity));
  return out;
}

std::string rule_lines(const void* at, const Request&) {
  const auto& rule = *static_cast<const ExplainRuleAnswer*>(at);
  std::string out = fmt::format(
      "{}: {}\n  compares: {}\n  remedy: {}\n  source: {}\n  severity: {}\n", rule.rule,
      rule.meaning, rule.compares, rule.remedy, rule.source, severity_line(rule.severities));
  for (const answers::RulePartRow& part : rule.parts)
    out += fmt::format("    {}: {}\n", part.meaning, severity_line(part.severities));
  return out;
}

constexpr std::array formats{Format::text, Format::json};

const Command entry{.name = "explain",
                    .question = &answers::explain_entry_question,
                    .group = Group::accounts,
                    .formats = formats,
                    .text_of = entry_text};
const Command figure{.name = "explain",
                     .question = &answers::explain_figure_question,
                     .group = Group::accounts,
                     .formats = formats,
                     .text_of = figure_lines};
const Command rule{.name = "explain",
                   .question = &answers::explain_rule_question,
                   .group = Group::accounts,
                   .formats = formats,
                   .text_of = rule_lines};

}  // namespace

const std::array<const Command*, 3> explain_accounts{&entry, &figure, &rule};

}  // namespace accord::cli
