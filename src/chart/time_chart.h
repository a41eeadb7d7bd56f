#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "chart/style.h"

/// Values over days. Positions are doubles, for drawing only; what is read is text. Order of
/// layers: zones, bars, references, ranges, lines, marks, labels.
namespace accord::chart {

/// A figure, or a report without one: no value breaks the line and is drawn as a cross at the top,
/// never as zero. Neighbouring reports without a figure and with the same label share one zone.
struct Point {
  Day day{};
  std::optional<double> value{};
  Mark mark = Mark::found;
  Anchor anchor{};
  std::string label{};  ///< drawn; may be empty. Without a value: why there is none, "no access"
};

struct Line {
  std::string name{};  ///< in the legend
  Colour colour = Colour::blue;
  Dash dash = Dash::solid;
  bool steps = false;           ///< a value stands until the next one
  std::vector<Point> points{};  ///< in order of day
};

/// Known only to lie at or below a value: a statement without a figure.
struct Ceiling {
  Day day{};
  double value = 0;
  Anchor anchor{};
};

/// Bars that stand on zero, parts on top of one another. `from == to`: a bar of fixed width.
struct BarPart {
  std::size_t series = 0;   ///< index into `series`
  double value = 0;         ///< negative: below zero
  Mark mark = Mark::found;  ///< recalled and derived parts are hatched
  Anchor anchor{};
};
struct Bar {
  Day from{}, to{};
  std::vector<BarPart> parts{};
  Mark mark = Mark::none;  ///< drawn above the bar
};
struct Series {
  std::string name{};
  Colour colour = Colour::blue;
  Fill fill = Fill::solid;
};

struct Zone {
  std::optional<Day> from{}, to{};  ///< none: to the edge
  std::optional<double> low{}, high{};
  Colour colour = Colour::grey;
  std::string label{};
};

/// A limit or a mark to compare with.
struct Reference {
  double value = 0;
  std::string label{};
  Colour colour = Colour::vermilion;
  Dash dash = Dash::dashed;
  std::optional<Day> from{}, to{};  ///< none: to the edge
  Anchor anchor{};
};

/// A second scale at the right: value / unit, for example multiples of a limit.
struct SecondScale {
  std::string title;
  double unit = 1;  ///< > 0
};

struct TimeChart {
  Head head;
  std::string value_title;  ///< what and unit, above the axis: "kg of uranium"
  bool log = false;         ///< turns itself off when a value is not above zero, or with bars
  bool from_zero = true;    ///< linear lines only; when false the axis says that it is cut
  std::optional<Day> from{}, to{};  ///< none: first and last day drawn
  std::optional<SecondScale> second;
  std::vector<Zone> zones;
  std::vector<Series> series;
  std::vector<Bar> bars;
  std::vector<Reference> references;
  std::vector<Ceiling> ceilings;
  std::string ceiling_name;  ///< in the legend: "stated not to exceed"
  std::vector<Line> lines;
  double plot_height = 270;
};

/// One SVG document. Values that are not finite count as missing. With nothing to draw: heading and
/// the words "no figure on record".
[[nodiscard]] std::string draw(const TimeChart& chart);

}  // namespace accord::chart
