#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// The drawings of the quarterly report. Every mark links to the row of its evidence in the annex.
namespace accord::report {

class Writer;

struct Drawing {
  std::string id, title, statement, svg;
  std::vector<std::uint32_t> origins;  ///< rows whose figures it shows
};

/// Heavy water over time against its limit.
[[nodiscard]] std::vector<Drawing> heavy_water_drawings(Writer& writer);
/// Stock against the limit, stock by level, highest level over time, growth between reports.
[[nodiscard]] std::vector<Drawing> stock_drawings(Writer& writer);
/// The states of both sides over time, with declarations.
[[nodiscard]] std::vector<Drawing> sides_drawings(Writer& writer);

}  // namespace accord::report
