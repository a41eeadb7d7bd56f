#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "assessment/data_hash.h"
#include "base/english.h"
#include "base/text.h"
#include "report/sections/writer.h"

namespace accord::report {

namespace {

std::string why_marked(const evidence::Observation* o) {
  if (o == nullptr) return {};
  if (o->head.trace == evidence::Trace::recalled) return "recalled";
  if (o->relation == evidence::Relation::no_access) return "no access";
  return o->relation == evidence::Relation::no_figure ? "not found" : "";
}

/// Figures of the series that are not at hand, or only from memory; one row for each report.
Table missing(Writer& w) {
  constexpr std::array reasons{"recalled", "not found", "no access"};
  Table table{"missing",
              "Recalled and missing figures",
              "Figures of the series that are recalled, or are not at hand.",
              {{"report", false, 19},
               {"recalled", false, 33},
               {"not found", false, 24},
               {"no access", false, 24}},
              {}};
  const auto& settings = w.workspace.report;
  std::vector<std::string> metrics{settings.total_metric};
  for (const auto& band : settings.bands) metrics.push_back(band.metric);
  metrics.insert(metrics.end(), {settings.level_metric, settings.heavy_water_metric});
  for (const formats::SeriesReport* report : w.series) {
    std::map<std::string, std::vector<std::string>> labels;
    for (const std::string& metric : metrics) {
      if (metric.empty()) continue;
      const auto label = w.workspace.labels.find(metric);
      labels[why_marked(w.figure(metric, *report))].push_back(
          label == w.workspace.labels.end() ? metric : label->second);
    }
    labels.erase("");
    if (labels.empty()) continue;
    Row row{"", {{.text = report->id, .href = w.cite(report->origin)}}};
    for (const char* reason : reasons)
      row.cells.push_back({.text = labels[reason].empty() ? "none" : join(labels[reason], ", ")});
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What tables and figures are called, by their anchors.
std::map<std::string, std::string> titles_of(const Report& report) {
  std::map<std::string, std::string> out;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) out[table->id] = table->title;
      if (const auto* figure = std::get_if<Figure>(&block)) out[figure->id] = figure->title;
    }
  return out;
}

}  // namespace

Section annex(Writer& w, Report& report) {
  Section out{"annex", "Annex: sources and data", 1, {}};
  if (!w.workspace.report.bands.empty() || !w.workspace.report.total_metric.empty()) {
    Table table = missing(w);
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
  }
  add_unfed_rows(w, out);
  std::map<std::uint32_t, std::vector<Cell>> used_by;
  for (const evidence::Finding& f : w.assessed.findings())
    for (const std::uint32_t index : assessment::origins_of(f)) {
      w.cite(index);
      used_by[index].push_back({.text = f.id.substr(2), .href = Writer::place_of(f)});
    }
  const std::map<std::string, std::string> titles = titles_of(report);
  for (const std::uint32_t index : w.cited()) {
    const evidence::Origin& o = w.assessed.records().origins[index];
    for (const std::string& from : w.cited_from(index))
      if (const auto found = titles.find(from); found != titles.end())
        used_by[index].push_back({.text = found->second, .href = "#" + from});
    report.evidence.push_back({fmt::format("ev-{}", index), o.id.empty() ? "supposed" : o.id,
                               o.file, o.row, o.text, o.source, o.note, o.sha256, o.supposed,
                               std::move(used_by[index])});
  }
  std::sort(report.evidence.begin(), report.evidence.end(),
            [](const EvidenceRow& a, const EvidenceRow& b) {
              return std::tie(a.file, a.id, a.anchor) < std::tie(b.file, b.id, b.anchor);
            });
  const std::vector<std::string> hashes = assessment::row_hashes(w.assessed.records(), w.cited());
  report.data_hash = assessment::data_hash(hashes);
  Table files{"files",
              "Files read",
              "A reader who has the same files has the same data.",
              {{"file"}, {"rows", true}, {"sha256"}},
              {}};
  for (const formats::DataFile& f : w.workspace.files)
    files.rows.push_back(
        {"", {{.text = f.path}, {.text = std::to_string(f.rows)}, {.text = f.sha256}}});
  out.blocks.emplace_back(std::move(files));
  out.blocks.emplace_back(Paragraph{fmt::format(
      "{} {} used. SHA-256 over their sorted hashes: {}.", counted(hashes.size(), "row"),
      hashes.size() == 1 ? "was" : "were", report.data_hash)});
  return out;
}

}  // namespace accord::report
