#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "assessment/data_hash.h"
#include "base/english.h"
#include "report/sections/blocks.h"

/// What a report rests on: rows, files and their hashes.
namespace accord::report {

namespace {

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

void fill_evidence(Writer& w, Report& report) {
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
}

Table files_read(Writer& w) {
  Table files{w.own_id("files"),
              "Files read",
              "A reader who has the same files has the same data.",
              {{"file"}, {"rows", true}, {"sha256"}},
              {}};
  for (const formats::DataFile& f : w.workspace.files)
    files.rows.push_back(
        {"", {{.text = f.path}, {.text = std::to_string(f.rows)}, {.text = f.sha256}}});
  return files;
}

}  // namespace

std::vector<Block> evidence_blocks(Writer& w, Report& report) {
  Section out;
  add_unfed_rows(w, out);
  fill_evidence(w, report);
  const std::vector<std::string> hashes = assessment::row_hashes(w.assessed.records(), w.cited());
  report.data_hash = assessment::data_hash(hashes);
  out.blocks.emplace_back(files_read(w));
  if (hashes.empty())
    out.blocks.emplace_back(Paragraph{"No row of a table was used."});
  else
    out.blocks.emplace_back(Paragraph{fmt::format(
        "{} {} used. SHA-256 over their sorted hashes: {}.", counted(hashes.size(), "row"),
        hashes.size() == 1 ? "was" : "were", report.data_hash)});
  return std::move(out.blocks);
}

}  // namespace accord::report
