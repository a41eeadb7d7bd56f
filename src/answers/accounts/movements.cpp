#include "answers/accounts/movements.h"

#include <fmt/format.h>

#include "accounting/reports/entry_lines.h"

namespace accord::answers {

namespace {

/// No change of a day after the known one can be known: refused, not answered “none”.
std::optional<Error> after_known(const Ledger& ledger, const std::optional<Day>& from) {
  if (!from || *from <= ledger.known) return std::nullopt;
  return Error{"U006",
               fmt::format("{} {} is after {} {}: no change of these days can be known",
                           parameter("from_day"), to_string(*from), parameter("known"),
                           to_string(ledger.known)),
               {},
               "take an earlier day, or a later " + parameter("known")};
}

/// Undated changes are of a day that cannot be read: of any.
bool is_asked(const MovementsQuestion& asked, Day day) {
  return day == day_min ||
         ((!asked.from_day || *asked.from_day <= day) && (!asked.to_day || day <= *asked.to_day));
}

}  // namespace

Answered<MovementsAnswer> movements(const Ledger& ledger, const MovementsQuestion& asked) {
  if (const auto fault = after_known(ledger, asked.from_day)) return refused(*fault);
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  MovementsAnswer out;
  accounting::EntryLines lines;
  for (const accounting::EffectiveEntry& e : ledger.effective.entries) {
    const accounting::Header& h = e.report->header;
    const Day day = e.entry->date;
    if (h.kind != accounting::ReportKind::icr || !is_asked(asked, day)) continue;
    if (asked.mba && h.mba != *asked.mba) continue;
    const std::string code = accounting::to_string(e.entry->code);
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const accounting::Weight& w = e.source->weights[e.entry->weights + i];
      const material::KindFacts& facts = material::facts(w.kind);
      out.movements.push_back(
          {std::string(h.mba), day == day_min ? std::nullopt : std::optional(day),
           text_or_none(code), std::string(e.entry->batch), w.kind, material::amount(w.mass, facts),
           ledger.signs.of(e.entry->code, w.kind), h.number, e.number, e.source->file,
           lines.of(*e.source, *e.entry)});
    }
  }
  if (out.movements.empty()) out.notes.emplace_back("no change is known of these days");
  add_doubts(ledger, *areas, out);
  return out;
}

constinit const Question movements_question = Asked<movements>::named("books movements");

}  // namespace accord::answers
