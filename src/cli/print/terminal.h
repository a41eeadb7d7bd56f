#pragma once

#include <string_view>

#include "cli/frame/call.h"
#include "cli/print/look.h"

namespace accord::cli {

/// Whether the answer goes to a terminal: not to a file, a pipe or the place after -o.
[[nodiscard]] bool goes_to_terminal(const Call& call);

/// How the answer is laid out: as the terminal is wide (COLUMNS, else what it says of itself) and
/// --color, NO_COLOR and TERM have it; for anything else always the same.
[[nodiscard]] Look look_of(const Call& call);

/// Prints on standard output. On a terminal what is longer than the screen goes through the pager:
/// $ACCORD_PAGER, else $PAGER, else less; none where that is empty, with `paged` false, or on a
/// dumb terminal. A pager that is left early is no fault; one that is missing is done without.
/// False: the text could not be written.
[[nodiscard]] bool show(std::string_view text, bool paged);

}  // namespace accord::cli
