#include "accounting/books/transit_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "accounting/reports/labels.h"

namespace accord::accounting {

namespace {

bool is_bad(const EffectiveEntry& e, Label label) {
  return (e.entry->unusable & mask_of(label)) != 0;
}

/// Pairs are made without weights, so that a weight that cannot be read leaves them as they are.
bool is_of_weight(const Gap& gap) {
  const Finding& f = *gap.finding;
  return !f.hides && (material::is_kind(f.label) || f.label == label::element_weight ||
                      f.label == label::fissile_weight);
}

class List {
 public:
  List(const Effective& effective, const std::vector<Gap>& gaps, const TransitQuery& query)
      : effective_(effective), gaps_(gaps), query_(query), transit_(match_transit(effective)) {
    for (const Report* r : effective.reports) {
      countries_.insert(r->header.country);
      areas_.insert({r->header.country, r->header.mba});
    }
  }

  TransitList all() {
    for (const Transfer& pair : transit_.pairs) add(TransitState::paired, pair);
    for (const EffectiveEntry* s : transit_.open) shipment(*s);
    const Candidates candidates(transit_);
    for (const EffectiveEntry* r : transit_.unshipped) receipt(*r, candidates);
    std::erase_if(out_.rows, [&](const TransitRow& row) {
      return row.state != TransitState::candidate && !is_asked(row);
    });
    count_abroad();
    return std::move(out_);
  }

 private:
  const Effective& effective_;
  const std::vector<Gap>& gaps_;
  const TransitQuery& query_;
  const Transit transit_;
  std::set<std::string_view> countries_;
  std::set<std::pair<std::string_view, std::string_view>> areas_;
  TransitList out_;

  TransitRow& add(TransitState state, const Transfer& sides) {
    TransitRow& row = out_.rows.emplace_back();
    row.state = state;
    row.shipment = sides.shipment;
    row.receipt = sides.receipt;
    if (sides.shipment == nullptr || sides.receipt == nullptr) return row;
    const Day sent = sides.shipment->entry->date, got = sides.receipt->entry->date;
    if (sent != day_min && got != day_min) row.days = got - sent;
    return row;
  }

  void shipment(const EffectiveEntry& s) {
    const Partner& to = s.entry->receiver;
    std::string why;
    if (is_bad(s, 372) || is_bad(s, 446))
      why = "its receiver or its batch cannot be read";
    else
      why = unseen("receipt", to, s.entry->date, day_max);
    TransitRow& row =
        add(why.empty() ? TransitState::open : TransitState::not_shown, {&s, nullptr});
    row.why = std::move(why);
  }

  void receipt(const EffectiveEntry& r, const Candidates& candidates) {
    const Partner& from = r.entry->shipper;
    std::string why;
    if (is_bad(r, 370) || is_bad(r, 447))
      why = "its shipper or the shipper's batch cannot be read";
    else
      why = unseen("shipment", from, day_min, r.entry->date == day_min ? day_max : r.entry->date);
    TransitRow& row =
        add(why.empty() ? TransitState::no_shipment : TransitState::not_shown, {nullptr, &r});
    row.why = std::move(why);
    if (!is_asked(row)) return;
    std::vector<Candidate> found = candidates.of(r);
    if (found.size() > TransitList::candidates_most) {
      out_.more_candidates += found.size() - TransitList::candidates_most;
      found.resize(TransitList::candidates_most);
    }
    for (Candidate& c : found) {
      TransitRow& one = add(TransitState::candidate, {c.shipment, &r});
      one.score = c.score;
      one.why = std::move(c.why);
    }
  }

  /// Why the other side of a movement may be there without being seen; empty: nothing speaks for
  /// it.
  std::string unseen(std::string_view what, const Partner& other, Day first, Day last) const {
    const bool is_shipment_wanted = what == "shipment";
    for (const Gap& gap : gaps_) {
      if (gap.of == Gap::Of::list || gap.of == Gap::Of::balance) continue;
      if (!gap.is_of(other.code, other.country) || gap.last < first || last < gap.from) continue;
      if (is_of_weight(gap) || (gap.code != 0 && is_shipment_wanted != is_shipment(gap.code)))
        continue;
      if (gap.code != 0 && !is_shipment_wanted && !is_receipt(gap.code)) continue;
      return fmt::format("{}:{}:{} cannot be read, and may be its {}", gap.finding->file,
                         gap.finding->place.line, gap.finding->place.column, what);
    }
    if (other.code.empty()) return "the area of the other side is not named";
    if (!areas_.contains({other.country, other.code}))
      return fmt::format("no report of {} is here", std::string_view(other.code));
    return {};
  }

