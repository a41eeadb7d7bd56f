#pragma once

#include <span>

#include "base/codes/codes.h"

/// The parts of the table, one file for each kind of input. Internal to `codes`.
namespace accord::codes_of {

[[nodiscard]] std::span<const Code> agreement_texts();
[[nodiscard]] std::span<const Code> tables();
[[nodiscard]] std::span<const Code> workspaces();
[[nodiscard]] std::span<const Code> measurements();
[[nodiscard]] std::span<const Code> talks();
[[nodiscard]] std::span<const Code> surroundings();

}  // namespace accord::codes_of
