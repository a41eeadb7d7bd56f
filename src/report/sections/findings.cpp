#include <fmt/format.h>

#include <algorithm>

#include "report/sections/writer.h"

/// The commitments of a section, each finding once in the whole report.
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

/// "Annex I para 56; from 2016-01-16 to 2031-01-15"
std::string place_in_text(const Finding& f) {
  const std::string ref = f.ref.empty() ? "no reference" : f.ref;
  if (!f.in_force_from) return ref + "; the start is not known";
  const std::string end = f.in_force_until          ? " to " + to_string(*f.in_force_until - 1)
                          : f.end_waits_for.empty() ? " without end"
                                                    : "; its end is not known";
  return fmt::format("{}; from {}{}", ref, to_string(*f.in_force_from), end);
}

Row row(Writer& w, const Finding& f) {
  Cell outcome = w.state_cell(f);
  outcome.text += f.since ? " since " + to_string(*f.since) : ", since a day that is not known";
  return {w.anchors(f) ? f.id : "",
          {{.text = f.id.substr(2)},
           {.text = f.title},
           {.text = place_in_text(f)},
           std::move(outcome),
           {.text = or_dash(w.comparison(f))},
           w.evidence_cell(f)}};
}

/// Rows under the name of who owes them, then what stands beside the findings.
void add_rows(Writer& w, const std::string& id, const std::vector<const Finding*>& findings,
              Section& out) {
  if (findings.empty()) return;
  Table table{"terms-" + id, "Commitments", "", columns(), {}};
  std::vector<Block> notes;
  std::string last;
  for (const Finding* f : findings) {
    if (std::string name = w.parties(f->party); name != last) {
      table.rows.push_back({"", {{.text = name}}, true});
      last = std::move(name);
    }
    table.rows.push_back(row(w, *f));
    if (const std::string beside = w.beside(*f); !beside.empty())
      notes.emplace_back(
          Paragraph{fmt::format("{}: {}", f->id.substr(2), beside), Paragraph::Kind::note});
  }
  out.blocks.emplace_back(std::move(table));
  for (Block& note : notes) out.blocks.push_back(std::move(note));
}

}  // namespace

void add_terms(Writer& w, std::string_view section, Section& out) {
  std::vector<const Finding*> found;
  for (const auto& [id, terms] : w.workspace.report.sections)
    if (id == section)
      for (const std::string& term : terms)
        for (const Finding& f : w.assessed.findings())
          if (f.term == term && !w.is_anchored(f)) found.push_back(&f);
  add_rows(w, std::string(section), found, out);
}

void add_other_terms(Writer& w, Section& out) {
  std::vector<const Finding*> found;
  for (const Finding& f : w.assessed.findings())
    if (!w.is_anchored(f)) found.push_back(&f);
  std::stable_sort(found.begin(), found.end(), [&](const Finding* a, const Finding* b) {
    return w.place_of_side(a->party) < w.place_of_side(b->party);
  });
  add_rows(w, "other", found, out);
}

}  // namespace accord::report
