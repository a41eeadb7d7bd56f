#include <algorithm>
#include <kainjow/mustache.hpp>

#include "report/page.h"
#include "report/report.h"
#include "report/templates.h"

namespace accord::report {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;
using kainjow::mustache::partial;

constexpr std::size_t rows_kept_together = 12;
constexpr std::size_t rows_on_paper_max = 300;  // WeasyPrint's time grows faster than the rows

std::string label(const Section& s) {
  return s.id.size() <= 3 ? s.id + "  " + s.title : s.title;
}

void set_if(object& to, const char* key, const std::string& value) {
  to[key] = value.empty() ? data(false) : data(value);
}

std::string outcome_class(const std::string& outcome) {
  if (outcome == "out of the count") return "out";
  std::string name = outcome;
  for (char& c : name)
    if (c == ' ') c = '-';
  return name;
}

object cell(const Cell& c) {
  object out{{"text", c.text}, {"outcome_class", outcome_class(c.outcome)}, {"mark", word(c.mark)}};
  set_if(out, "href", c.href);
  set_if(out, "outcome", c.outcome);
  set_if(out, "sign", sign(c.mark));
  set_if(out, "class", "");
  list more;
  for (const Cell& one : c.more) {
    object link{{"text", one.text}};
    set_if(link, "href", one.href);
    more.push_back(std::move(link));
  }
  out["more"] = data(std::move(more));
  return out;
}

data cells(const std::vector<Cell>& from) {
  list out;
  for (const Cell& c : from) out.push_back(cell(c));
  return out;
}

data cells_of(const Table& table, const Row& row) {
  list made;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    object one = cell(row.cells[i]);
    const bool number = i < table.columns.size() && table.columns[i].number;
    // Single words (terms, days) stay on one line, unless they are very long.
    const std::string& text = row.cells[i].text;
    const bool word = text.size() <= 12 && text.find(' ') == std::string::npos;
    set_if(one, "class", number ? "n" : word ? "k" : "");
    made.push_back(std::move(one));
  }
  return data(std::move(made));
}

data rows(const Table& table) {
  list out;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    object line;
    set_if(line, "id", row.id);
    set_if(line, "group", row.heading ? row.cells.front().text : "");
    line["beyond"] = data(i >= rows_on_paper_max);
    if (row.heading)
      line["span"] = std::to_string(table.columns.size());
    else
      line["cells"] = cells_of(table, row);
    out.push_back(std::move(line));
  }
  return data(std::move(out));
}

object block(const Paragraph& p) {
  constexpr const char* kinds[] = {"text", "note", "warning"};
  return {
      {"paragraph", object{{"text", p.text}, {"kind", kinds[static_cast<std::size_t>(p.kind)]}}}};
}
object block(const List& l) {
  return {{"list", object{{"items", cells(l.items)}}}};
}
object block(const Statements& s) {
  list sentences;
  for (const auto& sentence : s.sentences) sentences.push_back(object{{"parts", cells(sentence)}});
  object made{{"sentences", data(std::move(sentences))}};
  set_if(made, "about", s.about);
  return {{"statements", std::move(made)}};
}
object block(const Table& t) {
  list columns;
  for (const Column& c : t.columns)
    columns.push_back(
        object{{"title", c.title}, {"number", data(c.number)}, {"width", std::to_string(c.width)}});
  object made{
      {"id", t.id}, {"title", t.title}, {"columns", data(std::move(columns))}, {"rows", rows(t)}};
  set_if(made, "statement", t.statement);
  const bool fixed =
      std::any_of(t.columns.begin(), t.columns.end(), [](const Column& c) { return c.width > 0; });
  made["fixed"] = data(fixed);
  if (t.rows.size() > rows_on_paper_max) {
    made["cut"] = data(true);
    made["shown"] = std::to_string(rows_on_paper_max);
    made["total"] = std::to_string(t.rows.size());
  }
  // A short table stays on one page together with its caption; one with prose in its rows may be long.
  const bool is_short = !fixed && t.rows.size() <= rows_kept_together;
  made["class"] = std::string(fixed ? "fixed" : "free") + (is_short ? " short" : "");
  return {{"table", std::move(made)}};
}
object block(const Figure& f) {
  return {{"figure", object{{"id", f.id},
                            {"svg", f.svg},
                            {"links", cells(f.links)},
                            {"has_links", data(!f.links.empty())}}}};
}

data sections(const std::vector<Section>& all) {
  list out;
  for (const Section& s : all) {
    list blocks;
    for (const Block& b : s.blocks)
      blocks.push_back(std::visit([](const auto& one) { return block(one); }, b));
    out.push_back(object{{"id", s.id},
                         {"label", label(s)},
                         {"heading", std::to_string(s.level)},
                         {"blocks", data(std::move(blocks))}});
  }
  return out;
}

list contents(const std::vector<Section>& all) {
  list out;
  for (const Section& s : all)
    out.push_back(object{{"id", s.id}, {"label", label(s)}, {"level", std::to_string(s.level)}});
  return out;
}

data contents(const Report& report) {
  list out = contents(report.sections);
  out.push_back(object{{"id", "evidence"}, {"label", "Evidence"}, {"level", "1"}});
  return out;
}

data evidence(const Report& report) {
  list out;
  for (const EvidenceRow& row : report.evidence) {
    object made{{"anchor", row.anchor},
                {"id", row.id},
                {"place", row.place()},
                {"text", row.text},
                {"supposed", data(row.supposed)}};
    set_if(made, "note", row.note);
    made["has_source"] = data(!row.source.empty());
    made["source"] = cells(with_links(row.source));
    made["has_used_by"] = data(!row.used_by.empty());
    made["used_by"] = cells(row.used_by);
    set_if(made, "sha256", row.sha256);
    out.push_back(std::move(made));
  }
  return out;
}

data shared_sections() {
  return data(partial{[] { return std::string(templates::sections_mustache); }});
}

}  // namespace

std::string html(const Page& shown) {
  mustache page{std::string(templates::page_mustache)};
  object all{{"title", shown.title},
             {"kind", shown.kind},
             {"subtitle", shown.subtitle},
             {"style", std::string(templates::report_css)},
             {"contents", data(contents(shown.sections))},
             {"sections", sections(shown.sections)},
             {"all_sections", shared_sections()}};
  return page.render(all);
}

std::string html(const Report& report) {
  mustache page{std::string(templates::report_mustache)};
  object all{{"title", report.title},
             {"agreement", report.agreement},
             {"subtitle", report.subtitle},
             {"day", report.day},
             {"known", report.known},
             {"supposed", data(report.supposed)},
             {"style", std::string(templates::report_css)},
             {"contents", contents(report)},
             {"sections", sections(report.sections)},
             {"all_sections", shared_sections()},
             {"evidence", evidence(report)}};
  return page.render(all);
}

}  // namespace accord::report
