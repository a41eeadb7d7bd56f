#pragma once

#include <string>
#include <string_view>

namespace accord::formats::code10 {

/// A piece of a text that is UTF-8 or, when `utf8` is false, Latin-1, as UTF-8.
[[nodiscard]] std::string to_utf8(std::string_view piece, bool utf8);

/// As UTF-8 with the letter O for each Ø (U+00D8), in which some programs write it.
[[nodiscard]] std::string with_letter_o(std::string_view piece, bool utf8);

}  // namespace accord::formats::code10
