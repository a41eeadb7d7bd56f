#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chart/style.h"

/// Values over numbers: over the periods of a sequence, over a total loss. Positions are doubles,
/// for drawing only; what is read is text. Order of layers: bands, references, lines, bars of
/// errors, marks, flags, labels.
namespace accord::chart {

/// Tells lines apart where colour and dash are not enough.
enum class Shape : std::uint8_t { none, circle, diamond, square, triangle, ring, open_triangle };

/// No value breaks the line and is drawn as a cross at the top, never as zero.
struct NumberPoint {
  double x = 0;
  std::optional<double> y{};
  double error = 0;  ///< half the length of the bar through the mark; 0: no bar
  Anchor anchor{};
  std::string label{};  ///< drawn; may be empty. Without a value: why there is none
};

struct NumberLine {
  std::string name{};  ///< in the legend; without one not there
  Colour colour = Colour::blue;
  Dash dash = Dash::solid;
  Shape shape = Shape::circle;
  bool joined = true;                 ///< strokes between neighbouring values
  std::vector<NumberPoint> points{};  ///< in order of x
};

/// A lower and an upper limit at each x, drawn as steps that reach half way to the next x.
struct NumberBand {
  struct Step {
    double x = 0, low = 0, high = 0;
  };
  std::string name{};  ///< in the legend
  Colour colour = Colour::vermilion;
  Dash dash = Dash::dashed;
  std::vector<Step> steps{};  ///< at neighbouring whole x
};

/// A limit that is the same at every x.
struct NumberReference {
  double y = 0;
  std::string label{};
  Colour colour = Colour::vermilion;
  Dash dash = Dash::dashed;
  Anchor anchor{};
};

/// A flag on a value: where something began.
struct NumberFlag {
  double x = 0, y = 0;
  std::string label{};
  Anchor anchor{};
};

struct NumberChart {
  Head head{};
  std::string x_title{}, y_title{};  ///< what and unit: "total loss, kg"
  bool whole = false;                ///< x counts something: ticks at whole numbers only
  std::optional<std::pair<double, double>> x_range{};  ///< the axis covers at least this
  bool probability = false;  ///< the axis of values is 0 to 1; bars of errors end there
  std::vector<NumberBand> bands{};
  std::vector<NumberReference> references{};
  std::vector<NumberLine> lines{};
  std::vector<NumberFlag> flags{};
  double plot_height = 210;
};

/// The look of the i-th of several lines: colour, dash and shape together are the same only after
/// 42 of them.
[[nodiscard]] NumberLine line_style(std::size_t i);

/// One SVG document; the axis of values always holds zero. Values that are not finite count as
/// missing. Without a point and a range: heading and the words "nothing to draw".
[[nodiscard]] std::string draw(const NumberChart& chart);

}  // namespace accord::chart
