#include "accounting/transit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace accord::accounting {

namespace {

/// From area, to area, batch of the shipper: what both sides must say alike.
using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view,
                       std::string_view>;

struct Side {
  Key key;
  Day day;
  const EffectiveEntry* entry;

  friend bool operator<(const Side& a, const Side& b) {
    return std::tie(a.key, a.day) < std::tie(b.key, b.day);
  }
};

Key key_of_shipment(const EffectiveEntry& e) {
  const Header& h = e.report->header;
  return {h.country, h.mba, e.entry->receiver.country, e.entry->receiver.code, e.entry->batch};
}

Key key_of_receipt(const EffectiveEntry& e) {
  const Header& h = e.report->header;
  return {e.entry->shipper.country, e.entry->shipper.code, h.country, h.mba,
          e.entry->shipper_batch};
}

bool same_weights(const EffectiveEntry& a, const EffectiveEntry& b) {
  if (a.entry->weight_count != b.entry->weight_count) return false;
  for (std::uint32_t i = 0; i < a.entry->weight_count; ++i) {
    const Weight& w = a.source->weights[a.entry->weights + i];
    const Weight* other = b.source->weight(*b.entry, w.kind);
    if (other == nullptr || other->mass != w.mass) return false;
  }
  return true;
}

}  // namespace

bool is_shipment(Code c) {
  return c == code("SD") || c == code("SF");
}

bool is_receipt(Code c) {
  return c == code("RD") || c == code("RF");
}

Transit match_transit(const Effective& effective) {
  std::set<std::string_view> countries;
  for (const Report* r : effective.reports) countries.insert(r->header.country);
  std::vector<Side> shipments, receipts;
  for (const EffectiveEntry& e : effective.entries) {
    if (e.report->header.kind != ReportKind::icr) continue;
    const Code c = e.entry->code;
    const bool abroad = c == code("SF") || c == code("RF");
    if (is_shipment(c) && (!abroad || countries.contains(e.entry->receiver.country)))
      shipments.push_back({key_of_shipment(e), e.entry->date, &e});
    if (is_receipt(c) && (!abroad || countries.contains(e.entry->shipper.country)))
      receipts.push_back({key_of_receipt(e), e.entry->date, &e});
  }
  std::stable_sort(shipments.begin(), shipments.end());
  std::stable_sort(receipts.begin(), receipts.end());
  Transit out;
  auto receipt = receipts.begin();
  for (const Side& shipment : shipments) {
    while (receipt != receipts.end() && receipt->key < shipment.key)
      out.unshipped.push_back((receipt++)->entry);
    if (receipt != receipts.end() && receipt->key == shipment.key)
      out.pairs.push_back({shipment.entry, (receipt++)->entry});
    else
      out.open.push_back(shipment.entry);
  }
  for (; receipt != receipts.end(); ++receipt) out.unshipped.push_back(receipt->entry);
  // By area, report and entry, as the effective entries stand.
  std::sort(out.pairs.begin(), out.pairs.end(),
            [](const Transfer& a, const Transfer& b) { return a.shipment < b.shipment; });
  std::sort(out.open.begin(), out.open.end());
  std::sort(out.unshipped.begin(), out.unshipped.end());
  return out;
}

std::vector<Candidate> candidates(const EffectiveEntry& receipt, const Transit& transit) {
  const Header& here = receipt.report->header;
  std::vector<Candidate> out;
  for (const EffectiveEntry* s : transit.open) {
    const Header& there = s->report->header;
    const bool addressed =
        s->entry->receiver.country == here.country && s->entry->receiver.code == here.mba;
    if (!addressed && there.country != receipt.entry->shipper.country) continue;
    Candidate c{s, 0, ""};
    const auto count = [&](bool fits, int points, std::string_view what) {
      if (!fits) return;
      c.score += points;
      c.why += fmt::format("{}{}", c.why.empty() ? "" : ", ", what);
    };
    const std::int32_t days = receipt.entry->date - s->entry->date;
    count(same_weights(receipt, *s), 50, "same weights");
    count(receipt.entry->items == s->entry->items, 15, "same number of items");
    count(receipt.entry->description == s->entry->description, 15, "same material");
    count(there.mba == receipt.entry->shipper.code, 10, "same shipper");
    count(days >= 0 && days <= 60, 10, fmt::format("{} days before", days));
    if (c.score >= 50) out.push_back(std::move(c));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return out;
}

}  // namespace accord::accounting
