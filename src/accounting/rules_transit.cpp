#include "accounting/rules_transit.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <utility>

namespace accord::accounting {

using material::Kind;

namespace {

Finding finding_of(const char* rule, Severity severity, const EffectiveEntry& e, Label label,
                   std::string found, std::string expected) {
  Finding f = finding_at(rule, severity, *e.source, *e.entry, label);
  f.found = std::move(found);
  f.expected = std::move(expected);
  return f;
}

std::string shown(const Weight* weight, Kind kind) {
  const material::MassUnit unit = material::facts(kind).unit;
  return weight == nullptr ? "nothing"
                           : material::to_string(weight->mass, unit) + static_cast<char>(unit);
}

void compare(const Transfer& pair, std::vector<Finding>& out) {
  const EffectiveEntry& s = *pair.shipment;
  const EffectiveEntry& r = *pair.receipt;
  for (const material::KindFacts& facts : material::kinds) {
    const Weight* sent = s.source->weight(*s.entry, facts.kind);
    const Weight* got = r.source->weight(*r.entry, facts.kind);
    if (sent == nullptr && got == nullptr) continue;
    if (sent != nullptr && got != nullptr && sent->mass == got->mass) continue;
    out.push_back(finding_of("V081", Severity::error, r, static_cast<Label>(facts.kind),
                             shown(got, facts.kind), shown(sent, facts.kind)));
  }
  if (s.entry->items != r.entry->items)
    out.push_back(finding_of("V081", Severity::error, r, 470, std::to_string(r.entry->items),
                             std::to_string(s.entry->items)));
  const auto material = [](const Entry& e) {
    return std::string(e.description.data(), e.description.front() == 0 ? 0 : 4);
  };
  if (s.entry->description != r.entry->description)
    out.push_back(
        finding_of("V081", Severity::error, r, 430, material(*r.entry), material(*s.entry)));
}

}  // namespace

std::vector<Finding> check_transit(const Transit& transit, const TransitLimits& limits) {
  std::vector<Finding> out;
  for (const EffectiveEntry* r : transit.unshipped)
    out.push_back(
        finding_of("V080", Severity::error, *r, 447, "no shipment for this receipt",
                   fmt::format("a shipment from {} to {} of the batch {}", r->entry->shipper.code,
                               r->report->header.mba, r->entry->shipper_batch)));
  for (const Transfer& pair : transit.pairs) {
    compare(pair, out);
    const Day sent = pair.shipment->entry->date;
    const Day got = pair.receipt->entry->date;
    if (got < sent)
      out.push_back(
          finding_of("V082", Severity::warning, *pair.receipt, 412, to_string(got),
                     fmt::format("on or after {}, the day of the shipment", to_string(sent))));
  }
  for (const EffectiveEntry* s : transit.open) {
    const Day last = end_of_month(s->entry->date) + limits.open_days;
    if (limits.today > last)
      out.push_back(finding_of("V082", Severity::warning, *s, 372, "no receipt",
                               fmt::format("a receipt by {}", to_string(last))));
  }
  return out;
}

std::vector<Finding> check_differences(const Effective& effective, const TransitLimits& limits,
                                       const TransferUncertainty& uncertainty) {
  // Of each batch the first receipt: for the day, and for the weight a difference is compared with.
  std::map<std::pair<std::string_view, std::string_view>, const EffectiveEntry*> received;
  for (const EffectiveEntry& e : effective.entries) {
    if (e.report->header.kind != ReportKind::icr || !is_receipt(e.entry->code)) continue;
    const auto [known, fresh] = received.try_emplace({e.report->header.mba, e.entry->batch}, &e);
    if (!fresh && e.entry->date < known->second->entry->date) known->second = &e;
  }
  std::vector<Finding> out;
  for (const EffectiveEntry& e : effective.entries) {
    if (e.report->header.kind != ReportKind::icr || e.entry->code != code("DI")) continue;
    const std::string_view mba = e.report->header.mba;
    const auto receipt = received.find({mba, e.entry->batch});
    if (receipt == received.end() || receipt->second->entry->date > e.entry->date) {
      out.push_back(finding_of("V068", Severity::error, e, 446,
                               fmt::format("no receipt of the batch {}", e.entry->batch),
                               "a receipt in this area on or before the day of the difference"));
      continue;
    }
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      const Weight* whole = receipt->second->source->weight(*receipt->second->entry, w.kind);
      const std::optional<double> u = uncertainty(mba, w.kind);
      if (!u || whole == nullptr) continue;
      const double most =
          limits.difference_sigma * *u * std::abs(static_cast<double>(whole->mass.micrograms));
      if (std::abs(static_cast<double>(w.mass.micrograms)) > most)
        out.push_back(
            finding_of("V083", Severity::warning, e, static_cast<Label>(w.kind), shown(&w, w.kind),
                       fmt::format("at most {} times the standard uncertainty of both measurements",
                                   limits.difference_sigma)));
    }
  }
  return out;
}

}  // namespace accord::accounting
