#include "answers/agreement/compare_items.h"

#include <fmt/format.h>

#include "base/english.h"
#include "cli/agreement/record_line.h"
#include "cli/frame/all_commands.h"
#include "cli/print/text.h"

namespace accord::cli {

using answers::CompareItemsAnswer;
using answers::Discrepancy;

namespace {

std::string holdings_text(const CompareItemsAnswer& answer, const Look& look) {
  Table table{{"party", "type", "status", "place", "items"}, {}, {}};
  for (const answers::Holding& h : answer.holdings)
    table.rows.push_back({h.party_title, h.type, h.status, h.site, std::to_string(h.item_count)});
  return table.rows.empty() ? "no items are on record\n" : as_text(table, look);
}

/// Of each period the categories whose number changed or does not balance.
std::string balances_text(const CompareItemsAnswer& answer, const Look& look) {
  Table table{
      {"party", "until", "category", "opening", "in", "out", "expected", "declared"}, {}, {}};
  for (const answers::ItemBalanceRow& b : answer.item_balances) {
    if (b.opening == b.expected_count && b.declared_count == b.expected_count) continue;
    table.rows.push_back({b.party_title, to_string(b.to_day),
                          fmt::format("{} {} {}", b.type, b.status, b.site),
                          std::to_string(b.opening), std::to_string(b.produced + b.arrived),
                          std::to_string(b.left_count + b.eliminated),
                          std::to_string(b.expected_count), std::to_string(b.declared_count)});
  }
  return table.rows.empty() ? "" : "\nCategories that changed\n" + as_text(table, look);
}

std::string discrepancy_text(const Discrepancy& d, const Call& call) {
  const std::string fault = word(d.fault);
  std::string out = fmt::format("{}  {}: {}\n", to_string(d.day), fault,
                                wrap(d.text, 5, 14 + fault.size(), call.look));
  if (call.verbose)
    for (const answers::Record& row : d.records) out += record_line(row);
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const CompareItemsAnswer*>(at);
  std::string out = fmt::format("Items on {}, as known on {}\n", to_string(answer.judged.on),
                                to_string(answer.judged.known)) +
                    holdings_text(answer, call.look) + balances_text(answer, call.look);
  if (!answer.inspections.empty()) out += "\nInspections received\n";
  for (const answers::InspectionsReceived& use : answer.inspections)
    out += fmt::format(
        "{}: {} in the year from {}\n", use.party_title,
        counted(static_cast<std::size_t>(use.used), use.inspection_kind + " inspection"),
        to_string(use.from_day));
  if (!answer.discrepancies.empty()) out += "\nDiscrepancies\n";
  for (const Discrepancy& d : answer.discrepancies) out += discrepancy_text(d, call);
  return out + fmt::format("\n{} between declarations, notifications and inspections\n",
                           counted(answer.discrepancies.size(), "discrepancy", "discrepancies"));
}

}  // namespace

const Command compare_items{.name = "compare items",
                            .question = &answers::compare_items_question,
                            .group = Group::judge,
                            .text_of = text_of};

}  // namespace accord::cli
