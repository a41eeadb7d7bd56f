#pragma once

#include <string_view>

namespace accord::cli {

/// A message of the envelope.
[[nodiscard]] std::string_view message_schema();
/// `$defs` of the commands that are not described: quantity, finding, evidence and what else
/// several print; without the braces around them.
[[nodiscard]] std::string_view shared_schema();

}  // namespace accord::cli