  [[nodiscard]] bool is_in_period(const EffectiveEntry* side) const {
    if (side == nullptr) return false;
    const Day day = side->entry->date;
    return day == day_min ||
           ((!query_.from || *query_.from <= day) && (!query_.to || day <= *query_.to));
  }

  [[nodiscard]] bool is_asked(const TransitRow& row) const {
    const bool of_area =
        query_.mba.empty() || from_of(row).mba == query_.mba || to_of(row).mba == query_.mba;
    return of_area && (is_in_period(row.shipment) || is_in_period(row.receipt));
  }

  void count_abroad() {
    for (const EffectiveEntry& e : effective_.entries) {
      const Header& h = e.report->header;
      if (h.kind != ReportKind::icr || (!query_.mba.empty() && h.mba != query_.mba)) continue;
      if (!is_in_period(&e)) continue;
      const bool out = e.entry->code == code("SF"), in = e.entry->code == code("RF");
      const std::string_view partner = out ? e.entry->receiver.country : e.entry->shipper.country;
      if ((out || in) && !countries_.contains(partner)) ++out_.abroad;
    }
  }
};

}  // namespace

TransitList transit_list(const Effective& effective, const std::vector<Gap>& gaps,
                         const TransitQuery& query) {
  return List(effective, gaps, query).all();
}

std::size_t TransitList::count(TransitState state) const {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const TransitRow& row) { return row.state == state; }));
}

std::optional<material::MassSum> TransitWeight::difference() const {
  if (sent == nullptr || received == nullptr) return std::nullopt;
  return material::MassSum(sent->mass) - material::MassSum(received->mass);
}

std::vector<TransitWeight> weights_of(const TransitRow& row) {
  std::vector<TransitWeight> out;
  for (const material::KindFacts& facts : material::kinds) {
    TransitWeight one{facts.kind};
    bool is_stated = false;
    const auto read = [&](const EffectiveEntry* side, const Weight*& weight, bool& is_known) {
      if (side == nullptr) return;
      const bool is_unread = is_bad(*side, static_cast<Label>(facts.kind));
      if (!is_unread) weight = side->source->weight(*side->entry, facts.kind);
      is_stated = is_stated || is_unread || weight != nullptr;
      // A table names the material beside a weight: one that cannot be read may be any.
      const bool may_be_any = is_bad(*side, label::element_weight) ||
                              is_bad(*side, label::fissile_weight) ||
                              is_bad(*side, label::category);
      is_known = !is_unread && (weight != nullptr || !may_be_any);
    };
    read(row.shipment, one.sent, one.sent_is_known);
    read(row.receipt, one.received, one.received_is_known);
    if (is_stated) out.push_back(one);
  }
  return out;
}

TransitEnd from_of(const TransitRow& row) {
  if (row.shipment != nullptr)
    return {row.shipment->report->header.country, row.shipment->report->header.mba};
  return {row.receipt->entry->shipper.country, row.receipt->entry->shipper.code};
}

TransitEnd to_of(const TransitRow& row) {
  if (row.receipt != nullptr)
    return {row.receipt->report->header.country, row.receipt->report->header.mba};
  return {row.shipment->entry->receiver.country, row.shipment->entry->receiver.code};
}

std::string_view batch_of(const TransitRow& row) {
  return row.shipment != nullptr ? row.shipment->entry->batch : row.receipt->entry->shipper_batch;
}

std::string_view in_words(TransitState state) {
  constexpr std::string_view words[] = {"paired", "open", "no shipment", "not shown", "candidate"};
  return words[static_cast<std::size_t>(state)];
}

}  // namespace accord::accounting
