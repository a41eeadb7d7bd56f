#include <fmt/format.h>

#include "base/english.h"
#include "base/text.h"
#include "report/sections/blocks.h"

/// What is compared with what, and what changed since the report before.
namespace accord::report {

namespace {

/// "the Accord (Main text; Annexes)": the brackets only where the text names its sources.
std::string agreement_named(const Writer& w) {
  std::vector<std::string> sources;
  for (const agreement::Item& item : w.workspace.agreement.items)
    if (const auto* source = std::get_if<agreement::Source>(&item)) sources.push_back(source->text);
  const std::string& title = w.workspace.agreement.title;
  return sources.empty() ? title : fmt::format("{} ({})", title, join(sources, "; "));
}

/// What differs from the day of the previous report, as known then.
Table changes(Writer& w) {
  Table table;
  table.id = "changes";
  table.title = "Changes since " + named(*w.previous);
  table.statement = "Commitments whose state differs from that day, as it was known on that day.";
  table.columns = {{"term"}, {"about"}, {"then"}, {"now"}, {"since"}};
  const Day then = w.previous->report_date;
  const auto before = w.assessed.evaluator().status(then, then);
  const auto& now = w.assessed.findings();
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (before[i].state == now[i].state) continue;
    table.rows.push_back({"",
                          {{.text = now[i].term, .href = Writer::place_of(now[i])},
                           {.text = now[i].title},
                           w.state_cell(before[i]),
                           w.state_cell(now[i]),
                           {.text = now[i].since ? to_string(*now[i].since) : ""}}});
  }
  return table;
}

}  // namespace

void add_introduction(Writer& w, const ReportBlock&, Section& out) {
  out.blocks.emplace_back(Paragraph{fmt::format(
      "This report compares what was measured, declared and published with the {}. It was drawn up "
      "for {}, as known on {}. It does not say who is right: contested readings and effects are "
      "printed with those who hold them.",
      agreement_named(w), long_form(w.assessed.on()), long_form(w.assessed.known()))});
}

void add_changes(Writer& w, const ReportBlock&, Section& out) {
  if (w.series.empty()) return;
  if (w.previous == nullptr || w.previous->report_date > w.assessed.on()) {
    out.blocks.emplace_back(Paragraph{"There is no earlier report of the series to compare with."});
    return;
  }
  Table table = changes(w);
  if (table.rows.empty())
    out.blocks.emplace_back(
        Paragraph{fmt::format("No state changed since {}.", named(*w.previous))});
  else
    out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
