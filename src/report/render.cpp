#include <algorithm>
#include <kainjow/mustache.hpp>

#include "report/report.h"
#include "report/templates.h"

namespace accord::report {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;

constexpr std::size_t rows_kept_together = 12;

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
  return out;
}

data cells(const std::vector<Cell>& from) {
  list out;
  for (const Cell& c : from) out.push_back(cell(c));
  return out;
}

data rows(const Table& table) {
  list out;
  for (const Row& row : table.rows) {
    list made;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      object one = cell(row.cells[i]);
      const bool number = i < table.columns.size() && table.columns[i].number;
      // Short words (terms, days) stay on one line; long ones may break anywhere.
      set_if(one, "class", number ? "n" : row.cells[i].text.size() <= 15 ? "k" : "");
      made.push_back(std::move(one));
    }
    object line{{"cells", data(std::move(made))}};
    set_if(line, "id", row.id);
    out.push_back(std::move(line));
  }
  return out;
}

object block(const Paragraph& p) {
  constexpr const char* kinds[] = {"text", "note", "warning"};
  return {
      {"paragraph", object{{"text", p.text}, {"kind", kinds[static_cast<std::size_t>(p.kind)]}}}};
}
object block(const List& l) {
  return {{"list", object{{"items", cells(l.items)}}}};
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
  // A short table stays on one page together with its caption.
  made["class"] =
      std::string(fixed ? "fixed" : "free") + (t.rows.size() <= rows_kept_together ? " short" : "");
  return {{"table", std::move(made)}};
}
object block(const Figure& f) {
  return {{"figure", object{{"id", f.id},
                            {"svg", f.svg},
                            {"links", cells(f.links)},
                            {"has_links", data(!f.links.empty())}}}};
}

data sections(const Report& report) {
  list out;
  for (const Section& s : report.sections) {
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

data contents(const Report& report) {
  list out;
  for (const Section& s : report.sections)
    out.push_back(object{{"id", s.id}, {"label", label(s)}, {"level", std::to_string(s.level)}});
  out.push_back(object{{"id", "evidence"}, {"label", "Evidence"}, {"level", "1"}});
  return out;
}

data evidence(const Report& report) {
  list out;
  for (const EvidenceRow& row : report.evidence) {
    object made{{"anchor", row.anchor},
                {"id", row.id},
                {"place", row.place},
                {"text", row.text},
                {"supposed", data(row.supposed)}};
    set_if(made, "note", row.note);
    set_if(made, "source", row.source);
    set_if(made, "sha256", row.sha256);
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace

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
             {"sections", sections(report)},
             {"evidence", evidence(report)}};
  return page.render(all);
}

}  // namespace accord::report
