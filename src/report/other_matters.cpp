#include <fmt/format.h>

#include "agreement/clock.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/writer.h"

namespace accord::report {

using agreement::Finding;
using agreement::Outcome;

namespace {

/// Records of facts that the reader should see beside the findings, from the last report to this
/// one.
void add_events(Writer& w, Section& out) {
  const Day from = w.previous == nullptr ? day_min : w.previous->report_date + 1;
  Table table{"events",
              "Events and declarations of the period",
              fmt::format("From {} to {}. Remarks are those of the tables and may name later days.",
                          w.previous == nullptr ? "the beginning" : to_string(from),
                          to_string(w.assessed.on())),
              {{"day"}, {"actor"}, {"what"}, {"remark"}},
              {}};
  for (const auto& e : agreement::timeline(w.assessed.evaluator(),
                                           {from, w.assessed.on(), w.assessed.known(), "", ""})) {
    if (e.kind == agreement::TimelineEntry::Kind::state || !e.origin) continue;
    table.rows.push_back(
        {"",
         {{.text = to_string(e.day)},
          {.text = or_dash(w.parties(e.parties))},
          {.text = (e.supposed ? "supposed: " : "") + e.title, .href = w.cite(*e.origin)},
          {.text = or_dash(e.note)}}});
  }
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

void add_not_implemented(Writer& w, Section& out) {
  List list;
  for (const Finding& f : w.assessed.findings())
    if (!f.declarations.empty() && f.outcome() != Outcome::out_of_count)
      list.items.push_back(
          {.text = fmt::format("{} {}: {}. {}", f.id.substr(2), f.title, plain(f.state), w.beside(f)),
           .href = Writer::place_of(f)});
  if (list.items.empty()) return;
  out.blocks.emplace_back(
      Paragraph{"Commitments that their obliged party has declared suspended or ceased, with the "
                "measured state:"});
  out.blocks.emplace_back(std::move(list));
}

}  // namespace

std::vector<Section> other_matters(Writer& w) {
  std::vector<Section> out;
  out.push_back({"E", "Other relevant information", 1, {}});
  add_terms(w, "E", out.back());
  add_other_terms(w, out.back());
  for (const Drawing& d : sides_drawings(w))
    out.back().blocks.emplace_back(Figure{d.id, d.title, d.statement, d.svg, {}});
  add_account(w, out.back());
  add_events(w, out.back());
  add_positions(w, out.back());
  add_rounds(w, out.back());
  out.push_back({"F", "Summary of findings", 1, {}});
  add_not_implemented(w, out.back());
  add_findings(w, out.back());
  return out;
}

}  // namespace accord::report
