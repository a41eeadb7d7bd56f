#include "answers/accounts/items.h"

#include <fmt/format.h>

#include "accounting/reports/entry_lines.h"
#include "assessment/book_items.h"

namespace accord::answers {

namespace {

Error no_label() {
  return {"C017",
          "which material? a balance is of one element or isotope",
          {},
          fmt::format("give {} with one of {}", parameter("label"),
                      fmt::join(described::type_of<Label>.words, ", "))};
}

}  // namespace

Answered<ItemsAnswer> items(const Ledger& ledger, const ItemsQuestion& asked) {
  const auto areas = areas_of(ledger, asked.mba);
  if (!areas) return tl::make_unexpected(areas.error());
  if (areas->size() != 1)
    return refused(
        {"C018",
         "which area? a balance is of one material balance area",
         {},
         fmt::format("give {} with one of {}", parameter("mba"), fmt::join(*areas, ", "))});
  if (!asked.label) return refused(no_label());
  const std::string_view mba = areas->front();
  const accounting::Doubt doubt = assessment::unread_items(ledger, mba, *asked.label);
  if (!doubt.empty()) return refused_incomplete("a table of items", doubt.gaps);
  ItemsAnswer out{std::string(mba),
                  *asked.label,
                  ledger.books.inventories(mba),
                  {},
                  ledger.accounts.not_read,
                  {}};
  accounting::EntryLines lines;
  for (const assessment::BookItem& row : assessment::book_items(ledger, mba, *asked.label))
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
    out.notes.push_back(fmt::format("no inventory of {} lists {}: there are no items", mba,
                                    material_of(*asked.label)));
  return out;
}

constinit const Question items_question = Asked<items>::named("books items");

}  // namespace accord::answers
