#include <fmt/format.h>

#include <array>
#include <map>

#include "base/text.h"
#include "report/sections/blocks.h"

/// Figures of the series that a reader may look for in vain.
namespace accord::report {

namespace {

std::string why_marked(const evidence::Observation* o) {
  if (o == nullptr) return {};
  if (o->head.trace == evidence::Trace::recalled) return "recalled";
  if (o->relation == evidence::Relation::no_access) return "no access";
  return o->relation == evidence::Relation::no_figure ? "not found" : "";
}

/// Figures of the series that are not at hand, or only from memory; one row for each report.
Table missing(Writer& w, const std::vector<std::string>& figures) {
  constexpr std::array reasons{"recalled", "not found", "no access"};
  Table table{w.own_id("missing"),
              "Recalled and missing figures",
              "Figures of the series that are recalled, or are not at hand.",
              {{"report", false, 19},
               {"recalled", false, 33},
               {"not found", false, 24},
               {"no access", false, 24}},
              {}};
  for (const formats::SeriesReport* report : w.series) {
    std::map<std::string, std::vector<std::string>> labels;
    for (const std::string& figure : figures)
      labels[why_marked(w.figure(figure, *report))].push_back(w.name_of(figure));
    labels.erase("");
    if (labels.empty()) continue;
    Row row{"", {{.text = report->id, .href = w.cite(report->origin)}}};
    for (const char* reason : reasons)
      row.cells.push_back({.text = labels[reason].empty() ? "none" : join(labels[reason], ", ")});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

void add_missing(Writer& w, const ReportBlock& block, Section& out) {
  Table table = missing(w, block.names);
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
