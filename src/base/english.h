#pragma once

#include <concepts>
#include <span>
#include <string>
#include <string_view>

/// The grammar that every sentence of the program shares: one and many, lists.
namespace accord {

/// The noun for one, or for many: "term", "terms"; `many` for what does not end in a plain s.
[[nodiscard]] std::string noun_of(bool is_one, std::string_view one, std::string_view many = {});

/// "3 terms", "1 term", "0 terms", "1 entry", "2 entries"
template <std::integral Number>
[[nodiscard]] std::string counted(Number number, std::string_view one, std::string_view many = {}) {
  return std::to_string(number) + " " + noun_of(number == 1, one, many);
}

/// "a role", "an answer": by the first letter.
[[nodiscard]] std::string with_article(std::string_view noun);

/// "is" after 1, "are" after any other number.
template <std::integral Number>
[[nodiscard]] const char* is_or_are(Number number) {
  return number == 1 ? "is" : "are";
}

/// "a", "a and b", "a, b and c"; with `last` in place of "and".
[[nodiscard]] std::string enumerated(std::span<const std::string> parts,
                                     std::string_view last = "and");

}  // namespace accord
