#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/english.h"
#include "base/text.h"
#include "report/writer.h"

namespace accord::report {

using agreement::Finding;
using agreement::Outcome;

namespace {

std::vector<Column> columns() {
  return {{"term", false, 16},
          {"about", false, 17},
          {"outcome", false, 16},
          {"since", false, 11},
          {"value against limit", false, 23},
          {"evidence", false, 17}};
}

std::vector<Cell> row(Writer& w, const Finding& f, std::string href) {
  return {{.text = f.term, .href = std::move(href)},
          {.text = f.title},
          w.state_cell(f),
          {.text = f.since ? to_string(*f.since) : "not known"},
          {.text = or_dash(w.comparison(f))},
          w.evidence_cell(f)};
}

/// Names of the obliged, each once, in the order of the text.
std::vector<std::string> obliged(const Writer& w) {
  std::vector<std::string> order;
  for (const Finding& f : w.assessed.findings()) {
    std::string name = w.parties(f.party);
    if (std::find(order.begin(), order.end(), name) == order.end())
      order.push_back(std::move(name));
  }
  return order;
}

Row heading(std::string text) {
  return {"", {{.text = std::move(text)}}, true};
}

/// What has no record at all is listed once, under “what cannot be shown”.
bool is_bare(const Finding& f) {
  const auto* rule = deciding(f);
  return f.outcome() == Outcome::not_shown && !f.last_known &&
         (rule == nullptr || rule->evidence.empty());
}

Table counts_table(const Writer& w) {
  Table table{"counts",
              "Outcomes by obliged party",
              "",
              {{"obliged"},
               {"met", true},
               {"not met", true},
               {"not shown", true},
               {"out of the count", true}},
              {}};
  for (const std::string& name : obliged(w)) {
    std::array<int, 4> counts{};
    for (const Finding& f : w.assessed.findings())
      if (w.parties(f.party) == name) ++counts[static_cast<std::size_t>(f.outcome())];
    Row line{"", {{.text = name}}};
    for (const Outcome o :
         {Outcome::met, Outcome::not_met, Outcome::not_shown, Outcome::out_of_count})
      line.cells.push_back({.text = std::to_string(counts[static_cast<std::size_t>(o)])});
    table.rows.push_back(std::move(line));
  }
  return table;
}

/// Clause by clause, under the name of who owes it; terms out of the count are left to F.
Table clauses_table(Writer& w) {
  Table table{"clauses", "Clause by clause", "", columns(), {}};
  table.statement =
      "Commitments in the count that have a record; the evidence with its age on this day. Those "
      "without any record follow below.";
  for (const std::string& name : obliged(w)) {
    std::vector<Row> rows;
    for (const Finding& f : w.assessed.findings())
      if (w.parties(f.party) == name && f.outcome() != Outcome::out_of_count && !is_bare(f))
        rows.push_back({"", row(w, f, Writer::place_of(f))});
    if (rows.empty()) continue;
    table.rows.push_back(heading(name));
    for (Row& one : rows) table.rows.push_back(std::move(one));
  }
  return table;
}

void add_not_shown(const Writer& w, Section& out) {
  List list;
  for (const Finding& f : w.assessed.findings()) {
    if (f.outcome() != Outcome::not_shown) continue;
    const std::string why = w.comparison(f);
    list.items.push_back({.text = fmt::format("{} {}: {}{}", f.term, f.title, plain(f.state),
                                              why.empty() ? "" : "; " + why),
                          .href = Writer::place_of(f)});
  }
  if (list.items.empty()) return;
  out.blocks.emplace_back(
      Paragraph{"What cannot be shown on this day, and why:", Paragraph::Kind::note});
  out.blocks.emplace_back(std::move(list));
}

/// One section's rows with anchors, then what stands beside the findings.
void add_rows(Writer& w, const std::string& id, const std::vector<const Finding*>& findings,
              Section& out) {
  Table table{"terms-" + id, "Commitments", "", columns(), {}};
  std::vector<Block> notes;
  std::string last;
  for (const Finding* f : findings) {
    if (std::string name = w.parties(f->party); name != last) {
      table.rows.push_back(heading(name));
      last = std::move(name);
    }
    table.rows.push_back({w.anchors(*f) ? f->id : "", row(w, *f, "")});
    if (const std::string beside = w.beside(*f); !beside.empty())
      notes.emplace_back(
          Paragraph{fmt::format("{}: {}", f->id.substr(2), beside), Paragraph::Kind::note});
  }
  if (findings.empty()) return;
  out.blocks.emplace_back(std::move(table));
  for (Block& note : notes) out.blocks.push_back(std::move(note));
}

}  // namespace

Section summary(Writer& w) {
  Section out{"summary", "Summary", 1, {}};
  const assessment::Counts counts = w.assessed.counts();
  const auto number = [](std::size_t n) { return fmt::format("{} {}", n, is_or_are(n)); };
  out.blocks.emplace_back(Paragraph{fmt::format(
      "Of {} in the count, {} met, {} not met and {} not shown; {} out of the count (not in "
      "force, not due, waived or ended). Absence of evidence is never counted as met.",
      counted(counts.met + counts.not_met + counts.not_shown, "finding"), number(counts.met),
      number(counts.not_met), number(counts.not_shown), number(counts.out_of_count))});
  if (w.current != nullptr)
    out.blocks.emplace_back(Paragraph{
        fmt::format("The latest report known on this day is {}. The table sums it up so: {}",
                    named(*w.current), w.current->statement)});
  add_supposed(w, out);
  out.blocks.emplace_back(counts_table(w));
  out.blocks.emplace_back(clauses_table(w));
  add_not_shown(w, out);
  return out;
}

void add_findings(Writer& w, Section& out) {
  Table table{"findings",
              "Every finding",
              "Where it stands in the text and when it is in force; the end is the first day on "
              "which it no longer is.",
              {{"term", false, 17},
               {"about", false, 21},
               {"in the text", false, 21},
               {"in force", false, 14},
               {"outcome", false, 16},
               {"since", false, 11}},
              {}};
  for (const std::string& name : obliged(w)) {
    table.rows.push_back(heading(name));
    for (const Finding& f : w.assessed.findings()) {
      if (w.parties(f.party) != name) continue;
      const std::string from = f.in_force_from ? to_string(*f.in_force_from) : "not known";
      const std::string until = f.in_force_until ? to_string(*f.in_force_until) : "without end";
      table.rows.push_back({"",
                            {{.text = f.term, .href = Writer::place_of(f)},
                             {.text = f.title},
                             {.text = f.ref.empty() ? "no reference" : f.ref},
                             {.text = fmt::format("{} to {}", from, until)},
                             w.state_cell(f),
                             {.text = f.since ? to_string(*f.since) : "not known"}}});
    }
  }
  out.blocks.emplace_back(std::move(table));
}

void add_terms(Writer& w, std::string_view section, Section& out) {
  std::vector<const Finding*> found;
  for (const auto& [id, terms] : w.workspace.report.sections)
    if (id == section)
      for (const std::string& term : terms)
        for (const Finding& f : w.assessed.findings())
          if (f.term == term) found.push_back(&f);
  add_rows(w, std::string(section), found, out);
}

void add_other_terms(Writer& w, Section& out) {
  std::vector<const Finding*> found;
  for (const Finding& f : w.assessed.findings())
    if (!w.is_anchored(f)) found.push_back(&f);
  add_rows(w, "other", found, out);
}

}  // namespace accord::report
