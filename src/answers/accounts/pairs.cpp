#include "answers/accounts/pairs.h"

#include <fmt/format.h>

#include <set>

#include "accounting/reports/entry_lines.h"
#include "base/english.h"

namespace accord::answers {

using accounting::EffectiveEntry;
using accounting::TransitRow;
using accounting::TransitState;
using accounting::TransitWeight;

namespace {

std::optional<Day> day_of(const EffectiveEntry* side) {
  if (side == nullptr || side->entry->date == day_min) return std::nullopt;
  return side->entry->date;
}

std::optional<std::string> name_of(const EffectiveEntry* side) {
  if (side == nullptr) return std::nullopt;
  return fmt::format("{}/{}/{}", side->source->header.mba, side->source->header.number,
                     side->entry->number);
}

PairRow without_weight(const TransitRow& row, accounting::EntryLines& lines) {
  PairRow out;
  out.state = row.state;
  const accounting::TransitEnd from = accounting::from_of(row), to = accounting::to_of(row);
  out.from_country = from.country, out.from_area = from.mba;
  out.to_country = to.country, out.to_area = to.mba;
  out.batch = accounting::batch_of(row);
  out.shipped = day_of(row.shipment), out.received = day_of(row.receipt);
  out.days = row.days;
  if (row.state == TransitState::candidate) out.score = row.score;
  out.why = text_or_none(row.why);
  out.shipment = name_of(row.shipment), out.receipt = name_of(row.receipt);
  if (row.shipment != nullptr) {
    out.shipment_file = row.shipment->source->file;
    out.shipment_line = lines.of(*row.shipment->source, *row.shipment->entry);
  }
  if (row.receipt != nullptr) {
    out.receipt_file = row.receipt->source->file;
    out.receipt_line = lines.of(*row.receipt->source, *row.receipt->entry);
  }
  return out;
}

/// One row for each weight of a movement; one without a weight where neither side states any.
void add(PairsAnswer& out, PairRow row, const std::vector<TransitWeight>& weights) {
  row.movement = out.pairs.empty() ? 1 : out.pairs.back().movement + 1;
  if (weights.empty()) out.pairs.push_back(row);
  for (const TransitWeight& w : weights) {
    const material::KindFacts& facts = material::facts(w.kind);
    const auto amount = [&facts](const accounting::Weight* weight) {
      return weight == nullptr ? std::nullopt
                               : std::optional(material::amount(weight->mass, facts));
    };
    const auto bound = [](bool is_known) {
      return is_known ? std::nullopt : std::optional(Bound::not_known);
    };
    PairRow& made = out.pairs.emplace_back(row);
    made.label = w.kind;
    made.amount_sent = amount(w.sent), made.amount_got = amount(w.received);
    made.amount_sent_bound = bound(w.sent_is_known);
    made.amount_got_bound = bound(w.received_is_known);
    if (const auto difference = w.difference())
      made.difference = material::amount(*difference, facts);
  }
}

/// From incomplete books each count is what could be read.
std::vector<std::string> closing_lines(const PairCounts& counts) {
  const std::string_view least = counts.at_least ? "at least " : "";
  std::string first =
      fmt::format("{}{}, {}{}, {}{} without a shipment", least, counted(counts.paired, "pair"),
                  least, counted(counts.open_shipments, "open shipment"), least,
                  counted(counts.no_shipment, "receipt"));
  if (counts.not_shown > 0) first += fmt::format(", {} not shown", counts.not_shown);
  std::vector<std::string> out{std::move(first)};
  if (counts.candidates_not_listed > 0)
    out.push_back(fmt::format("{} more with a lower score, or as high a one, not listed",
                              counted(counts.candidates_not_listed, "candidate")));
  if (counts.abroad > 0)
    out.push_back(
        fmt::format("{}{} to and from States without reports here: no other side is expected",
                    least, counted(counts.abroad, "movement")));
  return out;
}

}  // namespace

Answered<PairsAnswer> pairs(const Ledger& ledger, const PairsQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  const accounting::TransitList list =
      accounting::transit_list(ledger.effective, ledger.books.gaps(),
                               {asked.mba ? std::string_view(*asked.mba) : std::string_view(),
                                asked.from_day, asked.to_day});
  PairsAnswer out;
  accounting::EntryLines lines;
  // What cannot be read counts for those asked about, and for the other side of what is listed.
  std::set<std::string_view> behind(areas->begin(), areas->end());
  for (const TransitRow& row : list.rows) {
    behind.insert({accounting::from_of(row).mba, accounting::to_of(row).mba});
    add(out, without_weight(row, lines), accounting::weights_of(row));
  }
  add_doubts(ledger, {behind.begin(), behind.end()}, out);
  out.counts = {list.count(TransitState::paired),
                list.count(TransitState::open),
                list.count(TransitState::no_shipment),
                list.count(TransitState::not_shown),
                list.count(TransitState::candidate),
                out.rests_on_unread(),
                list.abroad,
                list.more_candidates};
  out.closing = closing_lines(out.counts);
  return out;
}

constinit const Question pairs_question = Asked<pairs>::named("books pairs");

}  // namespace accord::answers
