#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

/// What the bytes of a file are, before any reader looks for what they say. Every reader asks here
/// first, so that one cause has one message, with its remedy.
namespace accord {

struct ByteFault {
  Place place;
  std::string message, help;

  /// With the code that the reader has for it.
  [[nodiscard]] Problem problem(std::string_view code, std::string_view file) const;
};

/// Of the character at an offset; a byte order mark takes no column.
[[nodiscard]] Place place_at(std::string_view text, std::size_t offset);

/// At 1:1 when the bytes are not text of one byte a character: UTF-16 or UTF-32, with or without a
/// byte order mark; a workbook, a packed file, a PDF, a web page.
[[nodiscard]] std::optional<ByteFault> foreign_format(std::string_view bytes);

/// The first byte that is not UTF-8, or a byte 00; at its place.
[[nodiscard]] std::optional<ByteFault> foreign_byte(std::string_view bytes);

/// The first carriage return without a line feed; at its place.
[[nodiscard]] std::optional<ByteFault> lone_return(std::string_view bytes);

/// The first of the three that there is: for readers that take nothing but UTF-8 lines.
[[nodiscard]] std::optional<ByteFault> text_fault(std::string_view bytes);

}  // namespace accord
