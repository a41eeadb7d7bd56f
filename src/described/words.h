#pragma once

#include <iterator>
#include <optional>
#include <string_view>

#include "described/described.h"

/// The words of enumerations for code that is no face.
namespace accord::described {

/// Ends with a zero byte.
template <class E>
constexpr std::string_view word_of(E value) {
  return Words<E>::words[static_cast<std::size_t>(value)];
}

/// Nothing when it is none of the words.
template <class E>
constexpr std::optional<E> value_of(std::string_view word) {
  for (std::size_t i = 0; i < std::size(Words<E>::words); ++i)
    if (Words<E>::words[i] == word) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace accord::described
