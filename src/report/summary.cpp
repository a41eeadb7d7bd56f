#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/writer.h"

namespace accord::report {

using agreement::Finding;
using agreement::Outcome;

namespace {

std::vector<Cell> row(Writer& w, const Finding& f, bool with_party) {
  std::vector<Cell> cells{{.text = f.term, .href = "#" + f.id}, {.text = f.title}};
  if (with_party) cells.push_back({.text = w.parties(f.party)});
  cells.push_back(w.state_cell(f));
  cells.push_back({.text = f.since ? to_string(*f.since) : ""});
  cells.push_back({.text = w.comparison(f)});
  cells.push_back(w.evidence_cell(f));
  return cells;
}

std::vector<Column> finding_columns(bool with_party) {
  if (with_party)
    return {{"term", false, 17},    {"about", false, 15}, {"obliged", false, 10},
            {"outcome", false, 14}, {"since", false, 11}, {"value against limit", false, 18},
            {"evidence", false, 15}};
  return {{"term", false, 17},
          {"about", false, 18},
          {"outcome", false, 14},
          {"since", false, 11},
          {"value against limit", false, 24},
          {"evidence", false, 16}};
}

/// What has no record at all is listed once, under “what cannot be shown”.
bool is_bare(const Finding& f) {
  const auto* rule = deciding(f);
  return f.outcome() == Outcome::not_shown && !f.last_known &&
         (rule == nullptr || rule->evidence.empty());
}

/// One table for each obliged party, in the order of the text; terms out of the count are left to
/// F.
void add_parties(Writer& w, Section& out) {
  std::vector<std::string> order;
  for (const Finding& f : w.assessed.findings()) {
    const std::string name = w.parties(f.party);
    if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
  }
  for (const std::string& name : order) {
    Table table;
    table.id = fmt::format("summary-{}", out.blocks.size());
    table.title = "What " + name + " owes";
    table.columns = finding_columns(false);
    for (const Finding& f : w.assessed.findings())
      if (w.parties(f.party) == name && f.outcome() != Outcome::out_of_count && !is_bare(f))
        table.rows.push_back({"", row(w, f, false)});
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
  }
}

void add_not_shown(Writer& w, Section& out) {
  List list;
  for (const Finding& f : w.assessed.findings()) {
    if (f.outcome() != Outcome::not_shown) continue;
    const std::string why = w.comparison(f);
    list.items.push_back({.text = fmt::format("{} {}: {}{}", f.term, f.title, plain(f.state),
                                              why.empty() ? "" : "; " + why),
                          .href = "#" + f.id});
  }
  if (list.items.empty()) return;
  out.blocks.emplace_back(
      Paragraph{"What cannot be shown on this day, and why:", Paragraph::Kind::note});
  out.blocks.emplace_back(std::move(list));
}

}  // namespace

Section summary(Writer& w) {
  Section out{"summary", "Summary", 1, {}};
  const assessment::Counts counts = w.assessed.counts();
  out.blocks.emplace_back(Paragraph{fmt::format(
      "Of {} findings in the count, {} are met, {} are not met and {} are not shown; {} are out of "
      "the count "
      "(not in force, not due, waived or ended). Absence of evidence is never counted as met.",
      counts.met + counts.not_met + counts.not_shown, counts.met, counts.not_met, counts.not_shown,
      counts.out_of_count)});
  if (w.current != nullptr)
    out.blocks.emplace_back(Paragraph{
        fmt::format("The latest report of the verifier known on this day is {} of {}: {}",
                    w.current->id, to_string(w.current->report_date), w.current->statement)});
  add_parties(w, out);
  add_not_shown(w, out);
  return out;
}

void add_findings(Writer& w, Section& out) {
  Table table;
  table.id = "findings";
  table.title = "Every finding";
  table.statement =
      "The state of every commitment, with those not in force, not due, waived or ended.";
  table.columns = finding_columns(true);
  for (const Finding& f : w.assessed.findings()) {
    table.rows.push_back({f.id, row(w, f, true)});
    table.rows.back().cells.front().href.clear();
  }
  out.blocks.emplace_back(std::move(table));
}

void add_terms(Writer& w, std::string_view section, Section& out) {
  std::vector<std::string> names;
  for (const auto& [id, terms] : w.workspace.report.sections)
    if (id == section) names = terms;
  Table table;
  table.id = "terms-" + std::string(section);
  table.title = "Commitments";
  table.columns = finding_columns(true);
  std::vector<Block> notes;
  for (const std::string& name : names) {
    for (const Finding& f : w.assessed.findings()) {
      if (f.term != name) continue;
      table.rows.push_back({"", row(w, f, true)});
      if (const std::string beside = w.beside(f); !beside.empty())
        notes.emplace_back(
            Paragraph{fmt::format("{}: {}", f.id.substr(2), beside), Paragraph::Kind::note});
    }
  }
  if (table.rows.empty()) return;
  out.blocks.emplace_back(std::move(table));
  for (Block& note : notes) out.blocks.push_back(std::move(note));
}

}  // namespace accord::report
