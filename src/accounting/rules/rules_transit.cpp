#include <fmt/format.h>

#include <map>
#include <utility>

#include "accounting/books/transit.h"
#include "accounting/rules/rules.h"
#include "material/quantities.h"

namespace accord::accounting {

using material::Kind;

namespace {

std::string shown(const Weight* weight, Kind kind) {
  const material::MassUnit unit = material::facts(kind).unit;
  return weight == nullptr ? "nothing"
                           : material::to_string(weight->mass, unit) + static_cast<char>(unit);
}

bool can_use(const EffectiveEntry& e, Label label) {
  return (e.entry->present & ~e.entry->unusable & mask_of(label)) != 0;
}
bool is_unusable(const EffectiveEntry& e, Label label) {
  return (e.entry->unusable & mask_of(label)) != 0;
}
bool both_state(const Transfer& pair, Label label) {
  return can_use(*pair.shipment, label) && can_use(*pair.receipt, label);
}

/// V081: what both state, and weights that only one states; not what the reader refused.
void compare(const Transfer& pair, Findings& findings) {
  const EffectiveEntry& s = *pair.shipment;
  const EffectiveEntry& r = *pair.receipt;
  for (const material::KindFacts& facts : material::kinds) {
    const Weight* sent = s.source->weight(*s.entry, facts.kind);
    const Weight* got = r.source->weight(*r.entry, facts.kind);
    if (sent == nullptr && got == nullptr) continue;
    if (sent != nullptr && got != nullptr && sent->mass == got->mass) continue;
    const auto label = static_cast<Label>(facts.kind);
    if (is_unusable(s, label) || is_unusable(r, label)) continue;
    findings.add("V081", *r.source, *r.entry, label, shown(got, facts.kind),
                 shown(sent, facts.kind));
  }
  if (both_state(pair, 470) && s.entry->items != r.entry->items)
    findings.add("V081 470", *r.source, *r.entry, 470, std::to_string(r.entry->items),
                 std::to_string(s.entry->items));
  const auto material = [](const Entry& e) {
    return std::string(e.description.data(), e.description.size());
  };
  if (both_state(pair, 430) && s.entry->description != r.entry->description)
    findings.add("V081 430", *r.source, *r.entry, 430, material(*r.entry), material(*s.entry));
}

/// Relative standard uncertainties of the two weights of a transfer; null when none are given.
const TransferWeights* uncertainty_of(const StateTables& tables, std::string_view mba, Kind kind) {
  for (const TransferWeights& t : tables.transfers)
    if (t.mba == mba && t.kind == kind) return &t;
  return nullptr;
}

}  // namespace

void check_transit(const RuleInput& input, Findings& findings) {
  const Transit transit = match_transit(input.effective);
  for (const EffectiveEntry* r : transit.unshipped) {
    // An import of an unknown batch is V084: somebody has to decide.
    if (r->entry->code == code("RF") && r->entry->shipper_batch == "UNKNOWN") continue;
    if (is_unusable(*r, 370) || is_unusable(*r, 447)) continue;
    findings.add("V080", *r->source, *r->entry, 447, "no shipment for this receipt",
                 fmt::format("a shipment from {} to {} of the batch {}", r->entry->shipper.code,
                             r->report->header.mba, r->entry->shipper_batch));
  }
  for (const Transfer& pair : transit.pairs) {
    compare(pair, findings);
    const EffectiveEntry& r = *pair.receipt;
    const Day sent = pair.shipment->entry->date;
    if (both_state(pair, 412) && r.entry->date < sent)
      findings.add("V082", *r.source, *r.entry, 412, to_string(r.entry->date),
                   fmt::format("on or after {}, the day of the shipment", to_string(sent)));
  }
  if (!input.tables.assessment_day) return;
  for (const EffectiveEntry* s : transit.open) {
    if (!can_use(*s, 412) || is_unusable(*s, 372) || is_unusable(*s, 446)) continue;
    const Day last = end_of_month(s->entry->date) + input.profile.unmatched_days.whole();
    if (*input.tables.assessment_day > last)
      findings.add("V082", *s->source, *s->entry, 372, "no receipt",
                   fmt::format("a receipt by {}", to_string(last)));
  }
}

void check_differences(const RuleInput& input, Findings& findings) {
  // Of each batch the first receipt: for the day, and for the weight a difference is compared with.
  std::map<std::pair<std::string_view, std::string_view>, const EffectiveEntry*> received;
  for (const EffectiveEntry& e : input.effective.entries) {
    if (e.report->header.kind != ReportKind::icr || !is_receipt(e.entry->code)) continue;
    const auto [known, fresh] = received.try_emplace({e.report->header.mba, e.entry->batch}, &e);
    if (!fresh && e.entry->date < known->second->entry->date) known->second = &e;
  }
  const Decimal& most_sigma = input.profile.difference_limit_sigma.value;
  for (const EffectiveEntry& e : input.effective.entries) {
    if (e.report->header.kind != ReportKind::icr || e.entry->code != code("DI")) continue;
    if (!can_use(e, 412) || !can_use(e, 446)) continue;
    const std::string_view mba = e.report->header.mba;
    const auto receipt = received.find({mba, e.entry->batch});
    if (receipt == received.end() || receipt->second->entry->date > e.entry->date) {
      findings.add("V068", *e.source, *e.entry, 446,
                   fmt::format("no receipt of the batch {}", e.entry->batch),
                   "a receipt in this area on or before the day of the difference");
      continue;
    }
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      const Weight* whole = receipt->second->source->weight(*receipt->second->entry, w.kind);
      const TransferWeights* u = uncertainty_of(input.tables, mba, w.kind);
      if (u == nullptr || whole == nullptr) continue;
      if (material::compare_with_uncertainty(w.mass, whole->mass, most_sigma, u->shipper,
                                             u->receiver) > 0)
        findings.add("V083", *e.source, *e.entry, static_cast<Label>(w.kind), shown(&w, w.kind),
                     fmt::format("at most {} times the standard uncertainty of both measurements",
                                 to_string(most_sigma)));
    }
  }
}

}  // namespace accord::accounting
