#include <fmt/format.h>

#include <algorithm>

#include "agreement/history/clock.h"
#include "base/text.h"
#include "report/figures/figures.h"
#include "report/sections/blocks.h"

/// Records of facts that the reader should see beside the findings.
namespace accord::report {

namespace {

std::vector<agreement::TimelineEntry> facts_from(const Writer& w, Day from) {
  std::vector<agreement::TimelineEntry> out = agreement::timeline(
      w.assessed.evaluator(), {from, w.assessed.on(), w.assessed.known(), "", ""});
  std::erase_if(out, [](const agreement::TimelineEntry& e) {
    return e.kind == agreement::TimelineEntry::Kind::state || !e.origin;
  });
  return out;
}

Row row_of(Writer& w, const agreement::TimelineEntry& e, const std::string& table, bool remarks) {
  Row out{"",
          {{.text = to_string(e.day)},
           {.text = or_dash(w.parties(e.parties))},
           {.text = (e.supposed ? "supposed: " : "") + e.title, .href = w.cite(*e.origin, table)}}};
  if (remarks) out.cells.push_back({.text = or_dash(e.note)});
  return out;
}

}  // namespace

/// From the report before to this one.
void add_events(Writer& w, const ReportBlock&, Section& out) {
  const Day from = w.previous == nullptr ? day_min : w.previous->report_date + 1;
  const std::vector<agreement::TimelineEntry> facts = facts_from(w, from);
  if (facts.empty()) return;
  const bool remarks =
      std::any_of(facts.begin(), facts.end(), [](const auto& e) { return !e.note.empty(); });
  Table table{
      w.own_id("events"),
      "Events and declarations of the period",
      fmt::format("From {} to {}.", w.previous == nullptr ? "the beginning" : to_string(from),
                  to_string(w.assessed.on())),
      {{"day"}, {"actor"}, {"what"}},
      {}};
  if (remarks) {
    table.statement += " Remarks are those of the tables and may name later days.";
    table.columns.push_back({"remark"});
  }
  for (const auto& e : facts) table.rows.push_back(row_of(w, e, table.id, remarks));
  out.blocks.emplace_back(std::move(table));
}

void add_events_chart(Writer& w, const ReportBlock&, Section& out) {
  add_figures(w, events_drawings(w), out);
}

}  // namespace accord::report
