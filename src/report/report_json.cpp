#include <nlohmann/json.hpp>

#include "report/report.h"

namespace accord::report {

namespace {

using Json = nlohmann::ordered_json;

Json cell(const Cell& c) {
  Json out{{"text", c.text}};
  if (c.mark != Mark::none) out["mark"] = word(c.mark);
  if (!c.href.empty()) out["href"] = c.href;
  if (!c.outcome.empty()) out["outcome"] = c.outcome;
  if (c.more.empty()) return out;
  out["more"] = Json::array();
  for (const Cell& one : c.more) out["more"].push_back(cell(one));
  return out;
}

Json cells(const std::vector<Cell>& list) {
  Json out = Json::array();
  for (const Cell& c : list) out.push_back(cell(c));
  return out;
}

Json block(const Paragraph& p) {
  constexpr const char* kinds[] = {"text", "note", "warning"};
  return {{"paragraph", p.text}, {"kind", kinds[static_cast<std::size_t>(p.kind)]}};
}
Json block(const List& l) {
  return {{"list", cells(l.items)}};
}
Json block(const Statements& s) {
  Json sentences = Json::array();
  for (const auto& sentence : s.sentences) sentences.push_back(cells(sentence));
  return {{"statements", s.about}, {"sentences", std::move(sentences)}};
}
Json block(const Table& t) {
  Json columns = Json::array();
  for (const Column& c : t.columns) columns.push_back(c.title);
  Json rows = Json::array();
  for (const Row& row : t.rows)
    rows.push_back(row.heading ? Json{{"heading", row.cells.front().text}} : cells(row.cells));
  return {{"table", t.id},
          {"title", t.title},
          {"statement", t.statement},
          {"columns", columns},
          {"rows", rows}};
}
Json block(const Figure& f) {
  return {{"figure", f.id},
          {"title", f.title},
          {"statement", f.statement},
          {"svg", f.svg},
          {"evidence", cells(f.links)}};
}

}  // namespace

std::string json(const Report& report) {
  Json sections = Json::array();
  for (const Section& s : report.sections) {
    Json blocks = Json::array();
    for (const Block& b : s.blocks)
      blocks.push_back(std::visit([](const auto& one) { return block(one); }, b));
    sections.push_back(
        {{"id", s.id}, {"title", s.title}, {"level", s.level}, {"blocks", std::move(blocks)}});
  }
  Json evidence = Json::array();
  for (const EvidenceRow& r : report.evidence)
    evidence.push_back({{"anchor", r.anchor},
                        {"id", r.id},
                        {"file", r.file.empty() ? Json(nullptr) : Json(r.file)},
                        {"row", r.row > 0 ? Json(r.row) : Json(nullptr)},
                        {"text", r.text},
                        {"note", r.note},
                        {"source", r.source},
                        {"sha256", r.sha256},
                        {"supposed", r.supposed},
                        {"used_by", cells(r.used_by)}});
  const Json all{{"title", report.title},           {"agreement", report.agreement},
                 {"subtitle", report.subtitle},     {"on", report.day},
                 {"known", report.known},           {"supposed", report.supposed},
                 {"data_sha256", report.data_hash}, {"summary", report.summary},
                 {"sections", std::move(sections)},
                 {"evidence", std::move(evidence)}};
  return all.dump(1) + "\n";
}

}  // namespace accord::report
