#pragma once

#include <optional>
#include <string_view>

#include "base/problem.h"

/// Looked at before the TOML library reads a text: it makes one table inside the other for every
/// part of a dotted key, without a limit, and needs the stack for each of them and for each value
/// that is inside another one.
namespace accord::formats {

/// Parts of one key, as in [a.b.c] or a.b.c = 1; no file of accord needs more than four.
inline constexpr std::size_t key_parts_max = 16;

/// Values inside one another: arrays and inline tables.
inline constexpr std::size_t nested_max = 16;

struct TooDeep {
  Place place;
  bool is_key = false;  ///< otherwise a value
};

/// The first key of more parts, or value inside more others, than that.
[[nodiscard]] std::optional<TooDeep> too_deep(std::string_view toml);

}  // namespace accord::formats
