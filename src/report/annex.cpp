#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/writer.h"
#include "seal/sha256.h"

namespace accord::report {

namespace {

/// Figures of the series that are not at hand, or only from memory.
Table missing(Writer& w) {
  Table table{"missing",
              "Recalled and missing figures",
              "Figures of the series that are recalled, or are not at hand.",
              {{"report"}, {"figure"}, {"why"}},
              {}};
  std::vector<std::string> metrics{w.workspace.report.total_metric, w.workspace.report.level_metric,
                                   w.workspace.report.heavy_water_metric};
  for (const auto& band : w.workspace.report.bands) metrics.push_back(band.metric);
  for (const formats::SeriesReport* report : w.series) {
    for (const std::string& metric : metrics) {
      if (metric.empty()) continue;
      const agreement::Observation* o = w.figure(metric, *report);
      std::string why;
      if (o != nullptr && o->head.trace == agreement::Trace::recalled) why = "recalled";
      if (o != nullptr && o->relation == agreement::Relation::no_access) why = "no access";
      if (o != nullptr && o->relation == agreement::Relation::no_figure) why = "not found";
      if (why.empty()) continue;
      const auto label = w.workspace.labels.find(metric);
      table.rows.push_back({"",
                            {{.text = report->id},
                             {.text = label == w.workspace.labels.end() ? metric : label->second},
                             {.text = why}}});
    }
  }
  return table;
}

}  // namespace

Section annex(Writer& w, Report& report) {
  Section out{"annex", "Annex: sources and data", 1, {}};
  if (!w.workspace.report.bands.empty() || !w.workspace.report.total_metric.empty()) {
    Table table = missing(w);
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
  }
  std::vector<std::string> hashes;
  for (const std::uint32_t index : w.cited()) {
    const agreement::Origin& o = w.assessed.records().origins[index];
    report.evidence.push_back({fmt::format("ev-{}", index), o.id,
                               o.file.empty() ? "" : fmt::format("{}:{}", o.file, o.row), o.text,
                               o.source, o.note, o.sha256, o.supposed});
    if (!o.sha256.empty()) hashes.push_back(o.sha256);
  }
  std::sort(report.evidence.begin(), report.evidence.end(),
            [](const EvidenceRow& a, const EvidenceRow& b) {
              return std::tie(a.place, a.id, a.anchor) < std::tie(b.place, b.id, b.anchor);
            });
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  report.data_hash = seal::sha256_hex(join(hashes, "\n"));
  Table files{"files",
              "Files read",
              "A reader who has the same files has the same data.",
              {{"file"}, {"rows", true}, {"sha256"}},
              {}};
  for (const formats::DataFile& f : w.workspace.files)
    files.rows.push_back(
        {"", {{.text = f.path}, {.text = std::to_string(f.rows)}, {.text = f.sha256}}});
  out.blocks.emplace_back(std::move(files));
  out.blocks.emplace_back(
      Paragraph{fmt::format("{} rows were used. SHA-256 over their sorted hashes: {}.",
                            report.evidence.size(), report.data_hash)});
  return out;
}

}  // namespace accord::report
