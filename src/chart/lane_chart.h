#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "chart/style.h"

/// States and events over days, a lane for each subject, in groups (the sides of an agreement).
namespace accord::chart {

struct SpanStyle {
  std::string name{};  ///< in the legend
  Colour colour = Colour::blue;
  Fill fill = Fill::solid;
  double height = 1;  ///< share of the lane, in (0, 1]
};

struct Span {
  Day from{};
  std::optional<Day> to{};  ///< the day after its last day; none: to the edge
  std::size_t style = 0;    ///< index into `styles`
  Anchor anchor{};
};

struct LaneMark {
  Day day{};
  Mark mark = Mark::event;
  Colour colour = Colour::black;
  std::string
      label{};  ///< drawn beside the mark, shortened; the lane grows in rows to hold the labels
  Anchor anchor{};
};

struct Lane {
  std::string name{};
  std::vector<Span> spans{};
  std::vector<LaneMark> marks{};
  Anchor anchor{};  ///< of the name; may be empty
};

struct LaneGroup {
  std::string title{};
  std::vector<Lane> lanes{};
};

/// A day that matters to all lanes: a thin line from top to bottom.
struct DayLine {
  Day day{};
  std::string label{};
};

struct LaneChart {
  Head head{};
  std::optional<Day> from{}, to{};  ///< none: first and last day drawn
  std::vector<SpanStyle> styles{};
  std::vector<LaneGroup> groups{};
  std::vector<DayLine> days{};
};

/// One SVG document. With nothing to draw: heading and the words "nothing on record".
[[nodiscard]] std::string draw(const LaneChart& chart);

}  // namespace accord::chart
