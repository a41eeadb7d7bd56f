#pragma once

#include <fmt/format.h>

#include <string>

#include "answers/agreement/judged.h"

namespace accord::cli {

/// The row that a check rests on, below what it shows.
inline std::string record_line(const answers::Record& record) {
  return fmt::format("     record: {}:{}  {}\n", record.file.value_or(""), record.line.value_or(0),
                     record.id.value_or(""));
}

}  // namespace accord::cli
