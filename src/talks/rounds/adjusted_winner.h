#pragma once

#include <vector>

#include "talks/model/number.h"

namespace accord::talks {

/// What each of two parties has in the end.
struct Shares {
  std::vector<Number> first;  ///< of each item the first party's share, 0 to 1
  Number first_points, second_points;
};

/// Adjusted Winner (Brams and Taylor 1996): each item to who gives it more points, equal ones to
/// the first party; then from who has more to who has less, by ascending ratio of the points, ties
/// in order of the items, until both have as much, one item at most being split. Exact. Both lists
/// have as many points, none below 0, with the same sum.
[[nodiscard]] Shares adjusted_winner(const std::vector<Number>& first,
                                     const std::vector<Number>& second);

}  // namespace accord::talks
