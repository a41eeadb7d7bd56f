#include <fmt/format.h>

#include "report/forms/markdown_text.h"
#include "report/forms/page.h"
#include "report/sections/report.h"

namespace accord::report {

namespace {

/// `begins`: the cell is the first thing of a line.
std::string shown(const Cell& c, bool begins = false) {
  const std::string mark = *sign(c.mark) == '\0' ? "" : std::string(sign(c.mark)) + " ";
  const bool is_first = begins && mark.empty() && c.href.empty();
  const std::string text = is_first ? markdown_line(c.text) : markdown_text(c.text);
  std::string out = c.href.empty() || text.empty()
                        ? mark + text
                        : fmt::format("{}[{}]({})", mark, text, markdown_target(c.href));
  for (const Cell& one : c.more) out += ", " + shown(one);
  return out;
}

std::string joined(const std::vector<Cell>& parts, bool begins = false) {
  std::string out;
  for (const Cell& part : parts) out += shown(part, begins && out.empty());
  return out;
}

std::string block(const Paragraph& p) {
  return (p.kind == Paragraph::Kind::text ? "" : "> ") + markdown_line(p.text) + "\n\n";
}
std::string block(const List& l) {
  std::string out;
  for (const Cell& c : l.items) out += "- " + shown(c, true) + "\n";
  return out + "\n";
}
std::string block(const Statements& s) {
  std::string out = s.about.empty() ? "" : fmt::format("**{}**\n\n", markdown_text(s.about));
  for (const auto& sentence : s.sentences) out += "- " + joined(sentence, true) + "\n";
  return out + "\n";
}
// The rows of evidence name every table and figure that uses them, so each of these is an anchor.
std::string anchor(std::string_view id) {
  return id.empty() ? "" : fmt::format("<a id=\"{}\"></a>", markdown_id(id));
}
std::string block(const Table& t) {
  std::string out = fmt::format("{}**{}**", anchor(t.id), markdown_text(t.title));
  if (!t.statement.empty()) out += " " + markdown_text(t.statement);
  out += "\n\n|";
  for (const Column& c : t.columns) out += fmt::format(" {} |", markdown_text(c.title));
  out += "\n|";
  for (const Column& c : t.columns) out += c.number ? " ---: |" : " --- |";
  for (const Row& row : t.rows) {
    out += "\n|";
    if (row.heading) {
      out += fmt::format(" **{}** |", markdown_text(row.cells.front().text));
      for (std::size_t i = 1; i < t.columns.size(); ++i) out += " |";
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      out += fmt::format(" {}{} |", i == 0 ? anchor(row.id) : "", shown(row.cells[i]));
  }
  return out + "\n\n";
}
std::string block(const Figure& f) {
  std::string out = fmt::format("{}*Figure: {}.* {}\n\n", anchor(f.id), markdown_text(f.title),
                                markdown_text(f.statement));
  if (f.links.empty()) return out;
  out += "Evidence:";
  for (const Cell& c : f.links) out += " " + shown(c);
  return out + "\n\n";
}

std::string section(const Section& s) {
  std::string out =
      fmt::format("<a id=\"{}\"></a>\n\n{} {}{}\n\n", s.id, s.level == 1 ? "##" : "###",
                  is_numbered(s) ? s.id + " " : "", markdown_text(s.title));
  for (const Block& b : s.blocks) out += std::visit([](const auto& one) { return block(one); }, b);
  return out;
}

std::string evidence(const EvidenceRow& row) {
  std::string out = fmt::format(
      "- <a id=\"{}\"></a>**{}** {}{} {} {} {} `{}`", row.anchor, markdown_text(row.id),
      row.supposed ? "(supposed) " : "", markdown_text(row.place()), markdown_text(row.text),
      markdown_text(row.note), joined(with_links(row.source)), row.sha256);
  for (std::size_t i = 0; i < row.used_by.size(); ++i)
    out += (i == 0 ? " used by " : ", ") + shown(row.used_by[i]);
  return out + "\n";
}

}  // namespace

std::string markdown(const Page& page) {
  std::string out = fmt::format("# {}\n\n{}  \n{}\n\n", markdown_text(page.title),
                                markdown_line(page.kind), markdown_line(page.subtitle));
  for (const Section& s : page.sections) out += section(s);
  return out;
}

std::string markdown(const Report& report) {
  std::string out = fmt::format("# {}\n\n{}  \n{}  \nState of {}, as known on {}\n\n",
                                markdown_text(report.title), markdown_line(report.agreement),
                                markdown_line(report.subtitle), report.day, report.known);
  if (report.supposed)
    out +=
        "> **This report contains supposed records. What rests on them is marked “supposed” and is "
        "not evidence.**\n\n";
  if (has_marks(report.sections))
    out += "Marks of figures: ● found, ◆ derived, ○ recalled, □ estimated by the verifier\n\n";
  for (const Section& s : report.sections) out += section(s);
  if (!report.evidence.empty()) out += "## Evidence\n\n";
  for (const EvidenceRow& row : report.evidence) out += evidence(row);
  return out;
}

}  // namespace accord::report
