#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"

namespace accord {

/// Foreign text as it may be quoted in a message: bytes that are not UTF-8 become U+FFFD; controls
/// (C0 but tab, DEL, C1, line ends), direction marks and the byte order mark become <U+009B>, so
/// that nothing quoted moves the cursor, colours the terminal or turns the line around.
[[nodiscard]] std::string printable(std::string_view text);

/// The same of a text of several lines: line feeds stay.
[[nodiscard]] std::string printable_lines(std::string_view text);

/// The length in bytes of the character at `at` when it is one of these, else 0; bytes that are not
/// UTF-8 are passed over.
[[nodiscard]] std::size_t acting_length(std::string_view text, std::size_t at);

/// One line in this form, and where `place` is in it.
struct PrintableLine {
  std::string text;
  Place place;
};
[[nodiscard]] PrintableLine printable_line(std::string_view line, const Place& place);

}  // namespace accord
