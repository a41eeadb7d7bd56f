#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "formats/measured/series.h"
#include "measurement/study.h"

/// The description of a study, STUDY.toml; its series are files of their own. The page
/// docs/reference/study.md describes every key.
namespace accord::formats {

/// Where the series of a location stands, and places for messages.
struct LocationText {
  std::string file;  ///< as written, relative to the study; empty: the table of all locations
  SeriesColumns columns;
  double units_per_kg = 1;
  Place place;
  std::vector<std::pair<std::string, Place>> keys;  ///< where each key of it stands
};

struct StudyText {
  std::string name, time_unit;
  measurement::Study study;  ///< without series; without edges when the periods have a length
  std::vector<LocationText> locations;
  std::string series;  ///< file of all locations; empty: each has its own
  Place series_place, periods_place;
  double start = 0;
  std::optional<double> length;
  std::optional<std::uint64_t> count;  ///< of periods with a length
};

struct ReadStudy {
  StudyText text;
  std::vector<Problem> problems;  ///< W003, W005 to W007, W013, W015, I014
};

[[nodiscard]] ReadStudy read_study(std::string_view text, std::string_view file);

/// Where a key of a location stands; the location itself when the key is not there.
[[nodiscard]] Place place_of_key(const LocationText& location, std::string_view key);

}  // namespace accord::formats
