#pragma once

#include <string>
#include <string_view>

namespace accord::cli {

/// $ACCORD_PAGER, else $PAGER, else less. Empty: none is wanted.
[[nodiscard]] std::string pager_command();

/// Shows the text in the pager and waits for it. False when there is no such program, so that
/// nothing was shown. Ctrl-C is for the pager.
[[nodiscard]] bool page(std::string_view text, const std::string& command);

}  // namespace accord::cli
