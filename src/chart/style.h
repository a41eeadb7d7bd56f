#pragma once

#include <cstdint>
#include <string>

/// Colours, dashes and shapes that stay apart in print and for colour-blind readers. Colour never
/// speaks alone: shape, dash or hatching says the same.
namespace accord::chart {

enum class Colour : std::uint8_t { blue, vermilion, sky, green, orange, purple, grey, black };
enum class Dash : std::uint8_t { solid, dashed, dotted };
enum class Fill : std::uint8_t { solid, hatched, hollow };

/// How a figure was come by, or what happened. Shapes: filled circle, filled diamond, hollow
/// circle, hollow square, hollow triangle (on no record), filled triangle, flag.
enum class Mark : std::uint8_t {
  none,
  found,
  derived,
  recalled,
  estimated,
  supposed,  ///< on no record
  event,
  declaration
};

/// What a mark points to: stable id, where its evidence stands, and a sentence shown on hover and
/// read aloud. `href` is "#ANCHOR" or an http(s) address; anything else is left out.
struct Anchor {
  std::string id{};
  std::string href{};
  std::string text{};
};

/// Heading of every drawing. `id` is unique in its page and the prefix of all ids in the drawing.
struct Head {
  std::string id{};
  std::string title;
  std::string statement;  ///< one sentence: what the drawing shows
};

[[nodiscard]] const char* code(Colour colour);  ///< "#0072B2"
/// The shade of the colour for letters: 4.5 to 1 at least on white and on the shade of a heading
/// (WCAG 2.2, 1.4.3).
[[nodiscard]] const char* letters(Colour colour);
[[nodiscard]] const char* pattern(Dash dash);  ///< "" for solid
[[nodiscard]] const char* word(Mark mark);     ///< "found", … for the legend

}  // namespace accord::chart
