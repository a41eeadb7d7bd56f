#include "chart/style.h"

#include <array>

namespace accord::chart {

const char* code(Colour colour) {
  // Okabe and Ito's palette without its yellow, which is too pale on paper.
  static constexpr std::array codes{"#0072B2", "#D55E00", "#56B4E9", "#009E73",
                                    "#E69F00", "#CC79A7", "#6B6B6B", "#1A1A1A"};
  return codes[static_cast<std::size_t>(colour)];
}

const char* letters(Colour colour) {
  static constexpr std::array codes{"#0072B2", "#B84F00", "#1C74A6", "#007A59",
                                    "#8F6300", "#A34C7E", "#6B6B6B", "#1A1A1A"};
  return codes[static_cast<std::size_t>(colour)];
}

const char* pattern(Dash dash) {
  static constexpr std::array patterns{"", "6 3", "1.5 3"};
  return patterns[static_cast<std::size_t>(dash)];
}

const char* word(Mark mark) {
  static constexpr std::array words{"",          "found",    "derived", "recalled",
                                    "estimated", "supposed", "event",   "declaration"};
  return words[static_cast<std::size_t>(mark)];
}

}  // namespace accord::chart
