#pragma once

#include <optional>
#include <string_view>

#include "base/problem.h"

/// Looked at before the TOML library reads a text: it makes one table inside the other for every
/// part of a dotted key, without a limit, and needs the stack for each of them.
namespace accord::formats {

/// Parts of one key, as in [a.b.c] or a.b.c = 1; no file of accord needs more than four.
inline constexpr std::size_t key_parts_max = 16;

/// The first key of more parts than that, at its place.
[[nodiscard]] std::optional<Place> long_key(std::string_view toml);

}  // namespace accord::formats
