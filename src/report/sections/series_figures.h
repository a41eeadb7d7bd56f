#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/sections/writer.h"

/// Figures of the verifier's reports for tables: what is computed from two of them, and what is
/// part of what.
namespace accord::report {

[[nodiscard]] inline Cell not_computed() {
  return {.text = "cannot be computed"};
}

/// The record of a figure that is a number; null for a statement, a gap, or no report.
[[nodiscard]] const evidence::Observation* number(const Writer& writer, const std::string& figure,
                                                  const formats::SeriesReport* report);

/// Computed from both: never marked stronger than the weaker one.
[[nodiscard]] Mark derived_from(const evidence::Observation& a, const evidence::Observation& b);

/// What a figure of the series consists of, as `part_of` in accord.toml says.
struct FigureParts {
  std::vector<std::string> bands;  ///< that have no parts, in the order of the file
  std::vector<std::string> forms;  ///< parts of the whole that have parts themselves
};
[[nodiscard]] FigureParts parts_of(const formats::Workspace& workspace, const std::string& whole);

}  // namespace accord::report
