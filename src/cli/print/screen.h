#pragma once

#include <string>
#include <string_view>

/// The last step before anything is printed: nothing that an answer quotes from a file acts on a
/// terminal.
namespace accord::cli {

/// What `paint` writes for “ESC [”: two bytes that no UTF-8 text has, so that colours of the
/// program are told from those that come with foreign text.
inline constexpr std::string_view color_mark = "\xFF\xFE";

/// Text for a person: controls and direction marks are shown (base/printable.h), colours of `paint`
/// become those of the terminal.
[[nodiscard]] std::string for_screen(std::string_view text);

/// The same JSON with these characters as \uXXXX; a reader of the JSON gets them as they were.
[[nodiscard]] std::string for_screen_json(std::string_view json);

}  // namespace accord::cli
