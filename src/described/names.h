#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

/// Names of members: one for every face, so none that a face reserves.
namespace accord::described {

namespace detail {

// Keywords of Python, and what its named tuples call their own.
inline constexpr std::string_view reserved_names[] = {
    "and",    "as",   "assert",   "async", "await",  "break",  "class", "continue",
    "count",  "def",  "del",      "elif",  "else",   "except", "false", "finally",
    "for",    "from", "global",   "if",    "import", "in",     "index", "is",
    "lambda", "none", "nonlocal", "not",   "or",     "pass",   "raise", "return",
    "true",   "try",  "while",    "with",  "yield"};

}  // namespace detail

/// Small letters, digits and low lines, a letter first.
constexpr bool is_key(std::string_view name) {
  const auto is_letter = [](char c) { return 'a' <= c && c <= 'z'; };
  if (name.empty() || !is_letter(name.front())) return false;
  for (const char c : name)
    if (!is_letter(c) && !('0' <= c && c <= '9') && c != '_') return false;
  return true;
}

/// A key that no face reserves.
constexpr bool is_name(std::string_view name) {
  return is_key(name) &&
         std::find(std::begin(detail::reserved_names), std::end(detail::reserved_names), name) ==
             std::end(detail::reserved_names);
}

}  // namespace accord::described
