#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/frame/command.h"
#include "formats/text/xlsx_write.h"

namespace accord::cli {

using AboutLines = std::vector<std::pair<std::string, std::string>>;

/// The tables as sheets of a workbook, and a sheet “Read me” that says what it is, what wrote it,
/// and these lines.
[[nodiscard]] Answer workbook(const Command& command, const Call& call,
                              const std::vector<formats::XlsxTable>& tables, AboutLines about);

/// Each line of a text as a line about the table.
[[nodiscard]] AboutLines lines_about(std::string_view text);

}  // namespace accord::cli
