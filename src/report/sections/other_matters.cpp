#include <fmt/format.h>

#include "agreement/history/clock.h"
#include "base/text.h"
#include "report/figures/figures.h"
#include "report/sections/writer.h"

namespace accord::report {

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
          {.text = (e.supposed ? "supposed: " : "") + e.title, .href = w.cite(*e.origin, "events")},
          {.text = or_dash(e.note)}}});
  }
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

}  // namespace

std::vector<Section> other_matters(Writer& w) {
  std::vector<Section> out;
  out.push_back({"E",
                 w.workspace.report.sections.empty() ? "Commitments" : "Other relevant information",
                 1,
                 {}});
  add_terms(w, "E", out.back());
  add_other_terms(w, out.back());
  add_figures(w, events_drawings(w), out.back());
  add_account(w, out.back());
  add_events(w, out.back());
  add_positions(w, out.back());
  add_rounds(w, out.back());
  if (out.back().blocks.empty()) out.pop_back();
  return out;
}

}  // namespace accord::report
