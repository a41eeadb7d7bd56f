#pragma once

#include <optional>

#include "talks/files/tree.h"
#include "talks/rounds/procedure.h"
#include "talks/rounds/told.h"

/// Settings and what is told, as JSON and back. Whoever reads writes again and compares, so that
/// nothing is passed over.
namespace accord::talks {

[[nodiscard]] JsonTree told_tree(const Told& told);
[[nodiscard]] std::optional<Told> read_told(const JsonTree& tree);

/// The members that the procedure reads.
[[nodiscard]] JsonTree settings_tree(const RoundSettings& settings);
[[nodiscard]] std::optional<RoundSettings> read_settings(const JsonTree& tree);

}  // namespace accord::talks
