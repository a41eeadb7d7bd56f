#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

/// Time series of a study: tables with a column of times and one of values, of one location or of
/// many (docs/reference/study.md).
namespace accord::formats {

struct SeriesColumns {
  std::string time = "time", value = "value";
  std::string location;  ///< of a table of many locations; empty: it is of one
};

struct Series {
  std::vector<double> time, value;
  std::vector<std::uint32_t> line;  ///< of each sample in the file
};

struct ReadSeries {
  std::vector<Series> series;     ///< one for each of the locations, rows in the order of the file
  std::vector<Problem> problems;  ///< I001 to I008, I015
};

/// Numbers are digits with a point, and may have a minus sign and an exponent: -1.25e-3. Rows of a
/// location that is none of `locations` are reported; with an empty name in SeriesColumns there is
/// one location and the names say nothing.
[[nodiscard]] ReadSeries read_series(std::string_view bytes, std::string_view file,
                                     const SeriesColumns& columns,
                                     std::span<const std::string> locations);

}  // namespace accord::formats
