#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/question.h"
#include "described/cells.h"

/// The lists of an answer as tables: what text, CSV, Markdown and workbooks are made of.
namespace accord::answers {

/// Which rows and columns are shown: flags of every question that has a table.
struct TableChoice {
  std::optional<std::string> rows, columns, sort;

  static constexpr auto described = object(
      "table_choice", "Which rows and columns of an answer are shown as a table",
      member<&TableChoice::rows>("rows", "the list of the answer to show, by its name in JSON")
          .shown_as("NAME"),
      member<&TableChoice::columns>("columns", "these columns, in this order, with commas between")
          .shown_as("NAMES"),
      member<&TableChoice::sort>("sort",
                                 "by these columns, with commas between; -NAME from the largest")
          .shown_as("NAMES"));
};

struct AnswerTable {
  std::string_view name;  ///< of the list in the answer
  described::Cells cells;
};

/// The names of the lists that are tables, in their order; the first is the one that is shown.
[[nodiscard]] std::vector<std::string_view> table_names(const described::Type& answer);

/// U004: no list or column has the name. Of the type alone, before anything is asked.
[[nodiscard]] std::optional<Problem> problem_of(const TableChoice& choice,
                                                const described::Type& answer);

/// The table that is asked for. `shown`: without a choice of columns. Contract: the answer has one,
/// and the choice no problem.
[[nodiscard]] AnswerTable table_of(described::View answer, const TableChoice& choice,
                                   described::Shown shown);

/// What the member `name` of the answer says, when it is a list of texts; else nothing.
[[nodiscard]] std::vector<std::string> lines_of(described::View answer, std::string_view name);

}  // namespace accord::answers
