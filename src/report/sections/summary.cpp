#include "assessment/summary.h"

#include <fmt/format.h>

#include "report/figures/figures.h"
#include "report/sections/blocks.h"

/// The first page: what a reader may quote, the outcomes over time and by side.
namespace accord::report {

namespace {

/// A title leads to its finding, a figure carries its mark.
std::vector<Cell> cells_of(const assessment::Sentence& sentence) {
  std::vector<Cell> out;
  for (const assessment::Part& part : sentence.parts) {
    Cell cell{.text = part.text};
    if (part.finding != nullptr) cell.href = Writer::place_of(*part.finding);
    if (part.is_figure && part.finding != nullptr && part.finding->trace)
      cell.mark =
          mark_of(*part.finding->trace, part.finding->grade.value_or(evidence::Grade::verified));
    out.push_back(std::move(cell));
  }
  return out;
}

void add_sentences(Writer& w, const assessment::Summary& said, Section& out) {
  for (const assessment::SideSummary& side : said.sides) {
    Statements block{side.title, {}};
    for (const assessment::Sentence& sentence : side.sentences)
      block.sentences.push_back(cells_of(sentence));
    if (!block.sentences.empty()) out.blocks.emplace_back(std::move(block));
  }
  Statements last{"The record", {}};
  for (const assessment::Sentence* sentence : {&said.nothing_due, &said.recalled})
    if (!sentence->parts.empty()) last.sentences.push_back(cells_of(*sentence));
  last.sentences.push_back({{.text = said.end.sentence()}});
  if (w.current != nullptr) {
    last.sentences.push_back({{.text = "The latest report of the verifier known on this day is "},
                              {.text = named(*w.current), .href = w.cite(w.current->origin)},
                              {.text = ". The table sums it up so: " + w.current->statement}});
  }
  out.blocks.emplace_back(std::move(last));
}

Table counts_table(const assessment::Summary& said) {
  Table table{"counts",
              "Outcomes by obliged party",
              "Out of the count is what is not in force, not due, waived or ended. Absence of "
              "evidence is never "
              "counted as met.",
              {{"obliged"},
               {"met", true},
               {"not met", true},
               {"not shown", true},
               {"out of the count", true}},
              {}};
  for (const assessment::SideSummary& side : said.sides) {
    const assessment::Counts& c = side.counts;
    Row line{"", {{.text = side.title}}};
    for (const std::size_t number : {c.met, c.not_met, c.not_shown, c.out_of_count})
      line.cells.push_back({.text = std::to_string(number)});
    table.rows.push_back(std::move(line));
  }
  return table;
}

}  // namespace

void add_summary(Writer& w, const ReportBlock&, Section& out) {
  add_sentences(w, w.said(), out);
  add_supposed(w, out);
  add_remarks(w, out);
}

void add_sides(Writer& w, const ReportBlock& block, Section& out) {
  add_figures(w, sides_drawings(w, block.title), out);
}

void add_outcomes(Writer& w, const ReportBlock&, Section& out) {
  if (!w.said().sides.empty()) out.blocks.emplace_back(counts_table(w.said()));
}

}  // namespace accord::report
