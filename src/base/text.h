#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accord {

/// Bytes of the UTF-8 sequence that starts at `at`; 1 for a byte that starts none. Never passes the
/// end.
[[nodiscard]] std::size_t utf8_length(std::string_view text, std::size_t at);

/// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values above
/// U+10FFFF are not valid), or nothing.
[[nodiscard]] std::optional<std::size_t> invalid_utf8_at(std::string_view text);

/// Number of characters (code points) in valid UTF-8.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// The line (from 1) without its line end (CR LF or LF); a null view when there is no such line.
[[nodiscard]] std::string_view line_of(std::string_view text, std::uint32_t line);

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text,
                                                  std::string_view separator);
[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view separator);

/// The candidate nearest to `word` by edit distance (insert, delete, replace, swap of neighbours),
/// at most 2 away and at most a third of the length of `word` (at least 1); the first of equals.
/// Nothing when none is near.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string_view> candidates);

}  // namespace accord
