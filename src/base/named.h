#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accord {

/// Something that can be asked for by its id, and may have a title.
struct Named {
  std::string_view id, title;
};

/// The ids that a word may mean which is none of them, the likeliest first: the same in other
/// letters, the nearest one (`nearest`), the one whose title it is or nearly is, or whose id or
/// title holds the word. Several, at most three, only in the last case.
[[nodiscard]] std::vector<Named> named_near(std::string_view word, std::span<const Named> known);

/// "did you mean “us” (United States)?", for the help of a message; empty when none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const Named> known);

}  // namespace accord
