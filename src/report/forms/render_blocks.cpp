#include "report/forms/render_blocks.h"

#include <algorithm>

#include "chart/svg.h"
#include "report/sections/report.h"

namespace accord::report {

namespace {

constexpr std::size_t rows_kept_together = 12;
constexpr std::size_t rows_on_paper_max = 300;  // WeasyPrint's time grows faster than the rows

/// Markup as it stands, texts escaped.
class Html {
 public:
  explicit Html(std::string& page) : page_(page) {}
  Html& operator<<(std::string_view markup) {
    page_ += markup;
    return *this;
  }
  Html& text(std::string_view text) {
    chart::escape(text, page_);
    return *this;
  }

 private:
  std::string& page_;
};

void add_linked(Html& out, const std::string& text, const std::string& href) {
  if (href.empty())
    out.text(text);
  else
    (out << "<a href=\"").text(href) << "\">", out.text(text) << "</a>";
}

void add_mark(Html& out, Mark mark) {
  if (mark != Mark::none)
    out << "<span class=\"m\" title=\"" << word(mark) << "\">" << sign(mark) << "</span> ";
}

std::string outcome_class(const std::string& outcome) {
  if (outcome == "out of the count") return "out";
  std::string name = outcome;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

/// Numbers stand right; single words (terms, days) stay on one line, unless they are very long.
const char* cell_class(const Table& table, const Row& row, std::size_t i) {
  if (i < table.columns.size() && table.columns[i].number) return "n";
  const std::string& text = row.cells[i].text;
  return text.size() <= 12 && text.find(' ') == std::string::npos ? "k" : "";
}

void add_cell(Html& out, const Cell& c, std::string_view style) {
  out << "<td";
  if (!style.empty()) out << " class=\"" << style << "\"";
  out << ">";
  if (!c.outcome.empty()) (out << "<span class=\"o ").text(outcome_class(c.outcome)) << "\">";
  add_mark(out, c.mark);
  add_linked(out, c.text, c.href);
  if (!c.outcome.empty()) out << "</span>";
  for (const Cell& one : c.more) add_linked(out << ", ", one.text, one.href);
  out << "</td>";
}

void add_row(Html& out, const Table& table, std::size_t at) {
  const Row& row = table.rows[at];
  if (row.heading && !row.cells.front().text.empty()) {
    out << "<tr class=\"group\"><th colspan=\"" << std::to_string(table.columns.size())
        << "\" scope=\"colgroup\">";
    out.text(row.cells.front().text) << "</th></tr>\n";
    return;
  }
  out << "<tr";
  if (!row.id.empty()) (out << " id=\"").text(row.id) << "\"";
  if (at >= rows_on_paper_max) out << " class=\"beyond\"";
  out << ">";
  if (!row.heading)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      add_cell(out, row.cells[i], cell_class(table, row, i));
  out << "</tr>\n";
}

void add(Html& out, const Paragraph& p) {
  constexpr std::string_view kinds[] = {"text", "note", "warning"};
  (out << "<p class=\"" << kinds[static_cast<std::size_t>(p.kind)] << "\">").text(p.text)
      << "</p>\n";
}

void add(Html& out, const List& l) {
  out << "<ul>\n";
  for (const Cell& item : l.items) {
    add_linked(out << "<li>", item.text, item.href);
    out << "</li>\n";
  }
  out << "</ul>\n";
}

void add(Html& out, const Statements& s) {
  if (!s.about.empty()) (out << "<p class=\"about\">").text(s.about) << "</p>\n";
  out << "<ul class=\"statements\">\n";
  for (const std::vector<Cell>& sentence : s.sentences) {
    out << "<li>";
    for (const Cell& part : sentence) {
      add_mark(out, part.mark);
      add_linked(out, part.text, part.href);
    }
    out << "</li>\n";
  }
  out << "</ul>\n";
}

void add_columns(Html& out, const Table& t, bool fixed) {
  if (fixed) {
    out << "<colgroup>";
    for (const Column& c : t.columns)
      out << "<col style=\"width:" << std::to_string(c.width) << "%\"/>";
    out << "</colgroup>\n";
  }
  out << "<thead><tr>";
  for (const Column& c : t.columns)
    (out << (c.number ? "<th class=\"n\">" : "<th>")).text(c.title) << "</th>";
  out << "</tr></thead>\n";
}

void add(Html& out, const Table& t) {
  const bool fixed =
      std::any_of(t.columns.begin(), t.columns.end(), [](const Column& c) { return c.width > 0; });
  // A short table stays on one page together with its caption; one with prose in its rows may be
  // long.
  const bool is_short = !fixed && t.rows.size() <= rows_kept_together;
  (out << "<table id=\"").text(t.id)
      << "\" class=\"" << (fixed ? "fixed" : "free") << (is_short ? " short" : "") << "\">\n";
  (out << "<caption>").text(t.title);
  if (!t.statement.empty()) (out << "<span class=\"statement\">").text(t.statement) << "</span>";
  out << "</caption>\n";
  add_columns(out, t, fixed);
  out << "<tbody>\n";
  for (std::size_t i = 0; i < t.rows.size(); ++i) add_row(out, t, i);
  out << "</tbody>\n</table>\n";
  if (t.rows.size() > rows_on_paper_max)
    out << "<p class=\"cut\">On paper this table shows its first "
        << std::to_string(rows_on_paper_max) << " of " << std::to_string(t.rows.size())
        << " rows; all of them are in the HTML file.</p>\n";
}

void add(Html& out, const Figure& f) {
  out << "<figure>\n" << f.svg << "\n";
  if (!f.links.empty()) {
    out << "<figcaption>Evidence: ";
    for (const Cell& link : f.links) {
      (out << "<a href=\"").text(link.href) << "\">";
      out.text(link.text) << "</a> ";
    }
    out << "</figcaption>";
  }
  out << "\n</figure>\n";
}

}  // namespace

std::string label(const Section& s) {
  return is_numbered(s) ? s.id + "  " + s.title : s.title;
}

void add_sections(std::string& page, const std::vector<Section>& sections) {
  Html out(page);
  for (const Section& s : sections) {
    const std::string heading = "h" + std::to_string(s.level);
    (out << "<section id=\"").text(s.id) << "\">\n<" << heading << ">";
    out.text(label(s)) << "</" << heading << ">\n";
    for (const Block& b : s.blocks) std::visit([&](const auto& one) { add(out, one); }, b);
    out << "</section>\n";
  }
}

void add_evidence(std::string& page, const std::vector<EvidenceRow>& evidence) {
  if (evidence.empty()) return;
  Html out(page);
  out << "<section id=\"evidence\">\n<h1>Evidence</h1>\n<p>Every row that a finding or figure of "
         "this "
         "report rests on, with the hash of its bytes. Texts and remarks are those of the tables "
         "and may name later days.</p>\n<dl>\n";
  for (const EvidenceRow& row : evidence) {
    (out << "<dt id=\"").text(row.anchor) << "\">";
    out.text(row.id) << (row.supposed ? " (supposed)" : "") << " <span class=\"place\">";
    out.text(row.place()) << "</span></dt>\n<dd>";
    out.text(row.text);
    if (!row.note.empty()) (out << " <em>").text(row.note) << "</em>";
    if (!row.source.empty()) {
      out << " <span class=\"source\">Source: ";
      for (const Cell& c : with_links(row.source)) add_linked(out, c.text, c.href);
      out << "</span>";
    }
    if (!row.sha256.empty()) (out << " <span class=\"hash\">").text(row.sha256) << "</span>";
    if (!row.used_by.empty()) {
      out << " <span class=\"used\">Used by ";
      for (const Cell& c : row.used_by) {
        if (!c.href.empty()) add_linked(out, c.text, c.href);
        out << " ";
      }
      out << "</span>";
    }
    out << "</dd>\n";
  }
  out << "</dl>\n</section>\n";
}

}  // namespace accord::report
