#include <algorithm>
#include <kainjow/mustache.hpp>
#include <utility>

#include "chart/svg.h"
#include "report/narrow.h"
#include "report/page.h"
#include "report/report.h"
#include "report/templates.h"

namespace accord::report {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::partial;

constexpr std::size_t rows_kept_together = 12;
constexpr std::size_t rows_on_paper_max = 300;  // WeasyPrint's time grows faster than the rows

std::string label(const Section& s) {
  return s.id.size() <= 3 ? s.id + "  " + s.title : s.title;
}

// The library copies what it is given, at every level anew: rows of a table a dozen times. What it
// holds is not const, so that it can be moved into place.

void put(data& object, const char* key, data value) {
  object.set(key, data(false));
  *const_cast<data*>(object.get(key)) = std::move(value);
}
template <class... Rest>
void put(data& object, const char* key, data value, Rest&&... rest) {
  put(object, key, std::move(value));
  put(object, std::forward<Rest>(rest)...);
}

/// An object of keys and values.
template <class... Members>
data of(Members&&... members) {
  data out;
  put(out, std::forward<Members>(members)...);
  return out;
}

data empty_list() {
  return data(data::type::list);
}
void add(data& to, data value) {
  const_cast<list&>(to.list_value()).push_back(std::move(value));
}
template <class From, class Make>
data list_of(const From& from, Make make) {
  data out = empty_list();
  for (const auto& one : from) add(out, make(one));
  return out;
}

data if_any(const std::string& value) {
  return value.empty() ? data(false) : data(value);
}

std::string outcome_class(const std::string& outcome) {
  if (outcome == "out of the count") return "out";
  std::string name = outcome;
  for (char& c : name)
    if (c == ' ') c = '-';
  return name;
}

data cell(const Cell& c, const char* style = "") {
  return of("text", c.text, "outcome_class", outcome_class(c.outcome), "mark", word(c.mark), "href",
            if_any(c.href), "outcome", if_any(c.outcome), "sign", if_any(sign(c.mark)), "class",
            if_any(style), "more", list_of(c.more, [](const Cell& one) {
              return of("text", one.text, "href", if_any(one.href));
            }));
}

data cells(const std::vector<Cell>& from) {
  return list_of(from, [](const Cell& c) { return cell(c); });
}

data cells_of(const Table& table, const Row& row) {
  data out = empty_list();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool number = i < table.columns.size() && table.columns[i].number;
    // Single words (terms, days) stay on one line, unless they are very long.
    const std::string& text = row.cells[i].text;
    const bool word = text.size() <= 12 && text.find(' ') == std::string::npos;
    add(out, cell(row.cells[i], number ? "n" : word ? "k" : ""));
  }
  return out;
}

data rows(const Table& table) {
  data out = empty_list();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    data line = of("id", if_any(row.id), "group",
                   if_any(row.heading ? row.cells.front().text : std::string()), "beyond",
                   data(i >= rows_on_paper_max));
    if (row.heading)
      put(line, "span", std::to_string(table.columns.size()));
    else
      put(line, "cells", cells_of(table, row));
    add(out, std::move(line));
  }
  return out;
}

data block(const Paragraph& p) {
  constexpr const char* kinds[] = {"text", "note", "warning"};
  return of("paragraph", of("text", p.text, "kind", kinds[static_cast<std::size_t>(p.kind)]));
}
data block(const List& l) {
  return of("list", of("items", cells(l.items)));
}
data block(const Statements& s) {
  return of("statements", of("about", if_any(s.about), "sentences",
                             list_of(s.sentences, [](const std::vector<Cell>& sentence) {
                               return of("parts", cells(sentence));
                             })));
}
data block(const Table& t) {
  const bool fixed =
      std::any_of(t.columns.begin(), t.columns.end(), [](const Column& c) { return c.width > 0; });
  // A short table stays on one page together with its caption; one with prose in its rows may be
  // long.
  const bool is_short = !fixed && t.rows.size() <= rows_kept_together;
  data made =
      of("id", t.id, "title", t.title, "statement", if_any(t.statement), "fixed", data(fixed),
         "class", std::string(fixed ? "fixed" : "free") + (is_short ? " short" : ""), "columns",
         list_of(t.columns,
                 [](const Column& c) {
                   return of("title", c.title, "number", data(c.number), "width",
                             std::to_string(c.width));
                 }),
         "rows", rows(t));
  if (t.rows.size() > rows_on_paper_max)
    put(made, "cut", data(true), "shown", std::to_string(rows_on_paper_max), "total",
        std::to_string(t.rows.size()));
  return of("table", std::move(made));
}
data block(const Figure& f) {
  return of("figure", of("id", f.id, "svg", f.svg, "links", cells(f.links), "has_links",
                         data(!f.links.empty())));
}

data sections(const std::vector<Section>& all) {
  return list_of(all, [](const Section& s) {
    data blocks = list_of(s.blocks, [](const Block& b) {
      return std::visit([](const auto& one) { return block(one); }, b);
    });
    return of("id", s.id, "label", label(s), "heading", std::to_string(s.level), "blocks",
              std::move(blocks));
  });
}

data contents(const std::vector<Section>& all) {
  return list_of(all, [](const Section& s) {
    return of("id", s.id, "label", label(s), "level", std::to_string(s.level));
  });
}

data contents(const Report& report) {
  data out = contents(report.sections);
  add(out, of("id", "evidence", "label", "Evidence", "level", "1"));
  return out;
}

data evidence(const Report& report) {
  return list_of(report.evidence, [](const EvidenceRow& row) {
    return of("anchor", row.anchor, "id", row.id, "place", row.place(), "text", row.text,
              "supposed", data(row.supposed), "note", if_any(row.note), "has_source",
              data(!row.source.empty()), "source", cells(with_links(row.source)), "has_used_by",
              data(!row.used_by.empty()), "used_by", cells(row.used_by), "sha256",
              if_any(row.sha256));
  });
}

std::string style(const std::vector<Section>& shown) {
  return std::string(templates::report_css) + cards(shown);
}

std::string rendered(std::string_view page, const data& shown) {
  mustache made{std::string(page)};
  made.set_custom_escape([](const std::string& text) { return chart::escape(text); });
  return made.render(shown);
}

data shared_sections() {
  return data(partial{[] { return std::string(templates::sections_mustache); }});
}

}  // namespace

std::string html(const Page& shown) {
  const data all = of("title", shown.title, "kind", shown.kind, "subtitle", shown.subtitle, "style",
                      style(shown.sections), "contents", contents(shown.sections),
                      "sections", sections(shown.sections), "all_sections", shared_sections());
  return rendered(templates::page_mustache, all);
}

std::string html(const Report& report) {
  const data all = of("title", report.title, "agreement", report.agreement, "subtitle",
                      report.subtitle, "day", report.day, "known", report.known, "supposed",
                      data(report.supposed), "style", style(report.sections),
                      "contents", contents(report), "sections", sections(report.sections),
                      "all_sections", shared_sections(), "evidence", evidence(report));
  return rendered(templates::report_mustache, all);
}

}  // namespace accord::report
