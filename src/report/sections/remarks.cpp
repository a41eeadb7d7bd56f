#include <fmt/format.h>

#include "report/sections/writer.h"

/// What stands beside the findings, so that no row of the tables is passed over in silence.
namespace accord::report {

void add_remarks(Writer& w, Section& out) {
  for (const std::string& sentence :
       assessment::sentences(w.assessed.remarks(), w.assessed.records()))
    out.blocks.emplace_back(Paragraph{sentence + ".", Paragraph::Kind::warning});
}

void add_unfed_rows(Writer& w, Section& out) {
  Table table{
      "unfed",
      "Rows that feed nothing",
      "No finding rests on these rows: no event, measure, declaration or reading takes them. "
      "A name of the text that is near to theirs is shown.",
      {{"row"}, {"place"}, {"metric or category"}, {"near to"}, {"what it says"}},
      {}};
  for (const assessment::UnfedRow& row : w.assessed.remarks().unfed_rows) {
    const evidence::Origin& origin = w.assessed.records().origins[row.origin];
    const auto& offer = row.did_you_mean;
    table.rows.push_back(
        {"",
         {{.text = origin.id},
          {.text = fmt::format("{}:{}", origin.file, origin.row)},
          {.text = or_dash(row.word)},
          {.text = offer ? fmt::format("{} {}", word(offer->kind), offer->name) : "–"},
          {.text = or_dash(origin.text)}}});
  }
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
