#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"

namespace accord::answers {

/// What "ZZC1/2023-09-30/610" names.
struct FigureName {
  std::string mba;
  Day day;
  std::uint32_t label = 0;  ///< may be none of those of weights
};

}  // namespace accord::answers

namespace accord::described {

template <>
struct Described<answers::FigureName> {
  static const Type type;
};

}  // namespace accord::described

namespace accord::answers {

struct ExplainFigureQuestion {
  FigureName name;

  static constexpr auto described =
      object("explain_figure_question", "A figure of the books, down to the entries that make it",
             member<&ExplainFigureQuestion::name>("name", "MBA/DAY/LABEL, as ZZC1/2023-09-30/610")
                 .shown_as("ID")
                 .argument()
                 .required());
};

struct BookStepRow {
  Day day;
  std::string step;
  std::optional<std::string> batch;
  material::Amount change, book;
  std::string entry_name, file;
  std::uint32_t line = 0;

  static constexpr auto described = object(
      "book_step", "An entry with what it adds to a book",
      member<&BookStepRow::day>("day", "day of the change, or of the inventory"),
      member<&BookStepRow::step>("step", "listed, or the code of the change"),
      member<&BookStepRow::batch>("batch", "name of the batch"),
      member<&BookStepRow::change>("change", "what it adds, exact; below zero: it takes away"),
      member<&BookStepRow::book>("book", "weight after it, exact"),
      member<&BookStepRow::entry_name>("entry_name", "area, report and entry"),
      file_member<&BookStepRow::file>(), line_member<&BookStepRow::line>());
};

struct ExplainFigureAnswer {
  std::string mba;
  Day day;
  Label label{};
  std::vector<BookStepRow> steps;
  std::optional<material::Amount> book;
  std::optional<Bound> book_bound;
  std::optional<material::Amount> physical;
  std::optional<Bound> physical_bound;
  std::optional<std::uint32_t> physical_entries;
  std::optional<material::Amount> unaccounted;
  std::optional<Bound> unaccounted_bound;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes;

  [[nodiscard]] std::string material() const { return material_of(label); }
  [[nodiscard]] material::Unit unit() const { return unit_of(label); }
  [[nodiscard]] std::string unit_letter() const { return unit_letter_of(label); }
  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described = object(
      "explain_figure", "A figure of the books, and the entries that make it",
      mba_member<&ExplainFigureAnswer::mba>(),
      member<&ExplainFigureAnswer::day>("day", "day at whose end the book is taken"),
      label_member<&ExplainFigureAnswer::label>(),
      material_member<&ExplainFigureAnswer::material>(),
      member<&ExplainFigureAnswer::steps>(
          "steps", "the list of the last inventory before the day, and the changes after it"),
      member<&ExplainFigureAnswer::book>(
          "book", "weight, exact; on the day of an inventory before its list; none: not known"),
      bound_member<&ExplainFigureAnswer::book_bound>("book_bound"),
      member<&ExplainFigureAnswer::physical>(
          "physical", "weight listed on the day; none: no inventory ends a balance, or not known"),
      bound_member<&ExplainFigureAnswer::physical_bound>("physical_bound"),
      member<&ExplainFigureAnswer::physical_entries>("physical_entries",
                                                     "number of entries of that list"),
      member<&ExplainFigureAnswer::unaccounted>(
          "unaccounted", "book less physical: positive when material is missing"),
      bound_member<&ExplainFigureAnswer::unaccounted_bound>("unaccounted_bound"),
      unit_member<&ExplainFigureAnswer::unit>(),
      unit_letter_member<&ExplainFigureAnswer::unit_letter>(),
      incomplete_member<&ExplainFigureAnswer::incomplete>(),
      not_read_member<&ExplainFigureAnswer::not_read>(),
      notes_member<&ExplainFigureAnswer::notes>(),
      rests_on_unread_member<&ExplainFigureAnswer::rests_on_unread>());
};

/// C010: there is no such area or label, or the area has no figure on that day.
[[nodiscard]] Answered<ExplainFigureAnswer> explain_figure(const Ledger& ledger,
                                                           const ExplainFigureQuestion& asked);

extern const Question explain_figure_question;

}  // namespace accord::answers
