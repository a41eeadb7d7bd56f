#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "evidence/record.h"

/// The marks of trust of the tables.
namespace accord::formats {

inline constexpr std::array<std::string_view, 2> yes_no{"yes", "no"};
/// In the order of evidence::Trace.
inline constexpr std::array<std::string_view, 3> mark_words{"yes", "derived", "recalled"};

constexpr std::optional<evidence::Trace> trace_of(std::string_view mark) {
  for (std::size_t i = 0; i < mark_words.size(); ++i)
    if (mark_words[i] == mark) return static_cast<evidence::Trace>(i);
  return std::nullopt;
}

}  // namespace accord::formats
