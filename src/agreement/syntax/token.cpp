#include "agreement/syntax/token.h"

#include "agreement/syntax/parse.h"

namespace accord::agreement {

namespace {

/// Where the words of each first letter begin; the last entry is the end.
constexpr auto first_of_letter = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < 27; ++letter)
    first[letter] = static_cast<std::uint8_t>(std::count_if(
        reserved_words.begin(), reserved_words.end(), [letter](std::string_view word) {
          return static_cast<std::size_t>(word[0] - 'a') < letter;
        }));
  return first;
}();

}  // namespace

Word find_word(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return no_word;
  const auto letter = static_cast<std::size_t>(text[0] - 'a');
  for (std::uint8_t i = first_of_letter[letter]; i < first_of_letter[letter + 1]; ++i)
    if (reserved_words[i] == text) return i;
  return no_word;
}

const std::vector<std::string_view>& language_words() {
  static const std::vector<std::string_view> all(reserved_words.begin(), reserved_words.end());
  return all;
}

}  // namespace accord::agreement
