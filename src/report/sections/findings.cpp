#include <fmt/format.h>

#include <algorithm>

#include "report/sections/blocks.h"

/// Commitments, each finding once in the whole report.
namespace accord::report {

using evidence::Finding;

namespace {

std::vector<Column> columns() {
  return {{"term", false, 14},
          {"about", false, 15},
          {"in the text; in force", false, 17},
          {"outcome; since", false, 15},
          {"value against limit", false, 22},
          {"evidence", false, 17}};
}

/// "Article 2 (1); from 2016-01-16 to 2031-01-15"
std::string place_in_text(const Finding& f) {
  const std::string ref = f.ref.empty() ? "no reference" : f.ref;
  if (!f.in_force_from) return ref + "; the start is not known";
  const std::string end = f.in_force_until          ? " to " + to_string(*f.in_force_until - 1)
                          : f.end_waits_for.empty() ? " without end"
                                                    : "; its end is not known";
  return fmt::format("{}; from {}{}", ref, to_string(*f.in_force_from), end);
}

Row row(Writer& w, const Finding& f, const std::string& name) {
  Cell outcome = w.state_cell(f);
  outcome.text += f.since ? " since " + to_string(*f.since) : ", since a day that is not known";
  return {w.anchors(f) ? f.id : "",
          {{.text = name},
           {.text = f.title},
           {.text = place_in_text(f)},
           std::move(outcome),
           {.text = or_dash(w.comparison(f))},
           w.evidence_cell(f)}};
}

struct Shown {
  std::string id, title;
  bool by_party = true;  ///< under the name of who owes them, else all of one side
};

/// The rows, then what stands beside the findings.
void add_rows(Writer& w, const Shown& shown, const std::vector<const Finding*>& findings,
              Section& out) {
  if (findings.empty()) return;
  Table table{w.own_id(shown.id), shown.title, "", columns(), {}};
  std::vector<Block> notes;
  std::string last;
  for (const Finding* f : findings) {
    if (std::string name = w.parties(f->party); shown.by_party && name != last) {
      table.rows.push_back({"", {{.text = name}}, true});
      last = std::move(name);
    }
    const std::string name = shown.by_party ? f->id.substr(2) : f->term;
    table.rows.push_back(row(w, *f, name));
    w.shown.emplace_back(f, name);
    if (const std::string beside = w.beside(*f); !beside.empty())
      notes.emplace_back(Paragraph{fmt::format("{}: {}", name, beside), Paragraph::Kind::note});
  }
  out.blocks.emplace_back(std::move(table));
  for (Block& note : notes) out.blocks.push_back(std::move(note));
}

std::string title_or(const ReportBlock& block, const char* usual) {
  return block.title.empty() ? usual : block.title;
}

}  // namespace

void add_terms(Writer& w, const ReportBlock& block, Section& out) {
  std::vector<const Finding*> found;
  for (const std::string& term : block.names)
    for (const Finding* f : w.findings_of(term))
      if (!w.is_anchored(*f)) found.push_back(f);
  add_rows(w, {"terms-" + out.id, title_or(block, "Commitments")}, found, out);
}

void add_terms_of(Writer& w, const ReportBlock& block, Section& out) {
  std::vector<const Finding*> found;
  for (const Finding* f : w.findings_of_side(block.names))
    if (!w.is_named(f->term) && !w.is_anchored(*f)) found.push_back(f);
  add_rows(w, {"terms-" + out.id, "Commitments of " + w.parties(block.names), false}, found, out);
}

void add_other_terms(Writer& w, const ReportBlock&, Section& out) {
  std::vector<const Finding*> found;
  for (const Finding& f : w.assessed.findings())
    if (!w.is_anchored(f) && !w.is_named(f.term) && !w.is_named_side(f.party)) found.push_back(&f);
  std::stable_sort(found.begin(), found.end(), [&](const Finding* a, const Finding* b) {
    return w.place_of_side(a->party) < w.place_of_side(b->party);
  });
  add_rows(w, {"terms-other", "Commitments"}, found, out);
}

}  // namespace accord::report
