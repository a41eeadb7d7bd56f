#pragma once

#include <string>

#include "answers/talks/round.h"

namespace accord::cli {

/// What a round came to, and what each party has learned at most.
[[nodiscard]] std::string round_text(const answers::RoundAnswer& answer);

}  // namespace accord::cli
