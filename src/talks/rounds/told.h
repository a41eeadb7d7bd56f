#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "talks/model/domain.h"

/// What is told in a round: what is asked, what a party answers, what a step comes to.
namespace accord::talks {

enum class RoundWord : std::uint8_t {
  candidate,  ///< asked: is this text better, the same or worse than the current one
  offer,      ///< asked: would you accept this
  price,      ///< asked: would you agree at this price; as an end: agreed at it
  number,     ///< asked for, or given: a bid, an offer or a demand
  points,     ///< asked for, or given: points over the items
  direction,  ///< asked for at a text, or given: where to move
  better,
  same,
  worse,
  unsure,  ///< cannot say: never counts as better or same
  yes,
  no,
  moved,
  not_moved,
  accepted,      ///< by all
  not_accepted,  ///< by somebody, who is not named
  text,          ///< as an end: the current text
  shares,        ///< as an end: the first party's share of each item
  none           ///< as an end: nothing was settled
};

/// One thing told. Which members it has follows from the word.
struct Told {
  RoundWord word = RoundWord::none;
  Outcome outcome;              ///< candidates, offers, texts
  std::vector<Number> numbers;  ///< prices, bids, points, directions, strengths, shares

  friend bool operator==(const Told&, const Told&) = default;
};

/// "not moved".
[[nodiscard]] std::string_view words(RoundWord word);
[[nodiscard]] std::optional<RoundWord> find_round_word(std::string_view text);

}  // namespace accord::talks
