#include "items/items.h"

#include <fmt/format.h>

#include "report/sections/blocks.h"

namespace accord::report {

using items::InspectionUse;
using items::ItemDiscrepancy;
using items::ItemHolding;
using items::ItemReview;

namespace {

Cell number(std::int64_t value) {
  return {.text = fmt::format("{}", value), .mark = Mark::derived};
}

Table holdings(Writer& w, const ItemReview& review) {
  Table table{"items-held",
              "Items held",
              "By the declarations, and the changes since the latest of them.",
              {{"party"}, {"type"}, {"status"}, {"place"}, {"items", true}},
              {}};
  for (const ItemHolding& h : review.holdings)
    table.rows.push_back({"",
                          {{.text = w.party(h.party)},
                           {.text = h.type},
                           {.text = or_dash(h.status)},
                           {.text = or_dash(h.site)},
                           number(h.count)}});
  return table;
}

Table inspections(Writer& w, const ItemReview& review) {
  Table table{"items-inspections",
              "Inspections received",
              "",
              {{"party"}, {"kind"}, {"year from"}, {"inspections", true}},
              {}};
  for (const InspectionUse& use : review.inspections)
    table.rows.push_back({"",
                          {{.text = w.party(use.party)},
                           {.text = use.kind},
                           {.text = to_string(use.from)},
                           number(use.used)}});
  return table;
}

Table discrepancies(Writer& w, const ItemReview& review) {
  Table table{"items-discrepancies",
              "What does not fit together",
              "Differences between declarations, notifications and inspections; they are findings "
              "of their own and not a breach of a limit.",
              {{"day", false, 12}, {"party", false, 14}, {"what", false, 54}, {"rows", false, 20}},
              {}};
  for (const ItemDiscrepancy& d : review.discrepancies) {
    Row row{"", {{.text = to_string(d.day)}, {.text = w.party(d.party)}, {.text = d.text}, {}}};
    for (const std::uint32_t origin : d.origins) {
      Cell& cell = row.cells.back();
      cell.text += (cell.text.empty() ? "" : ", ") + w.assessed.records().origins[origin].id;
      const std::string place = w.cite(origin, "items-discrepancies");
      if (cell.href.empty()) cell.href = place;
    }
    row.cells.back().text = or_dash(row.cells.back().text);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

void add_items(Writer& w, const ReportBlock&, Section& out) {
  if (w.workspace.items.empty()) return;
  const ItemReview review = items::review_items(w.workspace.items, w.workspace.item_settings,
                                                w.assessed.on(), w.assessed.known());
  for (Table table : {holdings(w, review), inspections(w, review), discrepancies(w, review)})
    if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
  if (review.discrepancies.empty())
    out.blocks.emplace_back(Paragraph{"Declarations, notifications and inspections fit together."});
}

}  // namespace accord::report
