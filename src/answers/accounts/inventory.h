#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"

namespace accord::answers {

struct InventoryQuestion {
  std::optional<std::string> mba;
  std::optional<Day> on;

  static constexpr auto described =
      object("inventory_question", "The book inventory of each area, by material",
             mba_flag<&InventoryQuestion::mba>(),
             member<&InventoryQuestion::on>(
                 "on", "at the end of this day; otherwise of the last day that a report speaks of")
                 .setting());
};

struct BookRow {
  std::string mba;
  Day day;
  Label label{};
  std::optional<material::Amount> book;
  std::optional<Bound> book_bound;

  [[nodiscard]] std::string material() const { return material_of(label); }
  [[nodiscard]] material::Unit unit() const { return unit_of(label); }
  [[nodiscard]] std::string unit_letter() const { return unit_letter_of(label); }

  static constexpr auto described =
      object("book_row", "What the books of an area say of one material at the end of a day",
             mba_member<&BookRow::mba>(),
             member<&BookRow::day>("day", "day at whose end the book is taken"),
             label_member<&BookRow::label>(), material_member<&BookRow::material>(),
             member<&BookRow::book>("book", "weight, exact; none: not known"),
             bound_member<&BookRow::book_bound>("book_bound"), unit_member<&BookRow::unit>(),
             unit_letter_member<&BookRow::unit_letter>());
};

struct InventoryAnswer {
  Day day;
  std::vector<BookRow> books;
  std::vector<NoFigure> no_figure;
  std::vector<std::string> empty;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes;

  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described = object(
      "inventory", "The book inventory of each area, by material",
      member<&InventoryAnswer::day>("day", "day at whose end the books are taken"),
      member<&InventoryAnswer::books>("books", "by area and label; no row: there is none of it"),
      member<&InventoryAnswer::no_figure>("no_figure", "areas of which the book is not known"),
      member<&InventoryAnswer::empty>("empty", "areas of which the book is zero"),
      incomplete_member<&InventoryAnswer::incomplete>(),
      not_read_member<&InventoryAnswer::not_read>(), notes_member<&InventoryAnswer::notes>(),
      rests_on_unread_member<&InventoryAnswer::rests_on_unread>());
};

/// Materials of which there is none have no row; an area without a row is in `no_figure` or
/// `empty`.
[[nodiscard]] Answered<InventoryAnswer> inventory(const Ledger& ledger,
                                                  const InventoryQuestion& asked);

extern const Question inventory_question;

}  // namespace accord::answers
