#include "answers/accounts/inventory.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::answers {

namespace {

/// The last day that a report speaks of.
Day last_day(const Ledger& ledger) {
  Day last = day_min;
  for (const accounting::Report* r : ledger.effective.reports) last = std::max(last, r->header.end);
  return last;
}

void add_no_figure(InventoryAnswer& out, std::string_view mba, std::string why) {
  out.notes.push_back(fmt::format("{} has no figure on {}: {}", mba, to_string(out.day), why));
  out.no_figure.push_back({std::string(mba), out.day, std::move(why)});
}

void add_area(const Ledger& ledger, std::string_view mba, InventoryAnswer& out) {
  const auto first = ledger.books.first_day(mba);
  const accounting::Doubt doubt = ledger.books.doubt(mba, out.day);
  if ((!first || out.day < *first) && doubt.empty())
    return add_no_figure(
        out, mba,
        first ? "its accounts begin on " + to_string(*first) : "no inventory or change is known");
  const std::size_t before = out.books.size();
  const accounting::Amounts book = ledger.books.on(mba, out.day);
  for (const material::KindFacts& facts : material::kinds) {
    const material::MassSum amount = accounting::at(book, facts.kind);
    const accounting::Bound bound = doubt.bound(facts.kind);
    // Of a material of which nothing was read there may be some, which the place says.
    const bool says_nothing = bound == accounting::Bound::exact || bound == accounting::Bound::none;
    if (!facts.balanced || (amount == material::MassSum() && says_nothing)) continue;
    const Figure figure = answers::figure(amount, facts, bound);
    out.books.push_back({std::string(mba), out.day, facts.kind, figure.number, figure.bound});
  }
  if (out.books.size() > before) return;
  if (!doubt.empty()) return add_no_figure(out, mba, "its book is incomplete");
  out.empty.emplace_back(mba);
  out.notes.push_back(
      fmt::format("{} holds nothing on {}: its book is zero", mba, to_string(out.day)));
}

}  // namespace

Answered<InventoryAnswer> inventory(const Ledger& ledger, const InventoryQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  InventoryAnswer out;
  out.day = asked.on ? *asked.on : last_day(ledger);
  for (const std::string_view mba : *areas) add_area(ledger, mba, out);
  if (areas->empty() && ledger.known != day_max)
    out.notes.push_back(fmt::format("no report is known on {}", to_string(ledger.known)));
  add_doubts(ledger, *areas, out);
  return out;
}

constinit const Question inventory_question = Asked<inventory>::named("books inventory");

}  // namespace accord::answers
