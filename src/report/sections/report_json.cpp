#include <nlohmann/json.hpp>

#include "report/sections/report.h"

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
Json block(const Figure& f) {
  return {{"figure", f.id},
          {"title", f.title},
          {"statement", f.statement},
          {"svg", f.svg},
          {"evidence", cells(f.links)}};
}

/// A document written from its beginning to its end, with the spaces of `Json::dump(1)`: of a table
/// with a hundred thousand rows one row is a value at a time.
class Stream {
 public:
  void open(char bracket) {
    out_ += bracket;
    ++depth_;
    is_first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!is_first_) new_line();
    out_ += bracket;
    is_first_ = false;
  }
  void next() {
    if (!is_first_) out_ += ',';
    new_line();
    is_first_ = false;
  }
  void key(const char* name) {
    next();
    out_ += Json(name).dump() + ": ";
  }
  void value(const Json& value) {
    for (const char c : value.dump(1)) {
      out_ += c;
      if (c == '\n') out_.append(depth_, ' ');  // inside a text it would be escaped
    }
  }
  void member(const char* name, const Json& of) {
    key(name);
    value(of);
  }
  template <class List, class Write>
  void list(const char* name, const List& values, Write write) {
    key(name);
    open('[');
    for (const auto& one : values) {
      next();
      write(one);
    }
    close(']');
  }
  std::string take() { return std::move(out_); }

 private:
  void new_line() {
    out_ += '\n';
    out_.append(depth_, ' ');
  }
  std::string out_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
};

template <class Small>
void add(Stream& out, const Small& one) {
  out.value(block(one));
}
void add(Stream& out, const Table& t) {
  Json columns = Json::array();
  for (const Column& c : t.columns) columns.push_back(c.title);
  out.open('{');
  out.member("table", t.id);
  out.member("title", t.title);
  out.member("statement", t.statement);
  out.member("columns", columns);
  out.list("rows", t.rows, [&](const Row& row) {
    out.value(row.heading ? Json{{"heading", row.cells.front().text}} : cells(row.cells));
  });
  out.close('}');
}

void add(Stream& out, const Section& s) {
  out.open('{');
  out.member("id", s.id);
  out.member("title", s.title);
  out.member("level", s.level);
  out.list("blocks", s.blocks,
           [&](const Block& b) { std::visit([&](const auto& one) { add(out, one); }, b); });
  out.close('}');
}

Json evidence(const EvidenceRow& r) {
  return {{"anchor", r.anchor},
          {"id", r.id},
          {"file", r.file.empty() ? Json(nullptr) : Json(r.file)},
          {"row", r.row > 0 ? Json(r.row) : Json(nullptr)},
          {"text", r.text},
          {"note", r.note},
          {"source", r.source},
          {"sha256", r.sha256},
          {"supposed", r.supposed},
          {"used_by", cells(r.used_by)}};
}

}  // namespace

std::string json(const Report& report) {
  Stream out;
  out.open('{');
  out.member("title", report.title);
  out.member("agreement", report.agreement);
  out.member("subtitle", report.subtitle);
  out.member("on", report.day);
  out.member("known", report.known);
  out.member("supposed", report.supposed);
  out.member("data_sha256", report.data_hash);
  out.member("summary", report.summary);
  out.list("sections", report.sections, [&](const Section& s) { add(out, s); });
  out.list("evidence", report.evidence, [&](const EvidenceRow& r) { out.value(evidence(r)); });
  out.close('}');
  return out.take() + "\n";
}

}  // namespace accord::report
