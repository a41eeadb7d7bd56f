#pragma once

#include <optional>

#include "formats/settings/mapping.h"
#include "formats/workspace/intake.h"

namespace accord::formats {

/// The table that [[table]] names, in the columns that the reader of events knows: its fields, and
/// a column for each text with braces that its meanings take a value from, under that text. Cells
/// keep their places; a fixed text stands at its place in the row's line. Nothing when the file
/// cannot be read or a column that accord.toml names is not there (W009).
[[nodiscard]] std::optional<Sheet> mapped_sheet(Intake& intake, const MappedTable& table);

}  // namespace accord::formats
