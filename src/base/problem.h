#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accord {

/// Where something stands in a text. Lines and columns count from 1, columns in characters (code
/// points), not bytes; `length` is the number of characters underlined, at least 1. Line 0: no
/// place.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;

  friend auto operator<=>(const Place&, const Place&) = default;
};

enum class Severity : std::uint8_t { error, warning };

/// One thing that is wrong with one input file. Readers return records *and* all problems.
struct Problem {
  Severity severity = Severity::error;
  std::string code;     ///< stable, e.g. "A010"; never reused
  std::string message;  ///< one sentence: what was expected, what was found
  std::string help;     ///< may be empty; can be followed word for word
  std::string file;
  Place place;

  friend bool operator==(const Problem&, const Problem&) = default;
};

[[nodiscard]] bool has_errors(const std::vector<Problem>& problems);

/// Stable order: file, place, then severity and code.
void sort_problems(std::vector<Problem>& problems);

/// "19:22: error: … [A005]\n  help: …\n" without file and excerpt: the form of the chapters.
[[nodiscard]] std::string brief(const Problem& problem);

/// Full form for a terminal: "FILE:LINE:COL: error: …  [CODE]", the line of `text` with a caret run
/// below it (if `text` is not empty), and the help line. Ends with a line end.
[[nodiscard]] std::string render(const Problem& problem, std::string_view text);

/// Closing line, e.g. "1 error, 2 warnings"; "" when there is none.
[[nodiscard]] std::string count_line(const std::vector<Problem>& problems);

/// At most this many problems of one file are printed; the rest is a count.
inline constexpr std::size_t problems_shown_max = 50;

}  // namespace accord
