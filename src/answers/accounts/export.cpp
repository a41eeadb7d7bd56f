#include "answers/accounts/export.h"

#include <fmt/format.h>

#include <unordered_map>

namespace accord::answers {

using accounting::Entry;
using accounting::Report;

namespace {

using WeightOf = std::optional<material::Amount> EntryRow::*;

/// In the order of `material::kinds`.
constexpr std::array<WeightOf, material::kinds.size()> weights{
    &EntryRow::g_600, &EntryRow::kg_610, &EntryRow::kg_620, &EntryRow::g_630, &EntryRow::g_640,
    &EntryRow::g_650, &EntryRow::g_660,  &EntryRow::g_670,  &EntryRow::g_680, &EntryRow::g_690,
    &EntryRow::g_700, &EntryRow::g_710,  &EntryRow::g_720,  &EntryRow::g_730, &EntryRow::g_740,
    &EntryRow::g_750, &EntryRow::g_760,  &EntryRow::g_770,  &EntryRow::g_780, &EntryRow::kg_800};

std::optional<Day> day_or_none(Day day) {
  return day == day_min ? std::nullopt : std::optional(day);
}

std::optional<std::string> letter_or_none(char letter) {
  return letter == 0 ? std::nullopt : std::optional(std::string(1, letter));
}

std::optional<std::string> partner_or_none(const accounting::Partner& p) {
  if (p.country.empty()) return std::nullopt;
  return p.code.empty() ? std::string(p.country) : fmt::format("{}/{}", p.country, p.code);
}

EntryRow row_of(const Report& report, const Entry& e, Counted counted) {
  const accounting::Header& h = report.header;
  std::string description;
  for (const char c : e.description)
    if (c != 0) description += c;
  EntryRow out;
  out.mba = h.mba, out.facility = h.facility, out.report = h.number;
  out.report_type = letter_or_none(static_cast<char>(h.kind));
  out.report_date = day_or_none(h.date);
  out.begin = day_or_none(h.begin), out.end = day_or_none(h.end);
  out.entry = e.number;
  out.status = letter_or_none(static_cast<char>(e.status));
  if (e.reference) out.reference = fmt::format("{}/{}", e.reference.report, e.reference.entry);
  out.counted = counted;
  out.day = day_or_none(e.date);
  out.code = text_or_none(accounting::to_string(e.code));
  out.batch = text_or_none(e.batch);
  out.shipper = partner_or_none(e.shipper), out.receiver = partner_or_none(e.receiver);
  out.shipper_batch = text_or_none(e.shipper_batch);
  out.description = text_or_none(description);
  out.measurement_basis = letter_or_none(e.basis);
  if (report.find(e, 470) != nullptr) out.item_count = e.items;
  for (const material::KindFacts& facts : material::kinds)
    if (const accounting::Weight* weight = report.weight(e, facts.kind))
      out.*weights[material::index_of(facts.kind)] = material::amount(weight->mass, facts);
  return out;
}

}  // namespace

Answered<ExportAnswer> export_entries(const Ledger& ledger, const ExportQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  std::unordered_map<const Entry*, Counted> counting;
  for (const accounting::EffectiveEntry& e : ledger.effective.entries)
    counting[e.entry] = Counted::yes;
  for (const accounting::Gap& gap : ledger.books.gaps())
    if (gap.entry != nullptr) counting[gap.entry] = Counted::in_part;
  for (const accounting::EffectiveEntry& e : ledger.effective.doubtful)
    counting[e.entry] = Counted::not_known;
  ExportAnswer out;
  out.profile = ledger.accounts.profile.id;
  for (const Report* report : ledger.effective.reports) {
    if (asked.mba && report->header.mba != *asked.mba) continue;
    for (const Entry& entry : report->entries) {
      if (entry.kind != accounting::EntryKind::accounting) continue;
      const auto counted = counting.find(&entry);
      out.entries.push_back(
          row_of(*report, entry, counted == counting.end() ? Counted::no : counted->second));
    }
  }
  add_doubts(ledger, *areas, out);
  return out;
}

constinit const Question export_question = Asked<export_entries>::named("export");

}  // namespace accord::answers
