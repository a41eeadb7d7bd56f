#include "answers/agreement/compare_items.h"

#include "agreement/model/party_titles.h"

namespace accord::answers {

namespace {

Discrepancy row_of(const items::ItemDiscrepancy& d, const agreement::PartyTitles& titles,
                   const evidence::Records& records) {
  Discrepancy out{d.id,
                  d.fault,
                  d.party,
                  titles.of(d.party),
                  text_or_none(d.item),
                  text_or_none(d.type),
                  text_or_none(d.status),
                  text_or_none(d.site),
                  d.day,
                  d.expected,
                  d.found,
                  d.text,
                  {}};
  for (const std::uint32_t origin : d.origins) out.records.push_back(record_of(records, origin));
  return out;
}

}  // namespace

Answered<CompareItemsAnswer> compare_items(const Assessment& assessment,
                                           const CompareItemsQuestion&) {
  const formats::Workspace& workspace = assessment.workspace();
  const items::ItemReview review = items::review_items(workspace.items, workspace.item_settings,
                                                       assessment.on(), assessment.known());
  const agreement::PartyTitles titles(workspace.agreement, workspace.outsiders);
  CompareItemsAnswer out{judged_of(assessment), {}, {}, {}, {}};
  for (const items::ItemHolding& h : review.holdings)
    out.holdings.push_back({h.party, titles.of(h.party), h.type, h.status, h.site, h.count});
  for (const items::ItemBalance& b : review.balances)
    out.item_balances.push_back({b.party, titles.of(b.party), b.type, b.status, b.site, b.from,
                                 b.to, b.opening, b.produced, b.arrived, b.left, b.eliminated,
                                 b.expected(), b.declared});
  for (const items::InspectionUse& use : review.inspections)
    out.inspections.push_back(
        {use.party, titles.of(use.party), use.kind, use.from, use.until, use.used});
  for (const items::ItemDiscrepancy& d : review.discrepancies)
    out.discrepancies.push_back(row_of(d, titles, assessment.records()));
  return out;
}

constinit const Question compare_items_question =
    Asked<compare_items>::named("compare items", "compare_items");

}  // namespace accord::answers
