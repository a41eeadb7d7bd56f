#include "report/pages/sheet_page.h"

#include "base/text.h"

namespace accord::report {

namespace {

Table sides_table(const TableSheet& sheet) {
  Table out{"sides", "What each side has stated", "", {{"side"}, {"kind"}}, {}};
  for (const TableSheet::Side& side : sheet.sides)
    out.rows.push_back({"", {{.text = side.name}, {.text = side.stated}}});
  return out;
}

Cell sources_cell(const TableSheet::Issue& issue) {
  Cell out{.text = "–"};
  for (const TableSheet::Source& source : issue.sources) {
    Cell one{.text = source.name, .href = source.href};
    if (out.text == "–")
      out = std::move(one);
    else
      out.more.push_back(std::move(one));
  }
  return out;
}

std::string words_of(const std::vector<std::string>& options) {
  return options.empty() ? "none" : join(options, "; ");
}

Table issues_table(const TableSheet& sheet) {
  Table out{"issues",
            "Issue by issue",
            "Not excluded: no red line puts it out. Silence is not a yes.",
            {{"issue", false, 17},
             {"not excluded", false, 34},
             {"named by all", false, 14},
             {"no statement by", false, 11},
             {"statements in force", false, 24}},
            {}};
  for (const TableSheet::Issue& issue : sheet.issues)
    out.rows.push_back({"",
                        {{.text = issue.title},
                         {.text = words_of(issue.not_excluded)},
                         {.text = words_of(issue.named_by_all)},
                         {.text = issue.silent.empty() ? "–" : join(issue.silent, ", ")},
                         sources_cell(issue)}});
  return out;
}

}  // namespace

Page sheet_page(const TableSheet& sheet) {
  Page out{"Sheet for the table", "Talks on " + sheet.day, sheet.round, {}};
  Section answer{"answer", "Answer", 1, {Paragraph{sheet.sentence}}};
  for (const std::string& note : sheet.notes)
    answer.blocks.emplace_back(Paragraph{note, Paragraph::Kind::note});
  answer.blocks.emplace_back(sides_table(sheet));
  out.sections.push_back(std::move(answer));
  if (!sheet.issues.empty())
    out.sections.push_back({"what-was-said", "What was said", 1, {issues_table(sheet)}});
  out.sections.push_back(
      {"digest", "Digest", 1, {Paragraph{"SHA-256 " + sheet.digest, Paragraph::Kind::note}}});
  return out;
}

}  // namespace accord::report
