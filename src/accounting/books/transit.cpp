#include "accounting/books/transit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "accounting/books/flat_index.h"
#include "base/english.h"

namespace accord::accounting {

namespace {

/// From area, to area, batch of the shipper: what both sides must say alike.
using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view,
                       std::string_view>;

Key key_of_shipment(const EffectiveEntry& e) {
  const Header& h = e.report->header;
  return {h.country, h.mba, e.entry->receiver.country, e.entry->receiver.code, e.entry->batch};
}

Key key_of_receipt(const EffectiveEntry& e) {
  const Header& h = e.report->header;
  return {e.entry->shipper.country, e.entry->shipper.code, h.country, h.mba,
          e.entry->shipper_batch};
}

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    const std::hash<std::string_view> hash;
    return hash(std::get<4>(key)) ^ hash(std::get<1>(key)) * 3 ^ hash(std::get<3>(key)) * 5;
  }
};

/// One side of a movement; equal keys have equal numbers.
struct Side {
  std::uint32_t key = 0;
  Day day;
  const EffectiveEntry* entry = nullptr;

  friend bool operator<(const Side& a, const Side& b) {
    return std::tuple(a.key, a.day, a.entry) < std::tuple(b.key, b.day, b.entry);
  }
};

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
  FlatIndex<Key, KeyHash> keys;
  std::vector<Side> shipments, receipts;
  for (const EffectiveEntry& e : effective.entries) {
    if (e.report->header.kind != ReportKind::icr) continue;
    const Code c = e.entry->code;
    const bool abroad = c == code("SF") || c == code("RF");
    if (is_shipment(c) && (!abroad || countries.contains(e.entry->receiver.country)))
      shipments.push_back({keys.number(key_of_shipment(e)), e.entry->date, &e});
    if (is_receipt(c) && (!abroad || countries.contains(e.entry->shipper.country)))
      receipts.push_back({keys.number(key_of_receipt(e)), e.entry->date, &e});
  }
  std::sort(shipments.begin(), shipments.end());
  std::sort(receipts.begin(), receipts.end());
  Transit out;
  auto receipt = receipts.begin();
  for (const Side& shipment : shipments) {
    for (; receipt != receipts.end() && receipt->key < shipment.key; ++receipt)
      out.unshipped.push_back(receipt->entry);
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

namespace {

/// Weights in an order of their own, as one number; equal weights have equal numbers.
std::size_t number_of_weights(const EffectiveEntry& e) {
  std::size_t out = 0;
  for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
    const Weight& w = e.source->weights[e.entry->weights + i];
    const auto mass = static_cast<std::size_t>(w.mass.micrograms) * 0x9e3779b97f4a7c15U;
    out += (mass ^ mass >> 29U) * (2 * static_cast<std::size_t>(w.kind) + 1);
  }
  return out;
}

bool is_earlier(const EffectiveEntry* a, const EffectiveEntry* b) {
  return std::tuple(a->entry->date, a) < std::tuple(b->entry->date, b);
}

/// What may come of the receipt's shipper or to its area.
bool may_be(const EffectiveEntry& s, const EffectiveEntry& receipt) {
  const Header &here = receipt.report->header, &there = s.report->header;
  const bool addressed =
      s.entry->receiver.country == here.country && s.entry->receiver.code == here.mba;
  return addressed || there.country == receipt.entry->shipper.country;
}

Candidate scored(const EffectiveEntry& s, const EffectiveEntry& receipt) {
  Candidate c{&s, 0, ""};
  const auto count = [&](bool fits, int points, std::string_view what) {
    if (!fits) return;
    c.score += points;
    c.why += fmt::format("{}{}", c.why.empty() ? "" : ", ", what);
  };
  const std::int32_t days = receipt.entry->date - s.entry->date;
  count(same_weights(receipt, s), 50, "same weights");
  count(receipt.entry->items == s.entry->items, 15, "same number of items");
  count(receipt.entry->description == s.entry->description, 15, "same material");
  count(s.report->header.mba == receipt.entry->shipper.code, 10, "same shipper");
  count(days >= 0 && days <= Candidates::days_most, 10, counted(days, "day") + " before");
  return c;
}

}  // namespace

Candidates::Candidates(const Transit& transit) {
  for (const EffectiveEntry* s : transit.open) {
    by_weights_[number_of_weights(*s)].push_back(s);
    by_shipper_[{s->report->header.mba, s->entry->items, s->entry->description}].push_back(s);
  }
  for (auto& [key, list] : by_weights_) std::sort(list.begin(), list.end(), is_earlier);
  for (auto& [key, list] : by_shipper_) std::sort(list.begin(), list.end(), is_earlier);
}

void Candidates::add_near(const List& list, const EffectiveEntry& receipt, List& out) const {
  const auto day = [](Day wanted, const EffectiveEntry* s) { return wanted < s->entry->date; };
  const auto after = std::upper_bound(list.begin(), list.end(), receipt.entry->date, day);
  std::size_t looked_at = 0;
  for (auto at = after; at != list.begin() && looked_at < near_most; ++looked_at)
    out.push_back(*--at);
  looked_at = 0;
  for (auto at = after; at != list.end() && looked_at < near_most; ++looked_at)
    out.push_back(*at++);
}

std::vector<Candidate> Candidates::of(const EffectiveEntry& receipt) const {
  // Below 50 points are all but equal weights, and everything else together.
  List near;
  if (const auto found = by_weights_.find(number_of_weights(receipt)); found != by_weights_.end())
    add_near(found->second, receipt, near);
  const Entry& e = *receipt.entry;
  if (const auto found = by_shipper_.find({e.shipper.code, e.items, e.description});
      found != by_shipper_.end())
    add_near(found->second, receipt, near);
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<Candidate> out;
  for (const EffectiveEntry* s : near)
    if (may_be(*s, receipt))
      if (Candidate c = scored(*s, receipt); c.score >= score_least) out.push_back(std::move(c));
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return out;
}

}  // namespace accord::accounting
