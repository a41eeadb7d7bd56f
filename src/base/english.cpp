#include "base/english.h"

#include <fmt/format.h>

namespace accord {

std::string noun_of(bool is_one, std::string_view one, std::string_view many) {
  if (is_one) return std::string(one);
  return many.empty() ? std::string(one) + "s" : std::string(many);
}

std::string with_article(std::string_view noun) {
  const bool is_vowel =
      !noun.empty() && std::string_view("aeiouAEIOU").find(noun.front()) != std::string_view::npos;
  return (is_vowel ? "an " : "a ") + std::string(noun);
}

std::string enumerated(std::span<const std::string> parts, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? fmt::format(" {} ", last) : ", ";
    out += parts[i];
  }
  return out;
}

}  // namespace accord
