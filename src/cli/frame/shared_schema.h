#pragma once

#include <string_view>

namespace accord::cli {

/// `$defs` of every schema: message, quantity, finding, evidence and what else several commands
/// print.
[[nodiscard]] std::string_view shared_schema();

}  // namespace accord::cli
