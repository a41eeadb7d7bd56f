#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace accord::talks {

/// What is encrypted has one of few sizes, so that a size says little: 8 bytes of length (least
/// significant first), the bytes, zeros up to the least power of two that is at least 4096.
[[nodiscard]] std::string padded(std::string_view bytes);

/// What was padded. Nothing: not what `padded` makes.
[[nodiscard]] std::optional<std::string> unpadded(std::string_view bytes);

inline constexpr std::size_t padded_bytes_min = 4096;

}  // namespace accord::talks
