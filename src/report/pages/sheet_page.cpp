#include "report/pages/sheet_page.h"

#include "base/text.h"

namespace accord::report {

namespace {

/// "North: public words. South: nothing."
std::string sides_in_words(const TableSheet& sheet) {
  std::vector<std::string> sides;
  for (const TableSheet::Side& side : sheet.sides) sides.push_back(side.name + ": " + side.stated);
  return "What each side has stated. " + join(sides, ". ") + ".";
}

/// The statements, and who has made none.
Cell sources_cell(const TableSheet::Issue& issue) {
  std::vector<Cell> parts;
  for (const TableSheet::Source& source : issue.sources)
    parts.push_back({.text = source.name, .href = source.href});
  if (!issue.silent.empty())
    parts.push_back({.text = "no statement by " + join(issue.silent, " and ")});
  Cell out = parts.empty() ? Cell{.text = "–"} : parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) out.more.push_back(parts[i]);
  return out;
}

std::string words_of(const std::vector<std::string>& options) {
  return options.empty() ? "none" : join(options, "; ");
}

Table issues_table(const TableSheet& sheet) {
  Table out{"issues",
            "Issue by issue: not excluded is what no red line puts out. Silence is not a yes",
            "",
            {{"issue", false, 21},
             {"not excluded", false, 35},
             {"named by all", false, 18},
             {"statements in force", false, 26}},
            {}};
  for (const TableSheet::Issue& issue : sheet.issues)
    out.rows.push_back({"",
                        {{.text = issue.title},
                         {.text = words_of(issue.not_excluded)},
                         {.text = words_of(issue.named_by_all)},
                         sources_cell(issue)}});
  return out;
}

}  // namespace

Page sheet_page(const TableSheet& sheet) {
  Page out{"Sheet for the table", "Talks on " + sheet.day, sheet.round, {}};
  Section answer{"answer", "Answer", 2, {Paragraph{sheet.sentence}}};
  for (const std::string& note : sheet.notes)
    answer.blocks.emplace_back(Paragraph{note, Paragraph::Kind::note});
  answer.blocks.emplace_back(Paragraph{sides_in_words(sheet)});
  if (!sheet.issues.empty()) answer.blocks.emplace_back(issues_table(sheet));
  answer.blocks.emplace_back(Paragraph{"SHA-256 " + sheet.digest, Paragraph::Kind::note});
  out.sections.push_back(std::move(answer));
  return out;
}

}  // namespace accord::report
