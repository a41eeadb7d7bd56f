#pragma once

#include <string_view>

namespace accord::cli {

/// What a person reads of a command beside its flags: the file NAME.md beside it, as it is.
struct Page {
  std::string_view prose;    ///< paragraphs; empty: the command is not for people
  std::string_view example;  ///< one or more lines, "accord status --on 2019-07-01"
};

/// Of the command of that name.
[[nodiscard]] Page page_of(std::string_view command);

}  // namespace accord::cli
