#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"
#include "measurement/items.h"

namespace accord::described {

template <>
struct Words<measurement::Role> {
  static constexpr auto last = measurement::Role::closing;
  static constexpr std::string_view name = "role", words[] = {"PB", "X", "Y", "PE"};
};

}  // namespace accord::described

namespace accord::answers {

struct ItemsQuestion {
  std::optional<std::string> mba;
  std::optional<Label> label;

  static constexpr auto described = object(
      "items_question", "The books of an area as a table of items, for accord balance",
      mba_flag<&ItemsQuestion::mba>(),
      member<&ItemsQuestion::label>("label", "weights of this label, as 630 for enriched uranium"));
};

struct ItemRow {
  std::uint32_t period = 0;
  measurement::Role role = measurement::Role::closing;
  std::string stratum, item, method;
  material::Amount declared_kg{{}, material::MassUnit::kilogram};
  std::uint32_t measured_in_period = 0;
  std::optional<Day> end;
  std::string file;
  std::uint32_t line = 0;

  static constexpr auto described = object(
      "book_item", "An item of a balance, as the books state it",
      member<&ItemRow::period>("period", "period between two inventories, from 1; 0: first list"),
      member<&ItemRow::role>("role", "beginning, input, output or end of the period"),
      member<&ItemRow::stratum>("stratum", "code of the change, or material of the list"),
      member<&ItemRow::item>("item", "name of the batch"),
      member<&ItemRow::method>("method", "material description, or the code of the change"),
      member<&ItemRow::declared_kg>("declared_kg", "weight as reported, in kilograms, exact"),
      member<&ItemRow::measured_in_period>("measured_in_period", "period in which it was measured"),
      member<&ItemRow::end>("end", "day of the inventory that ends the period").in(Use::data),
      file_member<&ItemRow::file>().in(Use::data), line_member<&ItemRow::line>().in(Use::data));
};

struct ItemsAnswer {
  std::string mba;
  Label label{};
  std::vector<Day> inventories;
  std::vector<ItemRow> items;
  std::vector<std::string> not_read, notes;

  static constexpr auto described =
      object("items", "The books of an area as a table of items", mba_member<&ItemsAnswer::mba>(),
             label_member<&ItemsAnswer::label>(),
             member<&ItemsAnswer::inventories>("inventories", "days of the inventories, in order"),
             member<&ItemsAnswer::items>("items", "by period and role"),
             not_read_member<&ItemsAnswer::not_read>(), notes_member<&ItemsAnswer::notes>());
};

/// C017: no label is named; C018: no area is named and there are several; C030: something of the
/// items cannot be read.
[[nodiscard]] Answered<ItemsAnswer> items(const Ledger& ledger, const ItemsQuestion& asked);

extern const Question items_question;

}  // namespace accord::answers
