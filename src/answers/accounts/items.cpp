#include "answers/accounts/items.h"

#include <fmt/format.h>

#include "accounting/reports/entry_lines.h"
#include "assessment/book_items.h"

namespace accord::answers {

namespace {

Result<const material::KindFacts*> kind_of(const std::optional<std::uint32_t>& label) {
  std::string known;
  for (const material::KindFacts& facts : material::kinds) {
    if (label_of(facts) == label) return &facts;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", label_of(facts));
  }
  return fail("C017",
              label ? fmt::format("no weight has the label {}", *label)
                    : "which material? a balance is of one element or isotope",
              {}, "give {label} with one of " + known);
}

}  // namespace

Answered<ItemsAnswer> items(const Ledger& ledger, const ItemsQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  if (areas->size() != 1)
    return refused({"C018",
                    "which area? a balance is of one material balance area",
                    {},
                    fmt::format("give {{mba}} with one of {}", fmt::join(*areas, ", "))});
  const auto kind = kind_of(asked.label);
  if (!kind) return refused(kind.error());
  const std::string_view mba = areas->front();
  const accounting::Doubt doubt = assessment::unread_items(ledger, mba, (*kind)->kind);
  if (!doubt.empty()) return refused_incomplete("a table of items", doubt.gaps);
  ItemsAnswer out{std::string(mba),
                  *asked.label,
                  ledger.books.inventories(mba),
                  {},
                  ledger.accounts.not_read,
                  {}};
  accounting::EntryLines lines;
  for (const assessment::BookItem& row : assessment::book_items(ledger, mba, (*kind)->kind))
    out.items.push_back({row.period,
                         row.role,
                         row.stratum,
                         row.item,
                         row.method,
                         {row.mass, material::MassUnit::kilogram},
                         row.measured_in,
                         row.period < out.inventories.size()
                             ? std::optional(out.inventories[row.period])
                             : std::nullopt,
                         row.source->file,
                         lines.of(*row.source, *row.entry)});
  if (out.items.empty())
    out.notes.push_back(
        fmt::format("no inventory of {} lists {}: there are no items", mba, (*kind)->name));
  return out;
}

constinit const Question items_question = Asked<items>::named("books items");

}  // namespace accord::answers
