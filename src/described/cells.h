#pragma once

#include <string>
#include <vector>

#include "described/type.h"

/// A list of described rows as cells: what text tables, CSV, Markdown and workbooks are made of.
namespace accord::described {

enum class Shown : std::uint8_t { main, all };  ///< without or with the members marked as detail

/// Whether the member is a column: a single value, or one that may be missing, and meant for
/// tables.
[[nodiscard]] bool is_column(const Member& member, Shown shown = Shown::all);
/// The kind of the value, behind maybe.
[[nodiscard]] const Type& inner(const Type& type);
/// The value behind maybe, or in the last place of a list; `at` is null when there is none.
[[nodiscard]] View innermost(View value);
/// A single value as a cell has it; empty for what is not there.
[[nodiscard]] std::string cell(View value);

/// The columns of a row, in the order of its members.
[[nodiscard]] std::vector<const Member*> columns_of(const Type& row, Shown shown);

struct Cells {
  std::vector<const Member*> columns;
  std::vector<std::vector<std::string>>
      rows;  ///< a cell for each column; empty for what is not there
};

/// Contract: a list of objects.
[[nodiscard]] Cells cells(View rows, Shown shown);
/// These columns of the rows; in this order of them, when there is one.
[[nodiscard]] Cells cells(View rows, std::vector<const Member*> columns,
                          const std::vector<std::size_t>* order = nullptr);

}  // namespace accord::described
