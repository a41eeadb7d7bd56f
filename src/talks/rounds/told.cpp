#include "talks/rounds/told.h"

#include <algorithm>
#include <array>

namespace accord::talks {

namespace {

constexpr std::array<std::string_view, 19> round_words{
    "candidate", "offer",        "price",  "number", "points", "direction", "better",
    "same",      "worse",        "unsure", "yes",    "no",     "moved",     "not moved",
    "accepted",  "not accepted", "text",   "shares", "none"};
static_assert(round_words.size() == static_cast<std::size_t>(RoundWord::none) + 1);

}  // namespace

std::string_view words(RoundWord word) {
  return round_words.at(static_cast<std::size_t>(word));
}

std::optional<RoundWord> find_round_word(std::string_view text) {
  const auto at = std::find(round_words.begin(), round_words.end(), text);
  if (at == round_words.end()) return std::nullopt;
  return static_cast<RoundWord>(at - round_words.begin());
}

}  // namespace accord::talks
