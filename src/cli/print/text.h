#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/print/look.h"

namespace accord::cli {

enum class Tone : std::uint8_t { plain, good, bad, unsure, faint, strong };

/// The text in its colour when the look is coloured, as `for_screen` (screen.h) takes it. Colour
/// never carries meaning alone: the words say the same.
[[nodiscard]] std::string paint(std::string_view text, Tone tone, const Look& look);

/// Breaks at blanks so that no line passes `width`; lines after the first begin with `indent`
/// blanks. `first` columns of the first line are already taken. Words longer than a line stay
/// whole.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t indent, std::size_t first,
                               std::size_t width = width_max);

[[nodiscard]] std::string wrap(std::string_view text, std::size_t indent, std::size_t first,
                               const Look& look);

/// Number of characters on the screen: colour marks do not count.
[[nodiscard]] std::size_t shown_width(std::string_view text);

/// Rows of cells under a heading: as aligned text, as CSV, or as Markdown.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<Tone> tones;         ///< of the cells of `toned`, one a row; may be empty
  std::size_t toned = 0;           ///< column that is coloured
  std::vector<bool> numbers = {};  ///< columns that stand at the right; may be empty
};

/// The last column takes what is left of the width and wraps. On a terminal that is too narrow for
/// that the widest of the other columns wrap too.
[[nodiscard]] std::string as_text(const Table& table, const Look& look);
/// Lines that are wider than the terminal, broken at blanks; as they are when there is none.
[[nodiscard]] std::string fitted(std::string_view text, const Look& look);
/// Cells as `defused` gives them, unless they shall be `exact`.
[[nodiscard]] std::string as_csv(const Table& table, bool exact = false);
[[nodiscard]] std::string as_markdown(const Table& table);

}  // namespace accord::cli
