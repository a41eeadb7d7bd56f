#pragma once

#include <string>
#include <string_view>

namespace accord::formats {

/// A cell of a table for a spreadsheet: what would be taken for a formula gets an apostrophe in
/// front (= + - @, also in their wide forms, tab and carriage return at the beginning), controls
/// and direction marks are shown as in messages; line ends stay. Numbers, also with a unit behind
/// them, stay as they are.
[[nodiscard]] std::string defused(std::string_view cell);

}  // namespace accord::formats
