#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord::answers {

[[nodiscard]] inline std::optional<std::string> text_or_none(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}
/// Of numbers that count from 1.
[[nodiscard]] inline std::optional<std::uint32_t> number_or_none(std::uint32_t number) {
  return number == 0 ? std::nullopt : std::optional(number);
}

}  // namespace accord::answers
